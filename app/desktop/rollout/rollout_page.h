// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rollout of the service in focus, with its verbs and its image. A verb that its state does not allow is disabled
// and says why; the planner itself is asked (core/reconcile/plan).
// Thread rule: the GUI thread.
#pragma once

#include <QList>

#include "app/desktop/page.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace perfect {

class SteadyLabel;
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
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Verb {
    RolloutAction action;
    QPushButton* button;
    QString tip;
  };
  void buildVerbs();
  void arrangeVerbs();
  void buildImage();
  void showStatus(SimTime now);
  void showVerbs(SimTime now);
  void listImages(const Snapshot& snapshot);
  void imageEdited();
  void setImage();

  std::shared_ptr<const ServiceState> m_service;
  SteadyLabel* m_status;
  QLabel* m_reason;
  QWidget* m_body;
  StepBar* m_steps;
  VersionsTable* m_versions;
  QLabel* m_why;
  WaitsList* m_waits;
  QList<Verb> m_verbs;
  QGridLayout* m_grid = nullptr;  ///< of the verbs
  int m_columns = 0;
  QComboBox* m_image = nullptr;
  QPushButton* m_setImage = nullptr;
  QString m_shownImage;  ///< what the field was last given; another text in it is the person's
};

}  // namespace perfect
