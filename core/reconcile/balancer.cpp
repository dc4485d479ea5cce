// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/balancer.h"

#include <algorithm>

namespace perfect {

PodOrdinal chooseServing(const std::vector<PodOrdinal>& serving, PodOrdinal last) {
  if (serving.empty()) return kNoPod;
  if (last == kNoPod) return serving.front();
  const auto next = std::upper_bound(serving.begin(), serving.end(), last);
  return next == serving.end() ? serving.front() : *next;
}

}  // namespace perfect
