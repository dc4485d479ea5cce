// SPDX-License-Identifier: GPL-3.0-or-later
// Desired against actual, field by field.
#include "app/json/state_json.h"
#include "app/rest/routes/routes.h"
#include "core/manifest/manifest.h"
#include "core/reconcile/status.h"

namespace perfect {

namespace {

/// One field in which they differ, and the pods that are as `actual` says.
struct DiffRow {
  std::string path, desired, actual, version;
  std::int32_t pods = 0;
};

ServiceSpec asVersion(const ServiceSpec& spec, const VersionState& version) {
  ServiceSpec actual = spec;
  actual.podTemplate = *version.podTemplate;
  return actual;
}

std::vector<DiffRow> rowsOf(const ServiceState& service) {
  std::vector<DiffRow> rows;
  const std::int32_t wanted = service.deleting ? 0 : service.replicas;
  const PodCounts counts = service.counts();
  if (counts.ready != wanted || counts.total() != wanted)
    rows.push_back({"spec.replicas", std::to_string(wanted), std::to_string(counts.ready), {}, counts.total()});
  for (const VersionState& version : service.versions) {
    if (version.counts.total() + version.counts.terminating == 0) continue;
    for (const FieldDifference& field : diffSpecs(asVersion(*service.spec, version), *service.spec))
      rows.push_back({field.path, field.to, field.from, version.digest, version.counts.total()});
  }
  return rows;
}

void writeText(JsonWriter& json, std::string_view name, const std::string& text) {
  text.empty() ? json.nullField(name) : json.field(name, text);
}

void diff(const Call& call, const EngineLink& engine) {
  const QString name = call.path.value(QStringLiteral("name"));
  const auto snapshot = engine.snapshot();
  const ServiceEntry* entry = snapshot->find(name.toStdString());
  if (entry == nullptr) return call.answer.send(unknownService(name));
  const std::vector<DiffRow> rows = rowsOf(*entry->state);
  call.answer.send(jsonObject([&](JsonWriter& json) {
    json.field("service", entry->state->spec->name);
    json.field("status", statusOf(*entry->state).phrase());
    json.field("inSync", rows.empty());
    json.key("diff");
    json.beginArray();
    for (const DiffRow& row : rows) {
      json.beginObject();
      json.field("path", row.path);
      writeText(json, "desired", row.desired);
      writeText(json, "actual", row.actual);
      writeText(json, "version", row.version);
      json.field("pods", row.pods);
      json.endObject();
    }
    json.endArray();
  }));
}

}  // namespace

void addDiffRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"GET",
             QStringLiteral("/services/{name}/diff"),
             false,
             {},
             QStringLiteral("Desired against actual, field by field: what the pods that exist differ in"),
             [engine](const Call& call) { diff(call, engine); }});
}

}  // namespace perfect
