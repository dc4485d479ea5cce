// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program says to the shell when it ends.
#pragma once

namespace perfect {

enum class ExitCode : int {
  Done = 0,
  ExpectationFailed = 1,  ///< an `expect` failed or an `until` ran out
  BadUsage = 2,           ///< bad usage or invalid input; nothing was started
  NoResource = 3,         ///< a resource could not be had: port, file, display
};

}  // namespace perfect
