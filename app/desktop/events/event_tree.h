// SPDX-License-Identifier: GPL-3.0-or-later
//
// The events by cause: each one's consequences below it, oldest first, in one list of rows with their depth. What is
// below a folded one is left out. Pure maths; any thread.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "app/desktop/events/event_rows.h"

namespace perfect {

struct EventTreeRow {
  std::uint64_t seq = 0;
  int depth = 0;       ///< at most kDeepest
  int below = 0;       ///< events below it, shown or not; 0: it led to nothing yet
  bool line = false;   ///< the only consequence of its cause: goes on at its depth, as a line
  bool folds = false;  ///< it begins a story, or led to several things
  bool folded = false;
  bool operator==(const EventTreeRow&) const = default;
};

/// An event whose cause is not among the rows stands at the left edge. Depth grows where a story begins and where it
/// branches, not with every link, so that a long chain stays readable.
/// Cost: of the rows, once.
std::vector<EventTreeRow> treeRows(const EventRows& rows, const std::set<std::uint64_t>& folded);

}  // namespace perfect
