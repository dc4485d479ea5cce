// SPDX-License-Identifier: GPL-3.0-or-later
//
// `perfect-system`: the window, with controller and REST behind it.
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/options.h"

namespace perfect {

/// Without a display: one line on stderr and NoResource.
ExitCode runDesktop(int& argc, char** argv, const Options& options);

}  // namespace perfect
