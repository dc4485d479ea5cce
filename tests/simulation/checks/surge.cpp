// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pods that are not terminating never grow above replicas + surge (blue/green: replicas on each side). What an earlier
// number or strategy left above that may be healed while it drains, and never grows.
#include <map>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

class Surge : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    if (m.stage != Stage::Tick) return;
    for (const ServiceStep& step : m.services) {
      if (step.is != nullptr && step.changed) lookAt(*step.is, f);
    }
  }

 private:
  void lookAt(const ServiceState& s, Findings& f) {
    const std::int64_t n = s.deleting ? 0 : s.replicas;
    const bool first = s.rollout.stable == kNoVersion;
    std::int64_t most = n + (first || n == 0 ? 0 : surgeOf(s.spec->rollout, n));
    const bool blueGreen = s.spec->rollout.strategy == Strategy::BlueGreen && !first;
    std::vector<std::int64_t>& sides = m_sides[s.index];
    sides.resize(s.versions.size(), 0);
    std::int64_t former = 0;
    for (std::size_t v = 0; v < s.versions.size(); ++v) {
      const std::int64_t total = s.versions[v].counts.total();
      if (blueGreen) {
        f.expect(total <= std::max(n, sides[v]), "surge", [&] {
          return s.spec->name + ": " + std::to_string(total) + " pods on one side with " + std::to_string(n) +
                 " desired";
        });
      }
      former += sides[v];
      sides[v] = total;
    }
    const std::int64_t total = totalOf(s);
    if (blueGreen) return;
    f.expect(total <= std::max(most, former), "surge", [&] {
      return s.spec->name + ": " + std::to_string(total) + " pods, and at most " + std::to_string(most) +
             " are allowed";
    });
  }

  std::map<ServiceIndex, std::vector<std::int64_t>> m_sides;  ///< pods of each version after the last tick
};

}  // namespace

std::unique_ptr<Checker> checkSurge() { return std::make_unique<Surge>(); }

}  // namespace perfect::storm
