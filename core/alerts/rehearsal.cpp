// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/rehearsal.h"

#include <algorithm>
#include <utility>

namespace perfect {
namespace {

/// Plays the looks of one service with other knobs.
class Run {
 public:
  explicit Run(const AlertSettings& settings) : m_settings(settings) {}

  void look(const AlertSight& sight, SimTime t) {
    const AlertPlan plan = planAlert(m_state, m_settings, sight.desired, sight.ready, t);
    m_state = plan.state;
    m_wakeAt = plan.wakeAt;
    endHeld(t);
    for (const AlertDecision decision : plan.decisions) note(decision, plan, t);
  }
  SimTime wakeAt() const { return m_wakeAt; }
  Rehearsal take() { return std::move(m_rehearsal); }

 private:
  /// A held change is over when its state is.
  void endHeld(SimTime t) {
    if (m_holding && m_state.pendingSince != m_rehearsal.held.back().since && m_state.lastNotified != t) {
      m_rehearsal.held.back().over = t;
      m_holding = false;
    }
  }
  void note(AlertDecision decision, const AlertPlan& plan, SimTime t) {
    if (decision == AlertDecision::SendDown || decision == AlertDecision::SendUp) {
      m_rehearsal.mails.push_back({t, m_state.status, m_state.lastChange, plan.downFor});
      if (m_holding) m_rehearsal.held.back().mailAt = t;
      m_holding = false;
    } else if (!m_holding) {
      m_rehearsal.held.push_back({m_state.lastChange, m_state.status, decision, kNever, kNever});
      m_holding = true;
    }
  }

  AlertSettings m_settings;
  AlertState m_state;
  SimTime m_wakeAt = kNever;
  bool m_holding = false;
  Rehearsal m_rehearsal;
};

/// The first look of a controller that looked at `from` and looks every `tick` again, at `t` or later.
SimTime nextLook(SimTime from, Millis tick, SimTime t) {
  if (t == kNever || t <= from) return t;
  return later(from, (t - from + tick - 1) / tick * tick);
}

}  // namespace

Rehearsal rehearse(const AlertTimeline& timeline, const AlertSettings& settings, SimTime now) {
  Run run(settings);
  const std::vector<AlertSight> sights = timeline.sights();
  for (std::size_t i = 0; i < sights.size() && sights[i].t <= now; ++i) {
    const SimTime end = std::min(i + 1 < sights.size() ? sights[i + 1].t : kNever, later(now, 1));
    run.look(sights[i], sights[i].t);
    for (SimTime t = nextLook(sights[i].t, sights[i].tick, run.wakeAt()); t < end;
         t = nextLook(sights[i].t, sights[i].tick, run.wakeAt())) {
      run.look(sights[i], t);
    }
  }
  return run.take();
}

}  // namespace perfect
