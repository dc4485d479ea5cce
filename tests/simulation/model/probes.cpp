// SPDX-License-Identifier: GPL-3.0-or-later
// Probes, made one by one. A result flips after N equal outcomes in a row; until startup succeeds only startup runs, and
// afterwards it stops.
#include <algorithm>
#include <limits>

#include "core/base/assert.h"
#include "core/base/chance.h"
#include "tests/simulation/model/model.h"

namespace perfect::test {

namespace {

/// So many probes in which nothing shows are one arrangement; then the pod takes its place behind the others anew.
constexpr std::uint32_t kLongestQuiet = 4096;

const std::optional<Probe>& probeOf(const PodTemplate& t, ProbeKind kind) {
  if (kind == ProbeKind::Readiness) return t.readiness;
  return kind == ProbeKind::Liveness ? t.liveness : t.startup;
}

Purpose purposeOf(ProbeKind kind) {
  if (kind == ProbeKind::Readiness) return Purpose::ReadinessProbe;
  return kind == ProbeKind::Liveness ? Purpose::LivenessProbe : Purpose::StartupProbe;
}

SimTime timeOf(const PlainPod& pod, const Probe& probe, std::uint64_t n) {
  if (n >= 0xFFFFFFFF) return kNever;
  return later(pod.since, seconds(probe.initialDelaySeconds) + seconds(probe.periodSeconds) * static_cast<Millis>(n));
}

bool brokenFor(const PlainService& service, const PlainPod& pod, ProbeKind kind) {
  if (service.templateOf(pod).declaredUnhealthy()) return true;
  return kind == ProbeKind::Readiness ? pod.readinessBroken : pod.livenessBroken;
}

struct Shown {
  bool flipped = false;
  bool firstFailure = false;
  bool any() const { return flipped || firstFailure; }
};

Shown countOutcome(Prober& prober, const Probe& probe, bool failed) {
  const bool goesOn = prober.run > 0 && prober.lastFailed == failed;
  prober.run = goesOn ? prober.run + 1 : 1;
  prober.lastFailed = failed;
  const ProbeResult before = prober.result;
  const auto threshold = static_cast<std::uint32_t>(failed ? probe.failureThreshold : probe.successThreshold);
  if (prober.run >= threshold) prober.result = failed ? ProbeResult::Failure : ProbeResult::Success;
  return {prober.result != before, failed && !goesOn};
}

}  // namespace

bool Model::itsTurn(const PlainService& service, const PlainPod& pod, ProbeKind kind) {
  return pod.state == PodState::Running && pod.started == (kind != ProbeKind::Startup) &&
         probeOf(service.templateOf(pod), kind).has_value();
}

SimTime Model::probeTime(const PlainService& service, const PlainPod& pod, ProbeKind kind) {
  return timeOf(pod, *probeOf(service.templateOf(pod), kind), pod.prober(kind).made);
}

bool Model::probeFails(const PlainService& service, const PlainPod& pod, ProbeKind kind, std::uint64_t n) const {
  const PodTemplate& t = service.templateOf(pod);
  if (brokenFor(service, pod, kind)) return true;
  const Millis boot =
      jittered(t.simulation.boot, t.simulation.jitterMilli, bits(Purpose::BootTime, service, pod, pod.restarts));
  if (timeOf(pod, *probeOf(t, kind), n) < later(pod.since, boot)) return true;
  const std::uint64_t place = static_cast<std::uint64_t>(pod.restarts) << 32U | n;
  return t.simulation.probeFailure > 0 &&
         happens(bits(purposeOf(kind), service, pod, place), t.simulation.probeFailure);
}

// The next probe of this kind. True: the container is stopped because of it.
bool Model::probe(PlainService& service, PlainPod& pod, ProbeKind kind) {
  const Probe& probe = *probeOf(service.templateOf(pod), kind);
  Prober& prober = pod.prober(kind);
  const bool failed = probeFails(service, pod, kind, prober.made);
  ++prober.made;
  ++prober.unnoticed;
  const Shown shown = countOutcome(prober, probe, failed);
  PERFECT_ASSERT(!shown.any() || pod.arrangedFor == m_now);
  if (shown.any() || prober.unnoticed == kLongestQuiet) prober.unnoticed = 0;
  if (failed && shown.any()) {
    const std::int64_t failures = shown.flipped ? probe.failureThreshold : std::int64_t{prober.run};
    tellPod(service, pod, Reason::Unhealthy, pod.story,
            {static_cast<std::int64_t>(kind), failures, probe.failureThreshold, 0});
  }
  if (!shown.flipped || kind == ProbeKind::Readiness) return false;
  if (failed) {
    stopContainer(service, pod, kind);
    return true;
  }
  if (kind == ProbeKind::Startup) startupSucceeded(service, pod);
  return false;
}

// The other probes begin with their first instant after this one.
void Model::startupSucceeded(PlainService& service, PlainPod& pod) {
  pod.started = true;
  for (const ProbeKind kind : {ProbeKind::Liveness, ProbeKind::Readiness}) {
    if (!itsTurn(service, pod, kind)) continue;
    const Probe& probe = *probeOf(service.templateOf(pod), kind);
    const Millis after = m_now - timeOf(pod, probe, 0);
    pod.prober(kind).made = after < 0 ? 0 : static_cast<std::uint64_t>(after / seconds(probe.periodSeconds)) + 1;
    pod.prober(kind).unnoticed = 0;
  }
}

// Goes on in thought until a probe shows: its first failure in a row, or another result.
SimTime Model::nextNoticed(const PlainService& service, const PlainPod& pod, ProbeKind kind) const {
  const PodTemplate& t = service.templateOf(pod);
  const Probe& probe = *probeOf(t, kind);
  const Millis boot =
      jittered(t.simulation.boot, t.simulation.jitterMilli, bits(Purpose::BootTime, service, pod, pod.restarts));
  const bool chancy = t.simulation.probeFailure > 0 && t.simulation.probeFailure < 100000;
  Prober prober = pod.prober(kind);
  for (; prober.unnoticed < kLongestQuiet; ++prober.unnoticed) {
    const SimTime at = timeOf(pod, probe, prober.made);
    const bool failed = probeFails(service, pod, kind, prober.made);
    const bool alwaysSo = brokenFor(service, pod, kind) || (!chancy && at >= later(pod.since, boot));
    const bool alreadySo = prober.result == (failed ? ProbeResult::Failure : ProbeResult::Success) &&
                           (!failed || (prober.run > 0 && prober.lastFailed));
    if (alwaysSo && alreadySo) return kNever;
    ++prober.made;
    if (countOutcome(prober, probe, failed).any() || prober.unnoticed + 1 == kLongestQuiet) return at;
  }
  return kNever;
}

}  // namespace perfect::test
