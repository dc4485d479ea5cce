// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wording.h"

namespace perfect {

const Wording& plainEnglish() {
  static const Wording english;
  return english;
}

std::string filledPattern(const Wording& wording, std::string_view pattern, const std::vector<std::string>& words) {
  std::string text;
  std::string_view rest = wording.pattern(pattern);
  for (auto brace = rest.find('{'); brace != std::string_view::npos; brace = rest.find('{')) {
    const std::string_view behind = rest.substr(brace + 1);
    const bool placeholder = behind.size() >= 2 && behind[0] >= '0' && behind[0] <= '9' && behind[1] == '}';
    const auto word = placeholder ? static_cast<std::size_t>(behind[0] - '0') : words.size();
    text += rest.substr(0, word < words.size() ? brace : brace + 1);
    if (word < words.size()) text += words[word];
    rest = word < words.size() ? behind.substr(2) : behind;
  }
  return text.append(rest);
}

}  // namespace perfect
