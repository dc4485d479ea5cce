// SPDX-License-Identifier: GPL-3.0-or-later
//
// Canary: steps in order, none skipped but by promote; a step is done when both sides have the counts of its weight and
// no older version has available pods; its pause is kept, and a manual one waits for a person.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

struct Split {
  std::int64_t canary = 0;
  std::int64_t stable = 0;
};

/// The pods that come nearest to a weight: ceil and floor of N, and of N + 1 where there is a surge; the first of equals.
Split splitFor(std::int64_t n, std::int64_t weight, bool surge) {
  Split best{0, n};
  bool found = false;
  std::int64_t bestDistance = 0;
  std::int64_t bestTotal = 1;
  const bool mayBeEmpty = weight == 0 || weight == 100 || (n == 1 && !surge);
  for (std::int64_t total = n; total <= n + (surge ? 1 : 0); ++total) {
    for (const std::int64_t canary : {(n * weight + 99) / 100, n * weight / 100}) {
      if (!mayBeEmpty && (canary == 0 || canary == total)) continue;
      const std::int64_t distance = std::abs(100 * canary - weight * total);
      if (found && distance * bestTotal >= bestDistance * total) continue;
      found = true;
      best = {canary, total - canary};
      bestDistance = distance;
      bestTotal = total;
    }
  }
  return best;
}

bool samePercents(const Rollout& a, const Rollout& b) {
  const auto same = [](const CanaryStep& x, const CanaryStep& y) { return x.percent == y.percent; };
  return a.strategy == b.strategy && std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), same);
}

