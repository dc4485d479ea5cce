// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alerts/rehearsal_rows.h"

#include <QCoreApplication>
#include <map>
#include <utility>

#include "app/desktop/words.h"

namespace perfect {
namespace {

QString say(const char* text) { return QCoreApplication::translate("perfect::Rehearsal", text); }

/// By when a change was, and to what.
using Fates = std::map<std::pair<SimTime, AlertStatus>, QString>;

Fates fatesOf(const Rehearsal& rehearsal) {
  Fates fates;
  for (const RehearsedMail& mail : rehearsal.mails)
    fates[{mail.since, mail.status}] = say("mail at %1").arg(words::clock(mail.t));
  for (const HeldChange& held : rehearsal.held) {
    QString& fate = fates[{held.since, held.status}];
    if (held.mailAt != kNever)
      fate = say("mail at %1 (%2)").arg(words::clock(held.mailAt), ruleWord(held.rule));
    else if (held.over != kNever)
      fate = say("none (%1)").arg(ruleWord(held.rule));
    else
      fate = say("held back (%1)").arg(ruleWord(held.rule));
  }
  return fates;
}

}  // namespace

QString alertWord(AlertStatus status) {
  switch (status) {
    case AlertStatus::Up:
      return QStringLiteral("UP");
    case AlertStatus::Down:
      return QStringLiteral("DOWN");
    case AlertStatus::Scaled:
      return QStringLiteral("SCALED");
    case AlertStatus::Unknown:
      break;
  }
  return say("coming up");
}

QString ruleWord(AlertDecision rule) {
  switch (rule) {
    case AlertDecision::HeldByConfirm:
      return say("it must last first");
    case AlertDecision::HeldByCooldown:
      return say("soon after the last mail");
    case AlertDecision::HeldByGrace:
      return say("it was starting");
    case AlertDecision::SendDown:
    case AlertDecision::SendUp:
      break;
  }
  return say("due");
}

SimTime heldUntil(const AlertState& state, const AlertSettings& settings) {
  if (!state.heldBy) return kNever;
  switch (*state.heldBy) {
    case AlertDecision::HeldByConfirm:
      return later(state.lastChange, state.status == AlertStatus::Down ? settings.downConfirm : settings.upConfirm);
    case AlertDecision::HeldByCooldown:
      return later(state.lastNotified, settings.cooldown);
    case AlertDecision::HeldByGrace:
      return state.suppressUntil;
    case AlertDecision::SendDown:
    case AlertDecision::SendUp:
      break;
  }
  return kNever;
}

std::vector<RehearsalRow> rehearsalRows(const Rehearsal& now, const Rehearsal& other) {
  const Fates first = fatesOf(now);
  const Fates second = fatesOf(other);
  Fates all = first;
  all.insert(second.begin(), second.end());
  const auto fate = [](const Fates& fates, const Fates::key_type& change) {
    const auto found = fates.find(change);
    return found == fates.end() ? say("nothing to say") : found->second;
  };
  std::vector<RehearsalRow> rows;
  for (const auto& [change, text] : all)
    rows.push_back({change.first, change.second, fate(first, change), fate(second, change)});
  return rows;
}

}  // namespace perfect
