// SPDX-License-Identifier: GPL-3.0-or-later
//
// A pod's life as its events tell it: the phases it went through and what was told about it. Also of a pod that is
// gone, as long as the log remembers it. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "app/desktop/grid/tile_state.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

struct PodPhase {
  TileState state = TileState::Starting;
  SimTime from = 0;
  SimTime to = kNever;  ///< kNever: it is in this phase now
  bool operator==(const PodPhase&) const = default;
};

struct PodStory {
  std::vector<PodPhase> phases;  ///< oldest first, without gaps; only what is remembered
  std::vector<Event> events;     ///< about it, oldest first
  bool cut = false;              ///< the log has forgotten its beginning
  bool gone = false;
  std::optional<Event> ended;  ///< the event that told it to stop, or took it
  VersionIndex version = kNoVersion;
};

/// Cost: one look at every event that is kept.
PodStory podStory(const Snapshot& snapshot, const ServiceEntry& entry, PodOrdinal ordinal);

}  // namespace perfect
