// SPDX-License-Identifier: GPL-3.0-or-later
//
// The FILEs of a run, ready to use: what to apply at t = 0 and what to play. Reads files; starts nothing.
#pragma once

#include <optional>
#include <vector>

#include "app/cli/exit_code.h"
#include "app/cli/options.h"
#include "core/model/command.h"
#include "core/scenario/scenario.h"

namespace perfect {

struct Inputs {
  std::vector<Command> applies;  ///< one a manifest file, in order
  std::optional<Scenario> scenario;
  QString scenarioPath;
};

struct InputFault {
  ExitCode code = ExitCode::BadUsage;
  QStringList lines;
};

/// With `--demo` the scenario is Play Demo.
Result<Inputs, InputFault> loadInputs(const Options& options);

/// Lines to stderr, each ended.
void printErrors(const QStringList& lines);

}  // namespace perfect
