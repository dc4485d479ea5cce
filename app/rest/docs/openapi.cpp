// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/docs/openapi.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace perfect {

namespace {

QJsonObject reference(const QString& place) { return {{QStringLiteral("$ref"), QStringLiteral("#/") + place}}; }

QJsonObject schemaOf(const Parameter& parameter) {
  const auto typed = [](const QString& name) { return QJsonObject{{QStringLiteral("type"), name}}; };
  QJsonObject schema;
  switch (parameter.type) {
    case ParameterType::Text:
      schema = typed(QStringLiteral("string"));
      schema.insert(QStringLiteral("minLength"), 1);
      break;
    case ParameterType::Integer:
      schema = typed(QStringLiteral("integer"));
      if (parameter.min != Parameter().min) schema.insert(QStringLiteral("minimum"), parameter.min);
      if (parameter.max != Parameter().max) schema.insert(QStringLiteral("maximum"), parameter.max);
      break;
    case ParameterType::Boolean:
      schema = typed(QStringLiteral("boolean"));
      break;
    case ParameterType::Duration:
      schema = reference(QStringLiteral("components/schemas/Duration"));
      break;
    case ParameterType::Choice:
      schema = typed(QStringLiteral("string"));
      schema.insert(QStringLiteral("enum"), QJsonArray::fromStringList(parameter.choices));
      break;
  }
  return schema;
}

QJsonObject queryParameter(const Parameter& parameter, const QJsonObject& examples) {
  QJsonObject described{{QStringLiteral("name"), parameter.name},
                        {QStringLiteral("in"), QStringLiteral("query")},
                        {QStringLiteral("description"), parameter.meaning},
                        {QStringLiteral("schema"), schemaOf(parameter)}};
  if (parameter.required) described.insert(QStringLiteral("required"), true);
  // Only where it is asked for: whoever tries a route out would otherwise send every parameter there is.
  if (parameter.required && examples.contains(parameter.name))
    described.insert(QStringLiteral("example"), examples.value(parameter.name));
  return described;
}

/// "{name}" of "/services/{name}", in order.
QStringList pathNames(const QString& pattern) {
  QStringList names;
  const QStringList segments = pattern.split(QLatin1Char('/'));
  for (const QString& segment : segments) {
    if (segment.startsWith(QLatin1Char('{'))) names.append(segment.mid(1, segment.size() - 2));
  }
  return names;
}

QJsonArray parametersOf(const Route& route, const QJsonObject& written, const QJsonObject& examples) {
  QJsonArray parameters;
  const QJsonObject meanings = written.value(QLatin1String("path")).toObject();
  const QStringList names = pathNames(route.pattern);
  for (const QString& name : names) {
    QJsonObject described{
        {QStringLiteral("name"), name},
        {QStringLiteral("in"), QStringLiteral("path")},
        {QStringLiteral("required"), true},
        {QStringLiteral("description"), meanings.value(name)},
        {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}},
    };
    if (examples.contains(name)) described.insert(QStringLiteral("example"), examples.value(name));
    parameters.append(described);
  }
  for (const Parameter& parameter : route.parameters) parameters.append(queryParameter(parameter, examples));
  const QJsonArray headers = written.value(QLatin1String("headers")).toArray();
  for (const QJsonValue& header : headers) parameters.append(header);
  return parameters;
}

/// The answers of its own, and those that any route may give.
QJsonObject responsesOf(const Route& route, const QJsonObject& written) {
  QJsonObject responses = written.value(QLatin1String("responses")).toObject();
  const auto problem = [&](int status) {
    const QString code = QString::number(status);
    if (!responses.contains(code)) responses.insert(code, reference(QStringLiteral("components/responses/") + code));
  };
  problem(400);
  problem(403);
  if (route.mutating) {
    problem(401);
    problem(503);
  }
  const QJsonArray errors = written.value(QLatin1String("errors")).toArray();
  for (const QJsonValue& status : errors) problem(status.toInt());
  responses.insert(QStringLiteral("default"), reference(QStringLiteral("components/responses/Problem")));
  return responses;
}

QJsonObject operationOf(const Route& route, const QJsonObject& written, const QJsonObject& examples) {
  QJsonObject operation{{QStringLiteral("operationId"), written.value(QLatin1String("operationId"))},
                        {QStringLiteral("tags"), QJsonArray{written.value(QLatin1String("tag"))}},
                        {QStringLiteral("summary"), route.summary}};
  for (const char* name : {"description", "requestBody"}) {
    const QString key = QString::fromLatin1(name);
    if (written.contains(key)) operation.insert(key, written.value(key));
  }
  const QJsonArray parameters = parametersOf(route, written, examples);
  if (!parameters.isEmpty()) operation.insert(QStringLiteral("parameters"), parameters);
  QJsonArray security;
  if (route.mutating) security.append(QJsonObject{{QStringLiteral("apiKey"), QJsonArray()}});
  operation.insert(QStringLiteral("security"), security);
  operation.insert(QStringLiteral("responses"), responsesOf(route, written));
  return operation;
}

QJsonObject embeddedJson(const QString& name) {
  QFile file(QStringLiteral(":/openapi/") + name);
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

}  // namespace

OpenApiTexts OpenApiTexts::embedded() {
  return {embeddedJson(QStringLiteral("document.json")), embeddedJson(QStringLiteral("operations.json")),
          embeddedJson(QStringLiteral("schemas.json"))};
}

OpenApi describe(const std::vector<Route>& routes, const OpenApiTexts& texts) {
  OpenApi api{texts.document, {}};
  const QJsonObject examples = api.document.take(QLatin1String("parameterExamples")).toObject();
  QJsonObject paths;
  QSet<QString> described;
  for (const Route& route : routes) {
    const QString name = QString::fromLatin1(route.method) + QLatin1Char(' ') + route.pattern;
    if (described.contains(name)) api.faults.append(QStringLiteral("route %1 stands twice in the table").arg(name));
    described.insert(name);
    if (!texts.operations.contains(name)) api.faults.append(QStringLiteral("route %1 has no description").arg(name));
    QJsonObject path = paths.value(route.pattern).toObject();
    path.insert(QString::fromLatin1(route.method).toLower(),
                operationOf(route, texts.operations.value(name).toObject(), examples));
    paths.insert(route.pattern, path);
  }
  const QStringList written = texts.operations.keys();
  for (const QString& name : written) {
    if (!described.contains(name)) api.faults.append(QStringLiteral("description %1 has no route").arg(name));
  }
  QJsonObject info = api.document.value(QLatin1String("info")).toObject();
  info.insert(QStringLiteral("version"), QStringLiteral(PERFECT_VERSION));
  api.document.insert(QStringLiteral("info"), info);
  api.document.insert(QStringLiteral("paths"), paths);
  QJsonObject components = api.document.value(QLatin1String("components")).toObject();
  components.insert(QStringLiteral("schemas"), texts.schemas);
  api.document.insert(QStringLiteral("components"), components);
  return api;
}

}  // namespace perfect
