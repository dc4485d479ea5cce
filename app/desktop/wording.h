// SPDX-License-Identifier: GPL-3.0-or-later
//
// What core says, in the language of the window and with its numbers: "Wird ausgerollt 12.000/1.000.000". The texts are
// those of resources/translations/core_LANGUAGE.ts, context "core"; what is not there, and every identifier, stays
// English. Read once, before they are first asked for; any thread may render with them until they are read again.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/wording.h"

namespace perfect {

class WindowWording final : public Wording {
 public:
  /// The GUI thread: asks the installed translations for every pattern.
  WindowWording();

  /// Allocates nothing; in English it does not even look.
  std::string_view pattern(std::string_view english) const override;
  std::string number(std::int64_t value) const override;
  std::string_view decimalPoint() const override { return m_point; }

 private:
  std::unordered_map<std::string_view, std::string> m_patterns;  // by core's own text; empty in English
  std::string m_group;
  std::string m_point;
};

/// Every text of core that a window shows and that has a translation where there is one for the language.
std::vector<std::string_view> corePatterns();

namespace words {

/// In the language of the window, as it was when it was read.
const Wording& wording();
/// Reads it again: the language has changed. The GUI thread, while nobody renders.
void readWording();

}  // namespace words
}  // namespace perfect
