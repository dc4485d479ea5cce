// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is counted, counted from the beginning.
#include <algorithm>
#include <limits>

#include "tests/simulation/model/model.h"

namespace perfect::test {

namespace {

bool isBroken(const PlainService& service, const PlainPod& pod) {
  return pod.readinessBroken || pod.livenessBroken || service.templateOf(pod).declaredUnhealthy();
}

std::int64_t clamped(Wide value) {
  return static_cast<std::int64_t>(std::min<Wide>(value, std::numeric_limits<std::int64_t>::max()));
}

void countPod(const PlainService& service, const PlainPod& pod, PodCounts& counts) {
  if (pod.terminating()) {
    ++counts.terminating;
  } else if (pod.ready) {
    ++counts.ready;
    if (pod.available) ++counts.available;
    if (isBroken(service, pod)) ++counts.brokenReady;
  } else if (pod.state == PodState::Starting && pod.restarts == 0) {
    ++counts.pending;
  } else {
    ++counts.notReady;
    if (pod.state == PodState::BackOff) ++counts.backingOff;
  }
}

}  // namespace

void Model::recount(PlainService& service) {
  for (std::size_t v = 0; v < service.state.versions.size(); ++v) {
    VersionState& version = service.state.versions[v];
    version.counts = {};
    version.servedMilli = clamped(service.requests[v].served);
    version.failedMilli = clamped(service.requests[v].failed / 100000);
  }
  for (const PlainPod& pod : service.pods) countPod(service, pod, service.version(pod.version).counts);
}

// What the load asks of the service in `span` ms in which nothing changes. One percent of a pod of capacity 100 is one
// request a second. A load in demand is shared by the pods that serve; one in cpu falls on each of them.
void Model::accountRequests(PlainService& service, Millis span) const {
  ServiceState& s = service.state;
  recount(service);
  Wide serving = 0;
  for (std::size_t v = 0; v < s.versions.size(); ++v) {
    const bool serves = s.rollout.active == kNoVersion || s.rollout.active == static_cast<VersionIndex>(v);
    if (serves) serving += s.versions[v].counts.ready;
  }
  for (std::size_t v = 0; v < s.versions.size(); ++v) {
    const VersionState& version = s.versions[v];
    const Wide ready = version.counts.ready;
    const bool serves = s.rollout.active == kNoVersion || s.rollout.active == static_cast<VersionIndex>(v);
    if (!serves || ready == 0) continue;
    const Simulation& simulation = version.podTemplate->simulation;
    const Wide perSecond = s.load.byDemand ? Wide{s.load.demand} * ready / serving
                                           : Wide{s.load.cpu} * simulation.capacityPerPod / 100 * ready;
    const Wide broken = version.counts.brokenReady;
    const Wide failing = perSecond * (broken * 100000 + (ready - broken) * simulation.error) / ready;
    service.requests[v].served += perSecond * span;
    service.requests[v].failed += failing * span;
  }
}

}  // namespace perfect::test
