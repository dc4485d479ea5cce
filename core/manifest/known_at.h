// SPDX-License-Identifier: GPL-3.0-or-later
//
// What may stand at a place of a manifest, asked of the reader itself, so that an editor's completion knows what it knows.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace perfect {

/// Stands in the text for what is asked about. No field and no word is called so, nor nearly so.
inline constexpr std::string_view kProbe = "zz-probe-zz";

/// Where line `line` (from 1) has a field called kProbe: the fields that may stand there. Where it has a field with the
/// value kProbe: the words that it takes. Otherwise, and where anything goes, nothing.
/// Example: "spec:\n  zz-probe-zz: 0" at line 2 gives replicas, image, env …
std::vector<std::string> knownInManifest(std::string_view yaml, int line);

}  // namespace perfect
