// SPDX-License-Identifier: GPL-3.0-or-later
// The load balancer: which pod would get the next request.
#include <QJsonDocument>
#include <map>
#include <memory>

#include "app/rest/routes/routes.h"

namespace perfect {

namespace {

/// Pods that are listed; `totalHealthy` tells how many there are.
constexpr int kMostListed = 20000;

struct Cursor {
  ServiceIndex service = kNoService;  ///< a service that was made anew begins at its first pod
  std::int64_t epochMs = 0;
  PodOrdinal last = kNoPod;
};

/// Where each service's round has come to. Bounded by the services that exist.
using Cursors = std::map<std::string, Cursor, std::less<>>;

std::optional<PodView> firstServing(const ServiceEntry& entry, PodOrdinal from) {
  std::optional<PodView> first;
  Snapshot::forEachPod(entry, from, [&](const PodView& view) {
    if (!view.serving()) return true;
    first.emplace(view);
    return false;
  });
  return first;
}

/// Round robin: the serving pod with the next larger ordinal, from the largest back to the smallest.
std::optional<PodView> next(Cursors& cursors, const Snapshot& snapshot, const ServiceEntry& entry) {
  std::erase_if(cursors, [&](const auto& cursor) { return snapshot.find(cursor.first) == nullptr; });
  Cursor& cursor = cursors[entry.state->spec->name];
  if (cursor.service != entry.state->index || cursor.epochMs != snapshot.epochMs)
    cursor = {entry.state->index, snapshot.epochMs, kNoPod};
  std::optional<PodView> chosen;
  if (cursor.last != kNoPod) chosen = firstServing(entry, cursor.last + 1);
  if (!chosen) chosen = firstServing(entry, 0);
  if (chosen) cursor.last = chosen->pod.ordinal;
  return chosen;
}

void writeHealthy(JsonWriter& json, const ServiceEntry& entry) {
  json.key("healthyPods");
  json.beginArray();
  int listed = 0;
  Snapshot::forEachPod(entry, 0, [&](const PodView& view) {
    if (!view.serving()) return true;
    json.beginObject();
    json.field("id", view.id());
    json.field("port", view.pod.port);
    json.field("service", view.service->spec->name);
    json.endObject();
    return ++listed < kMostListed;
  });
  json.endArray();
}

Response nobody(const QString& service) {
  Response response = problem(503, QStringLiteral("no pod of service %1 takes traffic now").arg(service.left(100)));
  QJsonObject document = QJsonDocument::fromJson(response.body).object();
  document.insert(QStringLiteral("message"), document.value(QLatin1String("detail")));
  document.insert(QStringLiteral("healthyPods"), QJsonArray());
  document.insert(QStringLiteral("totalHealthy"), 0);
  response.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
  return std::move(response).with("Retry-After", "1");
}

void select(const Call& call, const EngineLink& engine, Cursors& cursors) {
  const QString given = call.parameters.text(QStringLiteral("service"));
  const QString name = given.isEmpty() ? QStringLiteral("api") : given;
  const auto snapshot = engine.snapshot();
  const ServiceEntry* entry = snapshot->find(name.toStdString());
  const auto chosen = entry == nullptr ? std::nullopt : next(cursors, *snapshot, *entry);
  if (!chosen) return call.answer.send(nobody(name));
  call.answer.send(jsonObject([&](JsonWriter& json) {
    json.key("selected");
    json.beginObject();
    json.field("id", chosen->id());
    json.field("port", chosen->pod.port);
    json.field("service", entry->state->spec->name);
    json.field("ready", bool{chosen->pod.ready});
    json.field("phase", podPhase(chosen->pod));
    json.endObject();
    writeHealthy(json, *entry);
    json.field("totalHealthy", entry->state->serving());
  }));
}

}  // namespace

void addBalancerRoutes(RouteTable& table, const EngineLink& engine) {
  const auto cursors = std::make_shared<Cursors>();  // one round for all clients; the REST thread's
  table.add(
      {"GET",
       QStringLiteral("/lb/select"),
       false,
       {Parameter::text(QStringLiteral("service"), QStringLiteral("the service to ask; api where nothing is said"))},
       QStringLiteral("The pod that gets the next request: round robin over the serving ones"),
       [engine, cursors](const Call& call) { select(call, engine, *cursors); }});
}

}  // namespace perfect
