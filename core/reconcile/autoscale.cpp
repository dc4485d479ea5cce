// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/autoscale.h"

#include <algorithm>
#include <limits>

namespace perfect {

namespace {

constexpr std::int64_t kManyPods = std::numeric_limits<std::int32_t>::max();

bool withinTolerance(std::int64_t utilisation, std::int64_t target, std::int64_t toleranceMilli) {
  const std::int64_t distance = utilisation > target ? utilisation - target : target - utilisation;
  return distance * 1000 <= toleranceMilli * target;
}

/// ceil(utilisation / target · pods).
std::int32_t podsFor(std::int64_t utilisation, std::int64_t target, std::int64_t pods) {
  return static_cast<std::int32_t>(std::min((utilisation * pods + target - 1) / target, kManyPods));
}

/// The changes of the last `period`: those strictly younger (getReplicasChangePerPeriod).
std::int64_t changeWithin(const std::vector<ScaleEvent>& events, Millis period, SimTime now) {
  std::int64_t sum = 0;
  for (const ScaleEvent& event : events) sum += now - event.at < period ? event.change : 0;
  return sum;
}

/// Where one policy lets the number go (calculateScaleUpLimitWithScalingRules, …Down…).
std::int64_t policyLimit(const ScalingPolicy& policy, std::int64_t periodStart, bool up) {
  if (policy.type == PolicyType::Pods) return up ? periodStart + policy.value : periodStart - policy.value;
  if (up) return (periodStart * (100 + std::int64_t{policy.value}) + 99) / 100;
  return std::max<std::int64_t>(0, periodStart * (100 - std::int64_t{policy.value}) / 100);
}

std::int64_t rulesLimit(std::int32_t current, const ScalingRules& rules, const std::vector<ScaleEvent>& ups,
                        const std::vector<ScaleEvent>& downs, SimTime now, bool up) {
  if (rules.select == PolicySelect::Disabled) return current;
  std::optional<std::int64_t> limit;
  for (const ScalingPolicy& policy : rules.policies) {
    const Millis period = seconds(policy.periodSeconds);
    const std::int64_t periodStart = current - changeWithin(ups, period, now) + changeWithin(downs, period, now);
    const std::int64_t proposed = policyLimit(policy, periodStart, up);
    const bool larger = up == (rules.select == PolicySelect::Max);
    limit = !limit ? proposed : larger ? std::max(*limit, proposed) : std::min(*limit, proposed);
  }
  // Spent steps never turn the direction round.
  const std::int64_t value = limit.value_or(current);
  return up ? std::max<std::int64_t>(value, current) : std::min<std::int64_t>(value, current);
}

}  // namespace

std::optional<LoadDecision> desiredByLoad(std::int32_t current, const LoadSample& sample, std::int64_t target,
                                          std::int64_t toleranceMilli) {
  const auto measured = utilisation(sample);
  if (!measured) return std::nullopt;
  LoadDecision decision{current, *measured, AutoscaleVerdict::WithinTolerance};
  const bool up = *measured > target;
  const bool down = *measured < target;
  const bool unreadyCount = sample.unready > 0 && up;

  // Nothing unready and nothing missing: the same number again.
  LoadSample all = sample;
  all.usage += down ? sample.missingUsage : 0;
  all.requested += sample.missingRequested + (unreadyCount ? sample.unreadyRequested : 0);
  all.measured += sample.missing + (unreadyCount ? sample.unready : 0);
  const std::int64_t recounted = utilisation(all).value_or(0);
  if (withinTolerance(recounted, target, toleranceMilli)) return decision;
  decision.verdict = AutoscaleVerdict::AgainstSignal;
  if ((down && recounted > target) || (up && recounted < target)) return decision;
  const std::int32_t replicas = podsFor(recounted, target, all.measured);
  const bool againstSignal = (recounted < target && replicas > current) || (recounted > target && replicas < current);
  if (againstSignal) return decision;
  return LoadDecision{replicas, *measured, AutoscaleVerdict::None};
}

std::optional<std::int32_t> replicasOutsideBounds(std::int32_t current, std::int32_t min, std::int32_t max) {
  if (current == 0 && min != 0) return 0;
  if (current < min || current > max) return std::clamp(current, min, max);
  return std::nullopt;
}

const char* scaleLimitName(ScaleLimit limit) {
  switch (limit) {
    case ScaleLimit::WithinRange:
      return "DesiredWithinRange";
    case ScaleLimit::TooFew:
      return "TooFewReplicas";
    case ScaleLimit::TooMany:
      return "TooManyReplicas";
    case ScaleLimit::ScaleUpLimit:
      return "ScaleUpLimit";
    case ScaleLimit::ScaleDownLimit:
      return "ScaleDownLimit";
  }
  return "DesiredWithinRange";
}

LimitedReplicas limitStep(std::int32_t current, std::int32_t desired, std::int32_t min, std::int32_t max) {
  const std::int64_t step = std::max<std::int64_t>(2 * std::int64_t{current}, 4);
  if (desired < min) return {min, ScaleLimit::TooFew};
  if (max > step && desired > step) return {static_cast<std::int32_t>(step), ScaleLimit::ScaleUpLimit};
  if (max <= step && desired > max) return {max, ScaleLimit::TooMany};
  return {desired, ScaleLimit::WithinRange};
}

LimitedReplicas limitRate(std::int32_t current, std::int32_t desired, std::int32_t min, std::int32_t max,
                          const ScalingBehavior& behavior, const std::vector<ScaleEvent>& ups,
                          const std::vector<ScaleEvent>& downs, SimTime now) {
  if (desired > current) {
    const std::int64_t rate = rulesLimit(current, behavior.scaleUp, ups, downs, now, true);
    const bool byRate = rate < max;
    const std::int64_t most = byRate ? rate : max;
    if (desired > most) {
      return {static_cast<std::int32_t>(most), byRate ? ScaleLimit::ScaleUpLimit : ScaleLimit::TooMany};
    }
  } else if (desired < current) {
    const std::int64_t rate = rulesLimit(current, behavior.scaleDown, ups, downs, now, false);
    const bool byRate = rate > min;
    const std::int64_t least = byRate ? rate : min;
    if (desired < least) {
      return {static_cast<std::int32_t>(least), byRate ? ScaleLimit::ScaleDownLimit : ScaleLimit::TooFew};
    }
  }
  return {desired, ScaleLimit::WithinRange};
}

Stabilised stabilise(const std::vector<Recommendation>& log, std::int32_t current, std::int32_t desired,
                     Millis upWindow, Millis downWindow, SimTime now) {
  Stabilised result;
  result.log = log;
  std::int32_t lowest = desired;
  std::int32_t highest = desired;
  std::optional<std::size_t> forgotten;
  for (std::size_t i = 0; i < log.size(); ++i) {
    const Millis age = now - log[i].at;
    if (age < upWindow) lowest = std::min(lowest, log[i].replicas);
    if (age < downWindow) highest = std::max(highest, log[i].replicas);
    if (age >= upWindow && age >= downWindow) forgotten = i;
  }
  result.replicas = std::min(std::max(current, lowest), highest);

  const bool down = desired < result.replicas;
  SimTime until = 0;
  for (const Recommendation& recommendation : log) {
    const Millis window = down ? downWindow : upWindow;
    const bool holds = down ? recommendation.replicas >= result.replicas : recommendation.replicas <= result.replicas;
    if (holds && now - recommendation.at < window) until = std::max(until, recommendation.at + window);
  }
  if (desired != result.replicas && until > 0) result.heldUntil = until;

  if (forgotten) {
    result.log[*forgotten] = {now, desired};
  } else {
    result.log.push_back({now, desired});
  }
  return result;
}

LoadSample sampleLoad(const ServiceState& service) {
  constexpr std::int64_t kRequest = 100;  // a pod's request: its own 100 %
  LoadSample sample;
  const std::int64_t serving = service.serving();
  for (std::size_t i = 0; i < service.versions.size(); ++i) {
    if (!service.serves(static_cast<VersionIndex>(i))) continue;
    const VersionState& version = service.versions[i];
    const std::int64_t ready = version.counts.ready;
    const std::int64_t unready = version.counts.total() - ready;
    sample.measured += ready;
    sample.requested += ready * kRequest;
    sample.unready += unready;
    sample.unreadyRequested += unready * kRequest;
    if (ready == 0) continue;
    const std::int64_t capacity = std::max<std::int64_t>(1, version.podTemplate->simulation.capacityPerPod);
    // One pod's share of the demand first would round twice; the whole version's rounds once.
    sample.usage +=
        service.load.byDemand ? ready * service.load.demand * 100 / capacity / serving : ready * service.load.cpu;
  }
  return sample;
}

std::optional<std::int64_t> utilisation(const LoadSample& sample) {
  if (sample.measured <= 0 || sample.requested <= 0) return std::nullopt;
  return sample.usage * 100 / sample.requested;
}

}  // namespace perfect
