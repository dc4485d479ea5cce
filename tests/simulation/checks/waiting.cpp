// SPDX-License-Identifier: GPL-3.0-or-later
//
// `waiting` names the next thing that really happens: no wait is over and still listed, what is due at its time happens
// then, what happens by a timer was announced, and a rollout under way always says what it waits for.
#include <algorithm>
#include <map>
#include <tuple>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"
#include "tests/simulation/tick_grid.h"

namespace perfect::storm {

namespace {

bool underWay(RolloutPhase phase) {
  return phase == RolloutPhase::Progressing || phase == RolloutPhase::Paused || phase == RolloutPhase::Analysing;
}

/// Happens to a pod, at its very time; the others are the controller's, at its next tick.
bool isOfPods(WaitFor what) {
  return what == WaitFor::PodsStarting || what == WaitFor::ProbeSuccess || what == WaitFor::BackOff ||
         what == WaitFor::MinReady || what == WaitFor::Drain;
}

class WaitingList : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    if (m.stage == Stage::Command && m.answer->ok()) {
      if (const auto* tick = std::get_if<TickCommand>(m.command)) m_grid->change(m.t, tick->tick);
    }
    if (!m_grid) m_grid = std::make_unique<TickGrid>(m.options->tick);
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr) continue;
      followPeriod(m.t, *step.is);
      if (m.stage != Stage::Command) notStale(m, *step.is, f);
      if (step.was == nullptr) continue;
      if (m.stage == Stage::Agents) cameTrue(m, step, f);
      if (m.stage == Stage::Tick && m.ticked && step.changed) {
        announced(m, step, f);
        saysSomething(*step.is, f);
      }
    }
  }

 private:
  // At its time, or at the first tick from then on, a wait is over.
  void notStale(const Moment& m, const ServiceState& s, Findings& f) {
    for (const Waiting& w : s.waiting) {
      if (w.until == kNever) continue;
      SimTime last = isOfPods(w.what) ? w.until : m_grid->atOrAfter(w.until);
      if (w.what == WaitFor::ProgressDeadline) last = m_grid->atOrAfter(w.until + 1);
      if (w.what == WaitFor::ScaleDownWindow) {
        last = m_grid->atOrAfter(nextLoad(s, std::max(w.until, m_periods.at(s.index).second)));
      }
      if (w.what == WaitFor::ScaleDownDelay || w.what == WaitFor::ProgressDeadline) {
        // A delay of nothing, or a deadline that was over when it was told to go on, ends with the next tick.
        const SimTime seen = m_delays.emplace(std::tuple{s.index, w.version, w.what, w.until}, m.t).first->second;
        last = std::max(last, m_grid->atOrAfter(seen + 1));
      }
      const bool open = m.stage == Stage::Tick ? last > m.t : last >= m.t;
      f.expect(open, "waiting", [&] {
        return s.spec->name + ": still waits for something until " + std::to_string(w.until) + " ms: " + name(w.what);
      });
    }
  }

  // Looks follow the period that is in force; none of a new one falls before it was applied.
  void followPeriod(SimTime t, const ServiceState& s) {
    const Millis period = s.spec->autoscale ? s.spec->autoscale->period : 0;
    const auto known = m_periods.find(s.index);
    if (known == m_periods.end() || known->second.first != period) m_periods[s.index] = {period, t};
  }

  // The autoscaler looks at whole periods only.
  static SimTime nextLoad(const ServiceState& s, SimTime t) {
    if (!s.spec->autoscale || s.autoscale.enabledAt == kNever || t < s.autoscale.enabledAt) return t;
    const Millis period = s.spec->autoscale->period;
    return s.autoscale.enabledAt + (t - s.autoscale.enabledAt + period - 1) / period * period;
  }

  // What is announced for this very time happens: a pod of the service changes.
  static void cameTrue(const Moment& m, const ServiceStep& step, Findings& f) {
    for (const Waiting& w : step.was->waiting) {
      if (w.until != m.t || !isOfPods(w.what)) continue;
      f.expect(step.podsWere != step.pods, "waiting", [&] {
        return step.was->spec->name + ": nothing happened at " + std::to_string(m.t) + " ms, where " + name(w.what) +
               " should have";
      });
    }
  }

  // What the controller did by a timer was on the list before.
  static void announced(const Moment& m, const ServiceStep& step, Findings& f) {
    for (const Event& e : *m.events) {
      if (e.service != step.is->index) continue;
      WaitFor what = WaitFor::Tick;
      if (e.reason == Reason::ProgressDeadlineExceeded) {
        what = WaitFor::ProgressDeadline;
      } else if (e.reason == Reason::SuccessfulRescale) {
        what = WaitFor::AutoscaleLook;
      } else {
        continue;
      }
      const auto& list = step.was->waiting;
      const bool known = std::any_of(list.begin(), list.end(), [&](const Waiting& w) {
        return (w.what == what && w.until <= m.t) || w.what == WaitFor::Tick;
      });
      f.expect(known, "waiting", [&] { return step.is->spec->name + ": nobody was told to wait for " + told(e); });
    }
  }

  static void saysSomething(const ServiceState& s, Findings& f) {
    const bool open = s.deleting || underWay(s.rollout.phase);
    f.expect(!open || !s.waiting.empty(), "waiting",
             [&] { return s.spec->name + ": a rollout is under way and waits for nothing"; });
  }

  static std::string name(WaitFor what) { return "wait " + std::to_string(static_cast<int>(what)); }

  std::unique_ptr<TickGrid> m_grid;
  std::map<ServiceIndex, std::pair<Millis, SimTime>> m_periods;  ///< of the autoscaler, and since when
  /// When a version's wait until then was first listed.
  std::map<std::tuple<ServiceIndex, VersionIndex, WaitFor, SimTime>, SimTime> m_delays;
};

}  // namespace

std::unique_ptr<Checker> checkWaiting() { return std::make_unique<WaitingList>(); }

}  // namespace perfect::storm
