// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/manifest/manifest.h"
#include "core/manifest/names.h"
#include "core/manifest/scalar.h"
#include "core/manifest/service_reader.h"

namespace perfect {
namespace {

/// Where a field stands in the manifest: its slot, and within a list the entry and the field of the entry.
struct Place {
  int slot = 0;
  std::size_t entry = 0;
  int field = 0;
  bool operator<(const Place& other) const {
    return std::tie(slot, entry, field) < std::tie(other.slot, other.entry, other.field);
  }
};

/// metadata.name, spec.replicas and spec.image stand before it.
constexpr int kEnvSlot = 4;

struct ListedField {
  Place place;
  std::string path;
  std::string value;
};

/// A spec as a list of fields in the manifest's order. What a spec does not have is not listed, but keeps its slot.
class FieldList {
 public:
  explicit FieldList(const ServiceSpec& spec) {
    const PodTemplate& pod = spec.podTemplate;
    add("metadata.name", spec.name);
    add("spec.replicas", spec.replicas);
    add("spec.image", pod.image);
    ++m_slot;
    for (const EnvVar& variable : pod.env) put("spec.env[" + variable.name + "]", shownEnvValue(variable.value));
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
    addAutoscale(spec.autoscale);
    addSimulation(pod.simulation);
  }

  const std::vector<ListedField>& fields() const { return m_fields; }

 private:
  void put(std::string path, std::string value, std::size_t entry = 0, int field = 0) {
    m_fields.push_back({{m_slot, entry, field}, std::move(path), std::move(value)});
  }
  /// The next slot; it stays empty where the field is absent.
  void add(std::string path, std::string value, bool present = true) {
    ++m_slot;
    if (present) put(std::move(path), std::move(value));
  }
  void add(std::string path, std::int64_t value, bool present = true) {
    add(std::move(path), std::to_string(value), present);
  }
  void addMilli(std::string path, std::int64_t value, bool present = true) {
    add(std::move(path), fixedText(value, 3), present);
  }
  void addFlag(std::string path, bool value, bool present = true) {
    add(std::move(path), std::string(value ? "true" : "false"), present);
  }

  /// An empty value must look different from an absent variable.
  static std::string shownEnvValue(const std::string& value) { return value.empty() ? "\"\"" : value; }

  void addProbe(const std::string& prefix, const std::optional<Probe>& given) {
    const bool present = given.has_value();
    const Probe probe = given.value_or(Probe());
    add(prefix + "httpGet.path", probe.path, present);
    add(prefix + "initialDelaySeconds", probe.initialDelaySeconds, present);
    add(prefix + "periodSeconds", probe.periodSeconds, present);
    add(prefix + "timeoutSeconds", probe.timeoutSeconds, present);
    add(prefix + "successThreshold", probe.successThreshold, present);
    add(prefix + "failureThreshold", probe.failureThreshold, present);
  }

  /// Fields of another strategy are listed only where the manifest sets them.
  void addRollout(const Rollout& rollout) {
    const Rollout usual;
    const Strategy strategy = rollout.strategy;
    const bool canary = strategy == Strategy::Canary;
    const bool blueGreen = strategy == Strategy::BlueGreen;
    const bool counts = canary || strategy == Strategy::RollingUpdate;
    add("spec.rollout.strategy", std::string(nameOf(kStrategies, strategy)));
    addSteps(rollout.steps);
    addMilli("spec.rollout.pauseSeconds", rollout.pause, canary || rollout.pause != usual.pause);
    add("spec.rollout.maxSurge", amountText(rollout.maxSurge), counts || rollout.maxSurge != defaultMaxSurge(strategy));
    add("spec.rollout.maxUnavailable", amountText(rollout.maxUnavailable),
        counts || rollout.maxUnavailable != defaultMaxUnavailable(strategy));
    addFlag("spec.rollout.autoPromote", rollout.autoPromote, blueGreen || !rollout.autoPromote);
    addMilli("spec.rollout.scaleDownDelaySeconds", rollout.scaleDownDelay,
             blueGreen || rollout.scaleDownDelay != usual.scaleDownDelay);
    const bool analysed = rollout.analysis.has_value();
    const Analysis analysis = rollout.analysis.value_or(Analysis());
    addMilli("spec.rollout.analysis.maxErrorPercent", analysis.maxError, analysed);
    addMilli("spec.rollout.analysis.intervalSeconds", analysis.interval, analysed);
    add("spec.rollout.analysis.count", analysis.count, analysed);
    add("spec.rollout.analysis.failureLimit", analysis.failureLimit, analysed);
    addMilli("spec.rollout.progressDeadlineSeconds", rollout.progressDeadline);
    addFlag("spec.rollout.autoRollback", rollout.autoRollback);
  }

