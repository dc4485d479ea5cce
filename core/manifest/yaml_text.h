// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a text must be before a YAML parser sees it: small enough, UTF-8, printable, and not nested so
// absurdly that a parser would queue it all. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/wording.h"
#include "core/manifest/manifest.h"

namespace perfect {

/// Length of the well-formed UTF-8 sequence at `at` (RFC 3629), or 0; `code` is its character.
std::size_t decodeUtf8(std::string_view text, std::size_t at, std::uint32_t& code);

/// What YAML allows to stand in a text as it is.
bool isPrintable(std::uint32_t code);

/// Where a text is no YAML, and why; it is said in some language where it is reported.
struct YamlFault {
  int line = 0;
  int column = 0;  ///< from 1, in bytes
  Saying what;
};

/// Why the text cannot be YAML at all; none when it may be.
std::optional<YamlFault> textFault(std::string_view text);

/// Without the byte order mark that some editors leave at the beginning.
std::string_view withoutByteOrderMark(std::string_view text);

/// Turns columns counted in bytes into columns counted in characters, as editors show them.
void countColumnsInCharacters(std::string_view text, ManifestErrors& errors);

}  // namespace perfect
