// SPDX-License-Identifier: GPL-3.0-or-later
//
// Core's texts by name: a table is a struct that has nothing but TextPatterns, each with its English, so that none can
// stand in the wrong place and a translator is shown all of them. Pure; any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <vector>

namespace perfect {

/// A text for filledPattern(). Explicit: what is said is of a table, never a text of the place where it is said.
class TextPattern {
 public:
  constexpr explicit TextPattern(const char* english) : m_english(english) {}
  constexpr std::string_view english() const { return m_english; }

 private:
  std::string_view m_english;
};

/// Every text of a table, in its order.
template <typename Table>
std::vector<std::string_view> patternsOf(const Table& table) {
  static_assert(std::is_trivially_copyable_v<Table> && sizeof(Table) % sizeof(TextPattern) == 0);
  std::vector<std::string_view> all;
  const auto texts = std::bit_cast<std::array<TextPattern, sizeof(Table) / sizeof(TextPattern)>>(table);
  for (const TextPattern& text : texts) all.push_back(text.english());
  return all;
}

}  // namespace perfect