  void addSteps(const std::vector<CanaryStep>& steps) {
    ++m_slot;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::string prefix = "spec.rollout.steps[" + std::to_string(i) + "].";
      put(prefix + "percent", std::to_string(steps[i].percent), i, 0);
      if (steps[i].pause) put(prefix + "pauseSeconds", fixedText(*steps[i].pause, 3), i, 1);
      if (steps[i].manual) put(prefix + "pause", "manual", i, 2);
    }
  }

  void addAutoscale(const std::optional<Autoscale>& given) {
    const bool present = given.has_value();
    const Autoscale autoscale = given.value_or(Autoscale());
    add("spec.autoscale.targetCPU", autoscale.targetCpu, present);
    add("spec.autoscale.min", autoscale.min, present);
    add("spec.autoscale.max", autoscale.max, present);
    addMilli("spec.autoscale.tolerance", autoscale.toleranceMilli, present);
    addMilli("spec.autoscale.periodSeconds", autoscale.period, present);
    addMilli("spec.autoscale.scaleDownStabilizationSeconds", autoscale.scaleDownStabilization,
             present && !autoscale.behavior);
    const ScalingBehavior behavior = autoscale.behavior.value_or(ScalingBehavior());
    addRules("spec.autoscale.behavior.scaleUp.", behavior.scaleUp, autoscale.behavior.has_value());
    addRules("spec.autoscale.behavior.scaleDown.", behavior.scaleDown, autoscale.behavior.has_value());
  }

  void addRules(const std::string& prefix, const ScalingRules& rules, bool present) {
    add(prefix + "stabilizationWindowSeconds", rules.stabilizationWindowSeconds, present);
    add(prefix + "selectPolicy", std::string(policySelectName(rules.select)), present);
    ++m_slot;
    for (std::size_t i = 0; present && i < rules.policies.size(); ++i) {
      const std::string policy = prefix + "policies[" + std::to_string(i) + "].";
      put(policy + "type", std::string(policyTypeName(rules.policies[i].type)), i, 0);
      put(policy + "value", std::to_string(rules.policies[i].value), i, 1);
      put(policy + "periodSeconds", std::to_string(rules.policies[i].periodSeconds), i, 2);
    }
  }

  void addSimulation(const Simulation& simulation) {
    addMilli("spec.simulation.startSeconds", simulation.start);
    addMilli("spec.simulation.bootSeconds", simulation.boot);
    addMilli("spec.simulation.shutdownSeconds", simulation.shutdown);
    addMilli("spec.simulation.jitter", simulation.jitterMilli);
    addMilli("spec.simulation.crashAfterSeconds", simulation.crashAfter.value_or(0), simulation.crashAfter.has_value());
    addMilli("spec.simulation.crashesPerHour", simulation.crashesPerHourMilli);
    addMilli("spec.simulation.probeFailurePercent", simulation.probeFailure);
    addMilli("spec.simulation.errorPercent", simulation.error);
    add("spec.simulation.capacityPerPod", simulation.capacityPerPod);
  }

  int m_slot = 0;
  std::vector<ListedField> m_fields;
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
  std::map<std::string_view, const ListedField*> inRight;
  for (const ListedField& field : right.fields()) inRight.emplace(field.path, &field);

  std::vector<std::pair<Place, FieldDifference>> found;
  for (const ListedField& field : left.fields()) {
    const auto other = inRight.find(field.path);
    const std::string& value = other == inRight.end() ? std::string() : other->second->value;
    if (other == inRight.end() || value != field.value) {
      found.push_back({field.place, {field.path, field.value, value}});
    }
    if (other != inRight.end()) inRight.erase(other);
  }
  for (const ListedField& field : right.fields()) {
    if (inRight.find(field.path) != inRight.end()) found.push_back({field.place, {field.path, "", field.value}});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

  std::vector<FieldDifference> differences;
  if (onlyReordered(from.podTemplate.env, to.podTemplate.env)) {
    found.insert(std::find_if(found.begin(), found.end(), [](const auto& f) { return f.first.slot > kEnvSlot; }),
                 {{kEnvSlot, 0, 0}, {"spec.env", envOrder(from.podTemplate.env), envOrder(to.podTemplate.env)}});
  }
  differences.reserve(found.size());
  for (auto& [place, difference] : found) differences.push_back(std::move(difference));
  return differences;
}

}  // namespace perfect
