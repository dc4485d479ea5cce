// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recreate: every old pod is gone before the first new one is made. Pure; any thread.
// Source: Kubernetes (rolloutRecreate). The only strategy that waits for terminating pods.
#pragma once

#include <cstdint>

#include "core/reconcile/rolling_update.h"

namespace perfect {

/// `oldPresent`: pods of old versions that are there, terminating ones included.
/// Example: desired 3, new 0, old 3 -> old 0; once none is present, new 3.
RollingSizes planRecreate(std::int32_t desired, std::int32_t oldPresent, RollingSizes sides);

}  // namespace perfect
