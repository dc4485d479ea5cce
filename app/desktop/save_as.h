// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Save as…": asks for a place without stopping the window, then writes the file, whole or not at all.
// Thread rule: the GUI thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

class QWidget;

namespace perfect {

struct SaveAs {
  QString title;                                                        ///< of the dialog
  QString name;                                                         ///< proposed, with its ending
  QString filter;                                                       ///< "CSV (*.csv)"
  std::function<QByteArray()> bytes;                                    ///< asked for once a place is chosen
  std::function<void(const QString& path, const QString& fault)> done;  ///< fault is empty where it was written
};

/// The dialog belongs to `parent` and goes with it; nothing is called where the person changes their mind.
void askAndSave(QWidget* parent, const SaveAs& what);

}  // namespace perfect
