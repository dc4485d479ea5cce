// SPDX-License-Identifier: GPL-3.0-or-later
//
// Is a rollout complete, does it progress, has its deadline passed? Pure; any thread.
// Source: Kubernetes (DeploymentComplete, DeploymentProgressing, DeploymentTimedOut).
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/units.h"
#include "core/model/service_state.h"

namespace perfect {

/// Every pod is of the new version and available. Example: desired 5, updated 5, total 5, available 4 -> false.
bool rolloutComplete(std::int32_t desired, std::int32_t updated, std::int32_t total, std::int32_t available);

/// More updated, fewer old, more ready or more available than at `before`.
/// Example: 10 pods with 4 updated, then 8 with 4 updated -> true (old pods went).
bool progressed(const ProgressMark& before, const ProgressMark& now);

enum class DeadlineState : std::uint8_t {
  Running,   ///< counts
  Complete,  ///< the rollout is complete: never times out
  Exceeded,  ///< it has been exceeded: stays so
};

/// Nothing progressed for longer than the deadline; no deadline or nothing ever seen: never.
/// Example: deadline 10 s, 9 s ago -> false; 10 s -> false; 11 s -> true.
bool deadlineExceeded(DeadlineState state, std::optional<Millis> deadline, std::optional<Millis> sinceProgress);

}  // namespace perfect
