// SPDX-License-Identifier: GPL-3.0-or-later
//
// The autoscaler: what the load asks for, what the window and the policies leave of it, and when it looks again.
#include <algorithm>
#include <limits>

#include "tests/simulation/model/controller_sight.h"

namespace perfect::controller_model {

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();

struct Measured {
  std::int64_t pods = 0;
  std::int64_t unready = 0;
  std::int64_t usage = 0;
};

Measured measureLoad(const Sight& s) {
  const VersionIndex active = s.service.rollout.active;
  Measured m;
  std::int64_t serving = 0;
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    if (active < 0 || active == v) serving += s.version(v).counts.ready;
  }
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    if (active >= 0 && active != v) continue;
    const std::int64_t ready = s.version(v).counts.ready;
    m.pods += ready;
    m.unready += s.pods(v) - ready;
    if (!s.service.load.byDemand) {
      m.usage += ready * s.service.load.cpu;
    } else if (ready > 0) {
      const std::int64_t capacity = std::max<std::int64_t>(1, s.version(v).podTemplate->simulation.capacityPerPod);
      m.usage += ready * s.service.load.demand * 100 / (capacity * serving);
    }
  }
  return m;
}

std::int64_t ceiling(std::int64_t a, std::int64_t b) { return a / b + (a % b > 0 ? 1 : 0); }

struct Wish {
  std::int64_t pods = 0;
  AutoscaleVerdict verdict = AutoscaleVerdict::None;
};

/// How many pods the measured load asks for. Requires measured pods.
Wish wishFor(const Sight& s, const Measured& m) {
  const Autoscale& rules = *s.service.spec->autoscale;
  const std::int64_t target = rules.targetCpu;
  const auto near = [&](std::int64_t percent) {
    return std::max(percent - target, target - percent) * 1000 <= rules.toleranceMilli * target;
  };
  const std::int64_t percent = m.usage / m.pods;
  const bool up = percent > target;
  std::int64_t counted = m.pods;
  std::int64_t ratio = percent;
  if (up && m.unready > 0) {
    counted += m.unready;
    ratio = m.usage / counted;
  }
  if (near(ratio)) return {s.n, AutoscaleVerdict::WithinTolerance};
  if (up && ratio < target) return {s.n, AutoscaleVerdict::AgainstSignal};
  const std::int64_t pods = std::min(ceiling(ratio * counted, target), kMost);
  if (up ? pods < s.n : pods > s.n) return {s.n, AutoscaleVerdict::AgainstSignal};
  return {pods, AutoscaleVerdict::None};
}

Millis upWindow(const Autoscale& rules) {
  return rules.behavior ? 1000 * Millis{rules.behavior->scaleUp.stabilizationWindowSeconds} : 0;
}
Millis downWindow(const Autoscale& rules) {
  return rules.behavior ? 1000 * Millis{rules.behavior->scaleDown.stabilizationWindowSeconds}
                        : rules.scaleDownStabilization;
}

/// The whole window has to agree: down to its highest recommendation, up to its lowest.
std::int64_t settle(const Sight& s, std::int64_t wish) {
  const Autoscale& rules = *s.service.spec->autoscale;
  std::int64_t lowest = wish;
  std::int64_t highest = wish;
  for (const Recommendation& old : s.scaler.recommendations) {
    if (s.now < old.at + upWindow(rules) && old.replicas < lowest) lowest = old.replicas;
    if (s.now < old.at + downWindow(rules) && old.replicas > highest) highest = old.replicas;
  }
  if (s.n < lowest) return lowest;
  if (s.n > highest) return highest;
  return s.n;
}

/// When the last recommendation that holds the number at `settled` leaves its window.
SimTime heldUntil(const Sight& s, std::int64_t wish, std::int64_t settled) {
  if (wish == settled) return kNever;
  const Autoscale& rules = *s.service.spec->autoscale;
  const bool down = wish < settled;
  SimTime until = kNever;
  for (const Recommendation& old : s.scaler.recommendations) {
    const SimTime leaves = old.at + (down ? downWindow(rules) : upWindow(rules));
    const bool holds = down ? old.replicas >= settled : old.replicas <= settled;
    if (!holds || leaves <= s.now) continue;
    if (until == kNever || leaves > until) until = leaves;
  }
  return until;
}

/// Keeps what the windows can still ask for when `made` was made, and that one, which is newer than all of it.
void record(AutoscaleState& scaler, const Recommendation& made) {
  std::vector<Recommendation> kept;
  for (const Recommendation& old : scaler.recommendations) {
    if (made.at < old.at + scaler.window) kept.push_back(old);
  }
  kept.push_back(made);
  scaler.recommendations = kept;
}

