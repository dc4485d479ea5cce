// SPDX-License-Identifier: GPL-3.0-or-later
//
// `perfect-system --headless`: controller and REST, no window, no display.
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/options.h"

namespace perfect {

/// Says where it listens, then serves until --for has come or SIGINT or SIGTERM asks it to end.
ExitCode runHeadless(int& argc, char** argv, const Options& options);

}  // namespace perfect
