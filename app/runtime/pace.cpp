// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/pace.h"

#include <algorithm>

#include "core/base/assert.h"

namespace perfect {

using std::chrono::microseconds;

void Pace::start(SimTime sim, TimePoint real, std::int64_t speedMilli) {
  PERFECT_ASSERT(speedMilli >= 1 && speedMilli <= 1000000);
  m_sim = sim;
  m_real = real;
  m_speedMilli = speedMilli;
}

SimTime Pace::simAt(TimePoint real) const {
  const std::int64_t elapsed =
      std::max<std::int64_t>(0, std::chrono::duration_cast<microseconds>(real - m_real).count());
  // Whole minutes first: the product of a year in microseconds and speed 1000 would overflow.
  const std::int64_t minutes = elapsed / 60000000;
  const std::int64_t rest = elapsed % 60000000;
  return m_sim + minutes * 60 * m_speedMilli + rest * m_speedMilli / 1000000;
}

Pace::TimePoint Pace::realAt(SimTime sim) const {
  if (sim <= m_sim) return m_real;
  const std::int64_t distance = sim - m_sim;
  const std::int64_t minutes = distance / (60 * m_speedMilli);
  const std::int64_t rest = distance % (60 * m_speedMilli);
  return m_real + microseconds(minutes * 60000000 + (rest * 1000000 + m_speedMilli - 1) / m_speedMilli);
}

}  // namespace perfect
