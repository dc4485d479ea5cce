// SPDX-License-Identifier: GPL-3.0-or-later
//
// When the controller's ticks fall: every period from t = 0; a new period counts from the next tick on.
#pragma once

#include "core/base/units.h"

namespace perfect::storm {

class TickGrid {
 public:
  explicit TickGrid(Millis tick) : m_tick(tick) {}
  bool isTick(SimTime t) const { return t >= m_base && (t - m_base) % m_tick == 0; }
  /// The first tick at or after `t`.
  SimTime atOrAfter(SimTime t) const {
    return t <= m_base ? m_base : m_base + (t - m_base + m_tick - 1) / m_tick * m_tick;
  }
  /// A Command given at `now`, before that instant's own tick.
  void change(SimTime now, Millis tick) {
    m_base = atOrAfter(now);
    m_tick = tick;
  }

 private:
  SimTime m_base = 0;
  Millis m_tick;
};

}  // namespace perfect::storm
