// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rollout of the service in focus, with its verbs. A verb that its state does not allow is disabled
// and says why; the planner itself is asked (core/reconcile/plan).
// Thread rule: the GUI thread.
#pragma once

#include <QList>

#include "app/desktop/page.h"

class QLabel;
class QPushButton;

namespace perfect {

class StepBar;
class VersionsTable;
class WaitsList;

class RolloutPage final : public Page {
  Q_OBJECT

 public:
  explicit RolloutPage(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus) override;
  void setNow(SimTime now) override;

 protected:
  void restyle() override;

 private:
  struct Verb {
    RolloutAction action;
    QPushButton* button;
    QString tip;
  };
  void buildVerbs();
  void showVerbs(SimTime now);

  std::shared_ptr<const ServiceState> m_service;
  QLabel* m_status;
  QWidget* m_body;
  StepBar* m_steps;
  VersionsTable* m_versions;
  QLabel* m_why;
  WaitsList* m_waits;
  QList<Verb> m_verbs;
};

}  // namespace perfect
