// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/canary.h"

#include <algorithm>
#include <array>

namespace perfect {

namespace {

/// Canary pods `canary` of `total` pods: one way to come near a weight.
struct Share {
  std::int64_t canary = 0;
  std::int64_t total = 0;
};

/// |canary/total - weight/maxWeight| in units of 1/(total·maxWeight).
std::int64_t distance(Share share, std::int64_t weight, std::int64_t maxWeight) {
  const std::int64_t d = maxWeight * share.canary - weight * share.total;
  return d < 0 ? -d : d;
}

/// Argo counts on what a side is about to lose: never more available pods than its size.
std::int32_t kept(const Side& side) { return std::min(side.size, side.available); }

/// The drained side shrank to `drain`; where both still exceed `most`, `other` gives up the excess, but not
/// available pods that are needed: those the drained side has to give up too (adjustReplicaWithinLimits).
void keepWithinSurge(std::int32_t& drain, std::int32_t& other, const Side& drained, const Side& adjusted,
                     std::int32_t most, std::int32_t minAvailable) {
  other -= std::max(0, drain + other - most);
  const std::int32_t available = std::min(drained.available, drain) + std::min(adjusted.available, other);
  const std::int32_t givenUp = std::max(0, adjusted.available - other);
  other += std::min(givenUp, std::max(0, minAvailable - available));
  drain -= std::max(0, drain + other - most);
}

}  // namespace

CanaryCounts approximateWeight(std::int32_t desired, std::int32_t weight, std::int32_t surge, std::int32_t maxWeight) {
  if (desired <= 0) return {};
  const std::int64_t n = desired;
  const std::int64_t up = (n * weight + maxWeight - 1) / maxWeight;
  const std::int64_t down = n * weight / maxWeight;
  const bool emptyAllowed = weight <= 0 || weight >= maxWeight || (n == 1 && surge == 0);

  const std::array<Share, 4> shares{Share{up, n}, Share{down, n}, Share{up, n + 1}, Share{down, n + 1}};
  std::optional<Share> best;
  for (const Share share : shares) {
    if (share.total > n && surge <= 0) continue;
    if (!emptyAllowed && (share.canary == 0 || share.canary == share.total)) continue;
    // Cross-multiplied, so that shares of N and of N + 1 compare exactly.
    if (!best || distance(share, weight, maxWeight) * best->total < distance(*best, weight, maxWeight) * share.total) {
      best = share;
    }
  }
  if (!best) return {0, desired};
  return {static_cast<std::int32_t>(best->canary), static_cast<std::int32_t>(best->total - best->canary)};
}

CanaryCounts basicCanary(std::int32_t desired, std::int32_t weight, Fenceposts posts, Side canary,
                         std::optional<Side> stable, std::int32_t olderTotal) {
  const CanaryCounts wanted = stable ? approximateWeight(desired, weight, posts.surge) : CanaryCounts{desired, 0};
  const Side other = stable.value_or(Side{});
  CanaryCounts next{canary.size, other.size};

  const std::int32_t most = desired + posts.surge;
  std::int32_t room = std::max(0, most - (canary.size + other.size + olderTotal));
  const auto grow = [&room](std::int32_t size, std::int32_t target) {
    const std::int32_t take = std::clamp(target - size, 0, room);
    room -= take;
    return size + take;
  };
  next.stable = grow(next.stable, wanted.stable);
  next.canary = grow(next.canary, wanted.canary);
  if (olderTotal > 0) return next;

  const std::int32_t minAvailable = desired - posts.unavailable;
  const bool canaryDrains = canary.size > wanted.canary;
  const std::int32_t spare = (canaryDrains ? canary.size + kept(other) : kept(canary) + other.size) - minAvailable;
  if (spare <= 0) return next;
  if (canaryDrains) {
    next.canary = std::max(wanted.canary, canary.size - spare);
    if (stable) keepWithinSurge(next.canary, next.stable, canary, other, most, minAvailable);
  } else if (stable) {
    if (other.size > wanted.stable) next.stable = std::max(wanted.stable, other.size - spare);
    keepWithinSurge(next.stable, next.canary, other, canary, most, minAvailable);
  }
  return next;
}

void drainOlder(std::vector<Side>& older, std::int32_t available, std::int32_t minAvailable) {
  std::int32_t most = available - minAvailable;
  for (Side& side : older) {
    side.size = std::min(side.size, side.available);
    const std::int32_t take = std::clamp(most, 0, side.size);
    side.size -= take;
    most -= take;
  }
}

bool canaryStepComplete(CanaryCounts wanted, const CountedSide& canary, const CountedSide& stable,
                        std::int32_t olderAvailable) {
  return canary.side.size == wanted.canary && canary.side.available == wanted.canary &&
         stable.side.size == wanted.stable && stable.total == wanted.stable && olderAvailable == 0;
}

std::int32_t currentSetWeight(const std::vector<std::optional<std::int32_t>>& weights, std::int32_t index,
                              bool aborted) {
  if (aborted) return 0;
  if (index < 0 || static_cast<std::size_t>(index) >= weights.size()) return 100;
  for (auto i = static_cast<std::size_t>(index) + 1; i > 0; --i) {
    if (weights[i - 1]) return *weights[i - 1];
  }
  return 0;
}

}  // namespace perfect
