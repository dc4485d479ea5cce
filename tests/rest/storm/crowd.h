// SPDX-License-Identifier: GPL-3.0-or-later
// More clients than there is room for, and the worst of them, all at once; others must hardly notice.
#pragma once

#include "tests/rest/storm/client.h"

namespace perfect::storm {

/// 0: every promise was kept.
int runCrowd(std::uint16_t port, std::int64_t seconds);

}  // namespace perfect::storm
