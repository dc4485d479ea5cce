// SPDX-License-Identifier: GPL-3.0-or-later
//
// The progress deadline, measured anew: a clock that begins with the rollout, begins again with every progress (more
// updated, ready or available pods, fewer old ones, a step done, traffic switched) and stands still while the rollout is
// paused, waits for promotion or is analysed. The rollout fails when it has run out, and not before.
#include <map>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

struct Mark {
  std::int32_t updated = 0;
  std::int32_t old = 0;
  std::int32_t ready = 0;
  std::int32_t available = 0;
};

Mark markOf(const ServiceState& s, VersionIndex target) {
  Mark mark;
  mark.updated = versionOf(s, target).counts.total();
  mark.old = totalOf(s) - mark.updated;
  for (const VersionState& v : s.versions) {
    mark.ready += v.counts.ready;
    mark.available += v.counts.available;
  }
  return mark;
}

bool better(const Mark& before, const Mark& now) {
  return now.updated > before.updated || now.old < before.old || now.ready > before.ready ||
         now.available > before.available;
}

bool standsStill(const ServiceState& s) {
  return s.rollout.phase == RolloutPhase::Paused || s.rollout.phase == RolloutPhase::Analysing;
}

/// Only a person, a canary's step, and green before or after its switch make a rollout wait.
bool mayStandStill(const ServiceState& s) {
  const Rollout& rules = s.spec->rollout;
  if (s.rollout.userPaused || rules.strategy == Strategy::BlueGreen) return true;
  return rules.strategy == Strategy::Canary && static_cast<std::size_t>(s.rollout.step) < rules.steps.size();
}

class Deadline : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (auto& [index, clock] : m_clocks) {
      if (clock.running && !clock.still) clock.ran += m.t - m_last;
    }
    m_last = m.t;
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr) {
        if (step.was != nullptr) m_clocks.erase(step.was->index);
        continue;
      }
      Clock& clock = m_clocks[step.is->index];
      if (m.stage == Stage::Tick && m.ticked && step.changed && step.was != nullptr && clock.running)
        progress(step, clock);
      for (const Event& e : *m.events) {
        if (e.service == step.is->index) hear(m, e, step, clock, f);
      }
      if (step.changed) clock.still = standsStill(*step.is);
      if (m.ticked && !step.is->deleting) {
        f.expect(!standsStill(*step.is) || mayStandStill(*step.is), "deadline", [&] {
          return step.is->spec->name + ": it stands still at " + std::to_string(m.t) + ", and nothing is waited for";
        });
      }
      if (step.is->deleting) clock.running = false;
      // A clock that stood still up to this very tick runs from here on: it is looked at with the next one.
      const bool stood = step.was != nullptr && standsStill(*step.was);
      if (!stood) lookForLateness(m, *step.is, clock, f);
    }
  }

 private:
  struct Clock {
    bool running = false;
    bool still = false;
    bool back = false;  ///< on the way back after a failure: its end is no event
    Millis ran = 0;
    Mark mark;
  };

  static void progress(const ServiceStep& step, Clock& clock) {
    const Mark now = markOf(*step.was, targetOf(step.was->rollout));
    if (!better(clock.mark, now)) return;
    clock.mark = now;
    clock.ran = 0;
  }

  static void hear(const Moment& m, const Event& e, const ServiceStep& step, Clock& clock, Findings& f) {
    switch (e.reason) {
      case Reason::RolloutStarted:
        clock = {};
        clock.running = true;
        clock.mark = markOf(*step.is, step.is->rollout.updated);
        break;
      case Reason::RolloutStepCompleted:
        clock.ran = 0;
        break;
      case Reason::TrafficSwitched:
        // To stable, where a strategy without sides was left, it is no step forward.
        if (e.version == targetOf(step.is->rollout)) clock.ran = 0;
        break;
      case Reason::RolloutCompleted:
      case Reason::RolloutAborted:
        clock.running = false;
        break;
      case Reason::RolledBack:
        clock.running = clock.back = true;
        clock.ran = 0;
        clock.mark = markOf(*step.was, step.is->rollout.stable);
        break;
      case Reason::ProgressDeadlineExceeded:
        f.expect(clock.running, "deadline", [&] { return "no deadline runs: " + told(e); });
        f.expect(step.was == nullptr || !standsStill(*step.was), "deadline",
                 [&] { return "it stands still while the rollout waits: " + told(e); });
        f.expect(clock.ran > step.is->spec->rollout.progressDeadline, "deadline", [&] {
          return "only " + std::to_string(clock.ran) + " ms without progress at " + std::to_string(m.t) + ": " +
                 told(e);
        });
        clock.running = false;
        break;
      default:
        break;
    }
  }

  static void lookForLateness(const Moment& m, const ServiceState& s, const Clock& clock, Findings& f) {
    if (!m.ticked || !clock.running || clock.still || clock.back) return;
    f.expect(clock.ran <= s.spec->rollout.progressDeadline, "deadline", [&] {
      return s.spec->name + ": " + std::to_string(clock.ran) + " ms without progress, and it has not failed";
    });
  }

  std::map<ServiceIndex, Clock> m_clocks;
  SimTime m_last = 0;
};

}  // namespace

std::unique_ptr<Checker> checkDeadline() { return std::make_unique<Deadline>(); }

}  // namespace perfect::storm
