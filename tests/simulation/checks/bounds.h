// SPDX-License-Identifier: GPL-3.0-or-later
//
// The numbers that a manifest allows, worked out anew from the rules: surge is rounded up, unavailable down, both 0
// means one unavailable, and no more pods may be unavailable than there are.
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/model/service_state.h"

namespace perfect::storm {

inline std::int64_t share(IntOrPercent value, std::int64_t n, bool up) {
  if (!value.percent) return value.value;
  return up ? (value.value * n + 99) / 100 : value.value * n / 100;
}

inline bool hasBounds(const Rollout& r) {
  return r.strategy == Strategy::Canary || r.strategy == Strategy::RollingUpdate;
}

inline std::int64_t surgeOf(const Rollout& r, std::int64_t n) { return hasBounds(r) ? share(r.maxSurge, n, true) : 0; }

inline std::int64_t unavailableOf(const Rollout& r, std::int64_t n) {
  std::int64_t u = share(r.maxUnavailable, n, false);
  if (u == 0 && share(r.maxSurge, n, true) == 0) u = 1;
  return std::min(u, n);
}

/// Pods of all versions that are not terminating.
inline std::int32_t totalOf(const ServiceState& s) {
  std::int32_t sum = 0;
  for (const VersionState& v : s.versions) sum += v.counts.pending + v.counts.notReady + v.counts.ready;
  return sum;
}

inline std::int32_t availableOf(const ServiceState& s) {
  std::int32_t sum = 0;
  for (const VersionState& v : s.versions) sum += v.counts.available;
  return sum;
}

inline const VersionState& versionOf(const ServiceState& s, VersionIndex v) {
  return s.versions[static_cast<std::size_t>(v)];
}

/// The version that everything goes to: desired's, or stable on the way back.
inline VersionIndex targetOf(const RolloutState& r) { return r.toStable ? r.stable : r.updated; }

}  // namespace perfect::storm
