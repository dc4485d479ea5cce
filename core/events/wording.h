// SPDX-License-Identifier: GPL-3.0-or-later
//
// In whose words a text is rendered: core's own are English with plain digits, as REST, JSON, mails and files have
// them; a window brings those of its language. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace perfect {

class Wording {
 public:
  Wording() = default;
  virtual ~Wording() = default;
  Wording(const Wording&) = delete;
  Wording& operator=(const Wording&) = delete;

  /// The same text in another language, in the language of core/events/text_template.h; it lives as long as both.
  virtual std::string_view pattern(std::string_view english) const { return english; }
  virtual std::string number(std::int64_t value) const { return std::to_string(value); }
  virtual std::string_view decimalPoint() const { return "."; }
};

const Wording& plainEnglish();

}  // namespace perfect
