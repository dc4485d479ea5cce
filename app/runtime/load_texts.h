// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of files that cannot be read. Thread rule: none.
#pragma once

#include "core/base/text_pattern.h"

namespace perfect {

struct LoadTexts {
  TextPattern unreadable{"{0}: error: cannot be read: {1}"};
  TextPattern directory{"it is a directory; name a file in it"};
  TextPattern noFile{"there is no such file"};
  TextPattern tooLarge{"{0}:1:1: error: the file is larger than 1 MiB; split it into several files"};
};
inline constexpr LoadTexts kLoadTexts{};

}  // namespace perfect
