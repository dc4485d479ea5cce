// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/yaml_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/manifest/yaml_texts.h"

namespace perfect {
namespace {

// yaml-cpp queues an open flow collection until it ends, level by level. Its own events say exactly how deep a
// text is; this bound only keeps a hundred thousand brackets from being queued first. Brackets inside quoted
// texts count too, hence the generous number.
constexpr std::int64_t kMostOpenBrackets = 4096;

YamlFault faultAt(int line, int column, TextPattern what, std::vector<std::string> words = {}) {
  return {line, column, {what.english(), std::move(words)}};
}

}  // namespace

std::size_t decodeUtf8(std::string_view text, std::size_t at, std::uint32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) {
    code = lead;
    return 1;
  }
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > text.size()) return 0;
  code = lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return 0;
    code = code << 6 | (byte(at + i) & 0x3f);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  return overlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0 : length;
}

bool isPrintable(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code < 0x7f || code == 0x85 || code >= 0xa0;
}

std::string_view withoutByteOrderMark(std::string_view text) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  if (text.substr(0, mark.size()) == mark) text.remove_prefix(mark.size());
  return text;
}

std::optional<YamlFault> textFault(std::string_view text) {
  if (text.size() > kMaxManifestBytes) {
    return faultAt(1, 1, kYamlTexts.tooLarge);
  }
  int line = 1;
  int column = 1;
  std::int64_t open = 0;
  YamlFault tooDeep;  // where the brackets that are open now first passed the limit
  for (std::size_t at = 0; at < text.size();) {
    std::uint32_t code = 0;
    const std::size_t length = decodeUtf8(text, at, code);
    if (length == 0) return faultAt(line, column, kYamlTexts.notUtf8);
    if (!isPrintable(code)) return faultAt(line, column, kYamlTexts.controlCharacter, {std::to_string(code)});
    if ((code == '[' || code == '{') && ++open == kMaxYamlDepth + 1) {
      tooDeep = faultAt(line, column, kYamlTexts.tooDeep);
    }
    if ((code == ']' || code == '}') && open > 0) --open;
    if (open > kMostOpenBrackets) return tooDeep;
    at += length;
    ++column;
    if (code == '\n' || (code == '\r' && (at == text.size() || text[at] != '\n'))) {
      ++line;
      column = 1;
    }
  }
  return std::nullopt;
}

void countColumnsInCharacters(std::string_view text, ManifestErrors& errors) {
  // Errors come in order of place, so one walk over the text serves them all.
  std::size_t lineStart = 0;
  int line = 1;
  for (ManifestError& error : errors) {
    while (line < error.line) {
      const auto end = text.find_first_of("\r\n", lineStart);
      if (end == std::string_view::npos) return;
      lineStart = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
      ++line;
    }
    if (error.line != line || error.column < 1) continue;
    const std::string_view before = text.substr(lineStart, static_cast<std::size_t>(error.column - 1));
    const auto inner = std::count_if(before.begin(), before.end(),
                                     [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; });
    error.column -= static_cast<int>(inner);
  }
}

}  // namespace perfect
