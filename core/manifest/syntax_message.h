// SPDX-License-Identifier: GPL-3.0-or-later
//
// yaml-cpp's terse texts as plain words with a remedy. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace perfect {

/// `parserText`: what the parser said; `at`: the text from the place of the fault on (may be empty).
std::string syntaxMessage(std::string_view parserText, std::string_view at);

}  // namespace perfect
