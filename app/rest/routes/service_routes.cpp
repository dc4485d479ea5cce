// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/service_json.h"
#include "app/rest/routes/routes.h"
#include "core/manifest/manifest.h"

namespace perfect {

namespace {

void services(const Call& call, const EngineLink& engine) {
  const auto snapshot = engine.snapshot();
  call.answer.send(jsonObject([&](JsonWriter& json) {
    json.key("services");
    json.beginArray();
    for (const ServiceEntry& entry : snapshot->services) writeServiceDocument(json, *entry.state, snapshot->epochMs);
    json.endArray();
  }));
}

void service(const Call& call, const EngineLink& engine) {
  const QString name = call.path.value(QStringLiteral("name"));
  const auto snapshot = engine.snapshot();
  const ServiceEntry* entry = snapshot->find(name.toStdString());
  if (entry == nullptr) return call.answer.send(unknownService(name));
  if (call.request.prefers("application/yaml")) {
    const QByteArray yaml = QByteArray::fromStdString(writeManifest(*entry->state->spec));
    return call.answer.send(textResponse(yaml, "application/yaml").with("Vary", "Accept"));
  }
  std::string text;
  JsonWriter json(text);
  writeServiceDocument(json, *entry->state, snapshot->epochMs);
  call.answer.send(jsonResponse(QByteArray::fromStdString(text)).with("Vary", "Accept"));
}

void remove(const Call& call, const EngineLink& engine) {
  const std::string name = call.path.value(QStringLiteral("name")).toStdString();
  engine.send(DeleteCommand{name}, call.answer,
              [name](const Outcome&, const Snapshot& snapshot) { return serviceAnswer(snapshot, name); });
}

}  // namespace

void addServiceRoutes(RouteTable& table, const EngineLink& engine) {
  const QString one = QStringLiteral("/services/{name}");
  table.add({"GET",
             QStringLiteral("/services"),
             false,
             {},
             QStringLiteral("Every service in depth"),
             [engine](const Call& call) { services(call, engine); }});
  table.add({"GET",
             one,
             false,
             {},
             QStringLiteral(
                 "One service: desired, actual, status, rollout, what it waits for; as YAML the manifest as applied"),
             [engine](const Call& call) { service(call, engine); }});
  table.add({"DELETE",
             one,
             true,
             {},
             QStringLiteral("Delete a service: it drains, then its name is free"),
             [engine](const Call& call) { remove(call, engine); }});
}

}  // namespace perfect