/// How far the policies of one direction let the number go now.
std::int64_t policyReach(const Sight& s, const ScalingRules& rules, bool up) {
  if (rules.select == PolicySelect::Disabled || rules.policies.empty()) return s.n;
  std::vector<std::int64_t> reaches;
  for (const ScalingPolicy& policy : rules.policies) {
    std::int64_t start = s.n;
    for (const ScaleEvent& e : s.scaler.ups) start -= s.now - e.at < policy.periodSeconds * Millis{1000} ? e.change : 0;
    for (const ScaleEvent& e : s.scaler.downs) {
      start += s.now - e.at < policy.periodSeconds * Millis{1000} ? e.change : 0;
    }
    const std::int64_t value = policy.value;
    if (policy.type == PolicyType::Pods) {
      reaches.push_back(up ? start + value : start - value);
    } else if (up) {
      reaches.push_back(ceiling(std::max<std::int64_t>(0, start) * (100 + value), 100));
    } else {
      reaches.push_back(value >= 100 ? 0 : start * (100 - value) / 100);
    }
  }
  const auto [least, most] = std::minmax_element(reaches.begin(), reaches.end());
  const bool far = rules.select == PolicySelect::Max;
  if (up) return std::max<std::int64_t>(far ? *most : *least, s.n);
  return std::min<std::int64_t>(far ? *least : *most, s.n);
}

struct Limited {
  std::int64_t pods = 0;
  bool byPolicy = false;
};

Limited limit(const Sight& s, std::int64_t wish) {
  const Autoscale& rules = *s.service.spec->autoscale;
  std::int64_t reach = wish;
  if (wish > s.n) {
    reach = rules.behavior ? policyReach(s, rules.behavior->scaleUp, true) : std::max<std::int64_t>(2 * s.n, 4);
  } else if (wish < s.n && rules.behavior) {
    reach = policyReach(s, rules.behavior->scaleDown, false);
  }
  const std::int64_t reached = wish > s.n ? std::min(wish, reach) : std::max(wish, reach);
  const std::int64_t pods = std::clamp<std::int64_t>(reached, rules.min, rules.max);
  // Where a policy and a bound meet, it is the bound that is told.
  return {pods, pods != wish && pods == reached && reach != (wish > s.n ? rules.max : rules.min)};
}

/// One step more; those that are older than every policy's period go.
void count(std::vector<ScaleEvent>& events, const ScalingBehavior& behavior, const ScaleEvent& step) {
  Millis longest = 0;
  for (const ScalingPolicy& p : behavior.scaleUp.policies) longest = std::max(longest, p.periodSeconds * Millis{1000});
  for (const ScalingPolicy& p : behavior.scaleDown.policies)
    longest = std::max(longest, p.periodSeconds * Millis{1000});
  std::vector<ScaleEvent> kept;
  for (const ScaleEvent& e : events) {
    if (step.at - e.at < longest) kept.push_back(e);
  }
  kept.push_back(step);
  events = kept;
}

void changeTo(Sight& s, std::int64_t pods, AutoscaleVerdict verdict) {
  const auto to = static_cast<std::int32_t>(pods);
  s.tell(Reason::SuccessfulRescale, s.r.updated, {s.n, to, s.scaler.utilisation, s.service.spec->autoscale->targetCpu});
  if (s.service.spec->autoscale->behavior) {
    if (to > s.n) count(s.scaler.ups, *s.service.spec->autoscale->behavior, {s.now, to - s.n});
    if (to < s.n) count(s.scaler.downs, *s.service.spec->autoscale->behavior, {s.now, s.n - to});
  }
  s.scaler.verdict = verdict;
  s.n = to;
}

void tellHeld(Sight& s, AutoscaleVerdict verdict, SimTime until) {
  const AutoscaleState& before = s.service.autoscale;
  const bool known = before.verdict == verdict && before.recommended == s.scaler.recommended;
  s.scaler.verdict = verdict;
  s.scaler.heldUntil = until;
  if (known || verdict == AutoscaleVerdict::None) return;
  s.tell(Reason::RescaleHeld, s.r.updated, {s.scaler.recommended, s.n, static_cast<std::int64_t>(verdict), until});
}

