// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/backoff.h"

#include <algorithm>
#include <limits>

namespace perfect {

Millis backoffWait(const RestartBackoff& backoff, std::uint32_t n) {
  constexpr std::int64_t kFine = 1000;  // microseconds in a millisecond
  constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
  if (backoff.base >= backoff.max || backoff.max > kLargest / kFine) return std::min(backoff.base, backoff.max);
  std::int64_t wait = backoff.base * kFine;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (wait > kLargest / std::max<std::int64_t>(1, backoff.factorMilli)) return backoff.max;
    const std::int64_t next = wait * backoff.factorMilli / 1000;
    if (next >= backoff.max * kFine) return backoff.max;
    if (next == wait) break;
    wait = next;
  }
  return wait / kFine;
}

std::uint32_t backoffsAfter(const RestartBackoff& backoff, std::uint32_t backoffs, Millis ran) {
  return ran >= backoff.resetAfter ? 0 : backoffs;
}

}  // namespace perfect
