// SPDX-License-Identifier: GPL-3.0-or-later
//
// Blue/green: the new version comes up beside the serving one; traffic moves in one step. Here is the
// decision whether it moves. Pure; any thread. Source: Argo Rollouts (reconcileActiveService,
// reconcileBlueGreenPause, CompletedBlueGreenPause).
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/units.h"
#include "core/reconcile/side.h"

namespace perfect {

struct SwitchInput {
  std::int32_t desired = 0;
  Side green;                   ///< the new version
  bool greenServes = false;     ///< traffic is already on it
  bool somethingServes = true;  ///< false: nothing to protect, no pause (Argo: active selector is empty)
  bool autoPromote = true;
  Millis autoPromoteAfter = 0;      ///< > 0: wait at least this long, then go on by itself (autoPromotionSeconds)
  std::optional<Millis> waitedFor;  ///< the wait for promotion stands, since so long
  bool promoted = false;            ///< a person ended the wait
  bool promoteFull = false;
  bool userPaused = false;
  bool aborted = false;
  bool measuresFirst = false;               ///< analysis after the switch is not finished: green is not stable yet
  std::optional<std::int32_t> previewSize;  ///< green's size until promotion (previewReplicaCount)
};

enum class Traffic : std::uint8_t { Stays, ToGreen, ToStable };

struct SwitchPlan {
  Traffic traffic = Traffic::Stays;
  bool waits = false;  ///< for promotion
  bool greenIsStable = false;
  std::int32_t greenSize = 0;  ///< pods green shall have now
};

/// Traffic moves when all of green, in its full size, is available and no wait is left. A timed promotion comes once
/// the wait is strictly longer than its time, unless a user paused. Aborted: back to stable at once.
/// Examples: desired 5, green 5/4 -> stays. Green 1/1, autoPromote false -> waits; promoted -> to green.
SwitchPlan planSwitch(const SwitchInput& input);

}  // namespace perfect
