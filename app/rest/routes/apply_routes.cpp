// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/state_json.h"
#include "app/rest/json_body.h"
#include "app/rest/routes/routes.h"
#include "core/manifest/manifest.h"
#include "core/snapshot/apply_preview.h"

namespace perfect {

namespace {

/// The YAML of an /apply body: itself, or what stands in {"yaml": "…"}.
Result<QByteArray, QString> yamlOf(const Request& request) {
  using Yaml = Result<QByteArray, QString>;
  if (!request.isJson()) return request.body;
  const auto parsed = parseJsonBody(request.body);
  if (!parsed) return Yaml::failure(parsed.error());
  const QJsonObject object = parsed.value().object();
  if (!parsed.value().isObject() || object.size() != 1 || !object.value(QLatin1String("yaml")).isString()) {
    return Yaml::failure(
        QStringLiteral("a JSON body must read {\"yaml\": \"…\"}; or send the YAML itself as application/yaml"));
  }
  return object.value(QLatin1String("yaml")).toString().toUtf8();
}

Response yamlProblem(const ManifestErrors& faults) {
  QJsonArray errors;
  for (const ManifestError& fault : faults) {
    errors.append(QJsonObject{{QStringLiteral("line"), fault.line},
                              {QStringLiteral("column"), fault.column},
                              {QStringLiteral("path"), QString::fromStdString(fault.path)},
                              {QStringLiteral("message"), QString::fromStdString(fault.message)}});
  }
  const QString first = faults.empty() ? QStringLiteral("the manifest is not valid")
                                       : QString::fromStdString(formatError("manifest", faults.front()));
  return problem(400, first, errors);
}

Response applied(const Snapshot& snapshot, const std::vector<std::string>& names) {
  return jsonObject([&](JsonWriter& json) {
    json.field("ok", true);
    const auto write = [&](const std::string& name) {
      const ServiceEntry* entry = snapshot.find(name);
      entry == nullptr ? json.null() : writeServiceEntry(json, *entry->state);
    };
    json.key("service");
    write(names.front());
    if (names.size() == 1) return;
    json.key("services");
    json.beginArray();
    for (const std::string& name : names) write(name);
    json.endArray();
  });
}

/// An absent value of a difference is empty.
void writeOrNull(JsonWriter& json, std::string_view name, const std::string& text) {
  text.empty() ? json.nullField(name) : json.field(name, text);
}

const char* actionName(ApplyPreview::Action action) {
  return action == ApplyPreview::Action::Create   ? "create"
         : action == ApplyPreview::Action::Update ? "update"
                                                  : "unchanged";
}

void writeChange(JsonWriter& json, const ApplyPreview& change) {
  json.beginObject();
  json.field("service", change.service);
  json.field("action", actionName(change.action));
  json.key("diff");
  json.beginArray();
  for (const FieldDifference& difference : change.differences) {
    json.beginObject();
    json.field("path", difference.path);
    writeOrNull(json, "from", difference.from);
    writeOrNull(json, "to", difference.to);
    json.endObject();
  }
  json.endArray();
  json.endObject();
}

Response dryRun(const Snapshot& snapshot, const std::vector<ServiceSpec>& specs) {
  std::vector<ApplyPreview> changes;
  changes.reserve(specs.size());
  for (const ServiceSpec& spec : specs) {
    changes.push_back(previewApply(snapshot, spec));
    if (changes.back().action == ApplyPreview::Action::Refused) {
      return problem(409, QStringLiteral("service %1 is being deleted; wait until its pods have drained")
                              .arg(QString::fromStdString(spec.name)));
    }
  }
  return jsonObject([&](JsonWriter& json) {
    json.field("ok", true);
    json.field("dryRun", true);
    json.key("changes");
    json.beginArray();
    for (const ApplyPreview& change : changes) writeChange(json, change);
    json.endArray();
  });
}

void apply(const Call& call, const EngineLink& engine) {
  const auto yaml = yamlOf(call.request);
  if (!yaml) return call.answer.send(problem(400, yaml.error()));
  const QByteArray& text = yaml.value();
  auto parsed = parseManifests(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
  if (!parsed) return call.answer.send(yamlProblem(parsed.error()));
  std::vector<ServiceSpec> specs = std::move(parsed).value();
  if (call.parameters.boolean(QStringLiteral("dryRun"), false))
    return call.answer.send(dryRun(*engine.snapshot(), specs));
  std::vector<std::string> names;
  names.reserve(specs.size());
  for (const ServiceSpec& spec : specs) names.push_back(spec.name);
  engine.send(ApplyCommand{std::move(specs)}, call.answer,
              [names](const Outcome&, const Snapshot& snapshot) { return applied(snapshot, names); });
}

}  // namespace

void addApplyRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"POST",
             QStringLiteral("/apply"),
             true,
             {Parameter::boolean(QStringLiteral("dryRun"), QStringLiteral("answer the difference and change nothing"))},
             QStringLiteral("Declare services: all documents of the manifest are accepted, or none"),
             [engine](const Call& call) { apply(call, engine); }});
}

}  // namespace perfect
