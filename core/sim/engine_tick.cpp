// SPDX-License-Identifier: GPL-3.0-or-later
// The controller's look at one service: ask the planners, do what they say, remember when to look again.
#include <algorithm>

#include "core/base/assert.h"
#include "core/sim/engine_impl.h"

namespace perfect {

void Engine::Impl::touch(ServiceRecord& service) {
  // That it waits for the tick is part of its picture; so is what the Agent just saw.
  Cluster::markChanged(service);
  if (service.queued) return;
  service.queued = true;
  dirty.push_back(service.state.index);
}

void Engine::Impl::act(ServiceRecord& service, Origin origin) {
  cluster.setTrigger(service, origin);
  Cluster::markChanged(service);
  touch(service);
}

void Engine::Impl::setWake(ServiceRecord& service, SimTime at) {
  if (service.wakeAt == at) return;
  if (service.wakeAt != kNever) wakes.erase({service.wakeAt, service.state.index});
  service.wakeAt = at;
  if (at != kNever) wakes.emplace(at, service.state.index);
}

// Does what a plan says, in order. Notes form a chain: each follows from the one before it.
Origin Engine::Impl::execute(ServiceRecord& service, Plan plan, Origin origin) {
  ServiceState& s = service.state;
  Cluster::account(service, now);
  bool moved = false;
  for (const Action& action : plan.actions) {
    switch (action.kind) {
      case ActionKind::Note:
        origin = cluster.tell(&service, now, action.reason, origin, action.facts, action.version);
        break;
      case ActionKind::Create:
        for (std::int32_t i = 0; i < action.count; ++i) {
          agent.create(service, action.version, now, action.reason, origin, action.facts);
        }
        moved = true;
        break;
      case ActionKind::Remove:
        for (const PodOrdinal ordinal : cluster.victims(service, action.version, action.count)) {
          agent.terminate(service, service.pods.write(ordinal), now, action.reason, origin, action.facts);
        }
        moved = true;
        break;
      case ActionKind::MarkStable:
        s.versions[static_cast<std::size_t>(action.version)].onceStable = true;
        s.versions[static_cast<std::size_t>(action.version)].failed = false;
        break;
      case ActionKind::MarkFailed:
        s.versions[static_cast<std::size_t>(action.version)].failed = true;
        break;
    }
  }
  if (!(s.rollout == plan.rollout) || s.replicas != plan.replicas) moved = true;
  s.rollout = std::move(plan.rollout);
  s.autoscale = std::move(plan.autoscale);
  s.replicas = plan.replicas;
  s.waiting = std::move(plan.waiting);
  cluster.setTrigger(service, origin);
  service.changed = true;
  // What was done may call for more (the other side of a rollout): one more look at the next tick, until nothing moves.
  if (moved) touch(service);
  return origin;
}

void Engine::Impl::plan(ServiceRecord& service) {
  ++planned;
  Cluster::account(service, now);
  if (service.state.deleting && service.pods.size() == 0) {
    finishDeletion(service);
    return;
  }
  service.state.formerTick = formerTick();
  Plan plan = reconcile(service.state, now);
  SimTime wakeAt = plan.wakeAt;
  PERFECT_ASSERT(wakeAt > now);
  execute(service, std::move(plan), service.trigger);
  service.plannedAt = now;
  if (!service.state.deleting) planAlerts(service, wakeAt);
  setWake(service, wakeAt);
}

void Engine::Impl::finishDeletion(ServiceRecord& service) {
  cluster.tell(&service, now, Reason::Deleted, service.trigger);
  setWake(service, kNever);
  cluster.removeService(service);
}

}  // namespace perfect
