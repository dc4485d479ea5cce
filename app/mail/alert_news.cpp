// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/alert_news.h"

#include "core/events/reasons.h"
#include "core/reconcile/status.h"

namespace perfect {
namespace {

QString shown(const std::string& text) { return QString::fromStdString(text); }

QString versionText(const ServiceState& service) {
  const auto digest = [&](VersionIndex version) {
    return shown(service.versions[static_cast<std::size_t>(version)].digest);
  };
  const RolloutState& rollout = service.rollout;
  const VersionIndex wanted = rollout.updated;
  if (wanted == kNoVersion) return {};
  QString text = digest(wanted);
  if (rollout.phase == RolloutPhase::Complete || rollout.stable == kNoVersion || rollout.stable == wanted) return text;
  const QString stable = digest(rollout.stable);
  // The same image with another environment is another version with the same name.
  return stable == text ? text : QStringLiteral("%1 (rolling out; stable is %2)").arg(text, stable);
}

QString causeLine(const Event& event, const Names& names) {
  return QStringLiteral("%1 s: %2").arg(shown(secondsText(event.t)), shown(messageText(event, names)));
}

QStringList causeLines(const Snapshot& snapshot, std::uint64_t seq) {
  std::vector<Event> chain = causes(snapshot, seq);
  if (!chain.empty()) chain.pop_back();  // the alert itself
  QStringList lines;
  const std::size_t most = static_cast<std::size_t>(kMostCauses);
  // What it began with and what came last explain most; the middle is for those who look.
  const std::size_t skipped = chain.size() > most ? chain.size() - (most - 1) : 0;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (skipped != 0 && i == 1) lines.append(QStringLiteral("(%1 more)").arg(skipped));
    if (skipped != 0 && i >= 1 && i < 1 + skipped) continue;
    lines.append(causeLine(chain[i], *snapshot.names));
  }
  return lines;
}

}  // namespace

std::optional<DueAlert> dueAlert(const Event& event, const Names& names, std::int64_t epochMs) {
  const bool up = event.reason == Reason::AlertUp;
  if (!up && event.reason != Reason::AlertDown) return {};
  DueAlert alert;
  alert.epochMs = epochMs;
  alert.seq = event.seq;
  alert.service = names[event.service]->name;
  alert.status = up ? AlertStatus::Up : AlertStatus::Down;
  alert.t = event.t;
  alert.ready = event.facts[0];
  alert.desired = event.facts[1];
  alert.downFor = up ? event.facts[2] : 0;
  alert.since = up ? event.facts[3] : event.facts[2];
  return alert;
}

bool shows(const Snapshot& snapshot, const DueAlert& alert) {
  return snapshot.epochMs == alert.epochMs && snapshot.events.end() > alert.seq;
}

AlertNews newsOf(const DueAlert& alert, const Snapshot& snapshot) {
  AlertNews news;
  news.alert = alert;
  if (!shows(snapshot, alert)) return news;
  if (snapshot.events.contains(alert.seq)) news.causes = causeLines(snapshot, alert.seq);
  if (const ServiceEntry* entry = snapshot.find(alert.service)) {
    news.version = versionText(*entry->state);
    news.phase = shown(statusOf(*entry->state).phrase());
  }
  return news;
}

}  // namespace perfect
