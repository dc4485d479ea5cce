// SPDX-License-Identifier: GPL-3.0-or-later
//
// Durations as people write them: a decimal with ms, s, m or h ("2.5s").
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/text_pattern.h"
#include "core/base/units.h"
#include "core/base/wording.h"

namespace perfect {

struct DurationTexts {
  TextPattern withoutUnit{"\"{0}\" is a duration without a unit: write {0}s"};
  TextPattern negative{"\"{0}\" is negative: a duration is 0s or more"};
  TextPattern noDuration{"\"{0}\" is no duration: write a number with ms, s, m or h, such as 500ms, 2.5s or 10m"};
  TextPattern tooLong{"\"{0}\" is too long: at most 10000h"};
  TextPattern tooFine{"\"{0}\" is finer than a millisecond: round it"};
};
inline constexpr DurationTexts kDurationTexts{};

/// Milliseconds, >= 0, at most 10,000 h; exact to the millisecond. The error says what is expected.
Result<Millis, Saying> readDuration(std::string_view text);
/// The same, with the error in plain English.
Result<Millis> parseDuration(std::string_view text);

}  // namespace perfect
