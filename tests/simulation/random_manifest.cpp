// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/random_manifest.h"

#include <algorithm>
#include <limits>

namespace perfect::storm {

namespace {

constexpr std::int32_t kMostInt32 = std::numeric_limits<std::int32_t>::max();
constexpr Millis kMostSeconds = Millis{kMostInt32} * 1000;

Millis span(Dice& dice, const Climate& climate, std::initializer_list<Millis> usual) {
  if (dice.percent(climate.extreme)) return dice.pick<Millis>({0, 1, 59999, 3600000, kMostSeconds});
  return dice.pick(usual);
}

std::int32_t whole(Dice& dice, const Climate& climate, std::int32_t least, std::int32_t usual) {
  if (dice.percent(climate.extreme)) return dice.pick<std::int32_t>({least, 1000, kMostInt32});
  return dice.number(least, usual);
}

// The Agent makes unnoticeable probes in long strides, but it makes them: thresholds stay where that ends in our lifetime.
std::int32_t threshold(Dice& dice, const Climate& climate, std::int32_t usual) {
  return dice.percent(climate.extreme) ? 1000 : dice.number(1, usual);
}

std::optional<Probe> randomProbe(Dice& dice, const Climate& climate, bool readiness) {
  if (dice.percent(readiness ? 40 : 70)) return std::nullopt;
  Probe probe;
  probe.path = dice.pick<const char*>({"/", "/healthz", "/livez", "/a b?c=d"});
  probe.initialDelaySeconds = whole(dice, climate, 0, 3);
  probe.periodSeconds = whole(dice, climate, 1, 3);
  probe.timeoutSeconds = whole(dice, climate, 1, 2);
  probe.successThreshold = readiness ? threshold(dice, climate, 2) : 1;
  probe.failureThreshold = threshold(dice, climate, 3);
  return probe;
}

void addEnv(Dice& dice, const Climate& climate, PodTemplate& t) {
  t.env.clear();
  if (dice.percent(60)) t.env.push_back({"HEALTHY", dice.percent(climate.illness / 2) ? "0" : "1"});
  if (dice.percent(15)) t.env.push_back({"MODE", dice.pick<const char*>({"", "0", "yes", "a: b", "line\nbreak", "é"})});
}

Simulation randomSimulation(Dice& dice, const Climate& climate) {
  Simulation s;
  s.start = span(dice, climate, {0, 1, 100, 500, 1000, 1000, 2500});
  s.boot = std::min<Millis>(span(dice, climate, {0, 0, 0, 300, 2000, 7500}), 3600000);
  s.shutdown = span(dice, climate, {0, 1, 500, 1000, 1000, 5000, 40000});
  s.jitterMilli = dice.pick<std::int32_t>({0, 0, 0, 100, 333, 1000});
  if (dice.percent(climate.illness / 4)) s.crashAfter = dice.pick<Millis>({1500, 7000, 30001, 90000});
  if (dice.percent(climate.illness / 4)) s.crashesPerHourMilli = dice.pick<std::int64_t>({1, 1000, 60000, 500000});
  if (dice.percent(climate.illness / 4))
    s.probeFailure = dice.pick<MilliPercent>({1, 1000, 20000, 50000, 99999, 100000});
  if (dice.percent(climate.illness)) s.error = dice.pick<MilliPercent>({1, 1000, 5000, 5001, 33333, 100000});
  s.capacityPerPod = dice.percent(climate.extreme) ? dice.pick<std::int64_t>({1, 1000000000})
                                                   : dice.pick<std::int64_t>({100, 100, 100, 50, 7, 1000});
  return s;
}

RestartBackoff randomBackoff(Dice& dice, const Climate& climate) {
  RestartBackoff b;
  if (dice.percent(50)) return b;
  b.base = span(dice, climate, {1, 100, 500, 1000, 3000});
  b.factorMilli = dice.pick<std::int64_t>({1000, 1500, 2000, 2000, 3000, 1234});
  if (dice.percent(climate.extreme)) b.factorMilli = 1000000;
  b.max = span(dice, climate, {500, 2000, 7777, 32000});
  b.resetAfter = span(dice, climate, {1, 1000, 5000, 60000});
  return b;
}

PodTemplate randomTemplate(Dice& dice, const Climate& climate) {
  PodTemplate t;
  t.image = "local://demo@v" + std::to_string(dice.number(1, 9));
  if (dice.percent(5))
    t.image = dice.pick<const char*>({"plain", "registry.example/a/b:1.2@sha256:00ff", "0", "x@y@z"});
  addEnv(dice, climate, t);
  t.terminationGracePeriodSeconds = dice.pick<std::int32_t>({0, 1, 2, 5, 30, 30});
  if (dice.percent(climate.extreme)) t.terminationGracePeriodSeconds = 3600;
  t.readiness = randomProbe(dice, climate, true);
  t.liveness = randomProbe(dice, climate, false);
  t.startup = randomProbe(dice, climate, false);
  t.restartBackoff = randomBackoff(dice, climate);
  t.simulation = randomSimulation(dice, climate);
  return t;
}

void addPause(Dice& dice, const Climate& climate, CanaryStep& step) {
  step.manual = dice.percent(12);
  step.pause.reset();
  if (!step.manual && dice.percent(40)) step.pause = span(dice, climate, {0, 1, 500, 1000, 3300});
}

std::vector<CanaryStep> randomSteps(Dice& dice, const Climate& climate) {
  std::vector<CanaryStep> steps;
  const std::int64_t count = dice.between(1, 4);
  std::int32_t percent = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    percent = dice.percent(15) ? dice.number(0, 100) : std::min(100, percent + dice.number(1, 60));
    CanaryStep step{percent, std::nullopt, false};
    addPause(dice, climate, step);
    steps.push_back(step);
  }
  return steps;
}

IntOrPercent randomShare(Dice& dice, const Climate& climate) {
  if (dice.percent(climate.extreme)) return dice.pick<IntOrPercent>({{50, false}, {100, true}, {1, true}});
  return dice.percent(50) ? IntOrPercent{dice.number(0, 3), false}
                          : IntOrPercent{dice.pick<std::int32_t>({0, 10, 25, 34, 50, 100}), true};
}

Analysis randomAnalysis(Dice& dice, const Climate& climate) {
  Analysis a;
  a.maxError = dice.pick<MilliPercent>({0, 1000, 5000, 50000, 100000});
  a.interval = dice.percent(climate.extreme) ? kMostSeconds : dice.pick<Millis>({1000, 1000, 1500, 4000});
  a.count = whole(dice, climate, 1, 3);
  a.failureLimit = dice.percent(climate.extreme) ? kMostInt32 : dice.number(0, 2);
  return a;
}

Rollout randomRollout(Dice& dice, const Climate& climate, Strategy strategy) {
  Rollout r;
  r.strategy = strategy;
  if (strategy == Strategy::Canary || dice.percent(10)) r.steps = randomSteps(dice, climate);
  r.pause = span(dice, climate, {0, 1000, 2000, 5000});
  r.maxSurge = randomShare(dice, climate);
  r.maxUnavailable = randomShare(dice, climate);
  if (r.maxSurge.value == 0 && r.maxUnavailable.value == 0) r.maxSurge.value = 1;
  r.autoPromote = dice.percent(75);
  r.scaleDownDelay = span(dice, climate, {0, 1, 1500, 2000, 8000});
  if (dice.percent(25)) r.analysis = randomAnalysis(dice, climate);
  r.progressDeadline = span(dice, climate, {4000, 10000, 20000, 60000, 60000});
  r.autoRollback = dice.percent(70);
  return r;
}

void tuneRollout(Dice& dice, const Climate& climate, Rollout& r) {
  switch (dice.below(6)) {
    case 0:
    case 1:
      if (r.steps.size() > 1) {
        r.steps.resize(static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(r.steps.size()) - 1)));
      } else {
        r.steps = randomSteps(dice, climate);
      }
      break;
    case 2:
      r.pause = span(dice, climate, {0, 1000, 5000});
      for (CanaryStep& step : r.steps) addPause(dice, climate, step);
      break;
    case 3:
      r.autoPromote = !r.autoPromote;
      break;
    case 4:
      r.analysis = r.analysis ? std::nullopt : std::optional(randomAnalysis(dice, climate));
      break;
    default:
      r.progressDeadline = span(dice, climate, {4000, 20000, 60000});
      break;
  }
}

