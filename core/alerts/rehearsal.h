// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rehearsal: which mails would have gone out over what a service has gone through so far, with these or other
// knobs, and what each rule held back. Pure; any thread. With the knobs that were in force all the time it finds
// exactly the alerts of the history.
#pragma once

#include <vector>

#include "core/alerts/alert.h"
#include "core/alerts/alert_timeline.h"

namespace perfect {

struct RehearsedMail {
  SimTime t = 0;
  AlertStatus status = AlertStatus::Down;  ///< Down or Up
  SimTime since = 0;                       ///< when the state began that it tells of
  Millis downFor = 0;                      ///< Up: how long it was down
  bool operator==(const RehearsedMail&) const = default;
};

/// A change of state that a rule kept back for a while, or for good.
struct HeldChange {
  SimTime since = 0;  ///< when the state began
  AlertStatus status = AlertStatus::Down;
  AlertDecision rule = AlertDecision::HeldByConfirm;  ///< the first one that held it
  SimTime mailAt = kNever;                            ///< when its mail went out after all; kNever: it never did
  SimTime over = kNever;  ///< without a mail: when the state was over; kNever: it is still held
  bool operator==(const HeldChange&) const = default;
};

struct Rehearsal {
  std::vector<RehearsedMail> mails;
  std::vector<HeldChange> held;
};

/// What would have been told of `timeline` until `now`; what came later is left out. Example: UP from 0 s, DOWN from 10 s to 12 s, a cooldown of
/// 60 s: DOWN at 10 s, UP at 70 s, which the cooldown held.
Rehearsal rehearse(const AlertTimeline& timeline, const AlertSettings& settings, SimTime now);

}  // namespace perfect
