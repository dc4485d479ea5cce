// SPDX-License-Identifier: GPL-3.0-or-later
// A pod's life: start, boot, ready, crash, back-off, restart, graceful stop, gone.
#include <algorithm>

#include "core/base/assert.h"
#include "core/base/chance.h"
#include "tests/simulation/model/model.h"

namespace perfect::test {

std::uint64_t Model::bits(Purpose purpose, const PlainService& service, const PlainPod& pod, std::uint64_t n) const {
  return perfect::draw(m_options.seed, purpose, serviceKey(service.state.spec->name), pod.ordinal, n);
}

std::uint32_t Model::freePort() const {
  for (std::uint32_t port = 10000;; ++port) {
    const bool taken = std::any_of(m_services.begin(), m_services.end(), [&](const PlainService& service) {
      return std::any_of(service.pods.begin(), service.pods.end(), [&](const PlainPod& p) { return p.port == port; });
    });
    if (!taken) return port;
  }
}

SimTime Model::crashTime(const PlainService& service, const PlainPod& pod) const {
  const Simulation& s = service.templateOf(pod).simulation;
  SimTime at = s.crashAfter ? later(pod.since, *s.crashAfter) : kNever;
  if (s.crashesPerHourMilli > 0) {
    const Millis wait = exponentialWait(s.crashesPerHourMilli, bits(Purpose::Crash, service, pod, pod.restarts));
    at = std::min(at, later(pod.since, wait));
  }
  return at;
}

// When anything at all happens to it next, be it a probe that nobody notices.
SimTime Model::nextOf(const PlainService& service, const PlainPod& pod) const {
  if (pod.state != PodState::Running) return pod.endsAt;
  SimTime next = crashTime(service, pod);
  for (const ProbeKind kind : kProbeOrder) {
    if (itsTurn(service, pod, kind)) next = std::min(next, probeTime(service, pod, kind));
  }
  if (pod.ready && !pod.available) next = std::min(next, later(pod.readySince, service.state.spec->minReady));
  return next;
}

// Foresees when it next does something that shows. That decides nothing but its place among the pods that do something
// in the same instant: the one that was arranged first comes first.
void Model::arrange(PlainService& service, PlainPod& pod) {
  SimTime next = pod.endsAt;
  if (pod.state == PodState::Running) {
    next = crashTime(service, pod);
    for (const ProbeKind kind : kProbeOrder) {
      if (itsTurn(service, pod, kind)) next = std::min(next, nextNoticed(service, pod, kind));
    }
    if (pod.ready && !pod.available) next = std::min(next, later(pod.readySince, service.state.spec->minReady));
  }
  if (next == pod.arrangedFor) return;
  pod.arrangedFor = next;
  if (next != kNever) m_arranged.push_back({next, service.state.index, pod.ordinal});
}

// What is due now happens. Shows: whether this is what it was arranged for.
void Model::act(PlainService& service, PlainPod& pod) {
  const bool shows = pod.arrangedFor == m_now;
  PERFECT_ASSERT(shows || pod.state == PodState::Running);
  switch (pod.state) {
    case PodState::Starting:
      containerRuns(service, pod);
      break;
    case PodState::Running:
      live(service, pod);
      break;
    case PodState::Stopping:
      backOff(service, pod);
      break;
    case PodState::BackOff:
      startAgain(service, pod);
      break;
    case PodState::Terminating: {
      service.trigger = tellPod(service, pod, Reason::PodGone, pod.story);
      const PodOrdinal ordinal = pod.ordinal;
      std::erase_if(service.pods, [&](const PlainPod& p) { return p.ordinal == ordinal; });
      return;
    }
    case PodState::Absent:
      PERFECT_ASSERT(false);
  }
  if (!shows) return;
  pod.arrangedFor = kNever;
  arrange(service, pod);
}

void Model::create(PlainService& service, VersionIndex version, Reason reason, Link origin, const Facts& facts) {
  PlainPod pod;
  pod.ordinal = service.state.nextOrdinal++;
  pod.version = version;
  pod.port = freePort();
  pod.createdAt = m_now;
  pod.since = m_now;
  service.pods.push_back(pod);
  PlainPod& made = service.pods.back();
  tellPod(service, made, reason, origin, facts);
  const Simulation& s = service.templateOf(made).simulation;
  made.endsAt = later(m_now, jittered(s.start, s.jitterMilli, bits(Purpose::StartTime, service, made, 0)));
  arrange(service, made);
}

void Model::terminate(PlainService& service, PlainPod& pod, Reason reason, Link origin, const Facts& facts) {
  PERFECT_ASSERT(!pod.terminating());
  const PodTemplate& t = service.templateOf(pod);
  const Millis shutdown =
      jittered(t.simulation.shutdown, t.simulation.jitterMilli, bits(Purpose::ShutdownTime, service, pod, 0));
  pod.state = PodState::Terminating;
  pod.since = m_now;
  pod.endsAt = later(m_now, std::min(shutdown, seconds(t.terminationGracePeriodSeconds)));
  pod.ready = false;
  pod.available = false;
  service.trigger = tellPod(service, pod, reason, origin, facts);
  arrange(service, pod);
}

void Model::crash(PlainService& service, PlainPod& pod, Reason reason, Link origin, const Facts& facts) {
  tellPod(service, pod, reason, origin, facts);
  containerEnded(service, pod);
  backOff(service, pod);
}

void Model::switchHealth(PlainService& service, PlainPod& pod, const HealthCommand& health, Link origin) {
  for (const ProbeKind kind : kProbeOrder) {
    if (itsTurn(service, pod, kind)) pod.prober(kind).unnoticed = 0;
  }
  if (health.probe != ProbeTarget::Liveness) pod.readinessBroken = !health.healthy;
  if (health.probe != ProbeTarget::Readiness) pod.livenessBroken = !health.healthy;
  if (!health.healthy) {
    pod.sticky = health.sticky;
  } else if (!pod.readinessBroken && !pod.livenessBroken) {
    pod.sticky = false;
  }
  tellPod(service, pod, Reason::HealthSwitched, origin,
          {static_cast<std::int64_t>(health.probe), health.healthy ? 1 : 0, pod.sticky ? 1 : 0, 0});
  arrange(service, pod);
}

void Model::reviewAvailability(PlainService& service) {
  for (PlainPod& pod : service.pods) {
    if (!pod.ready) continue;
    pod.available = later(pod.readySince, service.state.spec->minReady) <= m_now;
    arrange(service, pod);
  }
}

void Model::containerRuns(PlainService& service, PlainPod& pod) {
  const PodTemplate& t = service.templateOf(pod);
  pod.state = PodState::Running;
  pod.since = m_now;
  pod.endsAt = kNever;
  pod.started = !t.startup.has_value();
  // Every result is the initial one. Readiness keeps its run, as the kubelet's worker does.
  Prober& readiness = pod.prober(ProbeKind::Readiness);
  readiness = {ProbeResult::Failure, readiness.run, readiness.lastFailed, 0, 0};
  pod.prober(ProbeKind::Liveness) = {ProbeResult::Success, 0, false, 0, 0};
  pod.prober(ProbeKind::Startup) = {ProbeResult::Unknown, 0, false, 0, 0};
  // A restart cures.
  if (pod.restarts > 0 && !pod.sticky) {
    pod.readinessBroken = false;
    pod.livenessBroken = false;
  }
  service.trigger = tellPod(service, pod, Reason::Started, pod.story, {pod.restarts, 0, 0, 0});
  settleReadiness(service, pod);
}

// An instant in the life of a running container.
void Model::live(PlainService& service, PlainPod& pod) {
  if (pod.ready && !pod.available && later(pod.readySince, service.state.spec->minReady) <= m_now) {
    pod.available = true;
    service.trigger = pod.story;
  }
  if (crashTime(service, pod) <= m_now) {
    crash(service, pod, Reason::ContainerDied, {}, {m_now - pod.since, 0, 0, 0});
    return;
  }
  for (const ProbeKind kind : kProbeOrder) {
    if (!itsTurn(service, pod, kind) || probeTime(service, pod, kind) != m_now) continue;
    if (probe(service, pod, kind)) return;
  }
  settleReadiness(service, pod);
}

// A probe asked for the end of the container: SIGTERM, and the restart back-off when it has stopped.
void Model::stopContainer(PlainService& service, PlainPod& pod, ProbeKind probe) {
  service.trigger = tellPod(service, pod, Reason::Killing, pod.story, {static_cast<std::int64_t>(probe), 0, 0, 0});
  containerEnded(service, pod);
  const PodTemplate& t = service.templateOf(pod);
  const Millis shutdown = jittered(t.simulation.shutdown, t.simulation.jitterMilli,
                                   bits(Purpose::ShutdownTime, service, pod, pod.restarts + 1));
  pod.state = PodState::Stopping;
  pod.since = m_now;
  pod.endsAt = later(m_now, std::min(shutdown, seconds(t.terminationGracePeriodSeconds)));
}

// It serves no more. A readiness probe of this very instant still counts, though nobody asks for its result.
void Model::containerEnded(PlainService& service, PlainPod& pod) {
  const bool probedNow =
      itsTurn(service, pod, ProbeKind::Readiness) && probeTime(service, pod, ProbeKind::Readiness) == m_now;
  if (probedNow) {
    Prober& readiness = pod.prober(ProbeKind::Readiness);
    const bool failed = probeFails(service, pod, ProbeKind::Readiness, readiness.made);
    readiness.run = readiness.lastFailed == failed ? readiness.run + 1 : 1;
    readiness.lastFailed = failed;
  }
  if (m_now - pod.since >= service.templateOf(pod).restartBackoff.resetAfter) pod.backoffs = 0;
  pod.ready = false;
  pod.available = false;
}

namespace {

// min(max, base · factorⁿ), in microseconds on the way.
Millis waitBefore(const RestartBackoff& backoff, std::uint32_t n) {
  Wide wait = Wide{backoff.base} * 1000;
  for (std::uint32_t i = 0; i < n && wait < Wide{backoff.max} * 1000; ++i) {
    const Wide longer = wait * backoff.factorMilli / 1000;
    if (longer == wait) break;
    wait = longer;
  }
  return static_cast<Millis>(std::min<Wide>(wait / 1000, backoff.max));
}

}  // namespace

void Model::backOff(PlainService& service, PlainPod& pod) {
  const Millis wait = waitBefore(service.templateOf(pod).restartBackoff, pod.backoffs);
  ++pod.backoffs;
  pod.state = PodState::BackOff;
  pod.since = m_now;
  pod.endsAt = later(m_now, wait);
  service.trigger =
      tellPod(service, pod, Reason::BackOff, pod.story, {wait, std::int64_t{pod.restarts} + 1, pod.backoffs, 0});
}

void Model::startAgain(PlainService& service, PlainPod& pod) {
  ++pod.restarts;
  pod.state = PodState::Starting;
  pod.since = m_now;
  const Simulation& s = service.templateOf(pod).simulation;
  const Millis start = jittered(s.start, s.jitterMilli, bits(Purpose::StartTime, service, pod, pod.restarts));
  pod.endsAt = later(m_now, std::max<Millis>(1, start));  // a restart takes time
  service.trigger = tellPod(service, pod, Reason::Restarted, pod.story, {pod.restarts, 0, 0, 0});
}

// Ready = running, started, and no readiness probe or its result is success.
void Model::settleReadiness(PlainService& service, PlainPod& pod) {
  const PodTemplate& t = service.templateOf(pod);
  const Prober& readiness = pod.prober(ProbeKind::Readiness);
  const bool ready = pod.started && (!t.readiness || readiness.result == ProbeResult::Success);
  if (ready == pod.ready) return;
  pod.ready = ready;
  pod.readySince = m_now;
  pod.available = ready && service.state.spec->minReady == 0;
  std::int64_t threshold = 0;
  if (t.readiness) threshold = ready ? t.readiness->successThreshold : t.readiness->failureThreshold;
  service.trigger =
      tellPod(service, pod, ready ? Reason::Ready : Reason::Unready, pod.story, {readiness.run, threshold, 0, 0});
}

}  // namespace perfect::test
