// SPDX-License-Identifier: GPL-3.0-or-later
//
// A world as data: how its Engine is made, and the Commands it is given at their times. Everything else follows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/units.h"
#include "core/model/command.h"
#include "core/sim/engine.h"

namespace perfect::storm {

struct TimedCommand {
  SimTime at = 0;
  Command command;
};

struct World {
  EngineOptions options;
  std::vector<TimedCommand> commands;  ///< in order of time; those of one instant in their order
};

/// Which rule was broken, when, and how. An empty `check`: none.
struct Failure {
  std::string check;
  std::string text;
  SimTime t = 0;
  explicit operator bool() const { return !check.empty(); }
};

}  // namespace perfect::storm
