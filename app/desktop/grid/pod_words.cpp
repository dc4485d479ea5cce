// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/pod_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/desktop/words.h"
#include "core/agent/probing.h"
#include "core/events/texts.h"

namespace perfect::words {
namespace {

const VersionState& versionOf(const ServiceState& service, const Pod& pod) {
  return service.versions[static_cast<std::size_t>(pod.version)];
}

const std::optional<Probe>& declared(ProbeType type, const PodTemplate& podTemplate) {
  switch (type) {
    case ProbeType::Readiness:
      return podTemplate.readiness;
    case ProbeType::Liveness:
      return podTemplate.liveness;
    case ProbeType::Startup:
      break;
  }
  return podTemplate.startup;
}

/// Whether chance has no part in the outcomes: then a run goes on as it began.
bool steady(const ServiceState& service, const Pod& pod) {
  const MilliPercent failing = versionOf(service, pod).podTemplate->simulation.probeFailure;
  return failing == 0 || failing == 100000;
}

PodWait waitOfRunning(const ServiceState& service, const Pod& pod, SimTime now) {
  const ProbeStand startup = probeStand(ProbeType::Startup, service, pod, now);
  if (!pod.started) return {QCoreApplication::translate("Pod", "the startup probe asks"), startup.next};
  if (pod.ready) {
    const Millis minReady = service.spec->minReady;
    if (pod.available || minReady == 0) return {};
    return {QCoreApplication::translate("Pod", "it counts as available"), pod.readySince + minReady};
  }
  return {QCoreApplication::translate("Pod", "the readiness probe asks"),
          probeStand(ProbeType::Readiness, service, pod, now).next};
}

}  // namespace

QString podId(const ServiceState& service, const Pod& pod) {
  return text(podName(service.spec->name, versionOf(service, pod).hash, pod.ordinal));
}

QString restarts(std::uint32_t n) {
  return n == 1 ? QCoreApplication::translate("Pod", "1 restart")
                : QCoreApplication::translate("Pod", "%1 restarts").arg(count(n));
}

PodWait podWait(const ServiceState& service, const Pod& pod, SimTime now) {
  switch (pod.state) {
    case PodState::Absent:
      return {};
    case PodState::Starting:
      return {QCoreApplication::translate("Pod", "the container runs"), pod.due};
    case PodState::Running:
      return waitOfRunning(service, pod, now);
    case PodState::Stopping:
      return {QCoreApplication::translate("Pod", "the container has stopped"), pod.due};
    case PodState::BackOff:
      return {QCoreApplication::translate("Pod", "the container restarts"), pod.due};
    case PodState::Terminating:
      return {QCoreApplication::translate("Pod", "the pod is gone"), pod.due};
  }
  return {};
}

QString podWaitText(const ServiceState& service, const Pod& pod, SimTime now) {
  const PodWait wait = podWait(service, pod, now);
  if (wait.what.isEmpty() || wait.at == kNever) return wait.what;
  if (wait.at <= now) return QCoreApplication::translate("Pod", "%1 now").arg(wait.what);
  return QCoreApplication::translate("Pod", "%1 in %2").arg(wait.what, countdown(wait.at, now));
}

ProbeStand probeStand(ProbeType type, const ServiceState& service, const Pod& pod, SimTime now) {
  ProbeStand stand;
  const VersionState& version = versionOf(service, pod);
  const std::optional<Probe>& probe = declared(type, *version.podTemplate);
  if (!probe) return stand;
  stand.probe = &*probe;
  const bool readiness = type == ProbeType::Readiness;
  const bool startup = type == ProbeType::Startup;
  stand.broken = version.declaredUnhealthy || (readiness ? pod.readinessBroken : pod.livenessBroken);
  stand.result = readiness ? pod.readinessResult
                 : startup ? (pod.started ? ProbeResult::Success : ProbeResult::Unknown)
                           : pod.livenessResult;
  // Startup has liveness' track until it has succeeded.
  stand.asked = pod.state == PodState::Running && (startup ? !pod.started : pod.started);
  if (!readiness && startup == pod.started) return stand;
  const ProbeTrack& track = readiness ? pod.readiness : pod.liveness;
  const bool failed = readiness ? pod.lastReadinessFailed : pod.lastLivenessFailed;
  std::uint32_t run = track.run;
  if (stand.asked) {
    ProbeCourse course;
    course.probe = stand.probe;
    course.type = type;
    course.runningSince = pod.since;
    const std::uint32_t made = course.firstAfter(now);
    stand.next = course.at(made);
    if (made > 0) stand.last = course.at(made - 1);
    // The record is brought up to date only where an outcome matters; what came since continued the run.
    if (made > track.counted && steady(service, pod) && run > 0 && failed == stand.broken) run += made - track.counted;
  }
  (failed ? stand.failures : stand.successes) = run;
  if (failed) stand.failures = std::min(stand.failures, static_cast<std::uint32_t>(probe->failureThreshold));
  return stand;
}

}  // namespace perfect::words
