// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>

#include "app/conformance/cases.h"
#include "core/reconcile/blue_green.h"
#include "core/reconcile/canary.h"

namespace perfect::conformance {

namespace {

constexpr IntOrPercent kArgoDefault{25, true};

Side sideOf(const QJsonObject& object) { return {number(object, "spec"), number(object, "available")}; }

CountedSide countedSide(const QJsonObject& object) {
  return {sideOf(object), number(object, "statusReplicas", number(object, "spec"))};
}

Fenceposts postsOf(const QJsonObject& c) {
  return fencepostsOf(rolloutOf(c, Strategy::Canary, kArgoDefault), number(c, "replicas", 1));
}

Comparison counts(const QJsonObject& c, CanaryCounts got) {
  return {
      {{QStringLiteral("canary"), field(c, "expectedCanary")}, {QStringLiteral("stable"), field(c, "expectedStable")}},
      {{QStringLiteral("canary"), got.canary}, {QStringLiteral("stable"), got.stable}}};
}

Comparison basic(const QJsonObject& c) {
  const std::int32_t weight = flag(c, "promoteFull") ? 100 : flag(c, "abort") ? 0 : number(c, "weight");
  const bool hasStable = given(c, "stable") && !flag(c, "stableEqualsNew");
  const auto stable = hasStable ? std::optional<Side>{sideOf(field(c, "stable").toObject())} : std::nullopt;
  return counts(c, basicCanary(number(c, "replicas", 1), weight, postsOf(c), sideOf(field(c, "canary").toObject()),
                               stable, sideOf(field(c, "older").toObject()).size));
}

Comparison approximate(const QJsonObject& c) {
  const std::int32_t desired = number(c, "replicas", 1);
  return counts(c, approximateWeight(desired, number(c, "weight"), postsOf(c).surge, number(c, "maxWeight", 100)));
}

Comparison setWeight(const QJsonObject& c) {
  std::vector<std::optional<std::int32_t>> weights;
  const QJsonArray steps = field(c, "steps").toArray();
  for (const QJsonValue& step : steps) {
    const QJsonObject object = step.toObject();
    weights.push_back(given(object, "setWeight") ? std::optional<std::int32_t>{number(object, "setWeight")}
                                                 : std::nullopt);
  }
  const std::int32_t got = currentSetWeight(weights, number(c, "currentStepIndex"), flag(c, "abort"));
  return {{{QStringLiteral("weight"), field(c, "expected")}}, {{QStringLiteral("weight"), got}}};
}

Comparison stepComplete(const QJsonObject& c) {
  const CanaryCounts wanted = approximateWeight(number(c, "replicas", 1), number(c, "weight"), postsOf(c).surge);
  const bool got = canaryStepComplete(wanted, countedSide(field(c, "canary").toObject()),
                                      countedSide(field(c, "stable").toObject()), number(c, "olderAvailable"));
  return {{{QStringLiteral("complete"), field(c, "expected")}}, {{QStringLiteral("complete"), got}}};
}

SwitchInput switchInput(const QJsonObject& g) {
  SwitchInput in;
  in.desired = number(g, "replicas", 1);
  in.green = {number(g, "newSpec"), number(g, "newAvailable")};
  in.greenServes = field(g, "active").toString() == QLatin1String("new");
  in.somethingServes = !field(g, "active").toString().isEmpty();
  in.autoPromote = flag(g, "autoPromotionEnabled", true);
  in.autoPromoteAfter = seconds(number(g, "autoPromotionSeconds"));
  if (given(g, "pauseAgeSeconds")) in.waitedFor = seconds(number(g, "pauseAgeSeconds"));
  in.promoted = flag(g, "controllerPause") && !given(g, "pauseAgeSeconds");
  in.promoteFull = flag(g, "promoteFull");
  in.userPaused = flag(g, "userPaused");
  in.aborted = flag(g, "abort");
  if (given(g, "previewReplicaCount")) in.previewSize = number(g, "previewReplicaCount");
  return in;
}

Comparison trafficSwitch(const QJsonObject& c) {
  const QJsonObject before = field(c, "given").toObject();
  const SwitchPlan plan = planSwitch(switchInput(before));
  const QString fresh = QStringLiteral("new");
  QJsonObject all;
  all[QStringLiteral("active")] = plan.traffic == Traffic::ToGreen    ? QJsonValue(fresh)
                                  : plan.traffic == Traffic::ToStable ? field(before, "stable")
                                                                      : field(before, "active");
  all[QStringLiteral("stable")] = plan.greenIsStable ? QJsonValue(fresh) : field(before, "stable");
  all[QStringLiteral("paused")] = plan.waits;
  Comparison result{field(c, "expect").toObject(), {}};
  for (const QString& key : result.expected.keys()) result.got[key] = all.value(key);
  return result;
}

}  // namespace

Runner canaryRunner(const QString& kind) {
  if (kind == QLatin1String("basic_canary")) return basic;
  if (kind == QLatin1String("approximate_weight")) return approximate;
  if (kind == QLatin1String("current_set_weight")) return setWeight;
  if (kind == QLatin1String("set_weight_step_complete")) return stepComplete;
  return nullptr;
}

Runner blueGreenRunner(const QString& kind) { return kind == QLatin1String("switch") ? trafficSwitch : nullptr; }

}  // namespace perfect::conformance
