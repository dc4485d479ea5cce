// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text as a YAML scalar that every YAML reader reads as that same text. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace perfect {

/// Plain where nothing can be misread, else in double quotes with escapes: yes, 0, null, "a: b", line breaks.
/// Requires UTF-8; bytes that are none are written as U+FFFD.
std::string yamlScalar(std::string_view text);

}  // namespace perfect
