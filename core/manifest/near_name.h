// SPDX-License-Identifier: GPL-3.0-or-later
//
// "did you mean": the known name closest to one that is not known. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_pattern.h"
#include "core/base/wording.h"

namespace perfect {

/// The candidate closest to `name` by insertions, deletions, changes and swaps of neighbours, ignoring case;
/// or one that begins alike; empty when none is close (a third of the letters, at least one). Ties: the first.
std::string_view nearestName(std::string_view name, const std::vector<std::string_view>& candidates);

/// What to do about a name that Kubernetes or Argo have and nobody here; empty when nothing is known.
Saying foreignFieldHint(std::string_view name);

/// "A, B and C": the last one by `last`, which is lastAnd or lastOr of core/manifest/field_texts.h.
std::string listedNames(const std::vector<std::string_view>& names, TextPattern last, const Wording& wording);

}  // namespace perfect
