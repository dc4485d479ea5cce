// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/spec_json.h"

#include "core/reconcile/status.h"

namespace perfect {

namespace {

void secondsField(JsonWriter& json, std::string_view name, Millis ms) {
  json.key(name);
  json.milli(ms);
}

void writeIntOrPercent(JsonWriter& json, std::string_view name, const IntOrPercent& amount) {
  json.key(name);
  if (amount.percent) {
    json.value(std::string_view(std::to_string(amount.value) + "%"));
  } else {
    json.value(amount.value);
  }
}

void writeRules(JsonWriter& json, std::string_view name, const ScalingRules& rules) {
  json.key(name);
  json.beginObject();
  json.field("stabilizationWindowSeconds", rules.stabilizationWindowSeconds);
  json.field("selectPolicy", rules.select == PolicySelect::Max   ? "Max"
                             : rules.select == PolicySelect::Min ? "Min"
                                                                 : "Disabled");
  json.key("policies");
  json.beginArray();
  for (const ScalingPolicy& policy : rules.policies) {
    json.beginObject();
    json.field("type", policy.type == PolicyType::Pods ? "Pods" : "Percent");
    json.field("value", policy.value);
    json.field("periodSeconds", policy.periodSeconds);
    json.endObject();
  }
  json.endArray();
  json.endObject();
}

void writeSteps(JsonWriter& json, const std::vector<CanaryStep>& steps) {
  json.key("steps");
  json.beginArray();
  for (const CanaryStep& step : steps) {
    json.beginObject();
    json.field("percent", step.percent);
    if (step.manual) {
      json.field("pause", "manual");
    } else if (step.pause) {
      secondsField(json, "pauseSeconds", *step.pause);
    }
    json.endObject();
  }
  json.endArray();
}

void writeAnalysis(JsonWriter& json, const Analysis& analysis) {
  json.key("analysis");
  json.beginObject();
  json.key("maxErrorPercent");
  json.milli(analysis.maxError);
  secondsField(json, "intervalSeconds", analysis.interval);
  json.field("count", analysis.count);
  json.field("failureLimit", analysis.failureLimit);
  json.endObject();
}

}  // namespace

void writeEnv(JsonWriter& json, const std::vector<EnvVar>& env) {
  json.beginArray();
  for (const EnvVar& variable : env) {
    json.beginObject();
    json.field("name", std::string_view(variable.name));
    json.field("value", std::string_view(variable.value));
    json.endObject();
  }
  json.endArray();
}

void writeProbe(JsonWriter& json, const std::optional<Probe>& probe) {
  if (!probe) {
    json.null();
    return;
  }
  json.beginObject();
  json.key("httpGet");
  json.beginObject();
  json.field("path", std::string_view(probe->path));
  json.endObject();
  json.field("initialDelaySeconds", probe->initialDelaySeconds);
  json.field("periodSeconds", probe->periodSeconds);
  if (probe->timeoutSeconds != Probe().timeoutSeconds) json.field("timeoutSeconds", probe->timeoutSeconds);
  if (probe->successThreshold != Probe().successThreshold) json.field("successThreshold", probe->successThreshold);
  json.field("failureThreshold", probe->failureThreshold);
  json.endObject();
}

void writeAutoscale(JsonWriter& json, const std::optional<Autoscale>& autoscale) {
  if (!autoscale) {
    json.null();
    return;
  }
  const Autoscale defaults;
  json.beginObject();
  json.field("targetCPU", autoscale->targetCpu);
  json.field("min", autoscale->min);
  json.field("max", autoscale->max);
  if (autoscale->toleranceMilli != defaults.toleranceMilli) secondsField(json, "tolerance", autoscale->toleranceMilli);
  if (autoscale->period != defaults.period) secondsField(json, "periodSeconds", autoscale->period);
  if (autoscale->behavior) {
    json.key("behavior");
    json.beginObject();
    writeRules(json, "scaleUp", autoscale->behavior->scaleUp);
    writeRules(json, "scaleDown", autoscale->behavior->scaleDown);
    json.endObject();
  } else if (autoscale->scaleDownStabilization != defaults.scaleDownStabilization) {
    secondsField(json, "scaleDownStabilizationSeconds", autoscale->scaleDownStabilization);
  }
  json.endObject();
}

void writeRollout(JsonWriter& json, const Rollout& rollout) {
  const Rollout defaults;
  const bool canary = rollout.strategy == Strategy::Canary;
  const bool blueGreen = rollout.strategy == Strategy::BlueGreen;
  json.beginObject();
  json.field("strategy", strategyName(rollout.strategy));
  if (canary) {
    writeSteps(json, rollout.steps);
    secondsField(json, "pauseSeconds", rollout.pause);
  }
  if (canary || rollout.strategy == Strategy::RollingUpdate) {
    writeIntOrPercent(json, "maxSurge", rollout.maxSurge);
    writeIntOrPercent(json, "maxUnavailable", rollout.maxUnavailable);
  }
  if (blueGreen && rollout.autoPromote != defaults.autoPromote) json.field("autoPromote", rollout.autoPromote);
  if (blueGreen && rollout.scaleDownDelay != defaults.scaleDownDelay) {
    secondsField(json, "scaleDownDelaySeconds", rollout.scaleDownDelay);
  }
  if (rollout.analysis) writeAnalysis(json, *rollout.analysis);
  if (rollout.progressDeadline != defaults.progressDeadline) {
    secondsField(json, "progressDeadlineSeconds", rollout.progressDeadline);
  }
  if (rollout.autoRollback != defaults.autoRollback) json.field("autoRollback", rollout.autoRollback);
  json.endObject();
}

}  // namespace perfect
