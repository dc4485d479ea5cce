// SPDX-License-Identifier: GPL-3.0-or-later
//
// What will happen next, and when: the waits of all services that have an end, and the ends of pods'
// states in small services. Reads a Snapshot, computes nothing of the simulation. Any thread.
#pragma once

#include <QString>
#include <vector>

#include "app/desktop/frame.h"

namespace perfect {

inline constexpr std::size_t kMostPendingCauses = 12;
inline constexpr std::uint32_t kSmallService = 50;

struct PendingCause {
  QString text;  ///< "web-5c9f4d-m2v8z restart"
  QString why;   ///< a sentence for the tool tip
  SimTime at = 0;
  Focus focus;
  bool operator==(const PendingCause&) const = default;
};

/// Soonest first, at most kMostPendingCauses.
std::vector<PendingCause> pendingCauses(const Snapshot& snapshot);

}  // namespace perfect
