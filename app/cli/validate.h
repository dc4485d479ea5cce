// SPDX-License-Identifier: GPL-3.0-or-later
//
// `perfect-system validate FILE…`
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/options.h"

namespace perfect {

/// Prints "file: ok, 1 service" to stdout for each good file and every fault of the others to stderr.
/// BadUsage where one is invalid, NoResource where one could only not be read.
ExitCode runValidate(const Options& options);

}  // namespace perfect
