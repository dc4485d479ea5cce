// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rollouts: complete only when every pod of the version is available and no other version is left to serve; stable
// changes by completion only; rolled back at most once for each; paused ones do not move; a deleted service only drains.
#include <map>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

class RolloutRules : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const Event& e : *m.events) {
      if (e.service != kNoService) hear(m, e, f);
    }
    for (const ServiceStep& step : m.services) {
      if (step.is != nullptr && step.was != nullptr && step.changed) compare(m, step, f);
    }
  }

 private:
  void hear(const Moment& m, const Event& e, Findings& f) {
    const ServiceStep& step = m.services[e.service];
    const ServiceState* s = step.is;
    if (e.reason == Reason::RolloutStarted) m_rolledBack[e.service] = 0;
    if (e.reason == Reason::RolledBack) {
      const int times = ++m_rolledBack[e.service];
      f.expect(times == 1, "rollout", [&] { return "rolled back twice in one rollout: " + told(e); });
      f.expect(s == nullptr || s->spec->rollout.autoRollback, "rollout",
               [&] { return "rolled back though its manifest forbids it: " + told(e); });
      f.expect(s == nullptr || e.version == s->rollout.stable, "rollout",
               [&] { return "rolled back to another version than stable: " + told(e); });
    }
    if (e.reason == Reason::RolloutCompleted && s != nullptr && step.was != nullptr) completed(step, e, f);
    const bool moves = e.reason == Reason::TrafficSwitched || e.reason == Reason::SetWeight ||
                       e.reason == Reason::RolloutStepCompleted || e.reason == Reason::RolloutCompleted;
    if (moves && step.was != nullptr && m.stage == Stage::Tick && step.was->rollout.userPaused &&
        step.was->replicas > 0 && s != nullptr && s->replicas > 0) {
      // A step may be reached by healing while a person holds the rollout; it does not move on from there.
      const bool reached = e.reason == Reason::RolloutStepCompleted;
      const bool full = step.was->rollout.promoteFull || step.was->rollout.promote;  // asked for before the pause
      const bool settles = full || (e.reason == Reason::TrafficSwitched && e.version == s->rollout.stable);
      f.expect(reached || settles, "rollout", [&] { return "moved on though a person paused it: " + told(e); });
    }
    if (e.reason == Reason::SuccessfulCreate) {
      f.expect(s == nullptr || !s->deleting, "rollout", [&] { return "a deleted service gets pods: " + told(e); });
    }
  }

  static void completed(const ServiceStep& step, const Event& e, Findings& f) {
    const ServiceState& was = *step.was;
    const std::int32_t n = step.is->replicas;
    const PodCounts& done = versionOf(was, e.version).counts;
    f.expect(done.total() == n && done.available == n, "rollout", [&] {
      return was.spec->name + ": complete with " + std::to_string(done.available) + " of " + std::to_string(n) +
             " available";
    });
    f.expect(e.version == step.is->rollout.stable && versionOf(*step.is, e.version).onceStable, "rollout",
             [&] { return was.spec->name + ": complete and not stable"; });
    if (step.is->spec->rollout.strategy == Strategy::BlueGreen) {
      f.expect(step.is->rollout.active == e.version, "rollout",
               [&] { return was.spec->name + ": complete and does not serve"; });
    } else {
      f.expect(totalOf(was) == n, "rollout", [&] { return was.spec->name + ": complete with pods of other versions"; });
    }
  }

  static void compare(const Moment& m, const ServiceStep& step, Findings& f) {
    const ServiceState& was = *step.was;
    const ServiceState& is = *step.is;
    const auto has = [&](Reason reason) {
      for (const Event& e : *m.events) {
        if (e.service == is.index && e.reason == reason) return true;
      }
      return false;
    };
    const auto expect = [&](bool holds, const char* what) {
      f.expect(holds, "rollout", [&] { return is.spec->name + ": " + what; });
    };
    expect(was.rollout.stable == is.rollout.stable || has(Reason::RolloutCompleted), "another version is stable");
    expect(was.rollout.updated == is.rollout.updated || has(Reason::RolloutStarted), "another version is desired");
    expect(is.versions.size() >= was.versions.size(), "a version was forgotten");
    expect(was.rollout.number <= is.rollout.number, "rollouts are counted backwards");
    for (std::size_t v = 0; v < was.versions.size(); ++v) {
      expect(!was.versions[v].onceStable || is.versions[v].onceStable, "a version was never stable after all");
      expect(was.versions[v].hash == is.versions[v].hash, "a version's hash changed");
    }
    const bool completes = is.rollout.phase == RolloutPhase::Complete && was.rollout.phase != RolloutPhase::Complete;
    expect(!completes || has(Reason::RolloutCompleted), "complete, and nobody told");
    const bool fails = is.rollout.phase == RolloutPhase::RolledBack && was.rollout.phase != RolloutPhase::RolledBack &&
                       was.rollout.phase != RolloutPhase::Failed;
    expect(!fails || has(Reason::RolledBack), "rolled back, and nobody told");
    expect(!was.deleting || is.deleting, "no longer deleted");
    const PodTemplate& updated = *versionOf(is, is.rollout.updated).podTemplate;
    expect(updated == is.spec->podTemplate, "the version that is desired has another template than the spec");
  }

  std::map<ServiceIndex, int> m_rolledBack;
};

}  // namespace

std::unique_ptr<Checker> checkRollout() { return std::make_unique<RolloutRules>(); }

}  // namespace perfect::storm
