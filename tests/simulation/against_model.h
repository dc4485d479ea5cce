// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same world told by the second implementation of the rules (tests/simulation/model), in the same words.
#pragma once

#include "tests/simulation/drive.h"

namespace perfect::storm {

/// The first event that the model tells otherwise; none also where the world is too long for it.
Failure differsFromModel(const Run& run);
/// Worlds that the model has told so far, in this process.
std::uint64_t worldsOfModel();

}  // namespace perfect::storm
