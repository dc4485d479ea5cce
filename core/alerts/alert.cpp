// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alert.h"

namespace perfect {
namespace {

/// The first sight sends nothing. A service that is still coming up has not been DOWN yet: nothing is
/// said about it (Unknown) until its grace ends or it is UP.
AlertState baseline(AlertStatus status, const AlertSettings& settings, std::int32_t desired, SimTime now) {
  AlertState state;
  state.status = status;
  const bool comingUp = status == AlertStatus::Down && settings.startupGrace > 0;
  state.notified = comingUp ? AlertStatus::Unknown : status;
  state.lastChange = now;
  if (status == AlertStatus::Down) state.lastDown = state.toldDown = now;
  state.previousDesired = desired;
  state.suppressUntil = later(now, settings.startupGrace);
  return state;
}

void observe(AlertState& state, AlertStatus status, const AlertSettings& settings, std::int32_t desired, SimTime now) {
  if (desired > state.previousDesired) state.suppressUntil = later(now, settings.startupGrace);
  state.previousDesired = desired;
  if (status == state.status) return;
  state.status = status;
  state.lastChange = now;
  if (status == AlertStatus::Down) state.lastDown = now;
}

void forgetPending(AlertState& state) {
  state.pending = AlertStatus::Unknown;
  state.pendingSince = kNever;
  state.heldBy.reset();
}

/// A mail is owed when it would say something else than the last one. UP answers a DOWN, so a service that
/// came up without one owes nothing.
bool owesMail(const AlertState& state) {
  if (state.status == AlertStatus::Down) return state.notified != AlertStatus::Down;
  return state.status == AlertStatus::Up && state.notified == AlertStatus::Down;
}

struct Hold {
  AlertDecision rule;
  SimTime until;
};

/// The rule that holds a mail back at `now`, the earliest first in the life of a change; none: it is due.
std::optional<Hold> holding(const AlertState& state, const AlertSettings& settings, SimTime now) {
  const Millis confirm = state.status == AlertStatus::Down ? settings.downConfirm : settings.upConfirm;
  const SimTime confirmed = later(state.lastChange, confirm);
  if (now < confirmed) return Hold{AlertDecision::HeldByConfirm, confirmed};
  if (now < state.suppressUntil) return Hold{AlertDecision::HeldByGrace, state.suppressUntil};
  if (state.lastNotified != kNever && now < later(state.lastNotified, settings.cooldown)) {
    return Hold{AlertDecision::HeldByCooldown, later(state.lastNotified, settings.cooldown)};
  }
  return std::nullopt;
}

}  // namespace

AlertStatus alertStatus(std::int32_t desired, std::int32_t ready) {
  if (desired == 0) return AlertStatus::Scaled;
  return ready >= desired ? AlertStatus::Up : AlertStatus::Down;
}

AlertPlan planAlert(const AlertState& before, const AlertSettings& settings, std::int32_t desired, std::int32_t ready,
                    SimTime now) {
  AlertPlan plan;
  AlertState& state = plan.state;
  state = before;
  const AlertStatus status = alertStatus(desired, ready);
  if (state.status == AlertStatus::Unknown) {
    state = baseline(status, settings, desired, now);
  } else {
    observe(state, status, settings, desired, now);
  }

  if (!owesMail(state)) {
    forgetPending(state);
    const bool nothingSaid = state.notified == AlertStatus::Unknown || state.notified == AlertStatus::Scaled;
    if (nothingSaid && state.status != AlertStatus::Down) state.notified = state.status;
    return plan;
  }

  if (state.pendingSince != state.lastChange) {
    forgetPending(state);
    state.pending = state.status;
    state.pendingSince = state.lastChange;
  }
  if (const auto hold = holding(state, settings, now)) {
    if (state.heldBy != hold->rule) plan.decisions.push_back(hold->rule);
    state.heldBy = hold->rule;
    plan.wakeAt = hold->until;
    return plan;
  }
  if (state.status == AlertStatus::Down) {
    plan.decisions.push_back(AlertDecision::SendDown);
    state.toldDown = state.lastChange;
  } else {
    plan.decisions.push_back(AlertDecision::SendUp);
    // What happened in between and was told nobody (a flicker, a change inside the cooldown) is part of it: the two
    // mails shall agree with each other.
    plan.downFor = state.lastChange - state.toldDown;
  }
  state.notified = state.status;
  state.lastNotified = now;
  forgetPending(state);
  return plan;
}

}  // namespace perfect
