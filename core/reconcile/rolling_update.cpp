// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/rolling_update.h"

#include <algorithm>
#include <numeric>

namespace perfect {

std::int32_t newReplicaSetSize(Strategy strategy, std::int32_t desired, std::int32_t surge, std::int32_t newSize,
                               std::int32_t total) {
  if (strategy == Strategy::Recreate || strategy == Strategy::BlueGreen) return desired;
  const std::int64_t room = std::int64_t{desired} + surge - total;
  const std::int64_t missing = std::int64_t{desired} - newSize;
  return newSize + static_cast<std::int32_t>(std::max<std::int64_t>(0, std::min(room, missing)));
}

std::int32_t reconcileNewSize(std::int32_t desired, std::int32_t surge, std::int32_t newSize, std::int32_t oldTotal) {
  if (newSize > desired) return desired;
  return newReplicaSetSize(Strategy::RollingUpdate, desired, surge, newSize, oldTotal + newSize);
}

std::int32_t cleanupUnhealthy(std::vector<Side>& old, std::int32_t most) {
  std::int32_t cleaned = 0;
  for (Side& side : old) {
    const std::int32_t unhealthy = std::max(0, side.size - side.available);
    const std::int32_t take = std::clamp(most - cleaned, 0, unhealthy);
    side.size -= take;
    cleaned += take;
  }
  return cleaned;
}

std::int32_t scaleDownOld(std::vector<Side>& old, std::int32_t available, std::int32_t minAvailable) {
  const std::int32_t most = available - minAvailable;
  std::int32_t removed = 0;
  for (Side& side : old) {
    const std::int32_t take = std::clamp(most - removed, 0, side.size);
    side.size -= take;
    removed += take;
  }
  return removed;
}

std::int32_t reconcileOldSizes(std::int32_t desired, std::int32_t unavailable, const Side& newSide,
                               std::vector<Side>& old) {
  const std::int32_t minAvailable = desired - unavailable;
  const std::int32_t newUnavailable = newSide.size - newSide.available;
  const std::int32_t most = totalSize(old) + newSide.size - minAvailable - newUnavailable;
  if (totalSize(old) == 0 || most <= 0) return 0;
  const std::int32_t available = totalAvailable(old) + newSide.available;
  const std::int32_t cleaned = cleanupUnhealthy(old, most);
  return cleaned + scaleDownOld(old, available, minAvailable);
}

RollingSizes planRollingUpdate(std::int32_t desired, Fenceposts posts, RollingSizes sides) {
  const std::int32_t size = reconcileNewSize(desired, posts.surge, sides.newSide.size, totalSize(sides.old));
  if (size != sides.newSide.size) {
    sides.newSide.size = size;
  } else {
    reconcileOldSizes(desired, posts.unavailable, sides.newSide, sides.old);
  }
  return sides;
}

std::vector<std::int32_t> scaleProportionally(std::vector<std::int32_t> sizes, std::int32_t formerAllowed,
                                              std::int32_t allowed) {
  const std::int64_t total = std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
  const std::int64_t toAdd = allowed - total;
  const std::int64_t former = formerAllowed > 0 ? formerAllowed : total;
  if (toAdd == 0 || former <= 0) return sizes;

  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (sizes[a] != sizes[b]) return sizes[a] > sizes[b];
    return toAdd > 0 ? a > b : a < b;
  });

  std::int64_t added = 0;
  for (const std::size_t i : order) {
    if (sizes[i] == 0) continue;
    const std::int64_t nearest = (2 * std::int64_t{sizes[i]} * allowed + former) / (2 * former);
    const std::int64_t fraction = nearest - sizes[i];
    const std::int64_t left = toAdd - added;
    const std::int64_t take =
        toAdd > 0 ? std::clamp<std::int64_t>(fraction, 0, left) : std::clamp<std::int64_t>(fraction, left, 0);
    sizes[i] += static_cast<std::int32_t>(take);
    added += take;
  }
  std::int32_t& first = sizes[order.front()];
  first = static_cast<std::int32_t>(std::max<std::int64_t>(0, first + toAdd - added));
  return sizes;
}

std::vector<std::int32_t> keepAvailable(std::vector<std::int32_t> sizes, const std::vector<std::int32_t>& available,
                                        std::int32_t least) {
  std::int32_t kept = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) kept += std::min(sizes[i], available[i]);
  std::int32_t given = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::int32_t give = std::clamp(available[i] - sizes[i], 0, std::max(0, least - kept - given));
    sizes[i] += give;
    given += give;
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::int32_t take = std::clamp(sizes[i] - available[i], 0, given);
    sizes[i] -= take;
    given -= take;
  }
  return sizes;
}

}  // namespace perfect
