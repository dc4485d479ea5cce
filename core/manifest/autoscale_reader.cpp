// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/names.h"
#include "core/manifest/service_reader.h"
#include "core/manifest/service_texts.h"

namespace perfect {
namespace {

void readPolicies(Fields& rules, std::vector<ScalingPolicy>& policies) {
  const auto entries = rules.list("policies");
  if (!entries) return;
  if (entries->empty()) {
    rules.refuse("policies", kServiceTexts.policiesEmpty);
  }
  policies.clear();
  for (const auto& [id, path] : *entries) {
    Fields fields(rules.reading(), id, path);
    ScalingPolicy policy;
    if (fields.require("type", kServiceTexts.writePolicyType)) {
      fields.choice("type", kPolicyTypes, policy.type);
    }
    if (fields.require("value", kServiceTexts.writePolicyValue)) {
      fields.whole("value", 1, kMostInt32, policy.value);
    }
    if (fields.require("periodSeconds", kServiceTexts.writePolicyPeriod)) {
      fields.whole("periodSeconds", 1, 1800, policy.periodSeconds);
    }
    fields.finish();
    policies.push_back(policy);
  }
}

void readRules(Fields& behavior, std::string_view name, ScalingRules& out) {
  auto fields = behavior.section(name);
  if (!fields) return;
  fields->whole("stabilizationWindowSeconds", 0, 3600, out.stabilizationWindowSeconds);
  fields->choice("selectPolicy", kPolicySelects, out.select);
  readPolicies(*fields, out.policies);
  fields->finish();
}

void readBehavior(Fields& autoscale, std::optional<ScalingBehavior>& out) {
  auto fields = autoscale.section("behavior");
  if (!fields) return;
  ScalingBehavior behavior{defaultScaleUpRules(), defaultScaleDownRules()};
  readRules(*fields, "scaleUp", behavior.scaleUp);
  readRules(*fields, "scaleDown", behavior.scaleDown);
  fields->finish();
  out = std::move(behavior);
}

}  // namespace

ScalingRules defaultScaleUpRules() {
  return {0, PolicySelect::Max, {{PolicyType::Pods, 4, 15}, {PolicyType::Percent, 100, 15}}};
}

ScalingRules defaultScaleDownRules() { return {300, PolicySelect::Max, {{PolicyType::Percent, 100, 15}}}; }

void readAutoscale(Fields& spec, std::optional<Autoscale>& out) {
  auto fields = spec.section("autoscale");
  if (!fields) return;
  Autoscale autoscale;
  fields->whole("targetCPU", 1, 1000, autoscale.targetCpu);
  const std::size_t before = spec.reading().faults.count();
  fields->whole("min", 1, kMostReplicas, autoscale.min);
  fields->whole("max", 1, kMostReplicas, autoscale.max);
  if (autoscale.min > autoscale.max && spec.reading().faults.count() == before) {
    const bool maxGiven = fields->has("max");
    fields->refuse(maxGiven ? "max" : "min", maxGiven ? kServiceTexts.minAboveMax : kServiceTexts.minAboveDefault,
                   {std::to_string(autoscale.min), std::to_string(autoscale.max)});
  }
  fields->milli("tolerance", 0, 1000, autoscale.toleranceMilli);
  fields->seconds("periodSeconds", autoscale.period, 1);
  fields->seconds("scaleDownStabilizationSeconds", autoscale.scaleDownStabilization, 0, 3600000);
  readBehavior(*fields, autoscale.behavior);
  if (fields->has("behavior") && fields->has("scaleDownStabilizationSeconds")) {
    fields->refuse("scaleDownStabilizationSeconds", kServiceTexts.stabilizationTwice);
  }
  fields->finish();
  out = std::move(autoscale);
}

}  // namespace perfect
