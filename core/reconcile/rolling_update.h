// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rolling update: the new version grows while the old ones shrink, never above desired + surge and never,
// by its own act, below desired - unavailable. Pure arithmetic on the sizes of sides; any thread.
// Source of every rule: Kubernetes' Deployment controller (functions named below).
#pragma once

#include <cstdint>
#include <vector>

#include "core/model/service_spec.h"
#include "core/reconcile/fencepost.h"
#include "core/reconcile/side.h"

namespace perfect {

/// new + max(0, min(desired + surge - total, desired - new)); a strategy without surge takes `desired` at once
/// (NewRSNewReplicas). `total`: sizes of all sides. It never shrinks a side.
/// Example: desired 6, surge 10, new 2, total 5 -> 6. Desired 1, surge 1, new 5, total 5 -> 5.
std::int32_t newReplicaSetSize(Strategy strategy, std::int32_t desired, std::int32_t surge, std::int32_t newSize,
                               std::int32_t total);

/// The new side's next size: above desired it shrinks to it, below it grows as newReplicaSetSize says
/// (reconcileNewReplicaSet). Example: desired 10, surge 2, old 10, new 0 -> 2; new 11, old 2 -> 10.
std::int32_t reconcileNewSize(std::int32_t desired, std::int32_t surge, std::int32_t newSize, std::int32_t oldTotal);

/// Removes pods that are not available from old sides, the first side first, at most `most` in all
/// (cleanupUnhealthyReplicas). Returns how many. Example: old 10 with 8 available, most 3 -> 2.
std::int32_t cleanupUnhealthy(std::vector<Side>& old, std::int32_t most);

/// Shrinks old sides, the first side first, by available - minAvailable in all
/// (scaleDownOldReplicaSetsForRollingUpdate). Returns how many.
/// Example: old 10, available 10, minAvailable 8 -> 2, old becomes 8.
std::int32_t scaleDownOld(std::vector<Side>& old, std::int32_t available, std::int32_t minAvailable);

/// One look: removes unavailable old pods, at most total - (desired - unavailable) - (new not yet available), then
/// drains old by available - (desired - unavailable) (reconcileOldReplicaSets). Returns how many.
std::int32_t reconcileOldSizes(std::int32_t desired, std::int32_t unavailable, const Side& newSide,
                               std::vector<Side>& old);

struct RollingSizes {
  Side newSide;
  std::vector<Side> old;  ///< oldest first
  bool operator==(const RollingSizes&) const = default;
};

/// One look of a rolling update: the new side first; only if it did not change, the old ones (rolloutRolling).
/// Example: desired 2, surge 1, unavailable 0, new 0, old 2 -> new 1; then, once it is available, old 1.
RollingSizes planRollingUpdate(std::int32_t desired, Fenceposts posts, RollingSizes sides);

/// The desired number changed in the middle: all sides with pods grow or shrink in proportion to
/// (desired + surge) / (former desired + former surge), rounded to the nearest; the largest goes first and
/// also takes the remainder (Deployment controller: scale, GetReplicaSetProportion). Among equals the newer grows
/// and the older shrinks first. `sizes`: oldest first; returned in the same order.
/// Example: sizes 8 and 4 for 10 + 2, now 15 + 3 -> 12 and 6.
std::vector<std::int32_t> scaleProportionally(std::vector<std::int32_t> sizes, std::int32_t formerAllowed,
                                              std::int32_t allowed);

/// Sharing does not ask which pods work (Kubernetes stops here). Where it would take available pods below `least`, pods
/// that are not available go in their place: the total stays, the older side gives first.
/// Example: sizes 2 and 2 of which 0 and 5 are available, least 3 -> 1 and 3.
std::vector<std::int32_t> keepAvailable(std::vector<std::int32_t> sizes, const std::vector<std::int32_t>& available,
                                        std::int32_t least);

}  // namespace perfect
