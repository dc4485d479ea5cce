// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for a service to be as somebody wants it.
#include <algorithm>

#include "app/json/state_json.h"
#include "app/rest/routes/routes.h"
#include "app/rest/waits.h"
#include "core/reconcile/status.h"

namespace perfect {

namespace {

constexpr Millis kPatience = 60 * 1000;
constexpr Millis kMostPatience = 60 * 60 * 1000;

const QString kFor = QStringLiteral("for");
const QString kTimeout = QStringLiteral("timeout");

/// Nothing that was asked for is still to be seen by the controller, and nothing is under way.
bool isStable(const ServiceState& service) {
  const StatusKind kind = statusOf(service).kind;
  const bool seen = std::none_of(service.waiting.begin(), service.waiting.end(),
                                 [](const Waiting& waiting) { return waiting.what == WaitFor::Tick; });
  const bool drained = kind != StatusKind::ScaledToZero || service.counts().total() == 0;
  return seen && drained && (kind == StatusKind::Stable || kind == StatusKind::ScaledToZero);
}

Response reached(const QString& wish, const ServiceState* service) {
  return jsonObject([&](JsonWriter& json) {
    json.field("ok", true);
    json.field("for", wish.toStdString());
    json.key("service");
    service == nullptr ? json.null() : writeServiceEntry(json, *service);
  });
}

std::optional<Response> ask(const Snapshot& snapshot, const QString& name, const QString& wish) {
  const ServiceEntry* entry = snapshot.find(name.toStdString());
  const bool deleted = wish == QLatin1String("deleted");
  if (entry == nullptr) return deleted ? reached(wish, nullptr) : unknownService(name);
  if (deleted) return std::nullopt;
  const ServiceState& service = *entry->state;
  const bool so = wish == QLatin1String("stable") ? isStable(service) : service.counts().ready >= service.replicas;
  return so ? std::optional(reached(wish, &service)) : std::nullopt;
}

Response late(const Snapshot& snapshot, const QString& name, const QString& wish, Millis timeout) {
  const ServiceEntry* entry = snapshot.find(name.toStdString());
  const QString status =
      entry == nullptr ? QStringLiteral("gone") : QString::fromStdString(statusOf(*entry->state).phrase());
  return problem(504, QStringLiteral("service %1 is not %2 after %3 s; it is: %4")
                          .arg(name.left(100), wish, QString::number(static_cast<double>(timeout) / 1000), status));
}

void wait(const Call& call, Waits& waits) {
  const QString name = call.path.value(QStringLiteral("name"));
  const QString wish = call.parameters.text(kFor);
  const Millis timeout = call.parameters.duration(kTimeout).value_or(kPatience);
  if (timeout > kMostPatience) return call.answer.send(problem(400, QStringLiteral("timeout must be at most 1h")));
  waits.add(
      call.answer, [name, wish](const Snapshot& snapshot) { return ask(snapshot, name, wish); },
      [name, wish, timeout](const Snapshot& snapshot) { return late(snapshot, name, wish, timeout); }, timeout);
}

}  // namespace

void addWaitRoutes(RouteTable& table, Waits& waits) {
  const QStringList wishes{QStringLiteral("stable"), QStringLiteral("ready"), QStringLiteral("deleted")};
  table.add({"GET",
             QStringLiteral("/services/{name}/wait"),
             false,
             {Parameter::choice(kFor, wishes, QStringLiteral("what to wait for")).mandatory(),
              Parameter::duration(kTimeout, QStringLiteral("real time to wait at most; 60s where nothing is said"))},
             QStringLiteral("Answers when it is so; 504 when time is up"),
             [&waits](const Call& call) { wait(call, waits); }});
}

}  // namespace perfect
