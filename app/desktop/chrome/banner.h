// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line above the Grid that says what went wrong (or was done) and goes when it is closed or answered.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace perfect::theme {
class Symbol;
}

namespace perfect {

class Banner final : public QFrame {
  Q_OBJECT

 public:
  explicit Banner(QWidget* parent = nullptr);

  void showError(const QString& text);
  /// Goes by itself after a few seconds.
  void showNotice(const QString& text);
  QString text() const;

 private:
  void display(const QString& text, const char* role);

  theme::Symbol* m_symbol;
  QLabel* m_text;
  QTimer m_away;
};

}  // namespace perfect
