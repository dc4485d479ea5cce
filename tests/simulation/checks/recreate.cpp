// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recreate: the new version's first pod is made when no pod of another version is left, terminating ones included.
#include <map>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

class Recreate : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr || !step.changed) continue;
      const ServiceState& s = *step.is;
      std::map<VersionIndex, std::int32_t>& most = m_most[s.index];
      if (s.spec->rollout.strategy != Strategy::Recreate) {
        if (m.stage == Stage::Tick) remember(s, most);
        continue;
      }
      // Held by a person, both sides of what another strategy began are scaled and healed as they are.
      const bool held = s.rollout.userPaused;
      if (m.stage == Stage::Tick && step.was != nullptr && !held) tick(m, step, most, f);
      if (m.stage == Stage::Tick) remember(s, most);
    }
  }

 private:
  // What another strategy made is only healed; so is a pod that was killed in the instant in which the strategy changed.
  static void remember(const ServiceState& s, std::map<VersionIndex, std::int32_t>& most) {
    for (std::size_t v = 0; v < s.versions.size(); ++v)
      most[static_cast<VersionIndex>(v)] = s.versions[v].counts.total();
  }

  static void tick(const Moment& m, const ServiceStep& step, std::map<VersionIndex, std::int32_t>& most, Findings& f) {
    const ServiceState& s = *step.is;
    std::map<VersionIndex, std::int32_t> made;
    for (const Event& e : *m.events) {
      if (e.service == s.index && e.reason == Reason::SuccessfulCreate) ++made[e.version];
    }
    for (const auto& [version, count] : made) {
      const bool healed = s.versions[static_cast<std::size_t>(version)].counts.total() <= most[version];
      if (healed) continue;
      std::int32_t others = 0;
      step.podsWere->forEach(0, [&, v = version](const Pod& pod) {
        others += pod.version != v ? 1 : 0;
        return true;
      });
      f.expect(others == 0, "recreate", [&, n = count] {
        return s.spec->name + ": " + std::to_string(n) + " pods were made while " + std::to_string(others) +
               " of other versions were left";
      });
    }
  }

  std::map<ServiceIndex, std::map<VersionIndex, std::int32_t>> m_most;  ///< as of the last tick
};

}  // namespace

std::unique_ptr<Checker> checkRecreate() { return std::make_unique<Recreate>(); }

}  // namespace perfect::storm
