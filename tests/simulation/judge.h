// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that is asked of one world, and the same asked in a child process, where an assertion or an endless loop costs
// only the child.
#pragma once

#include "tests/simulation/drive.h"

namespace perfect::storm {

/// What a run left to ask: replayed in strides, forked, played as a scenario file, and (small worlds) told by the
/// model in the same words.
Failure judge(const Run& run, bool small);

/// Plays a world and asks everything, in a child process. Its crash is the check "crash", its endlessness "hang".
Failure judgeApart(const World& world);
/// Whether the world of this seed, stopped after so many Commands, brings its process down.
bool crashesAfter(std::uint64_t seed, std::size_t commands);

}  // namespace perfect::storm
