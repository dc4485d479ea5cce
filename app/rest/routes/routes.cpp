// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/routes/routes.h"

#include "app/json/state_json.h"
#include "app/rest/docs/docs_routes.h"

namespace perfect {

void addRoutes(RouteTable& table, const EngineLink& engine, const Parts& parts) {
  addApplyRoutes(table, engine);
  addStateRoutes(table, parts.document);
  addEventRoutes(table, parts.streams);
  addWaitRoutes(table, parts.waits);
  addServiceRoutes(table, engine);
  addDiffRoutes(table, engine);
  addPodRoutes(table, engine);
  addLogRoutes(table, engine);
  addWhyRoutes(table, engine);
  addBalancerRoutes(table, engine);
  addScaleRoutes(table, engine);
  addChaosRoutes(table, engine);
  addRolloutRoutes(table, engine);
  addSimRoutes(table, engine);
  addDemoRoutes(table, engine);
  addMetricsRoutes(table, engine, parts);
  addHealthRoutes(table, engine);
  addDocsRoutes(table);  // the last, because it describes them all
}

Parameter serviceParameter() {
  return Parameter::text(QStringLiteral("service"), QStringLiteral("the name of the service")).mandatory();
}

Response jsonObject(const std::function<void(JsonWriter&)>& write) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  write(json);
  json.endObject();
  return jsonResponse(QByteArray::fromStdString(text));
}

void writeTexts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name);
  json.beginArray();
  for (const std::string& text : texts) json.value(std::string_view(text));
  json.endArray();
}

Response serviceAnswer(const Snapshot& snapshot, const std::string& name) {
  return jsonObject([&](JsonWriter& json) {
    json.field("ok", true);
    const ServiceEntry* entry = snapshot.find(name);
    if (entry == nullptr) return json.nullField("service");
    json.key("service");
    writeServiceEntry(json, *entry->state);
  });
}

}  // namespace perfect
