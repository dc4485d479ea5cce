// SPDX-License-Identifier: GPL-3.0-or-later
//
// A rollout's steps in a row: done, present, to come. Thread rule: the GUI thread.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "core/model/service_state.h"

namespace perfect {

struct RolloutStep {
  enum class State { Done, Present, Waiting };
  QString text;  ///< "25 %", "green ready", "switch"
  State state = State::Waiting;
};
/// The steps of whatever strategy the service has.
std::vector<RolloutStep> rolloutSteps(const ServiceState& service);

class StepBar final : public QWidget {
  Q_OBJECT

 public:
  explicit StepBar(QWidget* parent = nullptr);
  void present(const ServiceState& service);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<RolloutStep> m_steps;
};

}  // namespace perfect
