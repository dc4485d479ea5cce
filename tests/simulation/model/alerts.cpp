// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts, from the rules: which state a service is in, which mail it owes, and what holds that mail back.
#include "tests/simulation/model/model.h"

namespace perfect::test {

namespace {

AlertStatus statusOf(std::int32_t desired, std::int32_t ready) {
  if (desired == 0) return AlertStatus::Scaled;
  return ready < desired ? AlertStatus::Down : AlertStatus::Up;
}

/// The first sight sends nothing. What is DOWN then is still coming up: nothing has been said about it.
void firstSight(AlertState& alert, AlertStatus status, std::int32_t desired, const AlertSettings& rules, SimTime now) {
  alert = {};
  alert.status = status;
  alert.lastChange = now;
  alert.lastDown = status == AlertStatus::Down ? now : kNever;
  alert.notified = status == AlertStatus::Down && rules.startupGrace > 0 ? AlertStatus::Unknown : status;
  alert.previousDesired = desired;
  alert.suppressUntil = later(now, rules.startupGrace);
}

/// Which rule holds a mail about the present state back; none: it is sent.
std::optional<AlertDecision> heldBy(const AlertState& alert, const AlertSettings& rules, SimTime now) {
  const Millis confirm = alert.status == AlertStatus::Down ? rules.downConfirm : rules.upConfirm;
  if (now < later(alert.lastChange, confirm)) return AlertDecision::HeldByConfirm;
  if (now < alert.suppressUntil) return AlertDecision::HeldByGrace;
  if (alert.lastNotified != kNever && now < later(alert.lastNotified, rules.cooldown)) {
    return AlertDecision::HeldByCooldown;
  }
  return std::nullopt;
}

}  // namespace

void Model::lookAtAlert(PlainService& service) {
  recount(service);
  AlertState& alert = service.state.alert;
  const std::int32_t desired = service.state.replicas;
  const std::int32_t ready = service.state.counts().ready;
  const AlertStatus status = statusOf(desired, ready);
  const SimTime downSince = alert.lastDown;

  if (alert.status == AlertStatus::Unknown) {
    firstSight(alert, status, desired, m_options.alerts, m_now);
  } else {
    if (desired > alert.previousDesired) alert.suppressUntil = later(m_now, m_options.alerts.startupGrace);
    alert.previousDesired = desired;
    if (status != alert.status) {
      alert.status = status;
      alert.lastChange = m_now;
      if (status == AlertStatus::Down) alert.lastDown = m_now;
    }
  }

  const auto nothingPending = [&alert] {
    alert.pending = AlertStatus::Unknown;
    alert.pendingSince = kNever;
    alert.heldBy.reset();
  };
  const bool owesDown = alert.status == AlertStatus::Down && alert.notified != AlertStatus::Down;
  const bool owesUp = alert.status == AlertStatus::Up && alert.notified == AlertStatus::Down;
  if (!owesDown && !owesUp) {
    nothingPending();
    const bool said = alert.notified == AlertStatus::Up || alert.notified == AlertStatus::Down;
    if (!said && alert.status != AlertStatus::Down) alert.notified = alert.status;
    return;
  }
  if (alert.pendingSince != alert.lastChange) alert.heldBy.reset();
  alert.pending = alert.status;
  alert.pendingSince = alert.lastChange;
  if (const auto rule = heldBy(alert, m_options.alerts, m_now)) {
    if (alert.heldBy != rule) {
      tell(&service, Reason::AlertHeldBack, service.trigger, {static_cast<std::int64_t>(*rule), ready, desired, 0});
    }
    alert.heldBy = rule;
    return;
  }
  if (owesDown) {
    tell(&service, Reason::AlertDown, service.trigger, {ready, desired, 0, 0});
  } else {
    const Millis down = downSince == kNever ? 0 : alert.lastChange - downSince;
    tell(&service, Reason::AlertUp, service.trigger, {ready, desired, down, 0});
  }
  alert.notified = alert.status;
  alert.lastNotified = m_now;
  nothingPending();
}

}  // namespace perfect::test
