// SPDX-License-Identifier: GPL-3.0-or-later
//
// The kept counters equal a recount over the snapshot's pods; pods are available when they have been ready long enough.
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

bool failsRequests(const Pod& pod, const PodTemplate& t) {
  return pod.readinessBroken || pod.livenessBroken || t.declaredUnhealthy();
}

void recount(const Pod& pod, const PodTemplate& t, PodCounts& c) {
  if (pod.state == PodState::Terminating) {
    ++c.terminating;
  } else if (pod.ready) {
    ++c.ready;
    c.available += pod.available ? 1 : 0;
    c.brokenReady += failsRequests(pod, t) ? 1 : 0;
  } else if (pod.state == PodState::Starting && pod.restarts == 0) {
    ++c.pending;
  } else {
    ++c.notReady;
    c.backingOff += pod.state == PodState::BackOff ? 1 : 0;
  }
}

class Counters : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const ServiceStep& step : m.services) {
      if (step.is != nullptr && step.changed) countOne(m, *step.is, *step.pods, f);
    }
    std::int64_t pods = 0;
    for (const ServiceEntry& entry : m.now->services) pods += entry.pods->size();
    f.expect(m.now->podCount() == pods, "counters", [] { return "the snapshot's number of pods"; });
    f.expect(m.now->byName->size() == m.now->services.size(), "counters", [] { return "the snapshot's names"; });
  }

 private:
  void countOne(const Moment& m, const ServiceState& s, const PodTable& pods, Findings& f) {
    std::vector<PodCounts> counts(s.versions.size());
    std::vector<std::int64_t> restarts(s.versions.size(), 0);
    std::uint32_t present = 0;
    pods.forEach(0, [&](const Pod& pod) {
      const auto v = static_cast<std::size_t>(pod.version);
      recount(pod, *s.versions[v].podTemplate, counts[v]);
      restarts[v] += pod.restarts;
      ++present;
      const bool due = pod.ready && pod.readySince <= m.t - s.spec->minReady;
      f.expect(pod.available == due, "counters", [&] {
        return s.spec->name + ": a pod ready since " + std::to_string(pod.readySince) + " ms is " +
               (pod.available ? "" : "not ") + "available";
      });
      f.expect(pod.ordinal < s.nextOrdinal, "counters", [&] { return s.spec->name + ": an ordinal never given out"; });
      return true;
    });
    f.expect(present == pods.size(), "counters", [&] { return s.spec->name + ": the size of the pod table"; });
    std::int64_t sum = 0;
    for (std::size_t v = 0; v < counts.size(); ++v) {
      f.expect(counts[v] == s.versions[v].counts, "counters", [&] {
        return s.spec->name + ": the counters of version " + std::to_string(v) + " are not what a recount finds";
      });
      f.expect(restarts[v] <= s.versions[v].restarts, "counters", [&] { return s.spec->name + ": restarts lost"; });
      sum += s.versions[v].restarts;
    }
    f.expect(sum == s.restarts, "counters", [&] { return s.spec->name + ": restarts of versions and service differ"; });
  }
};

}  // namespace

std::unique_ptr<Checker> checkCounters() { return std::make_unique<Counters>(); }

}  // namespace perfect::storm
