// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "core/manifest/manifest.h"
#include "core/manifest/names.h"
#include "core/manifest/scalar.h"
#include "core/manifest/service_reader.h"
#include "core/manifest/yaml_scalar_text.h"

namespace perfect {
namespace {

/// Lines of one mapping; what is equal to its default leaves no line.
class Section {
 public:
  explicit Section(int indent) : m_indent(static_cast<std::size_t>(indent), ' ') {}

  void line(std::string_view name, const std::string& value) {
    m_text += m_indent + std::string(name) + ": " + value + "\n";
  }
  void whole(std::string_view name, std::int64_t value, std::int64_t usual) {
    if (value != usual) line(name, std::to_string(value));
  }
  void milli(std::string_view name, std::int64_t value, std::int64_t usual) {
    if (value != usual) line(name, fixedText(value, 3));
  }
  void flag(std::string_view name, bool value, bool usual) {
    if (value != usual) line(name, value ? "true" : "false");
  }
  void text(std::string_view name, const std::string& value, const std::string& usual) {
    if (value != usual) line(name, yamlScalar(value));
  }
  void amount(std::string_view name, IntOrPercent value, IntOrPercent usual) {
    if (value != usual) line(name, amountText(value));
  }
  /// A nested mapping or list; nothing when it has no lines, unless it means something by being there.
  void nested(std::string_view name, const std::string& inner, bool present = false) {
    if (!inner.empty()) m_text += m_indent + std::string(name) + ":\n" + inner;
    if (inner.empty() && present) line(name, "{}");
  }
  /// The lines as one entry of a list: the first one begins with "- ".
  std::string asEntry() const {
    std::string entry = m_text;
    if (entry.empty()) return m_indent.substr(2) + "- {}\n";
    entry[m_indent.size() - 2] = '-';
    return entry;
  }
  std::string take() { return std::move(m_text); }

