// SPDX-License-Identifier: GPL-3.0-or-later
//
// In whose words a text is rendered: core's own are English with plain digits, as REST, JSON, mails and files have
// them; a window brings those of its language. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace perfect {

class Wording {
 public:
  Wording() = default;
  virtual ~Wording() = default;
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  /// The same text in another language, with its placeholders (those of
  /// core/events/text_template.h for events, of filledPattern() for the rest); it lives as long as both.
  virtual std::string_view pattern(std::string_view english) const { return english; }
  virtual std::string number(std::int64_t value) const { return std::to_string(value); }
  virtual std::string_view decimalPoint() const { return "."; }
};

const Wording& plainEnglish();

/// The pattern in `wording`, with {0} … {9} replaced by those words; other braces stand for themselves. A placeholder
/// without a word stays as it is.
std::string filledPattern(const Wording& wording, std::string_view pattern, const std::vector<std::string>& words);

/// A text whose words are known when it is said and whose language is chosen when it is read.
struct Saying {
  std::string_view pattern;  ///< a literal: core's own, English
  std::vector<std::string> words;

  std::string text(const Wording& wording = plainEnglish()) const { return filledPattern(wording, pattern, words); }
  bool empty() const { return pattern.empty(); }
};

}  // namespace perfect
