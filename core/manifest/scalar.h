// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a YAML scalar means: exact decimals, booleans, and texts that only look like texts.
// Own parsing, because the result must not depend on locale or libm. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace perfect {

enum class NumberFault : std::uint8_t { None, NotANumber, TooFine, TooLarge };

/// A decimal number as an integer of its last allowed decimal: "2.5" with three decimals is 2500.
struct FixedNumber {
  NumberFault fault = NumberFault::None;
  std::int64_t value = 0;
};

/// Plain decimal digits with an optional sign and fraction. Hexadecimal, exponents, underscores, leading
/// zeros, infinities and not-a-number are NotANumber. decimals: 0 … 9.
FixedNumber parseFixed(std::string_view text, int decimals);

/// The shortest decimal: fixedText(2500, 3) is "2.5".
std::string fixedText(std::int64_t value, int decimals);

/// true, false and YAML 1.1's yes, no, on, off, in the three usual spellings of each.
std::optional<bool> parseBool(std::string_view text);

/// True where YAML (1.1 or 1.2) reads the unquoted text as null, a boolean or a number.
bool looksUntextual(std::string_view plain);

/// For messages: cut to 40 characters, control characters and broken UTF-8 replaced.
std::string shownText(std::string_view text);

}  // namespace perfect
