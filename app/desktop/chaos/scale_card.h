// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many replicas the service should have. Thread rule: the GUI thread.
#pragma once

#include "app/desktop/chaos/control_card.h"

namespace perfect {

class ScaleCard final : public ControlCard {
  Q_OBJECT

 public:
  explicit ScaleCard(QWidget* parent = nullptr);

 protected:
  void show(bool another) override;

 private:
  QSpinBox* m_replicas;
};

}  // namespace perfect
