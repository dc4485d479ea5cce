// SPDX-License-Identifier: GPL-3.0-or-later
//
// What could be written next where the cursor stands in a manifest or scenario, and what a field is for. The names come
// from the reader of core; the help of each is a table here, and a test holds that none lacks it.
// Pure; the GUI thread (translations).
#pragma once

#include <QString>
#include <QStringList>

namespace perfect {

struct Completion {
  QStringList words;   ///< all that may still stand here, in the reader's order
  QString begun;       ///< what of it is written already, before the cursor
  bool field = false;  ///< names of fields, rather than values of one
};

/// `line` and `column` from 0, as editors count.
Completion completionAt(const QString& text, int line, int column);
/// "How many pods are wanted." Empty: no such field.
QString fieldHelp(const QString& field);
/// The field that a line of YAML sets, or empty.
QString fieldOfLine(const QString& line);

}  // namespace perfect
