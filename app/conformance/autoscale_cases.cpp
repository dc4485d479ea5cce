// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QtMath>

#include "app/conformance/cases.h"
#include "core/reconcile/autoscale.h"

namespace perfect::conformance {

namespace {

constexpr SimTime kNow = 1'000'000'000;

/// The metric of each pod: its use, its request, and whether it is ready.
class Sampler {
 public:
  explicit Sampler(const QJsonObject& c)
      : m_cpu(field(c, "metric").toString() == QLatin1String("cpu_utilization")),
        m_target(field(c, "target").toInteger()),
        m_values(field(c, m_cpu ? "loadsMilli" : "value").toArray()),
        m_requests(field(c, "requestsMilli").toArray()),
        m_states(field(c, "podState").toArray()),
        m_ready(field(c, "readyMask").toArray()) {}

  LoadSample sample() const {
    LoadSample sum;
    const qsizetype pods = m_states.isEmpty() ? m_values.size() : m_states.size();
    for (qsizetype i = 0; i < pods; ++i) add(sum, i);
    return sum;
  }

 private:
  void add(LoadSample& sum, qsizetype i) const {
    const QString state = m_states.at(i).toString(QStringLiteral("ready"));
    if (state == QLatin1String("deleting") || state == QLatin1String("failed") || state == QLatin1String("succeeded"))
      return;
    const std::int64_t request = m_cpu ? m_requests.at(i).toInteger() : 100;
    const bool known = i < m_values.size() && m_values.at(i).isDouble();
    const bool pending = state == QLatin1String("pending");
    if (pending && (m_cpu || !known)) return addUnready(sum, request);
    if (!known) {
      ++sum.missing;
      sum.missingRequested += request;
      sum.missingUsage += m_cpu ? request * std::max<std::int64_t>(100, m_target) / 100 : m_target;
      return;
    }
    // Readiness only matters for a resource: any other metric of an unready pod is as good as a ready one's.
    if (m_cpu && !m_ready.at(i).toBool(true)) return addUnready(sum, request);
    ++sum.measured;
    sum.requested += request;
    sum.usage += m_values.at(i).toInteger();
  }

  static void addUnready(LoadSample& sum, std::int64_t request) {
    ++sum.unready;
    sum.unreadyRequested += request;
  }

  bool m_cpu;
  std::int64_t m_target;
  QJsonArray m_values;
  QJsonArray m_requests;
  QJsonArray m_states;
  QJsonArray m_ready;
};

ScalingRules rulesOf(const QJsonObject& object) {
  ScalingRules rules;
  rules.stabilizationWindowSeconds = number(object, "stabilizationWindowSeconds");
  const QString select = field(object, "selectPolicy").toString();
  rules.select = select == QLatin1String("Min")        ? PolicySelect::Min
                 : select == QLatin1String("Disabled") ? PolicySelect::Disabled
                                                       : PolicySelect::Max;
  const QJsonArray policies = field(object, "policies").toArray();
  for (const QJsonValue& value : policies) {
    const QJsonObject policy = value.toObject();
    const bool percent = field(policy, "type").toString() == QLatin1String("Percent");
    rules.policies.push_back(
        {percent ? PolicyType::Percent : PolicyType::Pods, number(policy, "value"), number(policy, "periodSeconds")});
  }
  return rules;
}

/// The number of pods, and whether there was anything to measure.
struct Decision {
  std::int32_t replicas = 0;
  bool measured = true;
};

Decision decide(const QJsonObject& c) {
  const std::int32_t current = number(c, "current");
  const bool bounded = given(c, "min") && given(c, "max");
  if (bounded) {
    if (const auto clamped = replicasOutsideBounds(current, number(c, "min"), number(c, "max"))) return {*clamped};
  }
  const auto wanted = desiredByLoad(current, Sampler(c).sample(), field(c, "target").toInteger(),
                                    qRound64(field(c, "tolerance").toDouble(0.1) * 1000));
  if (!wanted) return {current, false};
  if (!bounded) return {wanted->replicas};
  if (given(c, "scaleUp") && given(c, "scaleDown")) {
    const ScalingBehavior behavior{rulesOf(field(c, "scaleUp").toObject()), rulesOf(field(c, "scaleDown").toObject())};
    return {limitRate(current, wanted->replicas, number(c, "min"), number(c, "max"), behavior, {}, {}, kNow).replicas};
  }
  return {limitStep(current, wanted->replicas, number(c, "min"), number(c, "max")).replicas};
}

Comparison desired(const QJsonObject& c) {
  const Decision got = decide(c);
  Comparison result;
  if (given(c, "expectedError")) {
    result.expected[QStringLiteral("error")] = true;
    result.got[QStringLiteral("error")] = !got.measured;
  }
  if (given(c, "expected")) {
    result.expected[QStringLiteral("replicas")] = field(c, "expected");
    result.got[QStringLiteral("replicas")] = got.replicas;
  }
  return result;
}

std::vector<ScaleEvent> eventsOf(const QJsonValue& value) {
  std::vector<ScaleEvent> events;
  const QJsonArray array = value.toArray();
  for (const QJsonValue& event : array) {
    const QJsonObject object = event.toObject();
    events.push_back({kNow - seconds(number(object, "ageSeconds")), number(object, "change")});
  }
  return events;
}

Comparison rateLimit(const QJsonObject& c) {
  const ScalingBehavior behavior{rulesOf(field(c, "scaleUp").toObject()), rulesOf(field(c, "scaleDown").toObject())};
  const LimitedReplicas got =
      limitRate(number(c, "current"), number(c, "desired"), number(c, "min", 1), number(c, "max"), behavior,
                eventsOf(field(c, "scaleUpEvents")), eventsOf(field(c, "scaleDownEvents")), kNow);
  return {{{QStringLiteral("replicas"), field(c, "expected")},
           {QStringLiteral("condition"), field(c, "expectedCondition")}},
          {{QStringLiteral("replicas"), got.replicas},
           {QStringLiteral("condition"), QLatin1String(scaleLimitName(got.limit))}}};
}

Comparison stabiliseCase(const QJsonObject& c) {
  std::vector<Recommendation> log;
  const QJsonArray given_ = field(c, "recommendations").toArray();
  for (const QJsonValue& value : given_) {
    const QJsonObject object = value.toObject();
    log.push_back({kNow - seconds(number(object, "ageSeconds")), number(object, "value")});
  }
  const Stabilised got =
      stabilise(log, number(c, "current"), number(c, "desired"), seconds(number(c, "scaleUpWindowSeconds")),
                seconds(number(c, "scaleDownWindowSeconds")), kNow);
  Comparison result{{{QStringLiteral("replicas"), field(c, "expected")}}, {{QStringLiteral("replicas"), got.replicas}}};
  if (given(c, "expectedLog")) {
    QJsonArray values;
    for (const Recommendation& recommendation : got.log) values.append(recommendation.replicas);
    result.expected[QStringLiteral("log")] = field(c, "expectedLog");
    result.got[QStringLiteral("log")] = values;
  }
  return result;
}

}  // namespace

Runner autoscaleRunner(const QString& kind) {
  if (kind == QLatin1String("desired_replicas")) return desired;
  if (kind == QLatin1String("rate_limit")) return rateLimit;
  if (kind == QLatin1String("stabilize_behavior")) return stabiliseCase;
  return nullptr;
}

}  // namespace perfect::conformance
