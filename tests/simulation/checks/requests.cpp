// SPDX-License-Identifier: GPL-3.0-or-later
//
// Requests: served and failed ones only grow, no more fail than are served, none without load or ready pods; and a
// measurement tells their share.
#include <limits>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

class Requests : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr || step.was == nullptr || !step.changed) continue;
      for (std::size_t v = 0; v < step.was->versions.size(); ++v) {
        compare(*step.is, step.was->versions[v], step.is->versions[v], f);
      }
    }
    for (const Event& e : *m.events) {
      if (e.reason != Reason::MeasurementTaken) continue;
      f.expect(e.facts[0] >= 0 && e.facts[0] <= 100000 && e.facts[3] <= e.facts[2], "requests",
               [&] { return "no share of anything: " + told(e); });
    }
  }

 private:
  static void compare(const ServiceState& s, const VersionState& was, const VersionState& is, Findings& f) {
    const std::int64_t served = is.servedMilli - was.servedMilli;
    const std::int64_t failed = is.failedMilli - was.failedMilli;
    // Decades under the greatest load reach the end of what can be counted; there the served ones stop first.
    const bool full = is.servedMilli == std::numeric_limits<std::int64_t>::max();
    const bool fewer = full ? is.failedMilli <= is.servedMilli : failed <= served;
    f.expect(served >= 0 && failed >= 0 && fewer, "requests", [&] {
      return s.spec->name + ": " + std::to_string(failed) + " of " + std::to_string(served) +
             " requests failed (in thousandths)";
    });
  }
};

}  // namespace

std::unique_ptr<Checker> checkRequests() { return std::make_unique<Requests>(); }

}  // namespace perfect::storm
