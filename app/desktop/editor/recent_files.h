// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files that were opened or saved last, newest first; remembered.
// Thread rule: the GUI thread.
#pragma once

#include <QStringList>

namespace perfect {

inline constexpr int kMostRecentFiles = 10;

/// Those that are still there.
QStringList recentFiles();
void rememberFile(const QString& path);
void forgetRecentFiles();

}  // namespace perfect
