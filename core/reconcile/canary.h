// SPDX-License-Identifier: GPL-3.0-or-later
//
// Canary without a traffic router: a weight is a share of pods. Pure arithmetic on the sizes of sides; any
// thread. Source of every rule: Argo Rollouts (functions named below).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/reconcile/fencepost.h"
#include "core/reconcile/side.h"

namespace perfect {

struct CanaryCounts {
  std::int32_t canary = 0;
  std::int32_t stable = 0;
  bool operator==(const CanaryCounts&) const = default;
};

/// The counts that come closest to `weight` of `maxWeight` (approximateWeightedCanaryStableReplicaCounts): among
/// ceil(N·w) of N, floor of N and, with surge, the same of N + 1, the smallest |c/t - w|, compared exactly; the
/// first wins. A weight strictly between leaves no side without pods, unless N = 1 without surge.
/// Deviation: for the five pairs (2,75) (5,90) (10,95) (25,98) (50,99) without surge Argo leaves 0 canaries, we leave N - 1.
/// Example: N 10, weight 24, surge 1 -> 3 + 8 (27.3 % is nearer than 20 % or 30 %).
CanaryCounts approximateWeight(std::int32_t desired, std::int32_t weight, std::int32_t surge,
                               std::int32_t maxWeight = 100);

/// One look of a canary (CalculateReplicaCountsForBasicCanary): scales up within N + surge, stable first; while
/// older versions have pods (`olderTotal`, sizes) nothing shrinks; then the side above its desired count (the
/// canary, else stable) shrinks by at most (its size + the other's available) - (N - unavailable), and where both
/// together still exceed N + surge the other side gives up the excess that availability can spare.
/// No `stable`: the canary goes straight to N. Example: N 10, weight 50, surge 2, unavailable 1, stable 10/10,
/// canary 0 -> canary 2, stable 9.
CanaryCounts basicCanary(std::int32_t desired, std::int32_t weight, Fenceposts posts, Side canary,
                         std::optional<Side> stable, std::int32_t olderTotal);

/// Older versions drain first: all their pods that are not available, then by available - (N - unavailable), the
/// first side (the newest) first (scaleDownOldReplicaSetsForCanary). `available`: over all versions.
void drainOlder(std::vector<Side>& older, std::int32_t available, std::int32_t minAvailable);

/// A side with the pods that are really there.
struct CountedSide {
  Side side;
  std::int32_t total = 0;  ///< pods present, not terminating
};

/// The step's counts are reached (AtDesiredReplicaCountsForCanary): canary size = available = wanted, the stable side
/// has exactly its wanted pods, available or not, and no older version has available pods.
bool canaryStepComplete(CanaryCounts wanted, const CountedSide& canary, const CountedSide& stable,
                        std::int32_t olderAvailable);

/// The weight at step `index` (GetCurrentSetWeight): of that step, or of the last one before it that sets any
/// (0 where none does); 100 behind the last step; 0 when aborted.
/// Example: weights {none, 50}, index 0 -> 0; index 2 -> 100.
std::int32_t currentSetWeight(const std::vector<std::optional<std::int32_t>>& weights, std::int32_t index,
                              bool aborted);

}  // namespace perfect
