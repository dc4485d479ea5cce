// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/model/controller_world.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace perfect::test {

namespace {

constexpr Millis kLong = 2147483647LL * 1000;

bool hasEnded(RolloutPhase phase) {
  return phase == RolloutPhase::Aborted || phase == RolloutPhase::Failed || phase == RolloutPhase::RolledBack;
}

IntOrPercent anyRoom(WorldChance& chance) {
  if (chance.oneIn(2)) return {chance.pick({0, 1, 10, 25, 25, 33, 50, 100}), true};
  return {chance.pick({0, 0, 1, 1, 2, 3, 20}), false};
}

ScalingRules anyRules(WorldChance& chance) {
  ScalingRules rules;
  rules.stabilizationWindowSeconds = chance.pick({0, 0, 3, 10, 30, 3600});
  rules.select = chance.pick({PolicySelect::Max, PolicySelect::Max, PolicySelect::Min, PolicySelect::Disabled});
  for (std::int32_t i = chance.below(4); i > 0; --i) {
    const PolicyType type = chance.pick({PolicyType::Pods, PolicyType::Percent});
    rules.policies.push_back({type, chance.pick({1, 2, 4, 10, 50, 100, 150}), chance.pick({1, 3, 8, 15, 60})});
  }
  return rules;
}

/// Moves some of `from` to `to`: mostly all or one, as far as there are any.
bool move(WorldChance& chance, std::int32_t& from, std::int32_t& to) {
  if (from == 0) return false;
  const std::int32_t take = chance.oneIn(2) ? from : 1 + chance.below(from);
  from -= take;
  to += take;
  return true;
}

}  // namespace

std::int32_t WorldChance::below(std::int32_t n) {
  m_state += 0x9e3779b97f4a7c15U;
  std::uint64_t z = m_state;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return static_cast<std::int32_t>(((z ^ (z >> 31U)) >> 1U) % static_cast<std::uint64_t>(n));
}

ControllerWorld::ControllerWorld(std::uint64_t seed) : chance(seed) {
  m_tick = chance.pick({1000, 1000, 1000, 500, 250, 10000});
  ServiceSpec spec = anySpec();
  state.replicas = spec.replicas;
  applySpec(std::move(spec));
}

ServiceSpec ControllerWorld::anySpec() {
  ServiceSpec spec;
  spec.name = "api";
  spec.replicas = chance.oneIn(6) ? chance.pick({0, 1, 30, 57}) : 1 + chance.below(9);
  spec.podTemplate.image = "x@v0";
  giveAnyRollout(spec.rollout);
  spec.autoscale = anyAutoscale();
  return spec;
}

void ControllerWorld::giveAnyRollout(Rollout& rollout) {
  rollout.strategy = static_cast<Strategy>(chance.below(4));
  rollout.steps.clear();
  const std::int32_t least = rollout.strategy == Strategy::Canary ? 1 : 0;
  for (std::int32_t i = least + chance.below(4); i > 0; --i) {
    CanaryStep step;
    step.percent = chance.pick({0, 1, 10, 25, 50, 50, 75, 90, 99, 100});
    if (chance.oneIn(3)) {
      step.pause = chance.pick<Millis>({0, 1, 1500, 3000, 20000, kLong});
    } else {
      step.manual = chance.oneIn(4);
    }
    rollout.steps.push_back(step);
  }
  rollout.pause = chance.pick<Millis>({0, 0, 1000, 2500, 5000});
  rollout.maxSurge = anyRoom(chance);
  rollout.maxUnavailable = anyRoom(chance);
  rollout.autoPromote = !chance.oneIn(3);
  rollout.scaleDownDelay = chance.pick<Millis>({0, 500, 2000, 5000, 30000, kLong});
  rollout.progressDeadline = chance.pick<Millis>({0, 1500, 4000, 8000, 8000, 20000, kLong});
  rollout.autoRollback = !chance.oneIn(3);
  rollout.analysis.reset();
  if (chance.oneIn(2)) {
    rollout.analysis.emplace();
    rollout.analysis->maxError = chance.pick({0, 5000, 5000, 33333, 100000});
    rollout.analysis->interval = chance.pick<Millis>({1000, 1000, 1700, 4000, kLong});
    rollout.analysis->count = chance.pick({1, 2, 3, 3, 2147483647});
    rollout.analysis->failureLimit = chance.pick({0, 1, 1, 2, 2147483647});
  }
}

