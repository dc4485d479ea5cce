// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why is nothing happening?" as a card: what is awaited and until when, with the way on to press.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

#include "app/desktop/frame.h"

class QLabel;

namespace perfect {

class StillCard final : public QFrame {
  Q_OBJECT

 public:
  explicit StillCard(QWidget* parent = nullptr);
  void present(const Frame& frame);
  void setNow(SimTime now);
  QString text() const;
  /// Written anew, in the colours that are in use now.
  void restyle() { show(m_frame.clock.t); }

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);
  void focusChosen(const perfect::Focus& focus);
  void runClockWanted();
  void applyWanted();

 private:
  void show(SimTime now);
  void follow(const QString& link);

  Frame m_frame;
  QLabel* m_text;
  SimTime m_shownAt = kNever;
};

}  // namespace perfect
