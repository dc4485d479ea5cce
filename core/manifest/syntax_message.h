// SPDX-License-Identifier: GPL-3.0-or-later
//
// yaml-cpp's terse texts as plain words with a remedy, those of core/manifest/yaml_texts.h. Pure; any thread.
#pragma once

#include <string_view>

#include "core/base/wording.h"

namespace perfect {

/// `parserText`: what the parser said; `at`: the text from the place of the fault on (may be empty).
Saying syntaxMessage(std::string_view parserText, std::string_view at);

}  // namespace perfect
