// SPDX-License-Identifier: GPL-3.0-or-later
//
// Durations as people write them: a decimal with ms, s, m or h ("2.5s").
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/units.h"

namespace perfect {

/// Milliseconds, >= 0, at most 10,000 h; exact to the millisecond. The error says what is expected.
Result<Millis> parseDuration(std::string_view text);

}  // namespace perfect
