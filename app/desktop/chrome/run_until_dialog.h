// SPDX-License-Identifier: GPL-3.0-or-later
//
// Until when shall it run? A time of the clock, the next event, or until every service is stable.
// Thread rule: the GUI thread.
#pragma once

#include <QDialog>

#include "app/runtime/controller.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace perfect {

class RunUntilDialog final : public QDialog {
  Q_OBJECT

 public:
  RunUntilDialog(SimTime now, QWidget* parent);
  void setNow(SimTime now);

 Q_SIGNALS:
  void wanted(perfect::RunGoal goal, perfect::SimTime t);

 private:
  void judge();
  void go();

  SimTime m_now;
  QLineEdit* m_time;
  QLabel* m_note;
  QPushButton* m_go;
};

}  // namespace perfect