std::optional<Autoscale> ControllerWorld::anyAutoscale() {
  if (!chance.oneIn(3)) return std::nullopt;
  Autoscale a;
  a.targetCpu = chance.pick({1, 30, 50, 60, 60, 100, 1000});
  a.min = 1 + chance.below(4);
  a.max = a.min + chance.pick({0, 1, 5, 10, 50});
  a.toleranceMilli = chance.pick({0, 100, 100, 100, 500, 1000});
  a.period = m_tick * chance.pick({1, 2, 3, 5});
  a.scaleDownStabilization = chance.pick<Millis>({0, 1000, 4000, 10000, 30000, 3600000});
  if (chance.oneIn(2)) {
    a.behavior.emplace();
    a.behavior->scaleUp = anyRules(chance);
    a.behavior->scaleDown = anyRules(chance);
  }
  return a;
}

void ControllerWorld::live() {
  now += m_tick;
  if (chance.oneIn(12)) m_haste = chance.pick({0, 1, 1, 2, 4});
  for (std::size_t v = 0; v < state.versions.size(); ++v) liveVersion(state.versions[v], m_broken[v]);
  serveRequests();
  if (state.deleting) return;
  const std::int32_t rarity[] = {60, 20, 8, 4, 2};
  if (chance.oneIn(rarity[m_haste])) command();
}

void ControllerWorld::liveVersion(VersionState& version, bool broken) {
  PodCounts& c = version.counts;
  const PodCounts before = c;
  if (!chance.oneIn(4)) {
    move(chance, c.pending, c.notReady);
    std::int32_t gone = 0;
    move(chance, c.terminating, gone);
  }
  if (broken) {
    if (chance.oneIn(6)) move(chance, c.ready, c.notReady);
    if (chance.oneIn(3)) c.backingOff = chance.below(c.notReady + 1);
  } else if (!chance.oneIn(3)) {
    c.backingOff = 0;
    move(chance, c.notReady, c.ready);
    c.available = chance.oneIn(3) ? c.available : c.ready;
  }
  if (m_haste > 2 && chance.oneIn(4)) move(chance, c.ready, c.notReady);
  c.backingOff = std::min(c.backingOff, c.notReady);
  c.available = std::min(c.available, c.ready);
  m_dirty = m_dirty || !(before == c);
}

void ControllerWorld::serveRequests() {
  for (std::size_t v = 0; v < state.versions.size(); ++v) {
    if (!state.serves(static_cast<VersionIndex>(v)) || chance.oneIn(5)) continue;
    VersionState& version = state.versions[v];
    const std::int64_t each = chance.oneIn(40) ? 1000000000000 : 1000 * chance.below(30);
    const std::int64_t served = version.counts.ready * each;
    version.servedMilli += served;
    version.failedMilli += served / 100 * m_failing[v];
  }
}

std::optional<RolloutAction> ControllerWorld::verbNow() {
  if (state.deleting || !chance.oneIn(m_haste > 1 ? 5 : 25)) return std::nullopt;
  return static_cast<RolloutAction>(chance.below(8));
}

void ControllerWorld::command() {
  const auto versions = static_cast<std::int32_t>(state.versions.size());
  const auto v = static_cast<std::size_t>(chance.below(versions));
  ServiceSpec spec = *state.spec;
  m_dirty = true;
  switch (chance.below(22)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
      return applyImage("x@v" + std::to_string(chance.below(6)));
    case 5:
      state.replicas = chance.oneIn(4) ? 0 : chance.below(10);
      return;
    case 6:
      state.replicas = std::max(0, state.replicas + chance.pick({-3, -2, -1, 1, 2, 3, 8}));
      return;
    case 7:
      giveAnyRollout(spec.rollout);
      return applySpec(std::move(spec));
    case 8: {
      const Strategy strategy = spec.rollout.strategy;
      giveAnyRollout(spec.rollout);
      spec.rollout.strategy = strategy;
      if (strategy == Strategy::Canary && spec.rollout.steps.empty()) spec.rollout.steps = {{50, {}, false}};
      return applySpec(std::move(spec));
    }
    case 9:
      spec.autoscale = anyAutoscale();
      return applySpec(std::move(spec));
    case 10:
      return applySpec(std::move(spec));
    case 11:
    case 12:
      m_broken[v] = true;
      return;
    case 13:
    case 14:
      m_broken.assign(m_broken.size(), false);
      return;
    case 15:
      m_failing[v] = chance.pick({0, 0, 5, 6, 33, 100});
      return;
    case 16:
      state.load = {true, 0, chance.oneIn(8) ? 1000000000 : chance.below(1200)};
      return;
    case 17:
      state.load = {false, chance.oneIn(8) ? 1000000000 : chance.below(200), 0};
      return;
    case 18:
      state.deleting = chance.oneIn(6);
      return;
    default: {
      PodCounts& c = state.versions[v].counts;
      std::int32_t killed = 0;
      for (std::int32_t* pods : {&c.ready, &c.notReady, &c.pending}) {
        if (chance.oneIn(2)) move(chance, *pods, killed);
      }
      c.terminating += chance.oneIn(2) ? killed : 0;
      c.backingOff = std::min(c.backingOff, c.notReady);
      c.available = std::min(c.available, c.ready);
      return;
    }
  }
}

