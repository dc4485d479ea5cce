// SPDX-License-Identifier: GPL-3.0-or-later
// Why something is as it is: the chain of causes back to its beginning.
#include "app/json/event_json.h"
#include "app/json/pod_json.h"
#include "app/json/service_json.h"
#include "app/rest/routes/routes.h"
#include "core/events/texts.h"

namespace perfect {

namespace {

const QString kPod = QStringLiteral("pod");
const QString kService = QStringLiteral("service");
const QString kEvent = QStringLiteral("event");

/// An event and the chain that led to it; what a service waits for besides.
void writeWhy(JsonWriter& json, const Snapshot& snapshot, std::uint64_t seq, const ServiceEntry* waiting) {
  const std::vector<Event> chain = causes(snapshot, seq);
  bool whole = !chain.empty() && chain.front().cause == 0;
  for (std::size_t i = 1; i < chain.size(); ++i) whole = whole && chain[i].cause == chain[i - 1].seq;
  json.key("causes");
  json.beginArray();
  for (const Event& event : chain) writeEvent(json, event, *snapshot.names, snapshot.epochMs);
  json.endArray();
  json.field("complete", whole);
  json.key("waiting");
  if (waiting != nullptr) return writeWaiting(json, *waiting->state, snapshot.epochMs);
  json.beginArray();
  json.endArray();
}

std::uint64_t newestOfService(const Snapshot& snapshot, const ServiceState& service) {
  for (std::uint64_t seq = snapshot.events.end(); seq-- > snapshot.events.first();) {
    if (snapshot.events.at(seq).service == service.index) return seq;
  }
  return 0;
}

void whyPod(const Call& call, const Snapshot& snapshot) {
  const QString id = call.parameters.text(kPod);
  const std::uint64_t seq = newestEventOf(snapshot, id.toStdString());
  const auto present = snapshot.pod(id.toStdString());
  if (seq == 0 && !present)
    return call.answer.send(problem(404, QStringLiteral("nothing is known of a pod %1").arg(id.left(100))));
  call.answer.send(jsonObject([&](JsonWriter& json) {
    json.field("pod", id.toStdString());
    writeWhy(json, snapshot, seq, present ? snapshot.find(present->service->spec->name) : nullptr);
  }));
}

void whyService(const Call& call, const Snapshot& snapshot) {
  const QString name = call.parameters.text(kService);
  const ServiceEntry* entry = snapshot.find(name.toStdString());
  if (entry == nullptr) return call.answer.send(unknownService(name));
  call.answer.send(jsonObject([&](JsonWriter& json) {
    json.field("service", entry->state->spec->name);
    writeWhy(json, snapshot, newestOfService(snapshot, *entry->state), entry);
  }));
}

void whyEvent(const Call& call, const Snapshot& snapshot) {
  const auto seq = static_cast<std::uint64_t>(call.parameters.integer(kEvent).value_or(0));
  if (!snapshot.events.contains(seq) && snapshot.roots->find(seq) == nullptr) {
    return call.answer.send(problem(404, QStringLiteral("event %1 is not known, or not any more; kept are %2 to %3")
                                             .arg(seq)
                                             .arg(snapshot.events.first())
                                             .arg(snapshot.events.end() - 1)));
  }
  call.answer.send(jsonObject([&](JsonWriter& json) {
    json.field("event", seq);
    writeWhy(json, snapshot, seq, nullptr);
  }));
}

void why(const Call& call, const EngineLink& engine) {
  const auto snapshot = engine.snapshot();
  const bool pod = call.parameters.has(kPod);
  const bool service = call.parameters.has(kService);
  const bool event = call.parameters.has(kEvent);
  if (int{pod} + int{service} + int{event} != 1)
    return call.answer.send(problem(400, QStringLiteral("give exactly one of pod, service and event")));
  if (pod) return whyPod(call, *snapshot);
  service ? whyService(call, *snapshot) : whyEvent(call, *snapshot);
}

}  // namespace

void addWhyRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"GET",
             QStringLiteral("/why"),
             false,
             {Parameter::text(kPod, QStringLiteral("why this pod is as it is, or where it went")),
              Parameter::text(kService, QStringLiteral("why this service is as it is, and what it waits for")),
              Parameter::integer(kEvent, 1, std::numeric_limits<qint64>::max(),
                                 QStringLiteral("what led to the event with this seq"))},
             QStringLiteral("The chain of causes back to its beginning, oldest first"),
             [engine](const Call& call) { why(call, engine); }});
}

}  // namespace perfect
