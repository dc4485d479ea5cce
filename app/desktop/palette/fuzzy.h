// SPDX-License-Identifier: GPL-3.0-or-later
//
// How well a few typed letters fit a name: all of them, in order, better at the beginning of words and in a row.
// Pure; any thread.
#pragma once

#include <QString>
#include <optional>

namespace perfect {

/// Higher is better; nothing: it does not fit. Letters' case counts for nothing; spaces in `typed` part words that may
/// stand anywhere ("theme light" fits "Light theme").
std::optional<int> fuzzyScore(const QString& typed, const QString& name);

/// How many letters have to be typed, changed or left out to make one of the other (Levenshtein), without case.
int editDistance(const QString& a, const QString& b);

}  // namespace perfect
