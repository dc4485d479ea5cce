// SPDX-License-Identifier: GPL-3.0-or-later
//
// A world as a scenario file, which `perfect-system simulate` plays to the same events.
#pragma once

#include <string>

#include "tests/simulation/drive.h"

namespace perfect::storm {

/// Commands that were taken, each at its time; refused ones stand as comments. The header says how to play it: the tick
/// (and, where they are not the usual ones, the alert settings) belong to the session, not to the file.
std::string writeScenario(const Run& run, const std::string& title);

/// Reads the world back from its own scenario file, plays that, and compares the events.
Failure playScenario(const Run& run);

}  // namespace perfect::storm
