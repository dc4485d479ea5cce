// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page of Help: words are never broken, and the long names of fields in tables may go on in the next line after a point.
// Where they may, a zero-width space stands that nobody sees, copies or has to search for.
// Thread rule: the GUI thread.
#pragma once

#include <QTextBrowser>

namespace perfect {

class HelpBrowser final : public QTextBrowser {
  Q_OBJECT

 public:
  explicit HelpBrowser(QWidget* parent = nullptr);

  void showPage(const QString& html);
  /// Lights every place of these words, in any case.
  void light(const QStringList& words);

 protected:
  QMimeData* createMimeDataFromSelection() const override;
};

}  // namespace perfect
