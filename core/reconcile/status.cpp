// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/status.h"

#include <algorithm>

#include "core/reconcile/canary.h"

namespace perfect {

namespace {

std::string ratio(const char* word, std::int32_t have, std::int32_t want) {
  return std::string(word) + " " + std::to_string(have) + "/" + std::to_string(want);
}

bool onCanary(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  return service.spec->rollout.strategy == Strategy::Canary && rollout.stable != kNoVersion &&
         rollout.updated != rollout.stable;
}

/// "Paused at 25 %" for a canary, "Paused" where no weight says more.
std::string atWeight(const ServiceState& service, const char* word) {
  if (!onCanary(service)) return word;
  return std::string(word) + " at " + std::to_string(currentWeight(service)) + " %";
}

ServiceStatus steadyStatus(const ServiceState& service) {
  const std::int32_t ready = service.serving();
  const PodCounts all = service.counts();
  if (ready < service.replicas) {
    // A Command asked for more, and the controller has not looked yet: that is no more degraded than afterwards.
    const bool asked = service.rollout.sizedFor < service.replicas;
    const bool growing = (service.rollout.scaling || asked) && all.backingOff == 0;
    return growing ? ServiceStatus{StatusKind::Scaling, ratio("Scaling", ready, service.replicas)}
                   : ServiceStatus{StatusKind::Degraded, ratio("Degraded", ready, service.replicas)};
  }
  if (service.rollout.scaling || service.rollout.sizedFor > service.replicas) {
    return {StatusKind::Scaling, ratio("Scaling", ready, service.replicas)};
  }
  return {StatusKind::Stable, "Stable"};
}

/// A missed deadline ends a rollout only where there is something to go back to. Where stable does not work either, and
/// so no rollback was possible, it is the service that is in a bad way.
ServiceStatus failedStatus(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  const std::int32_t ready = service.serving();
  const bool nothingElse = rollout.stable == kNoVersion || rollout.updated == rollout.stable;
  const bool noWayBack = service.spec->rollout.autoRollback && ready < service.replicas;
  if (rollout.toStable || nothingElse || noWayBack) {
    return {StatusKind::Degraded, ratio("Degraded", ready, service.replicas)};
  }
  return {StatusKind::Failed, "Failed"};
}

ServiceStatus progressStatus(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  const std::int32_t available = service.versions[static_cast<std::size_t>(rollout.updated)].counts.available;
  if (rollout.waitsForPromote && !rollout.userPaused) {
    return {StatusKind::WaitingForPromotion, atWeight(service, "Waiting for promotion")};
  }
  if (rollout.phase == RolloutPhase::Paused) return {StatusKind::Paused, atWeight(service, "Paused")};
  if (rollout.phase == RolloutPhase::Analysing) return {StatusKind::Analysing, atWeight(service, "Analysing")};
  if (rollout.stable == kNoVersion) return {StatusKind::StartingUp, ratio("Starting up", available, service.replicas)};
  return {StatusKind::RollingOut, ratio("Rolling out", available, service.replicas)};
}

}  // namespace

ServiceStatus statusOf(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  if (service.deleting) return {StatusKind::Deleting, "Deleting"};
  if (service.replicas == 0) return {StatusKind::ScaledToZero, "Scaled to 0"};
  if (rollout.updated == kNoVersion) return {StatusKind::StartingUp, ratio("Starting up", 0, service.replicas)};
  switch (rollout.phase) {
    case RolloutPhase::Complete:
      return steadyStatus(service);
    case RolloutPhase::Aborted:
      return {StatusKind::Aborted, "Aborted"};
    case RolloutPhase::RolledBack:
      return {StatusKind::RolledBack, "Rolled back"};
    case RolloutPhase::Failed:
      return failedStatus(service);
    case RolloutPhase::Progressing:
    case RolloutPhase::Paused:
    case RolloutPhase::Analysing:
      break;
  }
  return progressStatus(service);
}

const char* phaseName(RolloutPhase phase) {
  switch (phase) {
    case RolloutPhase::Progressing:
      return "Progressing";
    case RolloutPhase::Paused:
      return "Paused";
    case RolloutPhase::Analysing:
      return "Analysing";
    case RolloutPhase::Complete:
      return "Complete";
    case RolloutPhase::Aborted:
      return "Aborted";
    case RolloutPhase::Failed:
      return "Failed";
    case RolloutPhase::RolledBack:
      return "RolledBack";
  }
  return "Progressing";
}

const char* strategyName(Strategy strategy) {
  switch (strategy) {
    case Strategy::BlueGreen:
      return "BlueGreen";
    case Strategy::Canary:
      return "Canary";
    case Strategy::RollingUpdate:
      return "RollingUpdate";
    case Strategy::Recreate:
      return "Recreate";
  }
  return "BlueGreen";
}

std::int32_t currentWeight(const ServiceState& service) {
  if (!onCanary(service)) return 100;
  std::vector<std::optional<std::int32_t>> weights;
  for (const CanaryStep& step : service.spec->rollout.steps) weights.emplace_back(step.percent);
  return currentSetWeight(weights, service.rollout.step, service.rollout.toStable);
}

}  // namespace perfect