/// A look at the load. True when a later one would find the same as long as the service stays as it is.
bool look(Sight& s) {
  const Autoscale& rules = *s.service.spec->autoscale;
  s.scaler.heldUntil = kNever;
  if (s.n == 0) {
    s.scaler.verdict = AutoscaleVerdict::Disabled;
    return true;
  }
  const Measured m = measureLoad(s);
  if (m.pods > 0) s.scaler.utilisation = static_cast<std::int32_t>(std::min(m.usage / m.pods, kMost));
  if (s.n < rules.min || s.n > rules.max) {
    changeTo(s, s.n < rules.min ? rules.min : rules.max, AutoscaleVerdict::Clamped);
    return false;
  }
  if (m.pods == 0) {
    if (s.scaler.verdict != AutoscaleVerdict::NoMeasurement) s.tell(Reason::FailedGetResourceMetric, s.r.updated);
    s.scaler.verdict = AutoscaleVerdict::NoMeasurement;
    return true;
  }
  const Wish wish = wishFor(s, m);
  const std::int64_t settled = settle(s, wish.pods);
  const SimTime until = heldUntil(s, wish.pods, settled);
  const Limited limited = limit(s, settled);
  s.scaler.window = std::max(upWindow(rules), downWindow(rules));
  record(s.scaler, {s.now, static_cast<std::int32_t>(wish.pods)});
  s.scaler.recommended = static_cast<std::int32_t>(wish.pods);
  if (limited.pods != s.n) {
    changeTo(s, limited.pods, AutoscaleVerdict::Rescaled);
    return false;
  }
  if (wish.pods == s.n) {
    tellHeld(s, wish.verdict, kNever);
    return true;
  }
  if (settled == s.n) {
    tellHeld(s, AutoscaleVerdict::Stabilised, until);
    return false;
  }
  if (!limited.byPolicy) {
    tellHeld(s, AutoscaleVerdict::LimitedByBounds, kNever);
    return true;
  }
  tellHeld(s, AutoscaleVerdict::LimitedByPolicy, kNever);
  const bool up = settled > s.n;
  return rules.behavior &&
         (up ? rules.behavior->scaleUp.select : rules.behavior->scaleDown.select) == PolicySelect::Disabled;
}

/// The first look at or after `t`: on whole periods from when it was switched on, never at that moment itself.
SimTime nextLook(const Sight& s, Millis period, SimTime t) {
  const SimTime first = later(s.scaler.enabledAt, period);
  if (t <= first) return first;
  const Millis over = (t - s.scaler.enabledAt) % period;
  return over == 0 ? t : later(t, period - over);
}

/// Looks go on behind the former tick; every look that it slept through would have asked for the same again, and would
/// have done so at the first tick behind its time.
void goOn(Sight& s) {
  AutoscaleState& a = s.scaler;
  const FormerTick& former = s.service.formerTick;
  const Millis period = s.service.spec->autoscale->period;
  const Millis formerPeriod = a.period == 0 ? period : a.period;
  const bool slept = a.nextAt == kNever;
  const SimTime from = former.at == kNever ? s.now : former.at + 1;
  a.period = period;
  a.nextAt = nextLook(s, period, from);
  if (!slept || a.verdict == AutoscaleVerdict::NoMeasurement || a.verdict == AutoscaleVerdict::Disabled) return;
  const SimTime due = nextLook(s, formerPeriod, from) - formerPeriod;
  if (due <= a.enabledAt || a.recommendations.empty()) return;
  SimTime missed = due;
  if (former.at != kNever) {
    for (missed = former.at; missed - former.period >= due;) missed -= former.period;
  }
  Recommendation newest = a.recommendations.back();
  newest.at = std::max(newest.at, missed);
  a.recommendations.pop_back();
  record(a, newest);
}

}  // namespace

void scaleByLoad(Sight& s) {
  if (!s.service.spec->autoscale) {
    s.scaler = AutoscaleState{};
    return;
  }
  const Autoscale& rules = *s.service.spec->autoscale;
  if (s.scaler.enabledAt == kNever) {
    s.scaler.enabledAt = s.now;
    s.scaler.nextAt = later(s.now, rules.period);
    s.scaler.period = rules.period;
  } else if (s.scaler.nextAt == kNever || s.scaler.period != rules.period) {
    goOn(s);
  }
  if (s.now >= s.scaler.nextAt) {
    const bool sleeps = look(s);
    s.scaler.nextAt = sleeps ? kNever : nextLook(s, rules.period, s.now + 1);
  }
  if (s.scaler.nextAt != kNever) s.wakeAt(s.scaler.nextAt);
}

}  // namespace perfect::controller_model
