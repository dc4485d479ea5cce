// SPDX-License-Identifier: GPL-3.0-or-later
//
// Probes: what outcomes make of a container's results, and what results make of its readiness. Pure; any
// thread. Source: Kubernetes' kubelet (prober worker doProbe, prober_manager UpdatePodStatus).
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/units.h"
#include "core/model/pod.h"
#include "core/model/service_spec.h"

namespace perfect {

enum class ProbeType : std::uint8_t { Readiness, Liveness, Startup };
enum class ProbeOutcome : std::uint8_t {
  Success,
  Failure,
  Error
};  ///< Error: the probe itself failed; it counts for nothing

/// Readiness failure, liveness success, startup unknown.
ProbeResult initialResult(ProbeType type);

/// A result and the run of equal outcomes that may flip it.
struct ProbeCounter {
  ProbeResult result = ProbeResult::Unknown;
  std::uint32_t run = 0;    ///< equal outcomes in a row
  bool lastFailed = false;  ///< the outcome they are of
  bool onHold = false;      ///< no more probes until there is a new container
  bool operator==(const ProbeCounter&) const = default;
};

ProbeCounter newCounter(ProbeType type);

/// `n` equal outcomes in a row. The result flips after successThreshold successes or failureThreshold failures in
/// a row. A failed liveness, and a startup that has its result, hold until there is a new container and count from 0.
/// Example: readiness, failureThreshold 3: success, failure, failure -> success; one more failure -> failure.
ProbeCounter countOutcomes(ProbeType type, const Probe& probe, ProbeCounter counter, ProbeOutcome outcome,
                           std::uint32_t n = 1);

/// After how many more such outcomes the result changes (at least 1); nothing: it never does.
/// Lets a healthy container's probes be computed instead of polled.
std::optional<std::uint32_t> outcomesUntilChange(ProbeType type, const Probe& probe, const ProbeCounter& counter,
                                                 ProbeOutcome outcome);

/// A new container in the same pod: the initial result, and no hold. Readiness keeps its run, as the kubelet does.
ProbeCounter afterRestart(ProbeType type, ProbeCounter counter);

/// What a worker sees when its period comes round.
struct ProbeSight {
  bool podKnown = true;         ///< the pod has a status
  bool podEnded = false;        ///< phase Failed or Succeeded
  bool containerKnown = true;   ///< its container has an id
  std::uint64_t container = 0;  ///< the id: another one is a new container
  bool running = true;
  bool restarts = true;                          ///< a container that ended is started again
  bool terminating = false;                      ///< the pod is being deleted
  bool started = true;                           ///< no startup probe, or it has succeeded
  Millis sinceStart = 0;                         ///< since the container became running
  ProbeOutcome outcome = ProbeOutcome::Success;  ///< of the probe, where it comes to one
};

/// One probe of one container, over its restarts.
struct ProbeWorker {
  ProbeType type = ProbeType::Readiness;
  ProbeCounter counter;
  std::optional<std::uint64_t> container;  ///< none seen yet: there is no result
  bool keepGoing = true;

  std::optional<ProbeResult> result() const;
};

ProbeWorker newWorker(ProbeType type);

/// One round of the worker. Nothing is probed before the initial delay; only startup before it has succeeded, and
/// startup no more afterwards. A container that does not run has failed. In a terminating pod liveness and startup end
/// with success; readiness goes on.
ProbeWorker probeOnce(ProbeWorker worker, const Probe& probe, const ProbeSight& sight);

struct ContainerState {
  bool started = false;
  bool ready = false;
  bool operator==(const ContainerState&) const = default;
};

/// Started: running, and no startup probe or its result is success. Ready: started, and no readiness probe or its
/// result is success. A probe without a result yet is `nullopt`.
ContainerState containerReady(bool running, bool hasStartupProbe, std::optional<ProbeResult> startup,
                              bool hasReadinessProbe, std::optional<ProbeResult> readiness);

}  // namespace perfect
