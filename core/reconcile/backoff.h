// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a failed container waits before it is started again. Pure integer arithmetic; any thread.
// Deviation from Kubernetes, which restarts the first time at once, then waits 10, 20 … 300 s and forgets after
// 10 minutes: ours is the seed's rule.
#pragma once

#include <cstdint>

#include "core/model/service_spec.h"

namespace perfect {

/// Wait before restart `n` (from 0 since the last reset) = min(max, base · factorⁿ), cut to whole milliseconds;
/// intermediate products keep microseconds. Example: 0.5 s, 2, 32 s -> 500, 1000, 2000 … 32000, 32000.
Millis backoffWait(const RestartBackoff& backoff, std::uint32_t n);

/// Restarts that still count after a container has run for `ran`: none from resetAfter on, else all of `backoffs`.
std::uint32_t backoffsAfter(const RestartBackoff& backoff, std::uint32_t backoffs, Millis ran);

}  // namespace perfect
