// SPDX-License-Identifier: GPL-3.0-or-later
//
// In sight wherever one looks, as long as chaos goes on: what is running, and the one button that ends it.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

#include "app/desktop/frame.h"

class QLabel;
class QPushButton;

namespace perfect {

class ChaosAlarm final : public QFrame {
  Q_OBJECT

 public:
  explicit ChaosAlarm(QWidget* parent = nullptr);
  void setFrame(const Frame& frame);

 Q_SIGNALS:
  void stopWanted();

 private:
  QLabel* m_text;
  QPushButton* m_stop;
};

}  // namespace perfect
