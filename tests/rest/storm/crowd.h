// SPDX-License-Identifier: GPL-3.0-or-later
// More clients than there is room for, and the worst of them, all at once; others must hardly notice.
#pragma once

#include "tests/rest/storm/client.h"

namespace perfect::storm {

/// 0: every promise was kept. `slower`: how many times as long a server may take, and as much memory, that a
/// sanitizer watches, 1 or more.
int runCrowd(std::uint16_t port, std::int64_t seconds, std::int64_t slower);

}  // namespace perfect::storm
