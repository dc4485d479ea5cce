// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events and snapshots compared by value. Pure.
#pragma once

#include <cstdint>

#include "core/snapshot/snapshot.h"

namespace perfect::storm {

bool sameEvent(const Event& a, const Event& b);

/// Everything that a reader can see in a snapshot, as one number.
std::uint64_t hashOf(const Snapshot& snapshot);
std::uint64_t hashOf(const ServiceEntry& entry);

}  // namespace perfect::storm
