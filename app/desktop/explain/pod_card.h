// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inspector of one pod: what it is, its probes, when its state ends, and what can be done to it.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

#include "app/desktop/frame.h"

class QLabel;
class QPushButton;

namespace perfect {

class PodCard final : public QFrame {
  Q_OBJECT

 public:
  explicit PodCard(QWidget* parent = nullptr);
  /// False: the pod is gone.
  bool present(const ServiceEntry& entry, PodOrdinal ordinal, SimTime now);
  void setNow(SimTime now);

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QString factsHtml(const Pod& pod) const;

  ServiceEntry m_entry;
  PodOrdinal m_ordinal = kNoPod;
  QString m_facts;
  QLabel* m_name;
  QLabel* m_state;
  QLabel* m_text;
  QPushButton* m_kill;
  QPushButton* m_crash;
  QPushButton* m_health;
};

}  // namespace perfect
