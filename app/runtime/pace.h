// SPDX-License-Identifier: GPL-3.0-or-later
//
// How simulated time follows real time at a speed: a line through one point. Reads no clock itself.
// Thread rule: none of its own (plain value).
#pragma once

#include <chrono>

#include "core/base/units.h"

namespace perfect {

class Pace {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// From now on `sim` belongs to `real`, and time goes on at `speedMilli` thousandths (1 … 1,000,000).
  void start(SimTime sim, TimePoint real, std::int64_t speedMilli);
  /// The simulated instant that `real` has reached; whole milliseconds, never before the start's.
  SimTime simAt(TimePoint real) const;
  /// The first real moment at which simAt() is `sim` or later.
  TimePoint realAt(SimTime sim) const;
  std::int64_t speedMilli() const { return m_speedMilli; }

 private:
  TimePoint m_real{};
  SimTime m_sim = 0;
  std::int64_t m_speedMilli = 1000;
};

}  // namespace perfect
