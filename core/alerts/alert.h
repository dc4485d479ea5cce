// SPDX-License-Identifier: GPL-3.0-or-later
//
// The UP/DOWN state machine behind e-mail alerts. Pure: given a service's desired and ready counts
// and the time, it says which mails are due and which were held back; delivery happens elsewhere.
// The knobs are the seed's: confirm, cooldown, startup grace; Kubernetes has no counterpart.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/units.h"

namespace perfect {

/// Session inputs; simulated milliseconds.
struct AlertSettings {
  Millis downConfirm = 0;
  Millis upConfirm = 0;
  Millis cooldown = 0;
  Millis startupGrace = 5000;
  bool operator==(const AlertSettings&) const = default;
};

enum class AlertStatus : std::uint8_t { Unknown, Up, Down, Scaled };

enum class AlertDecision : std::uint8_t { SendDown, SendUp, HeldByConfirm, HeldByCooldown, HeldByGrace };

struct AlertState {
  AlertStatus status = AlertStatus::Unknown;    ///< what the counts say now
  AlertStatus notified = AlertStatus::Unknown;  ///< what the last mail (or the baseline) said; Unknown: still coming up
  SimTime lastChange = 0;
  SimTime lastNotified = kNever;               ///< kNever: no mail yet
  AlertStatus pending = AlertStatus::Unknown;  ///< a change that is not confirmed or held back
  SimTime pendingSince = kNever;
  std::optional<AlertDecision> heldBy;  ///< the rule that holds `pending` back and has been told
  SimTime lastDown = kNever;            ///< when the present or last DOWN began
  SimTime toldDown = kNever;            ///< when the DOWN began that the last DOWN mail (or the baseline) spoke of
  std::int32_t previousDesired = 0;
  SimTime suppressUntil = 0;  ///< end of the startup grace
  bool operator==(const AlertState&) const = default;
};

struct AlertPlan {
  AlertState state;
  std::vector<AlertDecision> decisions;  ///< in order; held-back ones only when they are new
  SimTime wakeAt = kNever;               ///< when to look again though nothing changes
  Millis downFor = 0;                    ///< with SendUp: from the DOWN that was told to the end of the last one
};

/// How many mails of a service were due, held back, taken by the mail server and given up.
struct AlertCounts {
  std::int64_t due = 0;
  std::int64_t heldBack = 0;
  std::int64_t sent = 0;
  std::int64_t failed = 0;
  bool operator==(const AlertCounts&) const = default;
};

/// SCALED when nothing is desired; UP when as many are ready as desired, or more; else DOWN.
AlertStatus alertStatus(std::int32_t desired, std::int32_t ready);

/// What follows from `desired` and `ready` at `now`. Pure; any thread.
AlertPlan planAlert(const AlertState& before, const AlertSettings& settings, std::int32_t desired, std::int32_t ready,
                    SimTime now);

}  // namespace perfect
