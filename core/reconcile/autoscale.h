// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many pods a load asks for, and how fast the number may change. Pure integer arithmetic; any thread.
// Source of every rule: Kubernetes' HorizontalPodAutoscaler (functions named below).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/model/service_spec.h"
#include "core/model/service_state.h"

namespace perfect {

/// What was measured. A metric without a request (an average value) gives each pod the request 100.
struct LoadSample {
  std::int64_t measured = 0;   ///< pods whose use is known and that are ready
  std::int64_t usage = 0;      ///< their use, summed up
  std::int64_t requested = 0;  ///< their requests, summed up
  std::int64_t unready = 0;    ///< pods that are not ready: not measured
  std::int64_t unreadyRequested = 0;
  std::int64_t missing = 0;  ///< ready pods whose use is not known
  std::int64_t missingRequested = 0;
  std::int64_t missingUsage = 0;  ///< what those are taken to use when the rest asks for fewer pods
};

struct LoadDecision {
  std::int32_t replicas = 0;
  std::int64_t utilisation = 0;                       ///< floor of the average percent over measured pods
  AutoscaleVerdict verdict = AutoscaleVerdict::None;  ///< None: `replicas` is what the load asks for
};

/// The number of pods the load asks for (GetResourceReplicas, calcPlainMetricReplicas); nothing when nothing is
/// measured. ratio = utilisation / target. Inside the tolerance: `current`. Without unready pods on the way up and
/// without missing ones: ceil(ratio · measured). Else those count as 0 (missing ones on the way down as
/// `missingUsage`), the ratio is taken anew; inside the tolerance or across 1 keeps, else ceil(new ratio · pods
/// counted). Never against the signal, not even where pods are lost or a rollout has some more. Requires target > 0.
/// Example: 3 pods at 50 %, target 30 -> 5. Two pods at 60 % and one unready, target 30 -> 40 % of 3 -> 4.
std::optional<LoadDecision> desiredByLoad(std::int32_t current, const LoadSample& sample, std::int64_t target,
                                          std::int64_t toleranceMilli);

/// A number that no load may keep: 0 means scaled to zero by hand and stays (unless 0 is allowed), outside [min, max] is
/// clamped and nothing else (reconcileAutoscaler). Nothing: the load decides.
/// Example: current 12, min 2, max 10 -> 10; current 0, min 1 -> 0.
std::optional<std::int32_t> replicasOutsideBounds(std::int32_t current, std::int32_t min, std::int32_t max);

/// Which limit changed a number (the ScalingLimited condition's reason).
enum class ScaleLimit : std::uint8_t { WithinRange, TooFew, TooMany, ScaleUpLimit, ScaleDownLimit };
/// DesiredWithinRange, TooFewReplicas, TooManyReplicas, ScaleUpLimit, ScaleDownLimit.
const char* scaleLimitName(ScaleLimit limit);

struct LimitedReplicas {
  std::int32_t replicas = 0;
  ScaleLimit limit = ScaleLimit::WithinRange;
  bool operator==(const LimitedReplicas&) const = default;
};

/// Without `behavior` (convertDesiredReplicasWithRules): one step up goes at most to max(2 · current, 4), then min and
/// max. Example: current 3, desired 21, min 2, max 50 -> 6 (ScaleUpLimit).
LimitedReplicas limitStep(std::int32_t current, std::int32_t desired, std::int32_t min, std::int32_t max);

/// With `behavior` (convertDesiredReplicasWithBehaviorRate): each policy allows its Pods or Percent counted from the
/// number at its period's beginning, which is `current` without the changes younger than the period; Max takes the
/// largest step, Min the smallest, Disabled none; then min and max.
/// Example: current 100, desired 500, 150 Pods in 120 s, of which 15 were added -> 235 (ScaleUpLimit).
LimitedReplicas limitRate(std::int32_t current, std::int32_t desired, std::int32_t min, std::int32_t max,
                          const ScalingBehavior& behavior, const std::vector<ScaleEvent>& ups,
                          const std::vector<ScaleEvent>& downs, SimTime now);

struct Stabilised {
  std::int32_t replicas = 0;
  std::vector<Recommendation> log;  ///< with `desired`: in the place of a forgotten one, else at the end
  SimTime heldUntil = kNever;       ///< when what holds it back leaves its window; kNever: nothing holds it back
};

/// The number moves only where the whole window agrees (stabilizeRecommendationWithBehaviors): up to the lowest
/// recommendation younger than `upWindow`, down to the highest younger than `downWindow`.
/// Example: current 100, desired 3, window 180 s with 4 and 5 in it -> 5; the log becomes 4, 5, 3.
Stabilised stabilise(const std::vector<Recommendation>& log, std::int32_t current, std::int32_t desired,
                     Millis upWindow, Millis downWindow, SimTime now);

/// What the service's load does to its pods: of the active side in blue/green, else of all versions.
/// cpu: every pod has it. demand: shared by serving pods, cpu = demand · 100 / capacityPerPod / serving.
LoadSample sampleLoad(const ServiceState& service);

/// The average percent per measured pod that sampleLoad() sees; nothing when no pod is measured.
std::optional<std::int64_t> utilisation(const LoadSample& sample);

}  // namespace perfect
