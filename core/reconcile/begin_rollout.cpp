// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"
#include "core/reconcile/look.h"

namespace perfect {

namespace {

/// Blue/green: the version still stands idle beside the serving one, so going back to it needs no wait.
bool standsIdle(const Look& look, VersionIndex version) {
  const RolloutState& rollout = look.service().rollout;
  return look.strategy().strategy == Strategy::BlueGreen && rollout.drainAt != kNever && version != rollout.active &&
         look.service().versions[static_cast<std::size_t>(version)].onceStable && look.size(version) > 0;
}

bool underWay(const RolloutState& rollout) {
  return rollout.phase == RolloutPhase::Progressing || rollout.phase == RolloutPhase::Paused ||
         rollout.phase == RolloutPhase::Analysing;
}

ProgressMark startMark(const Look& look, VersionIndex target) {
  const PodCounts all = look.service().counts();
  const std::int32_t updated = look.counts(target).total();
  return {updated, all.total() - updated, all.ready, all.available};
}

}  // namespace

Plan beginRollout(const ServiceState& service, VersionIndex target, SimTime now) {
  Look look(service, now);
  PERFECT_ASSERT(target >= 0 && target < look.versions());
  const RolloutState& former = service.rollout;
  if (former.updated == target && (underWay(former) || former.phase == RolloutPhase::Complete)) {
    look.wakeAt(now);
    return std::move(look.plan());
  }

  RolloutState next;
  next.phase = RolloutPhase::Progressing;
  next.updated = target;
  next.stable = former.stable;
  next.active = former.active;
  next.drainAt = former.drainAt;
  next.promoteFull = standsIdle(look, target);
  next.startedAt = next.progressAt = now;
  next.mark = startMark(look, target);
  next.number = former.number + 1;
  next.sizes = look.rollout().sizes;
  next.sizedFor = former.sizedFor;
  const Rollout& strategy = look.strategy();
  // Nothing was ever stable: there is no side to protect, and the one that served may have no pods by the next look.
  if (next.stable == kNoVersion) next.active = strategy.strategy == Strategy::BlueGreen ? target : kNoVersion;
  look.rollout() = next;

  look.note(Reason::RolloutStarted, target,
            {next.stable, static_cast<std::int64_t>(strategy.strategy), look.desired(), 0});
  const bool steps = strategy.strategy == Strategy::Canary && next.stable != kNoVersion && next.stable != target &&
                     !strategy.steps.empty();
  if (steps) {
    look.note(Reason::SetWeight, target,
              {1, static_cast<std::int64_t>(strategy.steps.size()), strategy.steps.front().percent, 0});
  }
  look.wakeAt(now);
  return std::move(look.plan());
}

}  // namespace perfect
