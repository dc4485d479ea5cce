// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/allocator.h"

#ifdef PERFECT_MIMALLOC
#include <mimalloc.h>
#endif

namespace perfect {

void useLargePages() {
#ifdef PERFECT_MIMALLOC
  mi_option_set_enabled_default(mi_option_large_os_pages, true);
  // The first segment of a thread too, and at once: else it grows by small pages, a system call for every MiB.
  mi_option_set_default(mi_option_eager_commit_delay, 0);
#endif
}

bool keepsFreedMemory() {
#ifdef PERFECT_MIMALLOC
  return true;
#else
  return false;
#endif
}

}  // namespace perfect