ScalingRules randomRules(Dice& dice, const Climate& climate) {
  ScalingRules rules;
  rules.stabilizationWindowSeconds = dice.percent(climate.extreme) ? 3600 : dice.pick<std::int32_t>({0, 0, 3, 10, 60});
  rules.select =
      dice.pick<PolicySelect>({PolicySelect::Max, PolicySelect::Max, PolicySelect::Min, PolicySelect::Disabled});
  const std::int64_t policies = dice.between(1, 2);
  for (std::int64_t i = 0; i < policies; ++i) {
    const bool percent = dice.percent(50);
    rules.policies.push_back({percent ? PolicyType::Percent : PolicyType::Pods,
                              percent ? dice.pick<std::int32_t>({10, 50, 100}) : dice.number(1, 4),
                              dice.percent(climate.extreme) ? 1800 : dice.pick<std::int32_t>({1, 5, 15})});
  }
  return rules;
}

Autoscale randomAutoscale(Dice& dice, const Climate& climate) {
  Autoscale a;
  a.targetCpu =
      dice.percent(climate.extreme) ? dice.pick<std::int32_t>({1, 1000}) : dice.pick<std::int32_t>({30, 60, 80});
  a.min = dice.number(1, std::min(3, climate.mostReplicas));
  a.max = dice.number(a.min, climate.mostReplicas);
  a.toleranceMilli = dice.pick<std::int32_t>({0, 100, 100, 100, 333, 1000});
  a.period =
      dice.percent(climate.extreme) ? dice.pick<Millis>({100, 3600000}) : dice.pick<Millis>({1000, 2500, 5000, 15000});
  if (dice.percent(40)) {
    a.behavior = ScalingBehavior{randomRules(dice, climate), randomRules(dice, climate)};
  } else {
    a.scaleDownStabilization = dice.pick<Millis>({0, 1, 5000, 30000, 3600000});
  }
  return a;
}

