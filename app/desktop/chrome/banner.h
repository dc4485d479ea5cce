// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line that says what went wrong (or was done) and goes when it is closed or answered. It lies over the lower edge of
// another widget and takes no room of its own: whoever is about to click meets what stood there before.
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
  /// Lies over the lower edge of `place`, a child of `parent`.
  Banner(QWidget* place, QWidget* parent);

  void showError(const QString& text);
  /// Goes by itself after a few seconds.
  void showNotice(const QString& text);
  QString text() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void display(const QString& text, const char* role);
  void lie();

  QWidget* m_place;
  theme::Symbol* m_symbol;
  QLabel* m_text;
  QTimer m_away;
};

}  // namespace perfect
