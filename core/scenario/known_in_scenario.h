// SPDX-License-Identifier: GPL-3.0-or-later
//
// core/manifest/known_at.h for scenarios.
// Pure; any thread.
#pragma once

#include "core/manifest/known_at.h"

namespace perfect {

std::vector<std::string> knownInScenario(std::string_view yaml, int line);

}  // namespace perfect
