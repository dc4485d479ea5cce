// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/state_json.h"
#include "app/rest/live_document.h"
#include "app/rest/routes/routes.h"
#include "core/events/event_log.h"

namespace perfect {

namespace {

const QString kService = QStringLiteral("service");
const QString kPods = QStringLiteral("pods");
const QString kEvents = QStringLiteral("events");

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

/// A part of it is made for whoever asks.
Result<QByteArray, Response> partOf(const DocumentVersion& version, const Parameters& parameters) {
  StateQuery query;
  query.service = parameters.utf8(kService);
  if (!query.service.empty() && version.snapshot->find(query.service) == nullptr)
    return Result<QByteArray, Response>::failure(unknownService(parameters.text(kService)));
  query.pods = parameters.boolean(kPods, true);
  query.events = static_cast<std::size_t>(parameters.integer(kEvents).value_or(200));
  return QByteArray::fromStdString(stateDocument(*version.snapshot, version.clock, query));
}

void state(const Call& call, LiveDocument& document) {
  const auto version = document.current();
  const QByteArray tag = '"' + version->name + '"';
  if (namedIn(call.request.head.list("if-none-match"), tag)) {
    return call.answer.send(Response{304, {}, {}, {{"ETag", tag}, {"Cache-Control", "no-cache"}}});
  }
  QByteArray text;
  if (call.parameters.empty()) {
    text = document.text(*version);
  } else {
    auto part = partOf(*version, call.parameters);
    if (!part) return call.answer.send(part.error());
    text = std::move(part).value();
  }
  call.answer.send(jsonResponse(text).with("ETag", tag).with("Cache-Control", "no-cache"));
}

}  // namespace

void addStateRoutes(RouteTable& table, LiveDocument& document) {
  table.add(
      {"GET",
       QStringLiteral("/state"),
       false,
       {Parameter::text(kService, QStringLiteral("only this service's part")),
        Parameter::boolean(kPods, QStringLiteral("0: only how many pods there are")),
        Parameter::integer(kEvents, 0, static_cast<qint64>(kKeptEvents), QStringLiteral("the newest so many events"))},
       QStringLiteral("Everything at this moment: services, pods, newest events, metrics, alerts and the clock"),
       [&document](const Call& call) { state(call, document); }});
}

}  // namespace perfect