class Canary : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const Event& e : *m.events) {
      if (e.service != kNoService) hear(m, e, f);
    }
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr || step.was == nullptr || step.is->spec == step.was->spec) continue;
      // Steps that changed under way are not these any more; their pauses may change, from then on other ones hold.
      if (!samePercents(step.is->spec->rollout, step.was->spec->rollout)) m_memory[step.is->index].known = false;
    }
    for (const ServiceStep& step : m.services) {
      if (step.is != nullptr && m.ticked && !step.is->deleting) pauses(*step.is, f);
    }
  }

 private:
  /// A step's pause is what is declared now, counted from when the step was done.
  void pauses(const ServiceState& s, Findings& f) {
    Memory& memory = m_memory[s.index];
    const Rollout& rules = s.spec->rollout;
    const auto step = static_cast<std::size_t>(s.rollout.step);
    if (rules.strategy != Strategy::Canary || step >= rules.steps.size()) memory.heldSince = kNever;
    if (memory.heldSince == kNever) return;
    const bool last = step + 1 == rules.steps.size();
    const bool manual = rules.steps[step].manual && !last;
    const Millis pause = rules.steps[step].pause.value_or(rules.pause);
    const bool timed = !last && !manual && pause > 0;
    f.expect(s.rollout.waitsForPromote == manual && s.rollout.pauseUntil == (timed ? memory.heldSince + pause : kNever),
             "canary", [&] { return s.spec->name + ": its step waits for something else than is declared"; });
  }

  struct Memory {
    bool known = false;  ///< a rollout by steps is under way, and its steps are still those it began with
    std::int64_t step = 0;
    bool done = false;
    bool promoted = false;
    bool full = false;
    SimTime doneAt = 0;
    SimTime heldSince = kNever;  ///< as doneAt, whatever its steps are now
  };

  void hear(const Moment& m, const Event& e, Findings& f) {
    Memory& memory = m_memory[e.service];
    const ServiceStep& step = m.services[e.service];
    const ServiceState* s = step.is;
    if (s == nullptr) return;
    const Rollout& rollout = s->spec->rollout;
    const auto expect = [&](bool holds, const char* what) {
      f.expect(holds, "canary", [&] { return s->spec->name + ": " + what + ": " + told(e); });
    };
    if (e.reason == Reason::RolloutStepCompleted) memory.heldSince = e.t;
    switch (e.reason) {
      case Reason::RolloutStarted: {
        const auto stable = static_cast<VersionIndex>(e.facts[0]);
        memory = {};
        memory.known = rollout.strategy == Strategy::Canary && stable != kNoVersion && stable != e.version;
        break;
      }
      case Reason::Promoted:
        memory.promoted = true;
        memory.full = memory.full || e.facts[1] == 1;
        break;
      case Reason::SetWeight:
        memory.heldSince = kNever;
        if (memory.known) weight(m, e, memory, rollout, expect);
        break;
      case Reason::RolloutStepCompleted:
        if (memory.known) completed(m, e, memory, step, expect);
        break;
      case Reason::RolloutCompleted:
        if (memory.known && !memory.full && s->replicas > 0 && step.was->replicas > 0) {
          const auto steps = static_cast<std::int64_t>(rollout.steps.size());
          expect(memory.step == steps && (memory.done || memory.promoted), "complete before its last step is done");
        }
        memory.known = false;
        memory.heldSince = kNever;
        break;
      case Reason::RolloutAborted:
      case Reason::RolledBack:
        memory.known = false;
        memory.heldSince = kNever;
        break;
      default:
        break;
    }
  }

  template <typename Expect>
  static void weight(const Moment& m, const Event& e, Memory& memory, const Rollout& rollout, const Expect& expect) {
    const auto steps = static_cast<std::int64_t>(rollout.steps.size());
    const std::int64_t number = e.facts[0];
    const bool last = memory.step == steps;  // behind the last step: all the weight there is
    expect(number == (last ? steps : memory.step + 1) && e.facts[1] == steps, "steps out of order");
    if (number < 1 || number > steps) return;
    expect(e.facts[2] == (last ? 100 : rollout.steps[static_cast<std::size_t>(number - 1)].percent),
           "not the step's weight");
    if (memory.step > 0 && !memory.promoted && !last) {
      expect(memory.done, "the step before it was skipped");
      const CanaryStep& before = rollout.steps[static_cast<std::size_t>(memory.step - 1)];
      expect(!before.manual, "went on though a person has to promote");
      const Millis pause = before.pause.value_or(rollout.pause);
      expect(before.manual || m.t - memory.doneAt >= pause, "the pause before it was cut short");
    }
    if (last) return;
    memory.step = number;
    memory.done = memory.promoted = false;
  }

  template <typename Expect>
  static void completed(const Moment&, const Event& e, Memory& memory, const ServiceStep& step, const Expect& expect) {
    const ServiceState& s = *step.is;
    expect(e.facts[0] == memory.step && !memory.done, "not the step that is under way");
    memory.done = true;
    memory.doneAt = e.t;
    const auto steps = s.spec->rollout.steps.size();
    const bool last = e.facts[0] == static_cast<std::int64_t>(steps);
    const CanaryStep& present = s.spec->rollout.steps[static_cast<std::size_t>(e.facts[0] - 1)];
    const Millis pause = present.pause.value_or(s.spec->rollout.pause);
    expect(e.facts[3] == (last ? -1 : present.manual ? -2 : pause == 0 ? -1 : pause), "not this step's pause");
    const Split split = splitFor(s.replicas, present.percent, surgeOf(s.spec->rollout, s.replicas) > 0);
    const ServiceState& was = *step.was;
    const PodCounts& canary = versionOf(was, s.rollout.updated).counts;
    const PodCounts& stable = versionOf(was, was.rollout.stable).counts;
    // A pod too many that is not available goes in this very look.
    expect(canary.total() >= split.canary && canary.available == split.canary, "the canary has not its count");
    expect(stable.total() == split.stable, "the stable side has not its count");
    std::int32_t older = 0;
    for (std::size_t v = 0; v < was.versions.size(); ++v) {
      const auto index = static_cast<VersionIndex>(v);
      if (index != s.rollout.updated && index != was.rollout.stable) older += was.versions[v].counts.available;
    }
    expect(older == 0, "an older version still has available pods");
  }

  std::map<ServiceIndex, Memory> m_memory;
};

}  // namespace

std::unique_ptr<Checker> checkCanary() { return std::make_unique<Canary>(); }

}  // namespace perfect::storm
