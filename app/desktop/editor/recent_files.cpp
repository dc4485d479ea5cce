// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/recent_files.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

namespace perfect {
namespace {

const QString kKey = QStringLiteral("editor/recentFiles");

}  // namespace

QStringList recentFiles() {
  QStringList files = QSettings().value(kKey).toStringList();
  files.removeIf([](const QString& path) { return !QFileInfo(path).isFile(); });
  return files.mid(0, kMostRecentFiles);
}

void rememberFile(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  QStringList files = QSettings().value(kKey).toStringList();
  files.removeAll(whole);
  files.prepend(whole);
  QSettings().setValue(kKey, QStringList(files.mid(0, kMostRecentFiles)));
}

void forgetRecentFiles() { QSettings().remove(kKey); }

}  // namespace perfect
