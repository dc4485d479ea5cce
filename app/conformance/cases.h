// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs one case of the field's own test tables through the production planner that makes that decision.
// Inputs come from JSON; nothing is decided here. Main thread.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <optional>

#include "core/model/service_spec.h"
#include "core/reconcile/fencepost.h"

namespace perfect::conformance {

/// What a case expects and what the planner said, with the same keys.
struct Comparison {
  QJsonObject expected;
  QJsonObject got;
};

using Runner = Comparison (*)(const QJsonObject& given);

/// The runner of a kind, or nullptr when the kind is unknown.
Runner runnerFor(const QString& kind);

Runner rollingRunner(const QString& kind);
Runner canaryRunner(const QString& kind);
Runner blueGreenRunner(const QString& kind);
Runner autoscaleRunner(const QString& kind);
Runner probeRunner(const QString& kind);

/// The whole number under `key`, or `missing` where there is none or null.
std::int32_t number(const QJsonObject& object, const char* key, std::int32_t missing = 0);
bool flag(const QJsonObject& object, const char* key, bool missing = false);
QJsonValue field(const QJsonObject& object, const char* key);
bool given(const QJsonObject& object, const char* key);

/// A count, a percentage, or `missing`; nothing when it is a text that is neither.
std::optional<IntOrPercent> intOrPercent(const QJsonValue& value, IntOrPercent missing);
/// strategy, maxSurge and maxUnavailable of a case. Invalid ones count as not given.
Rollout rolloutOf(const QJsonObject& object, Strategy strategy, IntOrPercent missing);

}  // namespace perfect::conformance
