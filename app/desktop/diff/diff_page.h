// SPDX-License-Identifier: GPL-3.0-or-later
//
// Desired against Actual of the service in focus. Thread rule: the GUI thread.
#pragma once

#include "app/desktop/page.h"

class QLabel;

namespace perfect {

class WaitsList;

class DiffPage final : public Page {
  Q_OBJECT

 public:
  explicit DiffPage(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus) override;
  void setNow(SimTime now) override;

 protected:
  void restyle() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitColumns();

  std::shared_ptr<const ServiceState> m_service;
  int m_columns = 0;  ///< characters on a line; what is shown was written for so many
  QLabel* m_status;
  QLabel* m_diff;
  QFrame* m_card;
  WaitsList* m_waits;
};

}  // namespace perfect
