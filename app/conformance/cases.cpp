// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/conformance/cases.h"

namespace perfect::conformance {

Runner runnerFor(const QString& kind) {
  for (const auto find : {rollingRunner, canaryRunner, blueGreenRunner, autoscaleRunner, probeRunner}) {
    if (const Runner runner = find(kind)) return runner;
  }
  return nullptr;
}

QJsonValue field(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)); }

bool given(const QJsonObject& object, const char* key) {
  const QJsonValue value = field(object, key);
  return !value.isUndefined() && !value.isNull();
}

std::int32_t number(const QJsonObject& object, const char* key, std::int32_t missing) {
  return given(object, key) ? field(object, key).toInt(missing) : missing;
}

bool flag(const QJsonObject& object, const char* key, bool missing) { return field(object, key).toBool(missing); }

std::optional<IntOrPercent> intOrPercent(const QJsonValue& value, IntOrPercent missing) {
  if (value.isDouble()) return IntOrPercent{value.toInt(), false};
  if (!value.isString()) return missing;
  const auto parsed = parsePercent(value.toString().toStdString());
  return parsed ? std::optional<IntOrPercent>{parsed.value()} : std::nullopt;
}

Rollout rolloutOf(const QJsonObject& object, Strategy strategy, IntOrPercent missing) {
  Rollout rollout;
  rollout.strategy = strategy;
  rollout.maxSurge = intOrPercent(field(object, "maxSurge"), missing).value_or(missing);
  rollout.maxUnavailable = intOrPercent(field(object, "maxUnavailable"), missing).value_or(missing);
  return rollout;
}

}  // namespace perfect::conformance
