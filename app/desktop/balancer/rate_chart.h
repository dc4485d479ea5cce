// SPDX-License-Identifier: GPL-3.0-or-later
//
// Requests and errors a second over the last two minutes. Thread rule: the GUI thread.
#pragma once

#include <QWidget>
#include <deque>

#include "app/desktop/balancer/traffic_history.h"

namespace perfect {

class RateChart final : public QWidget {
  Q_OBJECT

 public:
  explicit RateChart(QWidget* parent = nullptr);
  void present(const std::deque<TrafficSample>& samples, SimTime now);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {140, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::deque<TrafficSample> m_samples;
  SimTime m_now = 0;
};

}  // namespace perfect
