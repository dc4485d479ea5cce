// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/status.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/events/text_template.h"
#include "core/reconcile/canary.h"

namespace perfect {

namespace {

struct StatusText {
  StatusKind kind;
  std::string_view phrase;
};

// The language of the phrases: core/events/text_template.h. A weight below 0 is none.
constexpr std::array kPhrases{
    StatusText{StatusKind::Stable, "Stable"},
    StatusText{StatusKind::StartingUp, "Starting up {0}/{1}"},
    StatusText{StatusKind::RollingOut, "Rolling out {0}/{1}"},
    StatusText{StatusKind::Paused, "Paused{0<0?| at {0} %}"},
    StatusText{StatusKind::WaitingForPromotion, "Waiting for promotion{0<0?| at {0} %}"},
    StatusText{StatusKind::Analysing, "Analysing{0<0?| at {0} %}"},
    StatusText{StatusKind::Scaling, "Scaling {0}/{1}"},
    StatusText{StatusKind::Degraded, "Degraded {0}/{1}"},
    StatusText{StatusKind::ScaledToZero, "Scaled to 0"},
    StatusText{StatusKind::RolledBack, "Rolled back"},
    StatusText{StatusKind::Aborted, "Aborted"},
    StatusText{StatusKind::Failed, "Failed"},
    StatusText{StatusKind::Deleting, "Deleting"},
};

constexpr bool phrasesAreSound() {
  for (std::size_t i = 0; i < kPhrases.size(); ++i) {
    if (static_cast<std::size_t>(kPhrases[i].kind) != i || !wellFormedText(kPhrases[i].phrase)) return false;
  }
  return kPhrases.size() == static_cast<std::size_t>(StatusKind::Deleting) + 1;
}
static_assert(phrasesAreSound(), "every StatusKind has its line, in the order of the enumeration");

bool onCanary(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  return service.spec->rollout.strategy == Strategy::Canary && rollout.stable != kNoVersion &&
         rollout.updated != rollout.stable;
}

/// "Paused at 25 %" for a canary, "Paused" where no weight says more.
ServiceStatus atWeight(const ServiceState& service, StatusKind kind) {
  return {kind, {onCanary(service) ? currentWeight(service) : -1, 0}};
}

ServiceStatus steadyStatus(const ServiceState& service) {
  const std::int32_t ready = service.serving();
  const PodCounts all = service.counts();
  if (ready < service.replicas) {
    // A Command asked for more, and the controller has not looked yet: that is no more degraded than afterwards.
    const bool asked = service.rollout.sizedFor < service.replicas;
    const bool growing = (service.rollout.scaling || asked) && all.backingOff == 0;
    return growing ? ServiceStatus{StatusKind::Scaling, {ready, service.replicas}}
                   : ServiceStatus{StatusKind::Degraded, {ready, service.replicas}};
  }
  if (service.rollout.scaling || service.rollout.sizedFor > service.replicas) {
    return {StatusKind::Scaling, {ready, service.replicas}};
  }
  return {StatusKind::Stable};
}

/// A missed deadline ends a rollout only where there is something to go back to. Where stable does not work either, and
/// so no rollback was possible, it is the service that is in a bad way.
ServiceStatus failedStatus(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  const std::int32_t ready = service.serving();
  const bool nothingElse = rollout.stable == kNoVersion || rollout.updated == rollout.stable;
  const bool noWayBack = service.spec->rollout.autoRollback && ready < service.replicas;
  if (rollout.toStable || nothingElse || noWayBack) {
    return {StatusKind::Degraded, {ready, service.replicas}};
  }
  return {StatusKind::Failed};
}

ServiceStatus progressStatus(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  const std::int32_t available = service.versions[static_cast<std::size_t>(rollout.updated)].counts.available;
  if (rollout.waitsForPromote && !rollout.userPaused) {
    return atWeight(service, StatusKind::WaitingForPromotion);
  }
  if (rollout.phase == RolloutPhase::Paused) return atWeight(service, StatusKind::Paused);
  if (rollout.phase == RolloutPhase::Analysing) return atWeight(service, StatusKind::Analysing);
  if (rollout.stable == kNoVersion) return {StatusKind::StartingUp, {available, service.replicas}};
  return {StatusKind::RollingOut, {available, service.replicas}};
}

}  // namespace

std::string ServiceStatus::phrase(const Wording& wording) const {
  const auto index = static_cast<std::size_t>(kind);
  PERFECT_ASSERT(index < kPhrases.size());
  TextSource source;
  source.wording = &wording;
  source.facts = {facts[0], facts[1], 0, 0};
  return renderText(wording.pattern(kPhrases[index].phrase), source);
}

std::vector<std::string_view> statusPatterns() {
  constexpr auto kPhases = static_cast<std::size_t>(RolloutPhase::RolledBack) + 1;
  std::vector<std::string_view> all;
  all.reserve(kPhrases.size() + kPhases);
  for (const StatusText& text : kPhrases) all.push_back(text.phrase);
  for (std::size_t phase = 0; phase < kPhases; ++phase) {
    all.emplace_back(phaseName(static_cast<RolloutPhase>(phase)));
  }
  return all;
}

ServiceStatus statusOf(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  if (service.deleting) return {StatusKind::Deleting};
  if (service.replicas == 0) return {StatusKind::ScaledToZero};
  if (rollout.updated == kNoVersion) return {StatusKind::StartingUp, {0, service.replicas}};
  switch (rollout.phase) {
    case RolloutPhase::Complete:
      return steadyStatus(service);
    case RolloutPhase::Aborted:
      return {StatusKind::Aborted};
    case RolloutPhase::RolledBack:
      return {StatusKind::RolledBack};
    case RolloutPhase::Failed:
      return failedStatus(service);
    case RolloutPhase::Progressing:
    case RolloutPhase::Paused:
    case RolloutPhase::Analysing:
      break;
  }
  return progressStatus(service);
}

const char* phaseName(RolloutPhase phase) {
  switch (phase) {
    case RolloutPhase::Progressing:
      return "Progressing";
    case RolloutPhase::Paused:
      return "Paused";
    case RolloutPhase::Analysing:
      return "Analysing";
    case RolloutPhase::Complete:
      return "Complete";
    case RolloutPhase::Aborted:
      return "Aborted";
    case RolloutPhase::Failed:
      return "Failed";
    case RolloutPhase::RolledBack:
      return "RolledBack";
  }
  return "Progressing";
}

const char* strategyName(Strategy strategy) {
  switch (strategy) {
    case Strategy::BlueGreen:
      return "BlueGreen";
    case Strategy::Canary:
      return "Canary";
    case Strategy::RollingUpdate:
      return "RollingUpdate";
    case Strategy::Recreate:
      return "Recreate";
  }
  return "BlueGreen";
}

std::int32_t currentWeight(const ServiceState& service) {
  if (!onCanary(service)) return 100;
  std::vector<std::optional<std::int32_t>> weights;
  for (const CanaryStep& step : service.spec->rollout.steps) weights.emplace_back(step.percent);
  return currentSetWeight(weights, service.rollout.step, service.rollout.toStable);
}

}  // namespace perfect
