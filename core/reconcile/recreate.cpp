// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/recreate.h"

#include <algorithm>

namespace perfect {

RollingSizes planRecreate(std::int32_t desired, std::int32_t oldPresent, RollingSizes sides) {
  for (Side& side : sides.old) side.size = 0;
  sides.newSide.size = oldPresent == 0 ? desired : std::min(sides.newSide.size, desired);
  return sides;
}

}  // namespace perfect
