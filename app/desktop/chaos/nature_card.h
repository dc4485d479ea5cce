// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the pods of a service behave by nature: how slowly they start, how often they crash. These are fields of the
// manifest, so changing them is an apply: what it changes is shown first.
// Thread rule: the GUI thread.
#pragma once

#include "app/desktop/chaos/control_card.h"

class QDoubleSpinBox;

namespace perfect {

class NatureCard final : public ControlCard {
  Q_OBJECT

 public:
  explicit NatureCard(QWidget* parent = nullptr);

 protected:
  void show(bool another) override;
  void restyle() override { showDiff(); }

 private:
  QDoubleSpinBox* makeDecimal(double most, const QString& name, const QString& prefix, const QString& suffix);
  ServiceSpec wanted() const;
  void takeOver();
  void showDiff();

  QDoubleSpinBox* m_start = nullptr;
  QDoubleSpinBox* m_boot = nullptr;
  QDoubleSpinBox* m_crashes = nullptr;
  QDoubleSpinBox* m_errors = nullptr;
  QLabel* m_diff = nullptr;
  QPushButton* m_apply = nullptr;
  QPushButton* m_back = nullptr;
  std::shared_ptr<const ServiceSpec> m_spec;  ///< that the numbers were taken from
};

}  // namespace perfect
