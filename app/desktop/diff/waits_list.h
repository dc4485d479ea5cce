// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Waits for": what a service waits for, until when, and why. Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <memory>
#include <vector>

#include "core/model/service_state.h"

class QLabel;
class QVBoxLayout;

namespace perfect {

class WaitsList final : public QFrame {
  Q_OBJECT

 public:
  explicit WaitsList(QWidget* parent = nullptr);
  void present(const std::shared_ptr<const ServiceState>& service, SimTime now);
  void setNow(SimTime now);

 private:
  struct Line {
    QWidget* row;
    QLabel* text;
    QLabel* left;
    QLabel* why;
  };
  Line addLine();

  std::shared_ptr<const ServiceState> m_service;
  std::vector<Line> m_lines;
  QLabel* m_nothing;
  QVBoxLayout* m_column;
};

}  // namespace perfect
