// SPDX-License-Identifier: GPL-3.0-or-later
//
// A world just large enough to drive the planners: counts instead of pods, and an agent whose pods become ready
// one step after they were made and are gone one step after they were told to. Ticks every second, and only looks
// where something changed or a wish to look is due, so that a forgotten wake-up shows.
#pragma once

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/reconcile/plan.h"

namespace perfect::test {

class MiniEngine {
 public:
  explicit MiniEngine(ServiceSpec spec) { apply(std::move(spec)); }

  ServiceState state;
  SimTime now = 0;
  SimTime wakeAt = kNever;
  bool dirty = true;
  std::set<VersionIndex> broken;  ///< versions whose pods never become ready
  std::vector<Action> log;        ///< every action and note, in order
  std::vector<SimTime> logTimes;
  Plan last;
  int looks = 0;

  const PodCounts& counts(VersionIndex v) const { return state.versions[static_cast<std::size_t>(v)].counts; }
  PodCounts& counts(VersionIndex v) { return state.versions[static_cast<std::size_t>(v)].counts; }
  RolloutState& rollout() { return state.rollout; }
  const RolloutState& rollout() const { return state.rollout; }

  static ServiceSpec spec(Strategy strategy, std::int32_t replicas, const std::string& image) {
    ServiceSpec s;
    s.name = "api";
    s.replicas = replicas;
    s.podTemplate.image = image;
    s.rollout.strategy = strategy;
    s.rollout.steps = {{25, {}, false}, {50, {}, false}, {100, {}, false}};
    s.rollout.maxSurge = {25, true};
    s.rollout.maxUnavailable = {strategy == Strategy::Canary ? 0 : 25, true};
    return s;
  }

  void apply(ServiceSpec s) {
    const bool fresh = !state.spec || !(state.spec->podTemplate == s.podTemplate);
    state.replicas = s.replicas;
    state.spec = std::make_shared<const ServiceSpec>(std::move(s));
    dirty = true;
    if (fresh) rollTo(versionOf(state.spec->podTemplate));
  }
  /// The present spec with another image.
  void image(const std::string& name) {
    ServiceSpec s = *state.spec;
    s.podTemplate.image = name;
    s.replicas = state.replicas;
    apply(std::move(s));
  }
  void scale(std::int32_t replicas) {
    state.replicas = replicas;
    dirty = true;
  }
  /// The refusal, or empty.
  std::string verb(RolloutAction action) {
    auto planned = planVerb(state, action, now);
    if (!planned) return planned.error().message();
    VerbPlan verbPlan = std::move(planned).value();
    execute(verbPlan.plan);
    dirty = true;
    if (verbPlan.freshTemplate) {
      state.versions.push_back(state.versions[static_cast<std::size_t>(state.rollout.updated)]);
      VersionState& v = state.versions.back();
      v.counts = {};
      v.onceStable = v.failed = false;
      rollTo(static_cast<VersionIndex>(state.versions.size()) - 1);
    } else if (verbPlan.target != kNoVersion) {
      rollTo(verbPlan.target);
    }
    return {};
  }
  /// Chaos: ready pods vanish at once.
  void kill(VersionIndex v, std::int32_t n) {
    PodCounts& c = counts(v);
    const std::int32_t take = std::min(n, c.ready);
    c.ready -= take;
    c.available = std::min(c.available, c.ready);
    dirty = true;
  }

  /// One step: what the agent does, then the controller's tick.
  void step() {
    now += 1000;
    agent();
    tick();
  }
  /// What the agent does in a step, without the tick.
  void agentOnly() { agent(); }
  void run(int steps) {
    for (int i = 0; i < steps; ++i) step();
  }
  void tick() {
    if (!dirty && wakeAt > now) return;
    dirty = false;
    ++looks;
    last = reconcile(state, now);
    PERFECT_ASSERT(last.wakeAt > now);
    wakeAt = last.wakeAt;
    execute(last);
  }
  bool calm() const { return !dirty && wakeAt == kNever && last.actions.empty(); }
  int noted(Reason reason) const {
    return static_cast<int>(std::count_if(log.begin(), log.end(), [&](const Action& a) { return a.reason == reason; }));
  }
  const Waiting* waitsFor(WaitFor what) const {
    for (const Waiting& w : state.waiting) {
      if (w.what == what) return &w;
    }
    return nullptr;
  }

 private:
  VersionIndex versionOf(const PodTemplate& podTemplate) {
    for (std::size_t i = 0; i < state.versions.size(); ++i) {
      if (*state.versions[i].podTemplate == podTemplate) return static_cast<VersionIndex>(i);
    }
    VersionState v;
    v.podTemplate = std::make_shared<const PodTemplate>(podTemplate);
    v.digest = podTemplate.digest();
    state.versions.push_back(std::move(v));
    return static_cast<VersionIndex>(state.versions.size()) - 1;
  }
  void rollTo(VersionIndex target) {
    state.versions[static_cast<std::size_t>(target)].revision = ++state.revision;
    execute(beginRollout(state, target, now));
  }
  void agent() {
    for (std::size_t i = 0; i < state.versions.size(); ++i) {
      PodCounts& c = state.versions[i].counts;
      const PodCounts before = c;
      c.notReady += c.pending;
      c.pending = 0;
      if (broken.count(static_cast<VersionIndex>(i)) == 0) {
        c.ready += c.notReady;
        c.notReady = 0;
      }
      c.available = c.ready;
      c.terminating = 0;
      dirty = dirty || !(before == c);
    }
  }
  void execute(const Plan& plan) {
    for (const Action& action : plan.actions) {
      log.push_back(action);
      logTimes.push_back(now);
      if (action.kind == ActionKind::Note) continue;
      VersionState& v = state.versions[static_cast<std::size_t>(action.version)];
      if (action.kind == ActionKind::Create) v.counts.pending += action.count;
      if (action.kind == ActionKind::Remove) remove(v.counts, action.count);
      if (action.kind == ActionKind::MarkStable) {
        v.onceStable = true;
        v.failed = false;
      }
      if (action.kind == ActionKind::MarkFailed) v.failed = true;
    }
    state.rollout = plan.rollout;
    state.autoscale = plan.autoscale;
    state.replicas = plan.replicas;
    state.waiting = plan.waiting;
  }
  static void remove(PodCounts& c, std::int32_t n) {
    PERFECT_ASSERT(n <= c.total());
    c.terminating += n;
    for (std::int32_t* bucket : {&c.pending, &c.notReady, &c.ready}) {
      const std::int32_t take = std::min(n, *bucket);
      *bucket -= take;
      n -= take;
    }
    c.available = std::min(c.available, c.ready);
  }
};

}  // namespace perfect::test
