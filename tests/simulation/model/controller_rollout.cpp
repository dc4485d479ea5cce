// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a rollout lives through: progress and its deadline, analysis, completion, giving up.
#include <algorithm>

#include "tests/simulation/model/controller_sight.h"

namespace perfect::controller_model {

namespace {

ProgressMark countsNow(const Sight& s) {
  ProgressMark mark;
  mark.updated = s.pods(s.goal());
  mark.old = s.podsBeside(s.goal());
  for (const VersionState& v : s.service.versions) mark.ready += v.counts.ready;
  mark.available = s.availableInAll();
  return mark;
}

bool isBack(const Sight& s) {
  if (!s.r.toStable || !s.allOf(s.r.stable)) return false;
  return s.under(Strategy::BlueGreen) ? s.r.active == s.r.stable : s.podsBeside(s.r.stable) == 0;
}

void deadlinePassed(Sight& s) {
  const VersionIndex goal = s.goal();
  s.tell(Reason::ProgressDeadlineExceeded, goal, {s.rules.progressDeadline, s.available(goal), s.n, 0});
  s.r.progressAt = kNever;
  if (s.r.toStable) {
    s.tell(Reason::RollbackImpossible, goal);
    s.r.phase = RolloutPhase::Failed;
    return;
  }
  s.mark(ActionKind::MarkFailed, s.r.updated);
  const bool stableWorks = s.betweenVersions() && (s.available(s.r.stable) > 0 || s.pods(s.r.stable) == 0);
  if (s.rules.autoRollback && stableWorks) {
    s.tell(Reason::RolledBack, s.r.stable, {s.r.updated, 0, 0, 0});
    giveUp(s, RolloutPhase::RolledBack);
    s.r.progressAt = s.now;
    s.r.mark = countsNow(s);
    return;
  }
  if (s.rules.autoRollback) s.tell(Reason::RollbackImpossible, s.r.updated);
  s.r.phase = RolloutPhase::Failed;
}

bool measurable(const Sight& s) {
  if (!s.rules.analysis || !s.underWay() || s.r.toStable || !s.betweenVersions()) return false;
  if (s.under(Strategy::Canary)) return s.pods(s.r.updated) > 0;
  return s.under(Strategy::BlueGreen) && s.r.active == s.r.updated;
}

void beginInterval(Sight& s) {
  s.r.analysis.baseServedMilli = s.version(s.r.updated).servedMilli;
  s.r.analysis.baseFailedMilli = s.version(s.r.updated).failedMilli;
  s.r.analysis.nextAt = later(s.now, s.rules.analysis->interval);
}

/// An interval is over. Its share by long division: five decimals, and whether anything is left behind them.
void measure(Sight& s) {
  AnalysisState& a = s.r.analysis;
  const Analysis& rules = *s.rules.analysis;
  const std::int64_t served = s.version(s.r.updated).servedMilli - a.baseServedMilli;
  std::int64_t rest = s.version(s.r.updated).failedMilli - a.baseFailedMilli;
  beginInterval(s);
  if (served <= 0) return;
  std::int64_t share = 0;
  rest = std::clamp<std::int64_t>(rest, 0, served);
  for (int digit = 0; digit < 6; ++digit) {
    share = share * 10 + rest / served;
    rest = rest % served * 10;
  }
  a.taken += 1;
  a.sinceStep += 1;
  if (share > rules.maxError || (share == rules.maxError && rest > 0)) a.failed += 1;
  s.tell(Reason::MeasurementTaken, s.r.updated, {share, rules.maxError, a.taken, a.failed});
}

}  // namespace

void forgetOtherStrategies(Sight& s) {
  if (!s.under(Strategy::BlueGreen)) {
    s.r.active = kNoVersion;
    s.r.switchedAt = kNever;
    s.r.drainAt = kNever;
  }
  bool atAStep = false;
  if (s.under(Strategy::Canary)) {
    const auto steps = static_cast<std::int32_t>(s.rules.steps.size());
    atAStep = s.r.step < steps;
    if (!atAStep) s.r.step = steps;
    s.r.waitsForPromote = false;
    s.r.pauseUntil = kNever;
    if (atAStep) pauseAsDeclared(s);
  } else if (!s.under(Strategy::BlueGreen) || s.rules.autoPromote) {
    s.r.waitsForPromote = false;
  }
  if (!atAStep) {
    s.r.stepDoneAt = kNever;
    s.r.pauseUntil = kNever;
    if (!s.under(Strategy::BlueGreen)) s.r.promote = false;
  }
}

void watchDeadline(Sight& s) {
  if (s.r.progressAt == kNever) return;
  const ProgressMark is = countsNow(s);
  const ProgressMark was = s.r.mark;
  const bool better =
      is.updated > was.updated || is.ready > was.ready || is.available > was.available || is.old < was.old;
  if (better) {
    s.r.mark = is;
    s.progress();
  }
  if (isBack(s)) {
    s.r.progressAt = kNever;
  } else if (s.r.deadlineStoppedAt == kNever && s.now - s.r.progressAt > s.rules.progressDeadline) {
    deadlinePassed(s);
  }
}

void giveUp(Sight& s, RolloutPhase phase) {
  RolloutState given = s.r;
  given.phase = phase;
  given.toStable = true;
  given.userPaused = given.waitsForPromote = false;
  given.stepDoneAt = kNever;
  given.promote = given.promoteFull = false;
  given.pauseUntil = kNever;
  given.deadlineStoppedAt = kNever;
  given.progressAt = kNever;
  given.analysis = AnalysisState{};
  if (s.under(Strategy::BlueGreen)) given.drainAt = later(s.now, s.rules.scaleDownDelay);
  s.r = given;
}

void beginAnalysis(Sight& s) {
  s.r.analysis = AnalysisState{};
  s.r.analysis.running = true;
  beginInterval(s);
  s.wakeAt(s.r.analysis.nextAt);
}

void analyse(Sight& s) {
  // A canary may lose every pod for a moment and is measured on.
  const bool canaryGoesOn = s.under(Strategy::Canary) && s.underWay() && s.rules.analysis;
  if (!canaryGoesOn && !measurable(s)) s.r.analysis = AnalysisState{};
  if (!s.r.analysis.running) {
    if (measurable(s)) beginAnalysis(s);
    return;
  }
  if (s.now >= s.r.analysis.nextAt) {
    const std::int32_t taken = s.r.analysis.taken;
    measure(s);
    if (s.r.analysis.taken > taken && s.r.analysis.failed > s.rules.analysis->failureLimit) {
      s.tell(Reason::AnalysisRunFailed, s.r.updated, {s.r.analysis.failed, s.rules.analysis->failureLimit, 0, 0});
      s.tell(Reason::RolloutAborted, s.r.updated, {1, 0, 0, 0});
      s.mark(ActionKind::MarkFailed, s.r.updated);
      giveUp(s, RolloutPhase::Aborted);
      return;
    }
  }
  s.wakeAt(s.r.analysis.nextAt);
}

bool measuresAfterSwitch(const Sight& s) {
  if (!s.under(Strategy::BlueGreen) || !s.rules.analysis) return false;
  if (s.r.toStable || !s.betweenVersions() || s.r.active != s.r.updated) return false;
  if (s.r.promote || s.r.promoteFull) return false;
  return s.r.analysis.taken - s.r.analysis.failed < s.rules.analysis->count;
}

void completeRollout(Sight& s) {
  if (s.r.phase == RolloutPhase::Failed && isBack(s)) s.r.phase = RolloutPhase::RolledBack;
  // A version that is all there is goes on after its deadline, and may yet complete.
  const bool keepsTrying = s.r.phase == RolloutPhase::Failed && !s.betweenVersions();
  if (s.r.toStable || !(s.underWay() || keepsTrying)) return;
  if (s.n > 0 && s.r.userPaused) return;
  const VersionIndex fresh = s.r.updated;
  if (!s.allOf(fresh)) return;
  const bool steps = s.n > 0 && s.betweenVersions();
  if (s.under(Strategy::BlueGreen)) {
    if (s.r.active != fresh) return;
    if (steps && measuresAfterSwitch(s)) return;
  } else if (s.podsBeside(fresh) > 0) {
    return;
  }
  const auto lastStep = static_cast<std::int32_t>(s.rules.steps.size());
  if (steps && s.under(Strategy::Canary) && s.r.step < lastStep) return;

  const VersionIndex former = s.r.stable;
  if (s.r.analysis.running) {
    s.tell(Reason::AnalysisRunSuccessful, fresh, {s.r.analysis.taken, s.r.analysis.failed, 0, 0});
  }
  s.mark(ActionKind::MarkStable, fresh);
  s.tell(Reason::RolloutCompleted, fresh, {s.available(fresh), s.n, s.now - s.r.startedAt, 0});
  RolloutState ended = s.r;
  ended.phase = RolloutPhase::Complete;
  ended.stable = fresh;
  ended.step = lastStep;
  ended.userPaused = ended.waitsForPromote = ended.promote = ended.promoteFull = false;
  ended.stepDoneAt = ended.pauseUntil = ended.progressAt = ended.deadlineStoppedAt = kNever;
  ended.analysis = AnalysisState{};
  s.r = ended;
  if (s.under(Strategy::BlueGreen) && former >= 0 && former != fresh && s.size(former) > 0) {
    s.r.drainAt = later(s.now, s.rules.scaleDownDelay);
    s.tell(Reason::DrainScheduled, former, {s.r.drainAt, 0, 0, 0});
    s.wakeAt(s.r.drainAt);
  }
}

/// Stands still while somebody or something else is waited for, and gets that time back.
void runDeadline(Sight& s) {
  if (s.r.progressAt == kNever) return;
  const bool waits = s.r.userPaused || s.r.waitsForPromote || s.r.stepDone() || measuresAfterSwitch(s);
  const bool stands = s.r.deadlineStoppedAt != kNever;
  if (waits && s.underWay()) {
    if (!stands) s.r.deadlineStoppedAt = s.now;
    return;
  }
  if (stands) {
    s.r.progressAt = std::min(s.now, s.r.progressAt + s.now - s.r.deadlineStoppedAt);
    s.r.deadlineStoppedAt = kNever;
  }
  s.wakeAt(later(s.r.progressAt, s.rules.progressDeadline + 1));
}

}  // namespace perfect::controller_model
