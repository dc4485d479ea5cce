// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far a rollout may go above and below the desired number: surge and unavailable, from counts or
// percentages. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/result.h"
#include "core/model/service_spec.h"

namespace perfect {

/// Pods above and below the desired number.
struct Fenceposts {
  std::int32_t surge = 0;
  std::int32_t unavailable = 0;
  bool operator==(const Fenceposts&) const = default;
};

/// "25%" as a percentage (Kubernetes: GetScaledValueFromIntOrPercent). A text without '%', or with anything
/// but a whole number before it, is an error: "urg" -> error, "7" -> error, "39%" -> 39 %.
Result<IntOrPercent> parsePercent(std::string_view text);

/// surge = ceil, unavailable = floor of their percentages of `desired`; both 0: unavailable is 1, because
/// nothing could ever move (Kubernetes: ResolveFenceposts). Requires desired >= 0.
/// Example: desired 10, 39 % and 39 % -> surge 4, unavailable 3. Desired 10, 0 and 0 -> 0 and 1.
Fenceposts resolveFenceposts(IntOrPercent maxSurge, IntOrPercent maxUnavailable, std::int32_t desired);

/// Unavailable after its cap: never more than `desired`; 0 where the strategy has no such limit or nothing is
/// desired (Kubernetes: MaxUnavailable). Example: desired 5, maxUnavailable 10 -> 5.
std::int32_t maxUnavailable(const Rollout& rollout, std::int32_t desired);
/// Pods that must stay available: desired - maxUnavailable, 0 for strategies without the limit
/// (Kubernetes: MinAvailable). Example: desired 10, maxUnavailable 50 % -> 5.
std::int32_t minAvailable(const Rollout& rollout, std::int32_t desired);
/// Pods allowed above `desired` (Kubernetes, Argo Rollouts: MaxSurge). Example: desired 10, maxSurge 50 % -> 5.
std::int32_t maxSurge(const Rollout& rollout, std::int32_t desired);

/// surge and the capped unavailable at once: what every step of a canary or rolling update has to keep.
Fenceposts fencepostsOf(const Rollout& rollout, std::int32_t desired);

}  // namespace perfect