void addAutoscale(Dice& dice, const Climate& climate, ServiceSpec& spec) {
  spec.autoscale.reset();
  if (!climate.autoscales || !dice.percent(25)) return;
  spec.autoscale = randomAutoscale(dice, climate);
  if (dice.percent(40)) {
    spec.replicasGiven = false;
    spec.replicas = 1;
  }
}

void addReplicas(Dice& dice, const Climate& climate, ServiceSpec& spec) {
  spec.replicasGiven = true;
  spec.replicas = dice.percent(8) ? 0 : dice.number(1, climate.mostReplicas);
  if (dice.percent(3)) {
    spec.replicasGiven = false;
    spec.replicas = 1;
  }
}

void clampProbe(std::optional<Probe>& probe) {
  if (!probe) return;
  probe->initialDelaySeconds = std::min(probe->initialDelaySeconds, 5);
  probe->periodSeconds = std::min(probe->periodSeconds, 5);
  probe->successThreshold = std::min(probe->successThreshold, 3);
  probe->failureThreshold = std::min(probe->failureThreshold, 5);
}

}  // namespace

ServiceSpec randomSpec(Dice& dice, const Climate& climate, const std::string& name) {
  ServiceSpec spec;
  spec.name = name;
  addReplicas(dice, climate, spec);
  spec.minReady = dice.percent(60) ? 0 : span(dice, climate, {1, 500, 1000, 3000});
  spec.podTemplate = randomTemplate(dice, climate);
  spec.rollout = randomRollout(dice, climate, static_cast<Strategy>(dice.below(4)));
  addAutoscale(dice, climate, spec);
  return spec;
}

ServiceSpec changedSpec(Dice& dice, const Climate& climate, const ServiceSpec& before) {
  ServiceSpec spec = before;
  switch (dice.below(10)) {
    case 0:
    case 1:
      spec.podTemplate.image = "local://demo@v" + std::to_string(dice.number(1, 9));
      break;
    case 2:
      addEnv(dice, climate, spec.podTemplate);
      break;
    case 3:
    case 4:
      spec.podTemplate = randomTemplate(dice, climate);
      break;
    case 5:
      spec.rollout = randomRollout(dice, climate, static_cast<Strategy>(dice.below(4)));
      break;
    case 6:
      return tunedSpec(dice, climate, before);
    case 7:
      addReplicas(dice, climate, spec);
      if (dice.percent(30)) spec.minReady = span(dice, climate, {0, 1, 1000, 4000});
      break;
    case 8:
      addAutoscale(dice, climate, spec);
      break;
    default:
      return randomSpec(dice, climate, before.name);
  }
  return spec;
}

ServiceSpec tunedSpec(Dice& dice, const Climate& climate, const ServiceSpec& before) {
  ServiceSpec spec = before;
  tuneRollout(dice, climate, spec.rollout);
  return spec;
}

ServiceSpec healedSpec(const ServiceSpec& before, const std::string& image) {
  ServiceSpec spec = before;
  PodTemplate& t = spec.podTemplate;
  t.image = image;
  std::erase_if(t.env, [](const EnvVar& e) { return e.name == "HEALTHY"; });
  Simulation& s = t.simulation;
  s.start = std::min<Millis>(s.start, 3000);
  s.boot = 0;
  s.shutdown = std::min<Millis>(s.shutdown, 60000);
  s.crashAfter.reset();
  s.crashesPerHourMilli = 0;
  s.probeFailure = 0;
  s.error = 0;
  clampProbe(t.readiness);
  clampProbe(t.liveness);
  clampProbe(t.startup);
  spec.minReady = std::min<Millis>(spec.minReady, 5000);
  spec.rollout.progressDeadline = std::max<Millis>(spec.rollout.progressDeadline, 600000);
  return spec;
}

}  // namespace perfect::storm
