// SPDX-License-Identifier: GPL-3.0-or-later
//
// The autoscaling step of the recipe: looks at whole periods, decides, and sleeps while nothing can change its mind.
#include <cstdlib>
#include <limits>
#include <utility>

#include "core/reconcile/autoscale.h"
#include "core/reconcile/steps.h"

namespace perfect {

namespace {

SimTime lookAtOrAfter(const AutoscaleState& state, Millis period, SimTime t) {
  const Millis since = std::max<Millis>(0, t - state.enabledAt);
  return later(state.enabledAt, std::max<Millis>(1, (since + period - 1) / period) * period);
}

/// What no window asks for any more is forgotten for good: a window that is made longer later does not bring it back.
void forgetOldRecommendations(AutoscaleState& state, SimTime now) {
  std::erase_if(state.recommendations, [&](const Recommendation& made) { return now - made.at >= state.window; });
}

/// Looks go on from the former tick: what fell due since is taken now. One that slept till now, or that follows another
/// period than it did, first catches up: while it slept, every look would have recommended the same. The newest of them
/// stands for all, since no window has an older one and not the newest; it was taken at the first tick behind its time.
void goOn(AutoscaleState& state, const Autoscale& spec, const FormerTick& former, SimTime now) {
  const bool gridKnown = former.at != kNever;
  const SimTime from = gridKnown ? former.at + 1 : now;
  const bool slept = state.nextAt == kNever;
  const Millis followed = std::exchange(state.period, spec.period);
  const Millis before = followed == 0 ? spec.period : followed;
  state.nextAt = lookAtOrAfter(state, spec.period, from);
  if (!slept) return;
  const SimTime fell = lookAtOrAfter(state, before, from) - before;
  const SimTime missed = gridKnown ? former.at - (former.at - fell) / former.period * former.period : fell;
  const bool measured = state.verdict != AutoscaleVerdict::NoMeasurement && state.verdict != AutoscaleVerdict::Disabled;
  if (!measured || fell <= state.enabledAt || state.recommendations.empty()) return;
  Recommendation newest = state.recommendations.back();
  newest.at = std::max(newest.at, missed);
  state.recommendations.pop_back();
  forgetOldRecommendations(state, newest.at);
  state.recommendations.push_back(newest);
}

Millis longestPeriod(const ScalingBehavior& behavior) {
  Millis longest = 0;
  for (const ScalingRules* rules : {&behavior.scaleUp, &behavior.scaleDown}) {
    for (const ScalingPolicy& policy : rules->policies) longest = std::max(longest, seconds(policy.periodSeconds));
  }
  return longest;
}

/// Only policies count steps; policies that come later begin with none. What no policy asks for any more is forgotten when
/// the next step is recorded, not at a look: one that sleeps has none (Kubernetes: storeScaleEvent).
void record(std::vector<ScaleEvent>& steps, const ScalingBehavior& behavior, ScaleEvent step) {
  std::erase_if(steps, [&](const ScaleEvent& older) { return step.at - older.at >= longestPeriod(behavior); });
  steps.push_back(step);
}

void rescale(Look& look, std::int32_t to, AutoscaleVerdict verdict) {
  AutoscaleState& state = look.plan().autoscale;
  const std::int32_t from = look.desired();
  look.note(Reason::SuccessfulRescale, look.rollout().updated,
            {from, to, state.utilisation, look.spec().autoscale->targetCpu});
  if (look.spec().autoscale->behavior) {
    record(to > from ? state.ups : state.downs, *look.spec().autoscale->behavior, {look.now(), std::abs(to - from)});
  }
  state.verdict = verdict;
  look.plan().replicas = to;
}

/// Why the number stays, and whether only a change of the service can move it now.
struct Held {
  AutoscaleVerdict verdict = AutoscaleVerdict::None;
  SimTime until = kNever;
  bool sleeps = true;
};

Held whyHeld(const Look& look, const LoadDecision& wanted, const Stabilised& stable, const LimitedReplicas& limited) {
  const Autoscale& spec = *look.spec().autoscale;
  if (wanted.replicas == look.desired()) return {wanted.verdict, kNever, true};
  if (stable.replicas == look.desired()) return {AutoscaleVerdict::Stabilised, stable.heldUntil, false};
  if (limited.limit == ScaleLimit::ScaleUpLimit || limited.limit == ScaleLimit::ScaleDownLimit) {
    const ScalingRules* rules = nullptr;
    if (spec.behavior) {
      rules = limited.limit == ScaleLimit::ScaleUpLimit ? &spec.behavior->scaleUp : &spec.behavior->scaleDown;
    }
    return {AutoscaleVerdict::LimitedByPolicy, kNever, rules != nullptr && rules->select == PolicySelect::Disabled};
  }
  return {AutoscaleVerdict::LimitedByBounds, kNever, true};
}

/// Tells why nothing changes, once for each reason. Returns whether it may sleep.
bool hold(Look& look, const Held& held, std::int32_t wanted) {
  AutoscaleState& state = look.plan().autoscale;
  const AutoscaleState& before = look.service().autoscale;
  state.verdict = held.verdict;
  state.heldUntil = held.until;
  const bool told = before.verdict == held.verdict && before.recommended == wanted;
  if (!told && held.verdict != AutoscaleVerdict::None) {
    look.note(Reason::RescaleHeld, look.rollout().updated,
              {wanted, look.desired(), static_cast<std::int64_t>(held.verdict), held.until});
  }
  return held.sleeps;
}

/// One look. Returns whether it may sleep until the service changes.
bool decide(Look& look) {
  const Autoscale& spec = *look.spec().autoscale;
  AutoscaleState& state = look.plan().autoscale;
  const std::int32_t current = look.desired();
  state.heldUntil = kNever;
  const auto bounded = replicasOutsideBounds(current, spec.min, spec.max);
  if (bounded == 0) {
    state.verdict = AutoscaleVerdict::Disabled;
    return true;
  }
  const auto wanted = desiredByLoad(current, sampleLoad(look.service()), spec.targetCpu, spec.toleranceMilli);
  if (wanted) {
    state.utilisation = static_cast<std::int32_t>(
        std::min<std::int64_t>(wanted->utilisation, std::numeric_limits<std::int32_t>::max()));
  }
  if (bounded) {
    rescale(look, *bounded, AutoscaleVerdict::Clamped);
    return false;
  }
  if (!wanted) {
    if (state.verdict != AutoscaleVerdict::NoMeasurement) {
      look.note(Reason::FailedGetResourceMetric, look.rollout().updated);
    }
    state.verdict = AutoscaleVerdict::NoMeasurement;
    return true;
  }

  const Millis up = spec.behavior ? seconds(spec.behavior->scaleUp.stabilizationWindowSeconds) : 0;
  const Millis down =
      spec.behavior ? seconds(spec.behavior->scaleDown.stabilizationWindowSeconds) : spec.scaleDownStabilization;
  state.window = std::max(up, down);
  forgetOldRecommendations(state, look.now());
  Stabilised stable = stabilise(state.recommendations, current, wanted->replicas, up, down, look.now());
  const LimitedReplicas limited = spec.behavior ? limitRate(current, stable.replicas, spec.min, spec.max,
                                                            *spec.behavior, state.ups, state.downs, look.now())
                                                : limitStep(current, stable.replicas, spec.min, spec.max);
  state.recommendations = std::move(stable.log);
  state.recommended = wanted->replicas;
  if (limited.replicas != current) {
    rescale(look, limited.replicas, AutoscaleVerdict::Rescaled);
    return false;
  }
  return hold(look, whyHeld(look, *wanted, stable, limited), wanted->replicas);
}

}  // namespace

void lookAtLoad(Look& look) {
  AutoscaleState& state = look.plan().autoscale;
  if (!look.spec().autoscale) {
    state = {};
    return;
  }
  const Autoscale& spec = *look.spec().autoscale;
  if (state.enabledAt == kNever) {
    state.enabledAt = look.now();
    state.nextAt = later(look.now(), spec.period);
    state.period = spec.period;
  } else if (state.nextAt == kNever || state.period != spec.period) {
    goOn(state, spec, look.service().formerTick, look.now());
  }
  if (look.now() >= state.nextAt) {
    state.nextAt = decide(look) ? kNever : lookAtOrAfter(state, spec.period, look.now() + 1);
  }
  look.wakeAt(state.nextAt);
}

}  // namespace perfect
