// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/load_pattern_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <optional>

#include "app/rest/json_body.h"
#include "core/base/duration.h"

namespace perfect {

namespace {

using Parsed = Result<LoadPattern, QString>;

std::optional<LoadShape> shapeOf(const QString& name) {
  if (name == QLatin1String("constant")) return LoadShape::Constant;
  if (name == QLatin1String("ramp")) return LoadShape::Ramp;
  if (name == QLatin1String("sine")) return LoadShape::Sine;
  if (name == QLatin1String("spike")) return LoadShape::Spike;
  return std::nullopt;
}

std::optional<std::int64_t> percentOf(const QJsonValue& value) {
  const double number = value.toDouble(-1);
  const auto whole = static_cast<std::int64_t>(number);
  if (!value.isDouble() || number < 0 || number > 1e9 || static_cast<double>(whole) != number) return std::nullopt;
  return whole;
}

/// The fault of one member, or empty.
QString readMember(LoadPattern& pattern, const QString& name, const QJsonValue& value) {
  if (name == QLatin1String("shape")) {
    const auto shape = shapeOf(value.toString());
    if (!shape) return QStringLiteral("shape must be constant, ramp, sine or spike");
    pattern.shape = *shape;
  } else if (name == QLatin1String("from") || name == QLatin1String("to")) {
    const auto percent = percentOf(value);
    if (!percent) return QStringLiteral("%1 must be a whole percentage from 0 to 1000000000").arg(name);
    (name == QLatin1String("from") ? pattern.from : pattern.to) = *percent;
  } else if (name == QLatin1String("period") || name == QLatin1String("every") || name == QLatin1String("for")) {
    const auto duration = parseDuration(value.toString().toStdString());
    if (!duration) return QStringLiteral("%1 must be a duration such as \"2.5s\" or \"1m\"").arg(name);
    if (name == QLatin1String("period")) pattern.period = duration.value();
    if (name == QLatin1String("every")) pattern.every = duration.value();
    if (name == QLatin1String("for")) pattern.forTime = duration.value();
  } else if (name == QLatin1String("unit")) {
    const QString unit = value.toString();
    if (unit != QLatin1String("demand") && unit != QLatin1String("cpu"))
      return QStringLiteral("unit must be demand or cpu");
    pattern.demand = unit == QLatin1String("demand");
  } else {
    return QStringLiteral("unknown member \"%1\"; a pattern has shape, from, to, period, every, for and unit")
        .arg(name.left(100));
  }
  return {};
}

}  // namespace

Parsed parseLoadPattern(const QByteArray& json) {
  const auto body = parseJsonBody(json);
  if (!body) return Parsed::failure(body.error());
  const QJsonDocument& document = body.value();
  if (!document.isObject()) {
    return Parsed::failure(QStringLiteral(
        "a load pattern must be a JSON object such as {\"shape\":\"ramp\",\"from\":0,\"to\":300,\"period\":\"60s\"}"));
  }
  LoadPattern pattern;
  const QJsonObject members = document.object();
  if (!members.contains(QLatin1String("shape"))) return Parsed::failure(QStringLiteral("a load pattern needs a shape"));
  for (auto member = members.begin(); member != members.end(); ++member) {
    const QString wrong = readMember(pattern, member.key(), member.value());
    if (!wrong.isEmpty()) return Parsed::failure(wrong);
  }
  const bool from = members.contains(QLatin1String("from"));
  const bool to = members.contains(QLatin1String("to"));
  if (pattern.shape == LoadShape::Constant) {
    if (!to) pattern.to = pattern.from;
    if (!from) pattern.from = pattern.to;
  } else if (!to) {
    return Parsed::failure(QStringLiteral("a load pattern needs to, the load it goes to"));
  }
  return pattern;
}

}  // namespace perfect
