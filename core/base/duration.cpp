// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/duration.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace perfect {
namespace {

constexpr Millis kHour = 3600000;
constexpr Millis kMost = 10000 * kHour;

struct Unit {
  std::string_view name;
  Millis millis;
};
// "ms" before "s" and "m": the longest name that fits is meant.
constexpr Unit kUnits[] = {{"ms", 1}, {"s", 1000}, {"m", 60000}, {"h", kHour}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

using ReadMillis = Result<Millis, Saying>;

ReadMillis refused(std::string_view text, TextPattern why) {
  std::string shown;
  for (const char c : text.substr(0, 40)) shown += c >= 0x20 && c < 0x7f ? c : '?';
  return ReadMillis::failure({why.english(), {std::move(shown)}});
}

ReadMillis refusedForm(std::string_view text) {
  const bool bare =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || c == '.'; });
  if (bare && text.size() <= 12) return refused(text, kDurationTexts.withoutUnit);
  if (!text.empty() && text.front() == '-') return refused(text, kDurationTexts.negative);
  return refused(text, kDurationTexts.noDuration);
}

/// digits · unit, exactly, for a fraction of at most seven digits (finer ones cannot be whole milliseconds).
bool addFraction(std::string_view digits, Millis unit, Millis& sum) {
  if (digits.size() > 7) return false;
  Millis numerator = 0;
  Millis denominator = 1;
  for (const char c : digits) {
    numerator = numerator * 10 + (c - '0');
    denominator *= 10;
  }
  if (numerator * unit % denominator != 0) return false;
  sum += numerator * unit / denominator;
  return true;
}

}  // namespace

Result<Millis, Saying> readDuration(std::string_view text) {
  const std::size_t numberSize = std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string_view number = text.substr(0, numberSize);
  const auto unit = std::find_if(std::begin(kUnits), std::end(kUnits),
                                 [&](const Unit& u) { return u.name == text.substr(numberSize); });
  const auto point = number.find('.');
  const std::string_view whole = number.substr(0, point);
  std::string_view fraction = point == std::string_view::npos ? std::string_view() : number.substr(point + 1);
  if (unit == std::end(kUnits) || (whole.empty() && fraction.empty()) || fraction.find('.') != std::string_view::npos) {
    return refusedForm(text);
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);

  Millis sum = 0;
  for (const char c : whole) {
    sum = sum * 10 + (c - '0');
    if (sum > kMost) return refused(text, kDurationTexts.tooLong);
  }
  sum *= unit->millis;
  if (!addFraction(fraction, unit->millis, sum)) return refused(text, kDurationTexts.tooFine);
  if (sum > kMost) return refused(text, kDurationTexts.tooLong);
  return sum;
}

Result<Millis> parseDuration(std::string_view text) {
  const auto read = readDuration(text);
  return read.ok() ? Result<Millis>(read.value()) : Result<Millis>::failure(read.error().text());
}

}  // namespace perfect
