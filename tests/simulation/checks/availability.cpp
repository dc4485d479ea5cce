// SPDX-License-Identifier: GPL-3.0-or-later
//
// The controller never takes available pods away below the bound: replicas - maxUnavailable for canary and rolling
// update, all replicas of the serving side for blue/green. (Chaos may.)
#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

/// Available pods that this step's SuccessfulDelete events took, of one version or (kNoVersion) of all.
std::int64_t taken(const Moment& m, const ServiceStep& step, VersionIndex version) {
  std::int64_t sum = 0;
  for (const Event& e : *m.events) {
    if (e.reason != Reason::SuccessfulDelete || e.service != step.was->index) continue;
    if (version != kNoVersion && e.version != version) continue;
    const Pod* pod = step.podsWere->find(e.pod);
    sum += pod != nullptr && pod->available ? 1 : 0;
  }
  return sum;
}

class Availability : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    if (m.stage != Stage::Tick) return;
    for (const ServiceStep& step : m.services) {
      if (step.was == nullptr || step.is == nullptr || !step.changed) continue;
      const ServiceState& s = *step.is;
      if (s.deleting || s.replicas == 0 || step.was->rollout.stable == kNoVersion) continue;
      if (hasBounds(s.spec->rollout)) bySurge(m, step, f);
      if (s.spec->rollout.strategy == Strategy::BlueGreen) servingSide(m, step, f);
    }
  }

 private:
  static void bySurge(const Moment& m, const ServiceStep& step, Findings& f) {
    const std::int64_t before = availableOf(*step.was);
    const std::int64_t left = before - taken(m, step, kNoVersion);
    const std::int64_t least = step.is->replicas - unavailableOf(step.is->spec->rollout, step.is->replicas);
    f.expect(left >= std::min(before, least), "availability", [&] {
      return step.is->spec->name + ": the controller left " + std::to_string(left) + " of " + std::to_string(before) +
             " available pods, and needs " + std::to_string(least);
    });
  }

  static void servingSide(const Moment& m, const ServiceStep& step, Findings& f) {
    const VersionIndex active = step.is->rollout.active;
    if (active == kNoVersion) return;
    const std::int64_t before = versionOf(*step.was, active).counts.available;
    const std::int64_t left = before - taken(m, step, active);
    f.expect(left >= std::min<std::int64_t>(before, step.is->replicas), "availability", [&] {
      return step.is->spec->name + ": the controller left the serving side " + std::to_string(left) + " of " +
             std::to_string(before) + " available pods";
    });
  }
};

}  // namespace

std::unique_ptr<Checker> checkAvailability() { return std::make_unique<Availability>(); }

}  // namespace perfect::storm
