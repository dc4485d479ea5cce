// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts: the look that decides which mails are due, and the Commands about them.
#include <algorithm>
#include <string>

#include "core/sim/engine_impl.h"

namespace perfect {

namespace {

Reason reasonOf(MailResult result) {
  switch (result) {
    case MailResult::Sent:
      return Reason::MailSent;
    case MailResult::Deferred:
      return Reason::MailDeferred;
    case MailResult::Failed:
      return Reason::MailFailed;
  }
  return Reason::MailFailed;
}

/// What is wrong with what was told of a mail.
std::optional<Refusal> faultOf(const MailResultCommand& c, std::uint64_t lastSeq) {
  if (c.alert == 0 || c.alert > lastSeq) return invalid(kRefusalTexts.noSuchEvent, {std::to_string(c.alert)});
  if (c.code < 0 || c.code > 599) return invalid(kRefusalTexts.codeRange, {std::to_string(c.code)});
  if (c.attempt < 1) return invalid(kRefusalTexts.attemptRange, {std::to_string(c.attempt)});
  if (c.retryAfter < 0) return invalid(kRefusalTexts.retryAfterRange);
  if (c.text.size() > kMostMailText) return invalid(kRefusalTexts.mailTextTooLong, {std::to_string(kMostMailText)});
  const auto control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
  if (std::any_of(c.text.begin(), c.text.end(), control)) return invalid(kRefusalTexts.mailTextOfManyLines);
  return std::nullopt;
}

}  // namespace

// An alert follows from what its status came from; one that was held back follows from that.
void Engine::Impl::tellAlert(ServiceRecord& service, const AlertPlan& plan, AlertDecision decision) {
  ServiceState& s = service.state;
  const std::int64_t ready = s.counts().ready;
  const Origin before = service.alertOrigin;
  const auto tell = [&](Reason reason, const Facts& facts) {
    cluster.setAlertOrigin(service, cluster.tell(&service, now, reason, before, facts));
  };
  switch (decision) {
    case AlertDecision::SendDown:
      ++s.alertCounts.due;
      tell(Reason::AlertDown, {ready, s.replicas, plan.state.lastChange, 0});
      break;
    case AlertDecision::SendUp:
      ++s.alertCounts.due;
      tell(Reason::AlertUp, {ready, s.replicas, plan.downFor, plan.state.lastChange});
      break;
    case AlertDecision::HeldByConfirm:
    case AlertDecision::HeldByCooldown:
    case AlertDecision::HeldByGrace:
      ++s.alertCounts.heldBack;
      tell(Reason::AlertHeldBack, {static_cast<std::int64_t>(decision), ready, s.replicas, 0});
      break;
  }
}

void Engine::Impl::planAlerts(ServiceRecord& service, SimTime& wakeAt) {
  ServiceState& s = service.state;
  const std::int32_t ready = s.counts().ready;
  const AlertStatus before = s.alert.status;
  const AlertPlan alerts = planAlert(s.alert, options.alerts, s.replicas, ready, now);
  if (alerts.state.status != before) cluster.setAlertOrigin(service, service.trigger);
  s.alertTimeline.add({now, ready, s.replicas, tick});
  s.alert = alerts.state;
  for (const AlertDecision decision : alerts.decisions) tellAlert(service, alerts, decision);
  wakeAt = std::min(wakeAt, alerts.wakeAt);
}

Engine::Impl::Answer Engine::Impl::apply(const AlertSettingsCommand& c) {
  AlertSettings changed = options.alerts;
  const std::pair<const std::optional<Millis>&, Millis&> knobs[] = {{c.downConfirm, changed.downConfirm},
                                                                    {c.upConfirm, changed.upConfirm},
                                                                    {c.cooldown, changed.cooldown},
                                                                    {c.startupGrace, changed.startupGrace}};
  bool named = false;
  for (const auto& [given, knob] : knobs) {
    if (!given) continue;
    if (*given < 0 || *given > kMostAlertMs) {
      return Answer::failure(invalid(kRefusalTexts.alertSettingsRange, {std::to_string(*given)}));
    }
    knob = *given;
    named = true;
  }
  if (!named) return Answer::failure(invalid(kRefusalTexts.noAlertSetting));
  options.alerts = changed;
  // What is held back may be due now, or held by another rule.
  for (const std::unique_ptr<ServiceRecord>& service : cluster.services()) {
    if (service) touch(*service);
  }
  Outcome outcome;
  outcome.event = cluster
                      .tell(nullptr, now, Reason::AlertSettingsSet, {},
                            {changed.downConfirm, changed.upConfirm, changed.cooldown, changed.startupGrace})
                      .cause;
  return outcome;
}

Engine::Impl::Answer Engine::Impl::apply(const MailResultCommand& c) {
  if (auto fault = faultOf(c, cluster.log().lastSeq())) return Answer::failure(std::move(*fault));
  // An alert that has left memory is believed: only its seq is known then, and its chain begins there.
  const Event* alert = cluster.log().find(c.alert);
  Origin origin{c.alert, c.alert};
  std::int64_t told = 0;
  ServiceRecord* service = cluster.find(c.service);
  if (alert != nullptr) {
    if (alert->reason != Reason::AlertDown && alert->reason != Reason::AlertUp) {
      return Answer::failure(invalid(kRefusalTexts.noAlert, {std::to_string(c.alert)}));
    }
    if (cluster.names()[alert->service]->name != c.service) {
      return Answer::failure(invalid(kRefusalTexts.alertOfAnother, {std::to_string(c.alert), c.service}));
    }
    origin.root = alert->root;
    told = static_cast<std::int64_t>(alert->reason == Reason::AlertUp ? AlertStatus::Up : AlertStatus::Down);
    // A name can be used again by another service.
    service = cluster.at(alert->service);
  }
  if (alert == nullptr && service == nullptr) {
    return Answer::failure(notFound(kRefusalTexts.alertForgotten, {std::to_string(c.alert)}));
  }
  if (service != nullptr && c.result == MailResult::Sent) ++service->state.alertCounts.sent;
  if (service != nullptr && c.result == MailResult::Failed) ++service->state.alertCounts.failed;
  Outcome outcome;
  const Facts facts{c.code, c.attempt, told, c.retryAfter};
  outcome.event = service != nullptr
                      ? cluster.tell(service, now, reasonOf(c.result), origin, facts, kNoVersion, c.text).cause
                      : cluster.tellGone(alert->service, now, reasonOf(c.result), origin, facts, c.text).cause;
  return outcome;
}

}  // namespace perfect
