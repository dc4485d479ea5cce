// SPDX-License-Identifier: GPL-3.0-or-later
//
// The word somebody probably meant. Pure; any thread.
#pragma once

#include <QString>
#include <QStringList>

namespace perfect {

/// The candidate nearest to `word`, where one is near enough (at most a third of its letters differ), or an empty string.
QString nearestWord(const QString& word, const QStringList& candidates);

}  // namespace perfect
