// SPDX-License-Identifier: GPL-3.0-or-later
// The controller at work: it looks at every service at every tick, and does what its plan says.
#include <algorithm>
#include <tuple>

#include "core/base/assert.h"
#include "tests/simulation/model/controller.h"
#include "tests/simulation/model/model.h"

namespace perfect::test {

void Model::look(PlainService& service) {
  if (service.state.deleting && service.pods.empty()) {
    tell(&service, Reason::Deleted, service.trigger);
    service.gone = true;
    return;
  }
  recount(service);
  keepAutoscalerAwake(service);
  service.trigger = execute(service, modelReconcile(service.state, m_now), service.trigger);
  service.lookedAt = m_now;
  if (service.state.spec->autoscale) service.autoscalePeriod = service.state.spec->autoscale->period;
  if (!service.state.deleting) lookAtAlert(service);
}

// The planners may let an autoscaler sleep; here it looks at every whole period. What fell due since the former tick is
// due now; a new period counts from then on.
void Model::keepAutoscalerAwake(PlainService& service) {
  AutoscaleState& scaler = service.state.autoscale;
  if (!service.state.spec->autoscale || scaler.enabledAt == kNever) return;
  const Millis period = service.state.spec->autoscale->period;
  if (scaler.nextAt != kNever && service.autoscalePeriod == period) return;
  const Millis since = service.lookedAt - scaler.enabledAt;
  scaler.nextAt = later(scaler.enabledAt, (since / period + 1) * period);
  scaler.period = period;
}

// Does what a plan says, in order. What it notes forms a chain: each follows from the one before it.
Link Model::execute(PlainService& service, Plan plan, Link origin) {
  for (const Action& action : plan.actions) {
    switch (action.kind) {
      case ActionKind::Note:
        origin = tell(&service, action.reason, origin, action.facts, action.version);
        break;
      case ActionKind::Create:
        for (std::int32_t i = 0; i < action.count; ++i) {
          create(service, action.version, action.reason, origin, action.facts);
        }
        break;
      case ActionKind::Remove:
        for (const PodOrdinal ordinal : victims(service, action.version, action.count)) {
          terminate(service, *podOf(service, ordinal), action.reason, origin, action.facts);
        }
        break;
      case ActionKind::MarkStable:
        service.version(action.version).onceStable = true;
        service.version(action.version).failed = false;
        break;
      case ActionKind::MarkFailed:
        service.version(action.version).failed = true;
        break;
    }
  }
  ServiceState& s = service.state;
  s.rollout = std::move(plan.rollout);
  s.autoscale = std::move(plan.autoscale);
  s.replicas = plan.replicas;
  s.waiting = std::move(plan.waiting);
  return origin;
}

// Pending, not ready, ready for the shorter time, most restarted, youngest.
std::vector<PodOrdinal> Model::victims(const PlainService& service, VersionIndex version, std::int32_t count) const {
  std::vector<const PlainPod*> pods;
  for (const PlainPod& pod : service.pods) {
    if (pod.version == version && !pod.terminating()) pods.push_back(&pod);
  }
  const auto worth = [](const PlainPod& pod) {
    const bool pending = pod.state == PodState::Starting && pod.restarts == 0;
    const SimTime readyAge = pod.ready ? -pod.readySince : 0;
    return std::tuple(pod.ready ? 2 : (pending ? 0 : 1), readyAge, -std::int64_t{pod.restarts}, -pod.createdAt,
                      -std::int64_t{pod.ordinal});
  };
  std::sort(pods.begin(), pods.end(), [&](const PlainPod* a, const PlainPod* b) { return worth(*a) < worth(*b); });
  std::vector<PodOrdinal> chosen;
  for (const PlainPod* pod : pods) {
    if (static_cast<std::int32_t>(chosen.size()) < count) chosen.push_back(pod->ordinal);
  }
  return chosen;
}

}  // namespace perfect::test
