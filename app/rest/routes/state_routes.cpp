// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/state_json.h"
#include "app/rest/routes/routes.h"
#include "core/events/event_log.h"

namespace perfect {

namespace {

/// Names everything the document shows: the session by its epoch and seed, the snapshot, and the clock's settings.
QByteArray entityTag(const Snapshot& snapshot, const ClockState& clock) {
  const auto hex = [](auto number) { return QByteArray::number(static_cast<qulonglong>(number), 16); };
  return '"' + hex(snapshot.epochMs) + '-' + hex(snapshot.seed) + '-' + hex(snapshot.number) + '-' + hex(snapshot.t) +
         '-' + hex(clock.speedMilli) + (clock.paused ? "p\"" : "\"");
}

/// RFC 9110 13.1.2: weak comparison.
bool namedIn(const QByteArray& ifNoneMatch, const QByteArray& tag) {
  if (ifNoneMatch == "*") return true;
  const QList<QByteArray> tags = ifNoneMatch.split(',');
  for (const QByteArray& text : tags) {
    const QByteArray candidate = text.trimmed();
    if ((candidate.startsWith("W/") ? candidate.mid(2) : candidate) == tag) return true;
  }
  return false;
}

void state(const Call& call, const EngineLink& engine) {
  const auto snapshot = engine.snapshot();
  const ClockState clock = engine.clock();
  StateQuery query;
  query.service = call.parameters.utf8(QStringLiteral("service"));
  if (!query.service.empty() && snapshot->find(query.service) == nullptr) {
    return call.answer.send(unknownService(call.parameters.text(QStringLiteral("service"))));
  }
  query.pods = call.parameters.boolean(QStringLiteral("pods"), true);
  query.events = static_cast<std::size_t>(call.parameters.integer(QStringLiteral("events")).value_or(200));
  const QByteArray tag = entityTag(*snapshot, clock);
  if (namedIn(call.request.head.field("if-none-match"), tag)) {
    return call.answer.send(Response{304, {}, {}, {{"ETag", tag}, {"Cache-Control", "no-cache"}}});
  }
  call.answer.send(jsonResponse(QByteArray::fromStdString(stateDocument(*snapshot, clock, query)))
                       .with("ETag", tag)
                       .with("Cache-Control", "no-cache"));
}

}  // namespace

void addStateRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"GET",
             QStringLiteral("/state"),
             false,
             {Parameter::text(QStringLiteral("service"), QStringLiteral("only this service's part")),
              Parameter::boolean(QStringLiteral("pods"), QStringLiteral("0: only how many pods there are")),
              Parameter::integer(QStringLiteral("events"), 0, static_cast<qint64>(kKeptEvents),
                                 QStringLiteral("the newest so many events"))},
             QStringLiteral("Everything at this moment: services, pods, newest events, metrics, alerts and the clock"),
             [engine](const Call& call) { state(call, engine); }});
}

}  // namespace perfect
