// SPDX-License-Identifier: GPL-3.0-or-later
//
// `perfect-system simulate FILE…`: one run in virtual time, as fast as it goes, from t = 0 to its end.
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/options.h"

namespace perfect {

/// Runs, writes what was asked for, prints the summary. See ExitCode.
ExitCode runSimulate(const Options& options);

}  // namespace perfect
