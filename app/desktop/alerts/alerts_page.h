// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alerts: where mails go, every service's alert and its mails, and the rehearsal of other rules.
// Thread rule: the GUI thread.
#pragma once

#include "app/desktop/alerts/alert_desk.h"
#include "app/desktop/page.h"

class QLabel;

namespace perfect {

class AlertStates;
class RehearsalCard;

class AlertsPage final : public Page {
  Q_OBJECT

 public:
  explicit AlertsPage(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus) override;
  void setNow(SimTime now) override;
  void setMailState(const MailState& state);

  RehearsalCard* rehearsal() const { return m_rehearsal; }

 Q_SIGNALS:
  void preferencesWanted();

 private:
  QLabel* m_where;
  QLabel* m_warning;
  QLabel* m_show;
  AlertStates* m_states;
  RehearsalCard* m_rehearsal;
};

}  // namespace perfect
