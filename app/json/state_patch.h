// SPDX-License-Identifier: GPL-3.0-or-later
//
// What changed between two states of the /state document, as a merge patch (RFC 7396): what is absent did not
// change, null is gone. `events` is the exception: it holds the new events only, to be appended.
// As the RFC has it, a member whose value becomes null is patched away. Pure; any thread.
#pragma once

#include <string>

#include "app/runtime/controller.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

/// A snapshot with the clock's settings that are shown with it.
struct ShownState {
  const Snapshot& snapshot;
  const ClockState& clock;
};

/// Both are pictures of the same world, `to` not the earlier one, and both list their pods or neither does.
bool canPatch(const ShownState& from, const ShownState& to);

/// Requires canPatch(). Costs what changed, not what is there.
std::string statePatch(const ShownState& from, const ShownState& to);

}  // namespace perfect
