// SPDX-License-Identifier: GPL-3.0-or-later
//
// Help where it is needed: which page belongs to a control, F1, and "What's this?" for every control.
// A control may name its page in the property "helpPage"; else that of the room it stands in counts.
// Thread rule: the GUI thread. The window outlives it.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include "app/desktop/help/help_window.h"

namespace perfect {

class HelpDesk final : public QObject {
  Q_OBJECT

 public:
  explicit HelpDesk(QWidget& window);

  /// The page about a control, or about the nearest one around it that has one; the first page for none.
  static QString pageFor(const QWidget* control);

  /// Opens the window of Help at this page ("glossary#tick").
  void open(const QString& where);
  /// At the page about what has the keyboard.
  void openHere();
  /// The next click says what a control is for.
  void askWhatThisIs();
  HelpWindow* helpWindow() const { return m_help; }

 Q_SIGNALS:
  void opened();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void explainControls();

  QWidget& m_window;
  QPointer<HelpWindow> m_help;
};

}  // namespace perfect
