// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/health.h"

#include <algorithm>
#include <limits>

namespace perfect {

namespace {

std::uint32_t thresholdFor(const Probe& probe, bool failed) {
  return static_cast<std::uint32_t>(std::max(1, failed ? probe.failureThreshold : probe.successThreshold));
}

bool holdsAfter(ProbeType type, bool failed) {
  return type == ProbeType::Startup || (type == ProbeType::Liveness && failed);
}

bool initialDelayPassed(const Probe& probe, const ProbeSight& sight) {
  return sight.sinceStart >= seconds(probe.initialDelaySeconds);
}

}  // namespace

ProbeResult initialResult(ProbeType type) {
  switch (type) {
    case ProbeType::Readiness:
      return ProbeResult::Failure;
    case ProbeType::Liveness:
      return ProbeResult::Success;
    case ProbeType::Startup:
      return ProbeResult::Unknown;
  }
  return ProbeResult::Unknown;
}

ProbeCounter newCounter(ProbeType type) { return ProbeCounter{initialResult(type), 0, false, false}; }

ProbeCounter countOutcomes(ProbeType type, const Probe& probe, ProbeCounter counter, ProbeOutcome outcome,
                           std::uint32_t n) {
  if (outcome == ProbeOutcome::Error || counter.onHold || n == 0) return counter;
  const bool failed = outcome == ProbeOutcome::Failure;
  if (counter.lastFailed != failed) counter.run = 0;
  counter.lastFailed = failed;
  counter.run += std::min(n, std::numeric_limits<std::uint32_t>::max() - counter.run);
  if (counter.run < thresholdFor(probe, failed)) return counter;
  counter.result = failed ? ProbeResult::Failure : ProbeResult::Success;
  if (holdsAfter(type, failed)) {
    counter.onHold = true;
    counter.run = 0;
  }
  return counter;
}

std::optional<std::uint32_t> outcomesUntilChange(ProbeType type, const Probe& probe, const ProbeCounter& counter,
                                                 ProbeOutcome outcome) {
  if (outcome == ProbeOutcome::Error || counter.onHold) return std::nullopt;
  const bool failed = outcome == ProbeOutcome::Failure;
  const ProbeResult wanted = failed ? ProbeResult::Failure : ProbeResult::Success;
  if (counter.result == wanted && !holdsAfter(type, failed)) return std::nullopt;
  const std::uint32_t run = counter.lastFailed == failed ? counter.run : 0;
  const std::uint32_t threshold = thresholdFor(probe, failed);
  return run >= threshold ? 1 : threshold - run;
}

ProbeCounter afterRestart(ProbeType type, ProbeCounter counter) {
  const ProbeCounter fresh = newCounter(type);
  if (type != ProbeType::Readiness) return fresh;
  counter.result = fresh.result;
  counter.onHold = false;
  return counter;
}

std::optional<ProbeResult> ProbeWorker::result() const {
  return container ? std::optional<ProbeResult>{counter.result} : std::nullopt;
}

ProbeWorker newWorker(ProbeType type) { return ProbeWorker{type, newCounter(type), std::nullopt, true}; }

ProbeWorker probeOnce(ProbeWorker worker, const Probe& probe, const ProbeSight& sight) {
  worker.keepGoing = true;
  if (!sight.podKnown) return worker;
  if (sight.podEnded) {
    worker.keepGoing = false;
    return worker;
  }
  if (!sight.containerKnown) return worker;
  if (worker.container != sight.container) {
    if (worker.container) worker.counter = afterRestart(worker.type, worker.counter);
    worker.container = sight.container;
  }
  if (worker.counter.onHold) return worker;
  if (!sight.running) {
    worker.counter.result = ProbeResult::Failure;
    worker.keepGoing = sight.restarts;
    return worker;
  }
  if (sight.terminating && worker.type != ProbeType::Readiness) {
    worker.counter.result = ProbeResult::Success;
    worker.keepGoing = false;
    return worker;
  }
  const bool itsTurn = sight.started != (worker.type == ProbeType::Startup);
  if (!initialDelayPassed(probe, sight) || !itsTurn) return worker;
  worker.counter = countOutcomes(worker.type, probe, worker.counter, sight.outcome);
  return worker;
}

ContainerState containerReady(bool running, bool hasStartupProbe, std::optional<ProbeResult> startup,
                              bool hasReadinessProbe, std::optional<ProbeResult> readiness) {
  ContainerState state;
  state.started = running && (!hasStartupProbe || startup == ProbeResult::Success);
  state.ready = state.started && (!hasReadinessProbe || readiness == ProbeResult::Success);
  return state;
}

}  // namespace perfect
