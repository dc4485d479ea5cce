// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version.h"

namespace perfect {

const char* versionText() { return PERFECT_VERSION; }

}  // namespace perfect