void ControllerWorld::applyImage(const std::string& image) {
  ServiceSpec spec = *state.spec;
  spec.podTemplate.image = image;
  spec.podTemplate.simulation.capacityPerPod = chance.pick<std::int64_t>({100, 100, 50, 3, 1000000000});
  applySpec(std::move(spec));
}

void ControllerWorld::applySpec(ServiceSpec spec) {
  m_dirty = true;
  const bool same = state.spec && state.spec->podTemplate == spec.podTemplate;
  state.spec = std::make_shared<const ServiceSpec>(std::move(spec));
  if (same && !hasEnded(state.rollout.phase)) return;
  for (std::size_t v = 0; v < state.versions.size(); ++v) {
    if (*state.versions[v].podTemplate == state.spec->podTemplate) return rollTo(static_cast<VersionIndex>(v));
  }
  VersionState version;
  version.podTemplate = std::make_shared<const PodTemplate>(state.spec->podTemplate);
  state.versions.push_back(std::move(version));
  m_failing.push_back(chance.pick({0, 0, 5, 50}));
  m_broken.push_back(chance.oneIn(4));
  rollTo(static_cast<VersionIndex>(state.versions.size()) - 1);
}

void ControllerWorld::rollTo(VersionIndex target) {
  state.versions[static_cast<std::size_t>(target)].revision = ++state.revision;
  execute(beginRollout(state, target, now));
}

void ControllerWorld::follow(const VerbPlan& verb) {
  m_dirty = true;
  execute(verb.plan);
  if (verb.freshTemplate) {
    VersionState version;
    version.podTemplate = state.spec->podTemplate == *state.versions[0].podTemplate
                              ? state.versions[0].podTemplate
                              : std::make_shared<const PodTemplate>(state.spec->podTemplate);
    state.versions.push_back(std::move(version));
    m_failing.push_back(0);
    m_broken.push_back(false);
    rollTo(static_cast<VersionIndex>(state.versions.size()) - 1);
  } else if (verb.target != kNoVersion) {
    auto spec = std::make_shared<ServiceSpec>(*state.spec);
    spec->podTemplate = *state.versions[static_cast<std::size_t>(verb.target)].podTemplate;
    state.spec = std::move(spec);
    rollTo(verb.target);
  }
}

void ControllerWorld::obey(const Plan& plan) {
  m_wakeAt = plan.wakeAt;
  const bool pods = std::any_of(plan.actions.begin(), plan.actions.end(), [](const Action& a) {
    return a.kind == ActionKind::Create || a.kind == ActionKind::Remove;
  });
  m_dirty = pods || !(plan.rollout == state.rollout) || plan.replicas != state.replicas;
  execute(plan);
}

void ControllerWorld::execute(const Plan& plan) {
  for (const Action& action : plan.actions) {
    if (action.kind == ActionKind::Note) continue;
    VersionState& version = state.versions[static_cast<std::size_t>(action.version)];
    PodCounts& c = version.counts;
    if (action.kind == ActionKind::MarkFailed) version.failed = true;
    if (action.kind == ActionKind::MarkStable) {
      version.onceStable = true;
      version.failed = false;
    }
    if (action.kind == ActionKind::Create) c.pending += action.count;
    if (action.kind != ActionKind::Remove) continue;
    std::int32_t left = action.count;
    c.terminating += left;
    for (std::int32_t* pods : {&c.pending, &c.notReady, &c.ready}) {
      const std::int32_t take = std::min(left, *pods);
      *pods -= take;
      left -= take;
    }
    c.backingOff = std::min(c.backingOff, c.notReady);
    c.available = std::min(c.available, c.ready);
  }
  state.rollout = plan.rollout;
  state.autoscale = plan.autoscale;
  state.replicas = plan.replicas;
  state.waiting = plan.waiting;
}

}  // namespace perfect::test
