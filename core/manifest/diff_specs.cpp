// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "core/manifest/manifest.h"
#include "core/manifest/names.h"
#include "core/manifest/scalar.h"
#include "core/manifest/service_reader.h"

namespace perfect {
namespace {

/// A spec as a list of fields in the manifest's order. What a spec does not have is not listed.
class FieldList {
 public:
  explicit FieldList(const ServiceSpec& spec) {
    const PodTemplate& pod = spec.podTemplate;
    add("metadata.name", spec.name);
    add("spec.replicas", spec.replicas);
    add("spec.image", pod.image);
    for (const EnvVar& variable : pod.env) add("spec.env[" + variable.name + "]", shownEnvValue(variable.value));
    add("spec.terminationGracePeriodSeconds", pod.terminationGracePeriodSeconds);
    addMilli("spec.minReadySeconds", spec.minReady);
    addProbe("spec.readinessProbe.", pod.readiness);
    addProbe("spec.livenessProbe.", pod.liveness);
    addProbe("spec.startupProbe.", pod.startup);
    addMilli("spec.restartBackoff.baseSeconds", pod.restartBackoff.base);
    addMilli("spec.restartBackoff.factor", pod.restartBackoff.factorMilli);
    addMilli("spec.restartBackoff.maxSeconds", pod.restartBackoff.max);
    addMilli("spec.restartBackoff.resetAfterSeconds", pod.restartBackoff.resetAfter);
    addRollout(spec.rollout);
    if (spec.autoscale) addAutoscale(*spec.autoscale);
    addSimulation(pod.simulation);
  }

  const std::vector<std::pair<std::string, std::string>>& fields() const { return m_fields; }

 private:
  void add(std::string path, std::string value) { m_fields.emplace_back(std::move(path), std::move(value)); }
  void add(std::string path, std::int64_t value) { add(std::move(path), std::to_string(value)); }
  void addMilli(std::string path, std::int64_t value) { add(std::move(path), fixedText(value, 3)); }
  void addFlag(std::string path, bool value) { add(std::move(path), std::string(value ? "true" : "false")); }

  /// An empty value must look different from an absent variable.
  static std::string shownEnvValue(const std::string& value) { return value.empty() ? "\"\"" : value; }

  void addProbe(const std::string& prefix, const std::optional<Probe>& probe) {
    if (!probe) return;
    add(prefix + "httpGet.path", probe->path);
    add(prefix + "initialDelaySeconds", probe->initialDelaySeconds);
    add(prefix + "periodSeconds", probe->periodSeconds);
    add(prefix + "timeoutSeconds", probe->timeoutSeconds);
    add(prefix + "successThreshold", probe->successThreshold);
    add(prefix + "failureThreshold", probe->failureThreshold);
  }

  /// Fields of another strategy are listed only where the manifest sets them.
  void addRollout(const Rollout& rollout) {
    const Rollout usual;
    const Strategy strategy = rollout.strategy;
    const bool canary = strategy == Strategy::Canary;
    const bool blueGreen = strategy == Strategy::BlueGreen;
    const bool counts = canary || strategy == Strategy::RollingUpdate;
    add("spec.rollout.strategy", std::string(strategyName(strategy)));
    addSteps(rollout.steps);
    if (canary || rollout.pause != usual.pause) addMilli("spec.rollout.pauseSeconds", rollout.pause);
    if (counts || rollout.maxSurge != defaultMaxSurge(strategy)) add("spec.rollout.maxSurge", amountText(rollout.maxSurge));
    if (counts || rollout.maxUnavailable != defaultMaxUnavailable(strategy)) {
      add("spec.rollout.maxUnavailable", amountText(rollout.maxUnavailable));
    }
    if (blueGreen || !rollout.autoPromote) addFlag("spec.rollout.autoPromote", rollout.autoPromote);
    if (blueGreen || rollout.scaleDownDelay != usual.scaleDownDelay) {
      addMilli("spec.rollout.scaleDownDelaySeconds", rollout.scaleDownDelay);
    }
    if (rollout.analysis) {
      addMilli("spec.rollout.analysis.maxErrorPercent", rollout.analysis->maxError);
      addMilli("spec.rollout.analysis.intervalSeconds", rollout.analysis->interval);
      add("spec.rollout.analysis.count", rollout.analysis->count);
      add("spec.rollout.analysis.failureLimit", rollout.analysis->failureLimit);
    }
    addMilli("spec.rollout.progressDeadlineSeconds", rollout.progressDeadline);
    addFlag("spec.rollout.autoRollback", rollout.autoRollback);
  }

