// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program's own version. Pure; any thread.
#pragma once

namespace perfect {

const char* versionText();  ///< "0.1.0"

}  // namespace perfect
