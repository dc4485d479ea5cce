// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/rollout_end.h"

#include <algorithm>

#include "core/reconcile/analysis.h"
#include "core/reconcile/progress.h"

namespace perfect {

namespace {

ProgressMark markOf(const Look& look) {
  const PodCounts all = look.service().counts();
  const std::int32_t updated = look.counts(look.target()).total();
  return {updated, all.total() - updated, all.ready, all.available};
}

/// Going back to pods that do not work either would only change what is broken.
bool stableIsHealthy(const Look& look) {
  const PodCounts& stable = look.counts(look.rollout().stable);
  return stable.total() == 0 || stable.available > 0;
}

/// Without stable, or on the way back to it, there is nothing to give up for: the controller keeps trying.
bool keepsTrying(const RolloutState& rollout) {
  return rollout.stable == kNoVersion || rollout.updated == rollout.stable;
}

void failAtDeadline(Look& look) {
  RolloutState& rollout = look.rollout();
  const Rollout& strategy = look.strategy();
  const VersionIndex target = look.target();
  look.note(Reason::ProgressDeadlineExceeded, target,
            {strategy.progressDeadline, look.counts(target).available, look.desired(), 0});
  rollout.progressAt = kNever;
  if (rollout.toStable) {
    look.note(Reason::RollbackImpossible, target);
    rollout.phase = RolloutPhase::Failed;
    return;
  }
  look.act(ActionKind::MarkFailed, rollout.updated);
  if (strategy.autoRollback && !keepsTrying(rollout) && stableIsHealthy(look)) {
    look.note(Reason::RolledBack, rollout.stable, {rollout.updated, 0, 0, 0});
    returnToStable(rollout, strategy, RolloutPhase::RolledBack, look.now());
    rollout.mark = markOf(look);
    return;
  }
  if (strategy.autoRollback) look.note(Reason::RollbackImpossible, rollout.updated);
  rollout.phase = RolloutPhase::Failed;
}

void complete(Look& look) {
  RolloutState& rollout = look.rollout();
  const VersionIndex done = rollout.updated;
  const VersionIndex former = rollout.stable;
  if (rollout.analysis.running) {
    look.note(Reason::AnalysisRunSuccessful, done, {rollout.analysis.taken, rollout.analysis.failed, 0, 0});
  }
  look.act(ActionKind::MarkStable, done);
  look.note(Reason::RolloutCompleted, done,
            {look.counts(done).available, look.desired(), look.now() - rollout.startedAt, 0});
  rollout.stable = done;
  rollout.phase = RolloutPhase::Complete;
  rollout.progressAt = kNever;
  rollout.deadlineStoppedAt = kNever;
  rollout.stepDoneAt = rollout.pauseUntil = kNever;
  rollout.userPaused = rollout.waitsForPromote = rollout.promote = rollout.promoteFull = false;
  rollout.analysis = {};
  rollout.step = static_cast<std::int32_t>(look.strategy().steps.size());
  const bool idleSide = look.strategy().strategy == Strategy::BlueGreen && former != kNoVersion && former != done &&
                        look.size(former) > 0;
  if (!idleSide) return;
  rollout.drainAt = later(look.now(), look.strategy().scaleDownDelay);
  look.note(Reason::DrainScheduled, former, {rollout.drainAt, 0, 0, 0});
  look.wakeAt(rollout.drainAt);
}

bool backAtStable(const Look& look) {
  const RolloutState& rollout = look.rollout();
  if (!rollout.toStable || !fullyAvailable(look, rollout.stable)) return false;
  return look.strategy().strategy == Strategy::BlueGreen ? rollout.active == rollout.stable
                                                         : look.podsOfOthers(rollout.stable) == 0;
}

bool standsStill(const Look& look) {
  const RolloutState& rollout = look.rollout();
  return rollout.userPaused || rollout.waitsForPromote || rollout.stepDone() || switchStillMeasured(look);
}

}  // namespace

bool fullyAvailable(const Look& look, VersionIndex version) {
  const PodCounts& counts = look.counts(version);
  return look.size(version) == look.desired() &&
         rolloutComplete(look.desired(), counts.total(), counts.total(), counts.available);
}

bool switchStillMeasured(const Look& look) {
  const RolloutState& rollout = look.rollout();
  // The first version serves from the beginning: no switch, nothing to measure.
  const bool switched = look.strategy().strategy == Strategy::BlueGreen && look.hasStable() && !rollout.toStable &&
                        rollout.active == rollout.updated && rollout.updated != rollout.stable;
  return switched && look.strategy().analysis && !rollout.promote && !rollout.promoteFull &&
         !measuredEnough(rollout.analysis, *look.strategy().analysis, true);
}

void returnToStable(RolloutState& rollout, const Rollout& strategy, RolloutPhase phase, SimTime now) {
  rollout.phase = phase;
  rollout.toStable = true;
  rollout.userPaused = rollout.waitsForPromote = rollout.promote = rollout.promoteFull = false;
  rollout.stepDoneAt = rollout.pauseUntil = rollout.deadlineStoppedAt = kNever;
  rollout.analysis = {};
  // An abort is the end; only the way back after a failure is watched itself.
  rollout.progressAt = phase == RolloutPhase::RolledBack ? now : kNever;
  if (strategy.strategy == Strategy::BlueGreen) rollout.drainAt = later(now, strategy.scaleDownDelay);
}

void watchProgress(Look& look) {
  RolloutState& rollout = look.rollout();
  if (rollout.progressAt == kNever) return;
  const ProgressMark mark = markOf(look);
  if (progressed(rollout.mark, mark)) {
    rollout.mark = mark;
    look.progress();
  }
  if (backAtStable(look)) {
    rollout.progressAt = kNever;
    return;
  }
  if (rollout.deadlineStoppedAt != kNever) return;
  if (deadlineExceeded(DeadlineState::Running, look.strategy().progressDeadline, look.now() - rollout.progressAt)) {
    failAtDeadline(look);
  }
}

void completeIfReached(Look& look) {
  RolloutState& rollout = look.rollout();
  if (rollout.phase == RolloutPhase::Failed && backAtStable(look)) rollout.phase = RolloutPhase::RolledBack;
  const bool ended = !look.inProgress() && !(rollout.phase == RolloutPhase::Failed && keepsTrying(rollout));
  if (ended || rollout.toStable || (rollout.userPaused && look.desired() > 0)) return;
  if (!fullyAvailable(look, rollout.updated)) return;
  const bool ownRollout = look.desired() > 0 && !keepsTrying(rollout);
  if (look.strategy().strategy == Strategy::BlueGreen) {
    if (rollout.active != rollout.updated || (ownRollout && switchStillMeasured(look))) return;
  } else if (look.podsOfOthers(rollout.updated) > 0) {
    return;
  }
  const bool stepsLeft = look.strategy().strategy == Strategy::Canary &&
                         static_cast<std::size_t>(rollout.step) < look.strategy().steps.size();
  if (ownRollout && stepsLeft) return;
  complete(look);
}

void stopOrRunDeadline(Look& look) {
  RolloutState& rollout = look.rollout();
  if (rollout.progressAt == kNever) return;
  if (look.inProgress() && standsStill(look)) {
    if (rollout.deadlineStoppedAt == kNever) rollout.deadlineStoppedAt = look.now();
    return;
  }
  if (rollout.deadlineStoppedAt != kNever) {
    rollout.progressAt = std::min(look.now(), rollout.progressAt + (look.now() - rollout.deadlineStoppedAt));
    rollout.deadlineStoppedAt = kNever;
  }
  look.wakeAt(later(rollout.progressAt, look.strategy().progressDeadline + 1));
}

}  // namespace perfect