 private:
  std::string m_indent;
  std::string m_text;
};

std::string writeEnv(const std::vector<EnvVar>& env) {
  std::string list;
  for (const EnvVar& variable : env) {
    Section entry(6);
    entry.line("name", yamlScalar(variable.name));
    entry.line("value", yamlScalar(variable.value));
    list += entry.asEntry();
  }
  return list;
}

void writeProbe(Section& spec, std::string_view name, const std::optional<Probe>& probe) {
  if (!probe) return;
  const Probe usual;
  Section get(6);
  get.text("path", probe->path, usual.path);
  Section fields(4);
  fields.nested("httpGet", get.take());
  fields.whole("initialDelaySeconds", probe->initialDelaySeconds, usual.initialDelaySeconds);
  fields.whole("periodSeconds", probe->periodSeconds, usual.periodSeconds);
  fields.whole("timeoutSeconds", probe->timeoutSeconds, usual.timeoutSeconds);
  fields.whole("successThreshold", probe->successThreshold, usual.successThreshold);
  fields.whole("failureThreshold", probe->failureThreshold, usual.failureThreshold);
  spec.nested(name, fields.take(), true);
}

std::string writeBackoff(const RestartBackoff& backoff) {
  const RestartBackoff usual;
  Section fields(4);
  fields.milli("baseSeconds", backoff.base, usual.base);
  fields.milli("factor", backoff.factorMilli, usual.factorMilli);
  fields.milli("maxSeconds", backoff.max, usual.max);
  fields.milli("resetAfterSeconds", backoff.resetAfter, usual.resetAfter);
  return fields.take();
}

std::string writeSimulation(const Simulation& simulation) {
  const Simulation usual;
  Section fields(4);
  fields.milli("startSeconds", simulation.start, usual.start);
  fields.milli("bootSeconds", simulation.boot, usual.boot);
  fields.milli("shutdownSeconds", simulation.shutdown, usual.shutdown);
  fields.milli("jitter", simulation.jitterMilli, usual.jitterMilli);
  if (simulation.crashAfter) fields.line("crashAfterSeconds", fixedText(*simulation.crashAfter, 3));
  fields.milli("crashesPerHour", simulation.crashesPerHourMilli, usual.crashesPerHourMilli);
  fields.milli("probeFailurePercent", simulation.probeFailure, usual.probeFailure);
  fields.milli("errorPercent", simulation.error, usual.error);
  fields.whole("capacityPerPod", simulation.capacityPerPod, usual.capacityPerPod);
  return fields.take();
}

std::string writeSteps(const Rollout& rollout) {
  const bool usual =
      rollout.strategy == Strategy::Canary ? rollout.steps == defaultCanarySteps() : rollout.steps.empty();
  std::string list;
  if (usual) return list;
  for (const CanaryStep& step : rollout.steps) {
    Section entry(8);
    entry.line("percent", std::to_string(step.percent));
    if (step.manual) entry.line("pause", "manual");
    if (step.pause) entry.line("pauseSeconds", fixedText(*step.pause, 3));
    list += entry.asEntry();
  }
  return list;
}

std::string writeAnalysis(const Analysis& analysis) {
  const Analysis usual;
  Section fields(6);
  fields.milli("maxErrorPercent", analysis.maxError, usual.maxError);
  fields.milli("intervalSeconds", analysis.interval, usual.interval);
  fields.whole("count", analysis.count, usual.count);
  fields.whole("failureLimit", analysis.failureLimit, usual.failureLimit);
  return fields.take();
}

std::string writeRollout(const Rollout& rollout) {
  const Rollout usual;
  Section fields(4);
  fields.line("strategy", std::string(nameOf(kStrategies, rollout.strategy)));
  fields.nested("steps", writeSteps(rollout));
  fields.milli("pauseSeconds", rollout.pause, usual.pause);
  fields.amount("maxSurge", rollout.maxSurge, defaultMaxSurge(rollout.strategy));
  fields.amount("maxUnavailable", rollout.maxUnavailable, defaultMaxUnavailable(rollout.strategy));
  fields.flag("autoPromote", rollout.autoPromote, usual.autoPromote);
  fields.milli("scaleDownDelaySeconds", rollout.scaleDownDelay, usual.scaleDownDelay);
  if (rollout.analysis) fields.nested("analysis", writeAnalysis(*rollout.analysis), true);
  fields.milli("progressDeadlineSeconds", rollout.progressDeadline, usual.progressDeadline);
  fields.flag("autoRollback", rollout.autoRollback, usual.autoRollback);
  return fields.take();
}

std::string writeRules(const ScalingRules& rules) {
  Section fields(8);
  fields.line("stabilizationWindowSeconds", std::to_string(rules.stabilizationWindowSeconds));
  fields.line("selectPolicy", std::string(policySelectName(rules.select)));
  std::string policies;
  for (const ScalingPolicy& policy : rules.policies) {
    Section entry(12);
    entry.line("type", std::string(policyTypeName(policy.type)));
    entry.line("value", std::to_string(policy.value));
    entry.line("periodSeconds", std::to_string(policy.periodSeconds));
    policies += entry.asEntry();
  }
  fields.nested("policies", policies);
  return fields.take();
}

std::string writeAutoscale(const Autoscale& autoscale) {
  const Autoscale usual;
  Section fields(4);
  fields.whole("targetCPU", autoscale.targetCpu, usual.targetCpu);
  fields.whole("min", autoscale.min, usual.min);
  fields.whole("max", autoscale.max, usual.max);
  fields.milli("tolerance", autoscale.toleranceMilli, usual.toleranceMilli);
  fields.milli("periodSeconds", autoscale.period, usual.period);
  if (!autoscale.behavior) {
    fields.milli("scaleDownStabilizationSeconds", autoscale.scaleDownStabilization, usual.scaleDownStabilization);
    return fields.take();
  }
  Section behavior(6);
  if (autoscale.behavior->scaleUp != defaultScaleUpRules()) {
    behavior.nested("scaleUp", writeRules(autoscale.behavior->scaleUp));
  }
  if (autoscale.behavior->scaleDown != defaultScaleDownRules()) {
    behavior.nested("scaleDown", writeRules(autoscale.behavior->scaleDown));
  }
  fields.nested("behavior", behavior.take(), true);
  return fields.take();
}

}  // namespace

std::string writeManifest(const ServiceSpec& spec) {
  const ServiceSpec usual;
  const PodTemplate& pod = spec.podTemplate;
  Section fields(2);
  if (spec.replicasGiven || spec.replicas != usual.replicas) fields.line("replicas", std::to_string(spec.replicas));
  fields.text("image", pod.image, usual.podTemplate.image);
  fields.nested("env", writeEnv(pod.env));
  fields.whole("terminationGracePeriodSeconds", pod.terminationGracePeriodSeconds,
               usual.podTemplate.terminationGracePeriodSeconds);
  fields.milli("minReadySeconds", spec.minReady, usual.minReady);
  writeProbe(fields, "readinessProbe", pod.readiness);
  writeProbe(fields, "livenessProbe", pod.liveness);
  writeProbe(fields, "startupProbe", pod.startup);
  fields.nested("restartBackoff", writeBackoff(pod.restartBackoff));
  fields.nested("rollout", writeRollout(spec.rollout));
  if (spec.autoscale) fields.nested("autoscale", writeAutoscale(*spec.autoscale), true);
  fields.nested("simulation", writeSimulation(pod.simulation));
  return "apiVersion: v1\nkind: Service\nmetadata:\n  name: " + yamlScalar(spec.name) + "\nspec:\n" + fields.take();
}

}  // namespace perfect
