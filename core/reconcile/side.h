// SPDX-License-Identifier: GPL-3.0-or-later
//
// One version's pods as the arithmetic of rollouts sees them. Plain data.
#pragma once

#include <cstdint>
#include <vector>

namespace perfect {

/// Kubernetes: a ReplicaSet's spec.replicas and status.availableReplicas.
struct Side {
  std::int32_t size = 0;       ///< pods it shall have
  std::int32_t available = 0;  ///< pods of it that are available
  bool operator==(const Side&) const = default;
};

inline std::int32_t totalSize(const std::vector<Side>& sides) {
  std::int32_t sum = 0;
  for (const Side& side : sides) sum += side.size;
  return sum;
}
inline std::int32_t totalAvailable(const std::vector<Side>& sides) {
  std::int32_t sum = 0;
  for (const Side& side : sides) sum += side.available;
  return sum;
}

}  // namespace perfect
