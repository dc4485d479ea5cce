// SPDX-License-Identifier: GPL-3.0-or-later
//
// Diff before apply: what the manifest in the editor would change, in words, as rich text. Pure; the GUI thread.
#pragma once

#include <QString>
#include <vector>

#include "core/snapshot/apply_preview.h"

namespace perfect {

/// How a changed field is written: its path above what it was and becomes, or all of it in one line.
enum class FieldLines { Two, One };

/// One heading a service ("api: a rollout by Canary"), and below it its fields, at most `mostFields` in all; how many
/// more there are is said. The first 20 services are looked at.
QString applyPreviewHtml(const Snapshot& snapshot, const std::vector<ServiceSpec>& wanted, int mostFields,
                         FieldLines lines = FieldLines::Two);

}  // namespace perfect
