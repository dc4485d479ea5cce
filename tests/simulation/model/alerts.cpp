// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts, from the rules: which state a service is in, which mail it owes, and what holds that mail back.
#include <algorithm>

#include "tests/simulation/model/model.h"
#include "tests/simulation/model/refusals.h"

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
  alert.lastDown = alert.toldDown = status == AlertStatus::Down ? now : kNever;
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

/// What the looks saw, one for each change of status, of the number desired or of the ticks.
void remember(AlertTimeline& timeline, const AlertSight& sight) {
  if (!timeline.empty()) {
    const AlertSight last = timeline.sights().back();
    const bool same = last.desired == sight.desired && last.tick == sight.tick &&
                      statusOf(last.desired, last.ready) == statusOf(sight.desired, sight.ready);
    if (same) return;
  }
  timeline.add(sight);
}

bool isOneLine(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

}  // namespace

void Model::lookAtAlert(PlainService& service) {
  recount(service);
  AlertState& alert = service.state.alert;
  const std::int32_t desired = service.state.replicas;
  const std::int32_t ready = service.state.counts().ready;
  const AlertStatus status = statusOf(desired, ready);
  if (alert.status != status) service.alertOrigin = service.trigger;
  remember(service.state.alertTimeline, {m_now, ready, desired, m_options.tick});

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
  Link& origin = service.alertOrigin;
  if (const auto rule = heldBy(alert, m_options.alerts, m_now)) {
    if (alert.heldBy == rule) return;
    alert.heldBy = rule;
    ++service.state.alertCounts.heldBack;
    origin = tell(&service, Reason::AlertHeldBack, origin, {static_cast<std::int64_t>(*rule), ready, desired, 0});
    return;
  }
  ++service.state.alertCounts.due;
  if (owesDown) {
    alert.toldDown = alert.lastChange;
    origin = tell(&service, Reason::AlertDown, origin, {ready, desired, alert.lastChange, 0});
  } else {
    const Millis down = alert.lastChange - alert.toldDown;
    origin = tell(&service, Reason::AlertUp, origin, {ready, desired, down, alert.lastChange});
  }
  alert.notified = alert.status;
  alert.lastNotified = m_now;
  nothingPending();
}

Answer Model::obey(const AlertSettingsCommand& c) {
  if (!c.downConfirm && !c.upConfirm && !c.cooldown && !c.startupGrace) {
    return refuse(invalid("one of downConfirm, upConfirm, cooldown and startupGrace must be given"));
  }
  for (const auto& given : {c.downConfirm, c.upConfirm, c.cooldown, c.startupGrace}) {
    if (given && (*given < 0 || *given > 86400000)) {
      return refuse(invalid("alert settings are 0 … 86400000 ms, not " + std::to_string(*given)));
    }
  }
  AlertSettings& rules = m_options.alerts;
  rules = {c.downConfirm.value_or(rules.downConfirm), c.upConfirm.value_or(rules.upConfirm),
           c.cooldown.value_or(rules.cooldown), c.startupGrace.value_or(rules.startupGrace)};
  Outcome outcome;
  outcome.event = tell(nullptr, Reason::AlertSettingsSet, {},
                       {rules.downConfirm, rules.upConfirm, rules.cooldown, rules.startupGrace})
                      .cause;
  return outcome;
}

Answer Model::obey(const MailResultCommand& c) {
  if (c.alert == 0 || c.alert > m_events.size()) return refuse(invalid("there is no event " + std::to_string(c.alert)));
  if (c.code < 0 || c.code > 599) return refuse(invalid("code must be 0 … 599, not " + std::to_string(c.code)));
  if (c.attempt < 1) return refuse(invalid("attempt must be 1 or more, not " + std::to_string(c.attempt)));
  if (c.retryAfter < 0) return refuse(invalid("retryAfter must not be negative"));
  if (c.text.size() > 500) return refuse(invalid("text must be at most 500 bytes"));
  if (!isOneLine(c.text)) return refuse(invalid("text must be one line without control characters"));
  const Event alert = m_events[c.alert - 1];
  const bool up = alert.reason == Reason::AlertUp;
  if (!up && alert.reason != Reason::AlertDown) {
    return refuse(invalid("event " + std::to_string(c.alert) + " is no alert that was due"));
  }
  PlainService& service = m_services[alert.service];
  if (service.state.spec->name != c.service) {
    return refuse(invalid("alert " + std::to_string(c.alert) + " is not about service " + c.service));
  }
  Reason reason = Reason::MailFailed;
  if (c.result == MailResult::Sent) {
    reason = Reason::MailSent;
    ++service.state.alertCounts.sent;
  } else if (c.result == MailResult::Deferred) {
    reason = Reason::MailDeferred;
  } else {
    ++service.state.alertCounts.failed;
  }
  const auto status = static_cast<std::int64_t>(up ? AlertStatus::Up : AlertStatus::Down);
  Outcome outcome;
  outcome.event =
      tell(&service, reason, {c.alert, alert.root}, {c.code, c.attempt, status, c.retryAfter}, kNoVersion, c.text)
          .cause;
  return outcome;
}

}  // namespace perfect::test
