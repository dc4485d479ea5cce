// SPDX-License-Identifier: GPL-3.0-or-later
//
// One unambiguous status phrase for each service ("Stable", "Rolling out 2/4", "Paused at 25 %",
// "Degraded 2/3", "Scaled to 0", "Rolled back"). Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/wording.h"
#include "core/model/service_state.h"

namespace perfect {

enum class StatusKind : std::uint8_t {
  Stable,
  StartingUp,
  RollingOut,
  Paused,
  WaitingForPromotion,
  Analysing,
  Scaling,
  Degraded,
  ScaledToZero,
  RolledBack,
  Aborted,
  Failed,
  Deleting,
};

struct ServiceStatus {
  StatusKind kind = StatusKind::Stable;
  /// The numbers of the phrase: how many of how many, or the weight (-1: no weight says more).
  std::array<std::int32_t, 2> facts = {0, 0};

  std::string phrase(const Wording& wording = plainEnglish()) const;
};

ServiceStatus statusOf(const ServiceState& service);

/// Argo's and kubectl's words: Progressing, Paused, Analysing, Complete, Aborted, Failed, RolledBack.
const char* phaseName(RolloutPhase phase);
/// Every pattern of a phrase and every word of a phase, for those who translate them.
std::vector<std::string_view> statusPatterns();
const char* strategyName(Strategy strategy);  ///< BlueGreen, Canary, RollingUpdate, Recreate
/// The canary's weight now: of the present step, 0 when it returns to stable, 100 when complete or without canary.
std::int32_t currentWeight(const ServiceState& service);

}  // namespace perfect
