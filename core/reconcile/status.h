// SPDX-License-Identifier: GPL-3.0-or-later
//
// One unambiguous status phrase for each service ("Stable", "Rolling out 2/4", "Paused at 25 %",
// "Degraded 2/3", "Scaled to 0", "Rolled back"). Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

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
  std::string phrase;
};

ServiceStatus statusOf(const ServiceState& service);

/// Argo's and kubectl's words: Progressing, Paused, Analysing, Complete, Aborted, Failed, RolledBack.
const char* phaseName(RolloutPhase phase);
const char* strategyName(Strategy strategy);  ///< BlueGreen, Canary, RollingUpdate, Recreate
/// The canary's weight now: of the present step, 0 when it returns to stable, 100 when complete or without canary.
std::int32_t currentWeight(const ServiceState& service);

}  // namespace perfect
