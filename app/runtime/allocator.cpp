// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/allocator.h"

#ifdef PERFECT_MIMALLOC
#include <mimalloc.h>
#endif

namespace perfect {

void useLargePages() {
#ifdef PERFECT_MIMALLOC
  mi_option_set_enabled_default(mi_option_large_os_pages, true);
#endif
}

}  // namespace perfect