  void addSteps(const std::vector<CanaryStep>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::string prefix = "spec.rollout.steps[" + std::to_string(i) + "].";
      add(prefix + "percent", steps[i].percent);
      if (steps[i].pause) addMilli(prefix + "pauseSeconds", *steps[i].pause);
      if (steps[i].manual) add(prefix + "pause", std::string("manual"));
    }
  }

  void addAutoscale(const Autoscale& autoscale) {
    add("spec.autoscale.targetCPU", autoscale.targetCpu);
    add("spec.autoscale.min", autoscale.min);
    add("spec.autoscale.max", autoscale.max);
    addMilli("spec.autoscale.tolerance", autoscale.toleranceMilli);
    addMilli("spec.autoscale.periodSeconds", autoscale.period);
    if (!autoscale.behavior) {
      addMilli("spec.autoscale.scaleDownStabilizationSeconds", autoscale.scaleDownStabilization);
      return;
    }
    addRules("spec.autoscale.behavior.scaleUp.", autoscale.behavior->scaleUp);
    addRules("spec.autoscale.behavior.scaleDown.", autoscale.behavior->scaleDown);
  }

  void addRules(const std::string& prefix, const ScalingRules& rules) {
    add(prefix + "stabilizationWindowSeconds", rules.stabilizationWindowSeconds);
    add(prefix + "selectPolicy", std::string(policySelectName(rules.select)));
    for (std::size_t i = 0; i < rules.policies.size(); ++i) {
      const std::string policy = prefix + "policies[" + std::to_string(i) + "].";
      add(policy + "type", std::string(policyTypeName(rules.policies[i].type)));
      add(policy + "value", rules.policies[i].value);
      add(policy + "periodSeconds", rules.policies[i].periodSeconds);
    }
  }

  void addSimulation(const Simulation& simulation) {
    addMilli("spec.simulation.startSeconds", simulation.start);
    addMilli("spec.simulation.bootSeconds", simulation.boot);
    addMilli("spec.simulation.shutdownSeconds", simulation.shutdown);
    addMilli("spec.simulation.jitter", simulation.jitterMilli);
    if (simulation.crashAfter) addMilli("spec.simulation.crashAfterSeconds", *simulation.crashAfter);
    addMilli("spec.simulation.crashesPerHour", simulation.crashesPerHourMilli);
    addMilli("spec.simulation.probeFailurePercent", simulation.probeFailure);
    addMilli("spec.simulation.errorPercent", simulation.error);
    add("spec.simulation.capacityPerPod", simulation.capacityPerPod);
  }

  std::vector<std::pair<std::string, std::string>> m_fields;
};

std::string envOrder(const std::vector<EnvVar>& env) {
  std::string names;
  for (const EnvVar& variable : env) names += (names.empty() ? "" : ", ") + variable.name;
  return names;
}

/// The same variables in another order make another version, as in Kubernetes.
bool onlyReordered(const std::vector<EnvVar>& from, const std::vector<EnvVar>& to) {
  std::map<std::string, std::string> left;
  std::map<std::string, std::string> right;
  for (const EnvVar& variable : from) left[variable.name] = variable.value;
  for (const EnvVar& variable : to) right[variable.name] = variable.value;
  return from != to && left == right;
}

}  // namespace

std::vector<FieldDifference> diffSpecs(const ServiceSpec& from, const ServiceSpec& to) {
  const FieldList left(from);
  const FieldList right(to);
  const std::map<std::string, std::string> inLeft(left.fields().begin(), left.fields().end());
  const std::map<std::string, std::string> inRight(right.fields().begin(), right.fields().end());
  std::vector<FieldDifference> differences;
  if (onlyReordered(from.podTemplate.env, to.podTemplate.env)) {
    differences.push_back({"spec.env", envOrder(from.podTemplate.env), envOrder(to.podTemplate.env)});
  }
  // Two lists in the same order are merged; a field only one side has comes where it stands there.
  std::size_t j = 0;
  const auto takeAdded = [&](std::size_t end) {
    for (; j < end; ++j) {
      const auto& [path, value] = right.fields()[j];
      if (inLeft.find(path) == inLeft.end()) differences.push_back({path, "", value});
    }
  };
  for (const auto& [path, value] : left.fields()) {
    const auto other = inRight.find(path);
    if (other == inRight.end()) {
      differences.push_back({path, value, ""});
      continue;
    }
    std::size_t at = j;
    while (at < right.fields().size() && right.fields()[at].first != path) ++at;
    if (at < right.fields().size()) takeAdded(at);
    if (value != other->second) differences.push_back({path, value, other->second});
  }
  takeAdded(right.fields().size());
  return differences;
}

}  // namespace perfect
