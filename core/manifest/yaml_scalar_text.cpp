// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/yaml_scalar_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/manifest/scalar.h"
#include "core/manifest/yaml_text.h"

namespace perfect {
namespace {

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Letters, digits and marks that mean nothing to YAML inside a word; ':' only before another such character.
bool isPlainWord(std::string_view text) {
  if (text.empty() || text.back() == ':' || looksUntextual(text)) return false;
  // YAML 1.1 reads a lone y or n as a boolean, 1:30 as sixty-fold digits and 2026-01-01 as a date.
  if (text.size() == 1 && !isLetterOrDigit(text.front())) return false;
  if (std::string_view("yYnN").find(text) != std::string_view::npos) return false;
  const char first = text.front();
  if (!isLetterOrDigit(first) && first != '/' && first != '_') return false;
  if (first >= '0' && first <= '9' && text.find_first_not_of("0123456789:-.") == std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return isLetterOrDigit(c) || std::string_view("/_-.:@+%=").find(c) != std::string_view::npos;
  });
}

std::string hexEscape(std::uint32_t code) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string escape = code > 0xffff ? "\\U" : "\\u";
  for (int shift = code > 0xffff ? 28 : 12; shift >= 0; shift -= 4) escape += digits[(code >> shift) & 0xf];
  return escape;
}

/// Line separators, byte order marks and what is not printable would not survive as they are.
bool needsEscape(std::uint32_t code) {
  return !isPrintable(code) || code == 0x85 || code == 0xa0 || code == 0x2028 || code == 0x2029 || code == 0xfeff ||
         code == 0xfffe || code == 0xffff;
}

void appendQuoted(std::string& quoted, std::string_view character, std::uint32_t code) {
  if (code == '"' || code == '\\') {
    quoted += '\\';
    quoted += character;
  } else if (code == '\n') {
    quoted += "\\n";
  } else if (code == '\t') {
    quoted += "\\t";
  } else if (code == '\r') {
    quoted += "\\r";
  } else if (needsEscape(code)) {
    quoted += hexEscape(code);
  } else {
    quoted += character;
  }
}

}  // namespace

std::string yamlScalar(std::string_view text) {
  if (isPlainWord(text)) return std::string(text);
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    std::uint32_t code = 0;
    const std::size_t length = decodeUtf8(text, at, code);
    if (length == 0) {
      quoted += "\xef\xbf\xbd";
      ++at;
      continue;
    }
    appendQuoted(quoted, text.substr(at, length), code);
    at += length;
  }
  return quoted + "\"";
}

}  // namespace perfect
