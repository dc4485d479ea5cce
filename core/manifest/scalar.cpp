// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/scalar.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "core/manifest/yaml_text.h"

namespace perfect {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// "true", "True", "TRUE" — but not "tRuE".
bool isSpelling(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  bool allUpper = true;
  bool restLower = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lowered(text[i]) != lower[i]) return false;
    allUpper = allUpper && (text[i] != lower[i] || !(lower[i] >= 'a' && lower[i] <= 'z'));
    restLower = restLower && (i == 0 || text[i] == lower[i]);
  }
  return restLower || allUpper;
}

/// Appends a digit to an accumulated number; false when it no longer fits.
bool appendDigit(std::int64_t& value, int digit) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  if (value > (most - digit) / 10) return false;
  value = value * 10 + digit;
  return true;
}

bool allIn(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

bool looksNumeric(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (text.size() > 2 && text[0] == '0') {
    const std::string_view digits = text.substr(2);
    if (text[1] == 'x' && allIn(digits, "0123456789abcdefABCDEF_")) return true;
    if (text[1] == 'o' && allIn(digits, "01234567_")) return true;
    if (text[1] == 'b' && allIn(digits, "01_")) return true;
  }
  if (isSpelling(text, ".inf") || isSpelling(text, ".nan") || text == ".NaN") return true;
  const auto exponent = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, exponent);
  if (exponent != std::string_view::npos) {
    std::string_view power = text.substr(exponent + 1);
    if (!power.empty() && (power.front() == '-' || power.front() == '+')) power.remove_prefix(1);
    if (!allIn(power, "0123456789")) return false;
  }
  return allIn(mantissa, "0123456789._") && std::count(mantissa.begin(), mantissa.end(), '.') <= 1 &&
         mantissa.front() != '_' && std::any_of(mantissa.begin(), mantissa.end(), isDigit);
}

}  // namespace

FixedNumber parseFixed(std::string_view text, int decimals) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  const auto notDigit = [](char c) { return !isDigit(c); };
  if (whole.empty() && fraction.empty()) return {NumberFault::NotANumber, 0};
  if (std::any_of(whole.begin(), whole.end(), notDigit) || std::any_of(fraction.begin(), fraction.end(), notDigit) ||
      (whole.size() > 1 && whole.front() == '0')) {
    return {NumberFault::NotANumber, 0};
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  if (fraction.size() > static_cast<std::size_t>(decimals)) return {NumberFault::TooFine, 0};

  FixedNumber result;
  bool fits = true;
  for (const char c : whole) fits = fits && appendDigit(result.value, c - '0');
  for (int i = 0; i < decimals; ++i) {
    const auto at = static_cast<std::size_t>(i);
    fits = fits && appendDigit(result.value, at < fraction.size() ? fraction[at] - '0' : 0);
  }
  if (!fits) return {NumberFault::TooLarge, 0};
  if (negative) result.value = -result.value;
  return result;
}

std::string fixedText(std::int64_t value, int decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const auto fractionSize = static_cast<std::size_t>(decimals);
  if (digits.size() <= fractionSize) digits.insert(0, fractionSize + 1 - digits.size(), '0');
  digits.insert(digits.size() - fractionSize, ".");
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return value < 0 ? "-" + digits : digits;
}

std::optional<bool> parseBool(std::string_view text) {
  for (const std::string_view word : {"true", "yes", "on"}) {
    if (isSpelling(text, word)) return true;
  }
  for (const std::string_view word : {"false", "no", "off"}) {
    if (isSpelling(text, word)) return false;
  }
  return std::nullopt;
}

bool looksUntextual(std::string_view plain) {
  return plain.empty() || plain == "~" || isSpelling(plain, "null") || parseBool(plain) || looksNumeric(plain);
}

std::string shownText(std::string_view text) {
  constexpr int most = 40;
  std::string shown;
  int characters = 0;
  while (!text.empty()) {
    if (++characters > most) return shown + "...";
    std::uint32_t code = 0;
    const std::size_t length = decodeUtf8(text, 0, code);
    if (length == 0 || !isPrintable(code) || code == '\n' || code == '\t' || code == '\r') {
      shown += code == '\n' || code == '\t' ? ' ' : '?';
    } else {
      shown += text.substr(0, length);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return shown;
}

}  // namespace perfect
