// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/world.h"

#include "core/base/assert.h"

namespace perfect::bench {

namespace {

constexpr const char* kService = "api";

const ServiceState& state(const Engine& engine) {
  const ServiceState* found = engine.service(kService);
  PERFECT_ASSERT(found != nullptr);
  return *found;
}

template <typename Done>
void runUntil(Engine& engine, Done&& done) {
  while (!done(state(engine))) {
    const SimTime next = engine.nextTime();
    PERFECT_ASSERT(next != kNever);
    engine.advanceTo(next);
    engine.settle();
  }
}

}  // namespace

ServiceSpec service(std::int32_t replicas, bool probes, Strategy strategy) {
  ServiceSpec spec;
  spec.name = kService;
  spec.replicas = replicas;
  spec.replicasGiven = true;
  if (probes) {
    Probe probe;
    probe.path = "/healthz";
    spec.podTemplate.readiness = probe;
    probe.path = "/livez";
    spec.podTemplate.liveness = probe;
  }
  spec.rollout.strategy = strategy;
  spec.rollout.progressDeadline = seconds(3600);
  const bool canary = strategy == Strategy::Canary;
  if (canary) spec.rollout.steps = {{25, {}, false}, {50, {}, false}, {100, {}, false}};
  spec.rollout.maxSurge = {25, true};
  spec.rollout.maxUnavailable = {canary ? 0 : 25, true};
  return spec;
}

void runUntilReady(Engine& engine) {
  runUntil(engine, [](const ServiceState& s) { return s.counts().ready == s.replicas; });
}

void runUntilComplete(Engine& engine) {
  runUntil(engine, [](const ServiceState& s) {
    return s.rollout.phase == RolloutPhase::Complete && s.counts().available == s.replicas &&
           s.counts().terminating == 0;
  });
}

void runFor(Engine& engine, Millis duration) {
  engine.advanceTo(engine.now() + duration);
  engine.settle();
}

Engine settledWorld(const ServiceSpec& spec) {
  Engine engine;
  mustApply(engine, ApplyCommand{{spec}});
  engine.settle();
  runUntilReady(engine);
  runFor(engine, seconds(120));
  return engine;
}

Outcome mustApply(Engine& engine, const Command& command) {
  Result<Outcome, Refusal> answer = engine.apply(command);
  PERFECT_ASSERT(answer.ok());
  return std::move(answer).value();
}

}  // namespace perfect::bench
