// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scaling down takes, of a version: pending pods first, then those not ready, then the ones ready for the shorter time,
// the more often restarted, the younger.
#include <map>
#include <set>

#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

int rank(const Pod& p) {
  if (p.ready) return 2;
  return p.state == PodState::Starting && p.restarts == 0 ? 0 : 1;
}

/// Whether `a` must go before `b`.
bool before(const Pod& a, const Pod& b) {
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  if (a.ready && a.readySince != b.readySince) return a.readySince > b.readySince;
  if (a.restarts != b.restarts) return a.restarts > b.restarts;
  if (a.createdAt != b.createdAt) return a.createdAt > b.createdAt;
  return a.ordinal > b.ordinal;
}

class Victims : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    if (m.stage != Stage::Tick) return;
    std::map<std::pair<ServiceIndex, VersionIndex>, std::set<PodOrdinal>> victims;
    for (const Event& e : *m.events) {
      if (e.reason == Reason::SuccessfulDelete) victims[{e.service, e.version}].insert(e.pod);
    }
    for (const auto& [side, pods] : victims) compare(*m.services[side.first].podsWere, side.second, pods, f);
  }

 private:
  static void compare(const PodTable& table, VersionIndex version, const std::set<PodOrdinal>& gone, Findings& f) {
    const Pod* lastGone = nullptr;    // of those that went, the one that had most reason to stay
    const Pod* firstStays = nullptr;  // of those that stay, the one that should have gone first
    table.forEach(0, [&](const Pod& pod) {
      if (pod.version != version || pod.state == PodState::Terminating) return true;
      if (gone.count(pod.ordinal) > 0) {
        if (lastGone == nullptr || before(*lastGone, pod)) lastGone = &pod;
      } else if (firstStays == nullptr || before(pod, *firstStays)) {
        firstStays = &pod;
      }
      return true;
    });
    f.expect(lastGone == nullptr || firstStays == nullptr || before(*lastGone, *firstStays), "victims", [&] {
      return "pod " + std::to_string(lastGone->ordinal) + " went and pod " + std::to_string(firstStays->ordinal) +
             " stayed";
    });
  }
};

}  // namespace

std::unique_ptr<Checker> checkVictims() { return std::make_unique<Victims>(); }

}  // namespace perfect::storm
