// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/agent.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/base/chance.h"
#include "core/reconcile/backoff.h"

namespace perfect {

std::uint64_t Agent::bits(Purpose purpose, const Service& service, const Pod& pod, std::uint64_t n) const {
  return draw(m_seed, purpose, service.key, pod.ordinal, n);
}

void Agent::note(Service& service, Origin origin) {
  service.dirty = true;
  m_cluster->setTrigger(service, origin);
}

// --- probes -----------------------------------------------------------------------------------------

const std::optional<Probe>& Agent::probeOf(ProbeType kind, const PodTemplate& podTemplate) {
  switch (kind) {
    case ProbeType::Readiness:
      return podTemplate.readiness;
    case ProbeType::Liveness:
      return podTemplate.liveness;
    case ProbeType::Startup:
      return podTemplate.startup;
  }
  return podTemplate.readiness;
}

bool Agent::probed(ProbeType kind, const Service& service, const Pod& pod) {
  return pod.state == PodState::Running && pod.started == (kind != ProbeType::Startup) &&
         probeOf(kind, Cluster::templateOf(service, pod)).has_value();
}

ProbeCourse Agent::course(ProbeType kind, const Service& service, const Pod& pod) const {
  const PodTemplate& t = Cluster::templateOf(service, pod);
  ProbeCourse c;
  c.probe = &*probeOf(kind, t);
  c.type = kind;
  c.runningSince = pod.since;
  c.bootedAt = t.simulation.boot == 0 ? pod.since
                                      : later(pod.since, jittered(t.simulation.boot, t.simulation.jitterMilli,
                                                                  bits(Purpose::BootTime, service, pod, pod.restarts)));
  // A commanded failure of readiness or liveness alone leaves the others well; startup asks the same question as liveness.
  c.broken = service.state.versions[static_cast<std::size_t>(pod.version)].declaredUnhealthy ||
             (kind == ProbeType::Readiness ? pod.readinessBroken : pod.livenessBroken);
  c.failureMilliPercent = t.simulation.probeFailure;
  c.seed = m_seed;
  c.service = service.key;
  c.pod = pod.ordinal;
  c.container = pod.restarts;
  return c;
}

ProbeMemory Agent::memoryOf(ProbeType kind, const Pod& pod) {
  if (kind == ProbeType::Readiness) {
    return {{pod.readinessResult, pod.readiness.run, pod.lastReadinessFailed, false}, pod.readiness.counted};
  }
  const ProbeResult result = kind == ProbeType::Startup ? initialResult(kind) : pod.livenessResult;
  return {{result, pod.liveness.run, pod.lastLivenessFailed, false}, pod.liveness.counted};
}

void Agent::remember(ProbeType kind, Pod& pod, const ProbeMemory& memory) {
  if (kind == ProbeType::Readiness) {
    pod.readiness = {memory.counter.run, memory.counted};
    pod.readinessResult = memory.counter.result;
    pod.lastReadinessFailed = memory.counter.lastFailed;
    return;
  }
  pod.liveness = {memory.counter.run, memory.counted};
  if (kind == ProbeType::Liveness) pod.livenessResult = memory.counter.result;
  pod.lastLivenessFailed = memory.counter.lastFailed;
}

bool Agent::quiet(ProbeType kind, const Service& service, const Pod& pod) {
  const Simulation& s = Cluster::templateOf(service, pod).simulation;
  if (s.probeFailure != 0 || s.boot != 0 || Cluster::broken(service, pod)) return false;
  return kind == ProbeType::Startup
             ? false
             : (kind == ProbeType::Liveness ? pod.livenessResult : pod.readinessResult) == ProbeResult::Success;
}

SimTime Agent::nextProbeEffect(const Service& service, const Pod& pod) const {
  SimTime next = kNever;
  for (const ProbeType kind : {ProbeType::Startup, ProbeType::Liveness, ProbeType::Readiness}) {
    if (!probed(kind, service, pod) || quiet(kind, service, pod)) continue;
    ProbeMemory memory = memoryOf(kind, pod);
    next = std::min(next, advanceToEffect(course(kind, service, pod), memory).at);
  }
  return next;
}

// One noticeable probe. True: the container was told to stop because of it.
bool Agent::fireProbe(ProbeType kind, Service& service, Pod& pod, SimTime now) {
  if (!probed(kind, service, pod) || quiet(kind, service, pod)) return false;
  const ProbeCourse c = course(kind, service, pod);
  ProbeMemory memory = memoryOf(kind, pod);
  const ProbeEffect effect = advanceToEffect(c, memory);
  if (effect.at != now) return false;
  remember(kind, pod, memory);
  const bool failed = memory.counter.result == ProbeResult::Failure;
  if (effect.firstFailure || (effect.flipped && failed)) {
    // A counter that holds has begun again; what it reached is the threshold.
    const std::int64_t failures =
        effect.flipped && failed ? c.probe->failureThreshold : static_cast<std::int64_t>(memory.counter.run);
    m_cluster->tellPod(service, pod, now, Reason::Unhealthy,
                       {static_cast<std::int64_t>(kind), failures, c.probe->failureThreshold, 0});
  }
  if (!effect.flipped) return false;
  if (kind == ProbeType::Readiness) return false;
  if (failed) {
    stopContainer(service, pod, now, kind);
    return true;
  }
  if (kind == ProbeType::Startup) {
    // Liveness takes the track over; both others begin with their first probe after this one.
    pod.started = true;
    pod.liveness = {};
    pod.lastLivenessFailed = false;
    for (const ProbeType other : {ProbeType::Liveness, ProbeType::Readiness}) {
      if (!probed(other, service, pod)) continue;
      ProbeMemory m = memoryOf(other, pod);
      m.counted = course(other, service, pod).firstAfter(now);
      remember(other, pod, m);
    }
  }
  return false;
}

// --- what happens to a pod ---------------------------------------------------------------------------

void Agent::create(Service& service, VersionIndex version, SimTime now, Reason reason, Origin origin,
                   const Facts& facts) {
  Pod& pod = m_cluster->createPod(service, version, now);
  m_cluster->tellPod(service, pod, now, reason, origin, facts);
  const Simulation& s = Cluster::templateOf(service, pod).simulation;
  pod.due = later(
      now, s.jitterMilli == 0 ? s.start : jittered(s.start, s.jitterMilli, bits(Purpose::StartTime, service, pod, 0)));
  schedule(service, pod);
}

void Agent::terminate(Service& service, Pod& pod, SimTime now, Reason reason, Origin origin, const Facts& facts) {
  PERFECT_ASSERT(!pod.terminating());
  Cluster::account(service, now);
  m_cluster->leave(service, pod);
  pod.state = PodState::Terminating;
  pod.since = now;
  pod.ready = false;
  pod.available = false;
  m_cluster->enter(service, pod);
  const PodTemplate& t = Cluster::templateOf(service, pod);
  const Millis shutdown =
      jittered(t.simulation.shutdown, t.simulation.jitterMilli, bits(Purpose::ShutdownTime, service, pod, 0));
  pod.due = later(now, std::min(shutdown, seconds(t.terminationGracePeriodSeconds)));
  note(service, m_cluster->tellPod(service, pod, now, reason, origin, facts));
  schedule(service, pod);
}

void Agent::crash(Service& service, Pod& pod, SimTime now, Reason reason, Origin origin, const Facts& facts) {
  PERFECT_ASSERT(pod.state == PodState::Running);
  m_cluster->tellPod(service, pod, now, reason, origin, facts);
  backOff(service, pod, now);
  schedule(service, pod);
}

void Agent::switchHealth(Service& service, Pod& pod, SimTime now, const HealthCommand& health, Origin origin) {
  PERFECT_ASSERT(!pod.terminating());
  for (const ProbeType kind : {ProbeType::Startup, ProbeType::Liveness, ProbeType::Readiness}) {
    if (!probed(kind, service, pod)) continue;
    ProbeMemory memory = memoryOf(kind, pod);
    countUntil(course(kind, service, pod), memory, now);
    remember(kind, pod, memory);
  }
  Cluster::account(service, now);
  const bool wasBroken = Cluster::broken(service, pod);
  if (health.probe != ProbeTarget::Liveness) pod.readinessBroken = !health.healthy;
  if (health.probe != ProbeTarget::Readiness) pod.livenessBroken = !health.healthy;
  // A cure is a cure: there is nothing to stick to in it. What it does not reach stays as sticky as it was.
  pod.sticky = health.healthy ? pod.sticky && (pod.readinessBroken || pod.livenessBroken) : health.sticky;
  const bool isBroken = Cluster::broken(service, pod);
  if (pod.ready && wasBroken != isBroken) {
    service.state.versions[static_cast<std::size_t>(pod.version)].counts.brokenReady += isBroken ? 1 : -1;
  }
  m_cluster->tellPod(service, pod, now, Reason::HealthSwitched, origin,
                     {static_cast<std::int64_t>(health.probe), health.healthy ? 1 : 0, pod.sticky ? 1 : 0, 0});
  schedule(service, pod);
}

void Agent::reviewAvailability(Service& service, SimTime now) {
  std::vector<PodOrdinal> ready;
  service.pods.forEach(0, [&](const Pod& pod) {
    if (pod.ready) ready.push_back(pod.ordinal);
    return true;
  });
  for (const PodOrdinal ordinal : ready) {
    Pod& pod = service.pods.write(ordinal);
    const bool available = later(pod.readySince, service.state.spec->minReady) <= now;
    if (available != pod.available) {
      pod.available = available;
      service.state.versions[static_cast<std::size_t>(pod.version)].counts.available += available ? 1 : -1;
    }
    schedule(service, pod);
  }
}

void Agent::freshContainer(Service& service, Pod& pod, SimTime now) {
  pod.state = PodState::Running;
  pod.since = now;
  pod.due = kNever;
  // Results begin again; readiness keeps its run, as the kubelet's worker does.
  remember(ProbeType::Readiness, pod,
           {afterRestart(ProbeType::Readiness, memoryOf(ProbeType::Readiness, pod).counter), 0});
  remember(ProbeType::Liveness, pod, {newCounter(ProbeType::Liveness), 0});
  pod.started = !Cluster::templateOf(service, pod).startup.has_value();
  if (pod.restarts > 0 && !pod.sticky) {
    pod.readinessBroken = false;
    pod.livenessBroken = false;
  }
}

void Agent::run(Service& service, Pod& pod, SimTime now) {
  m_cluster->leave(service, pod);
  freshContainer(service, pod, now);
  m_cluster->enter(service, pod);
  note(service,
       m_cluster->tellPod(service, pod, now, Reason::Started, {static_cast<std::int64_t>(pod.restarts), 0, 0, 0}));
  settleReadiness(service, pod, now);
}

void Agent::startAgain(Service& service, Pod& pod, SimTime now) {
  m_cluster->leave(service, pod);
  ++pod.restarts;
  pod.state = PodState::Starting;
  pod.since = now;
  const Simulation& s = Cluster::templateOf(service, pod).simulation;
  const Millis start = jittered(s.start, s.jitterMilli, bits(Purpose::StartTime, service, pod, pod.restarts));
  // A container that fails in the instant it starts, with nothing to wait for, would restart for ever without time passing.
  pod.due = later(now, std::max<Millis>(1, start));
  m_cluster->enter(service, pod);
  ++service.state.restarts;
  ++service.state.versions[static_cast<std::size_t>(pod.version)].restarts;
  note(service,
       m_cluster->tellPod(service, pod, now, Reason::Restarted, {static_cast<std::int64_t>(pod.restarts), 0, 0, 0}));
}

// What outlives the container: the readiness worker's run, and whether the back-off starts anew. Decided here, while it
// is known how long it ran.
void Agent::containerEnds(Service& service, Pod& pod, SimTime now) {
  if (probed(ProbeType::Readiness, service, pod)) {
    ProbeMemory memory = memoryOf(ProbeType::Readiness, pod);
    countUntil(course(ProbeType::Readiness, service, pod), memory, now);
    remember(ProbeType::Readiness, pod, memory);
  }
  pod.backoffs = backoffsAfter(Cluster::templateOf(service, pod).restartBackoff, pod.backoffs, now - pod.since);
}

void Agent::stopContainer(Service& service, Pod& pod, SimTime now, ProbeType probe) {
  Cluster::account(service, now);
  m_cluster->tellPod(service, pod, now, Reason::Killing, {static_cast<std::int64_t>(probe), 0, 0, 0});
  containerEnds(service, pod, now);
  m_cluster->leave(service, pod);
  pod.state = PodState::Stopping;
  pod.since = now;
  pod.ready = false;
  pod.available = false;
  m_cluster->enter(service, pod);
  const PodTemplate& t = Cluster::templateOf(service, pod);
  const Millis shutdown = jittered(t.simulation.shutdown, t.simulation.jitterMilli,
                                   bits(Purpose::ShutdownTime, service, pod, pod.restarts + 1));
  pod.due = later(now, std::min(shutdown, seconds(t.terminationGracePeriodSeconds)));
  note(service, {pod.lastEvent, pod.root});
}

void Agent::backOff(Service& service, Pod& pod, SimTime now) {
  Cluster::account(service, now);
  if (pod.state == PodState::Running) containerEnds(service, pod, now);
  m_cluster->leave(service, pod);
  const Millis wait = backoffWait(Cluster::templateOf(service, pod).restartBackoff, pod.backoffs);
  ++pod.backoffs;
  pod.state = PodState::BackOff;
  pod.since = now;
  pod.ready = false;
  pod.available = false;
  pod.due = later(now, wait);
  m_cluster->enter(service, pod);
  note(service, m_cluster->tellPod(
                    service, pod, now, Reason::BackOff,
                    {wait, static_cast<std::int64_t>(pod.restarts) + 1, static_cast<std::int64_t>(pod.backoffs), 0}));
}

void Agent::gone(Service& service, Pod& pod, SimTime now) {
  m_cluster->leave(service, pod);
  note(service, m_cluster->tellPod(service, pod, now, Reason::PodGone, {}));
  m_cluster->removePod(service, pod.ordinal);
}

void Agent::settleReadiness(Service& service, Pod& pod, SimTime now) {
  const PodTemplate& t = Cluster::templateOf(service, pod);
  const bool ready = containerReady(pod.state == PodState::Running, t.startup.has_value(),
                                    pod.started ? ProbeResult::Success : ProbeResult::Unknown, t.readiness.has_value(),
                                    pod.readinessResult)
                         .ready;
  if (ready == pod.ready) return;
  Cluster::account(service, now);
  m_cluster->leave(service, pod);
  pod.ready = ready;
  if (ready) pod.readySince = now;
  pod.available = ready && service.state.spec->minReady == 0;
  m_cluster->enter(service, pod);
  const auto run = static_cast<std::int64_t>(pod.readiness.run);
  const std::int64_t threshold = !t.readiness ? 0
                                 : ready      ? t.readiness->successThreshold
                                              : t.readiness->failureThreshold;
  note(service, m_cluster->tellPod(service, pod, now, ready ? Reason::Ready : Reason::Unready, {run, threshold, 0, 0}));
}

// --- time --------------------------------------------------------------------------------------------

SimTime Agent::crashTime(const Service& service, const Pod& pod) const {
  const Simulation& s = Cluster::templateOf(service, pod).simulation;
  SimTime at = s.crashAfter ? later(pod.since, *s.crashAfter) : kNever;
  if (s.crashesPerHourMilli > 0) {
    at = std::min(
        at, later(pod.since, exponentialWait(s.crashesPerHourMilli, bits(Purpose::Crash, service, pod, pod.restarts))));
  }
  return at;
}

void Agent::schedule(Service& service, Pod& pod) {
  SimTime next = pod.due;
  if (pod.state == PodState::Running) {
    next = std::min(nextProbeEffect(service, pod), crashTime(service, pod));
    if (pod.ready && !pod.available) next = std::min(next, later(pod.readySince, service.state.spec->minReady));
  }
  if (next == pod.timer) return;
  m_pending += (next != kNever ? 1 : 0) - (pod.timer != kNever ? 1 : 0);
  pod.timer = next;
  if (next == kNever) return;
  m_queue->push({next, service.state.index, pod.ordinal});
  if (m_queue->size() > m_sweepAt) sweepQueue();
}

// Pods that are killed or change their minds leave entries behind, some of them for years ahead.
void Agent::sweepQueue() {
  if (m_queue->size() > 2 * static_cast<std::size_t>(m_pending)) {
    m_queue->sweep([this](const TimingWheel::Entry& entry) {
      const Service* service = m_cluster->at(entry.service);
      const Pod* pod = service == nullptr ? nullptr : service->pods.find(entry.pod);
      return pod != nullptr && pod->timer == entry.time;
    });
  }
  m_sweepAt = kSweepFrom + 2 * m_queue->size();
}

void Agent::fireRunning(Service& service, Pod& pod, SimTime now) {
  if (pod.ready && !pod.available && later(pod.readySince, service.state.spec->minReady) <= now) {
    pod.available = true;
    ++service.state.versions[static_cast<std::size_t>(pod.version)].counts.available;
    note(service, {pod.lastEvent, pod.root});
  }
  if (crashTime(service, pod) <= now) {
    crash(service, pod, now, Reason::ContainerDied, {}, {now - pod.since, 0, 0, 0});
    return;
  }
  if (fireProbe(ProbeType::Startup, service, pod, now)) return;
  if (fireProbe(ProbeType::Liveness, service, pod, now)) return;
  fireProbe(ProbeType::Readiness, service, pod, now);
  settleReadiness(service, pod, now);
}

bool Agent::fire(const TimingWheel::Entry& entry, SimTime now) {
  Service* service = m_cluster->at(entry.service);
  if (service == nullptr) return false;
  const Pod* found = service->pods.find(entry.pod);
  if (found == nullptr || found->timer != now) return false;
  Pod& pod = service->pods.write(entry.pod);
  pod.timer = kNever;
  --m_pending;
  // Not every effect tells an event: becoming available, or a startup probe's success, is seen all the same.
  Cluster::markChanged(*service);
  switch (pod.state) {
    case PodState::Starting:
      run(*service, pod, now);
      break;
    case PodState::Running:
      fireRunning(*service, pod, now);
      break;
    case PodState::Stopping:
      backOff(*service, pod, now);
      break;
    case PodState::BackOff:
      startAgain(*service, pod, now);
      break;
    case PodState::Terminating:
      gone(*service, pod, now);
      return true;
    case PodState::Absent:
      return false;
  }
  schedule(*service, pod);
  return true;
}

}  // namespace perfect
