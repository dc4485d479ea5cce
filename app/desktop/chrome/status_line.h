// SPDX-License-Identifier: GPL-3.0-or-later
//
// The line at the bottom: running or paused, pods, pace, seed, REST address, mail.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

#include "app/desktop/frame.h"
#include "app/desktop/theme/icons.h"

class QAction;
class QLabel;

namespace perfect::theme {
class Symbol;
}

namespace perfect {

class StatusLine final : public QFrame {
  Q_OBJECT

 public:
  explicit StatusLine(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  void setClock(const ClockState& clock);
  void setRestUrl(const QString& url);
  /// `text` empty: no mail server is set.
  void setMail(const QString& text, bool unsafe);
  /// A small button at the end of the line, on while its panel is shown.
  void addFold(QAction& action, theme::Glyph glyph);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void put(QLabel& label, const QString& text);
  void fit();
  QLabel* addLabel(const QString& name, const QString& tip);

  bool m_asks = false;  ///< the show waits for an answer
  theme::Symbol* m_symbol;
  QLabel* m_running;
  QLabel* m_pods;
  QLabel* m_pace;
  QLabel* m_events;
  QLabel* m_seed;
  QLabel* m_rest;
  QLabel* m_mail = nullptr;
};

}  // namespace perfect
