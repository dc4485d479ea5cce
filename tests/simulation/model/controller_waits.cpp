// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a service waits for after a look, most important first.
#include <algorithm>

#include "tests/simulation/model/controller_sight.h"

namespace perfect::controller_model {

namespace {

void wait(Sight& s, WaitFor what, SimTime until, VersionIndex v, std::int64_t a = 0, std::int64_t b = 0,
          std::int64_t c = 0) {
  Waiting w;
  w.what = what;
  w.until = until;
  w.version = v;
  w.facts[0] = a;
  w.facts[1] = b;
  w.facts[2] = c;
  s.waits.push_back(w);
}

/// A version's pods once this look's actions are done, one pod at a time: pending ones go first, ready ones last.
PodCounts afterwards(const Sight& s, VersionIndex v) {
  PodCounts c = s.version(v).counts;
  for (const Action& action : s.actions) {
    if (action.version != v) continue;
    for (std::int32_t i = 0; i < action.count; ++i) {
      if (action.kind == ActionKind::Create) ++c.pending;
      if (action.kind != ActionKind::Remove) continue;
      ++c.terminating;
      --(c.pending > 0 ? c.pending : c.notReady > 0 ? c.notReady : c.ready);
      if (c.backingOff > c.notReady) c.backingOff = c.notReady;
      if (c.available > c.ready) c.available = c.ready;
    }
  }
  return c;
}

bool isWanted(const Sight& s, VersionIndex v) { return v == s.goal() || v == s.r.active || v == s.r.stable; }

void waitForRollout(Sight& s) {
  const bool canary = s.under(Strategy::Canary);
  const auto steps = static_cast<std::int32_t>(canary ? s.rules.steps.size() : 0);
  const bool onStep = s.r.step < steps;
  const std::int32_t step = onStep ? s.r.step + 1 : steps;
  const std::int32_t percent = onStep ? s.rules.steps[static_cast<std::size_t>(s.r.step)].percent : 100;
  if (s.r.userPaused) wait(s, WaitFor::UserResume, kNever, s.r.updated);
  if (s.r.waitsForPromote) wait(s, WaitFor::Promotion, kNever, s.r.updated, step, steps, percent);
  if (s.r.stepDone() && s.r.pauseUntil != kNever && s.r.pauseUntil > s.now) {
    wait(s, WaitFor::CanaryPause, s.r.pauseUntil, s.r.updated, step, steps, percent);
  }
  if (!s.rules.analysis) return;
  const AnalysisState& a = s.r.analysis;
  if (s.under(Strategy::BlueGreen)) {
    if (!measuresAfterSwitch(s)) return;
    wait(s, WaitFor::Measurement, a.nextAt, s.r.updated, a.taken - a.failed, s.rules.analysis->count, a.failed);
  } else if (s.r.stepDone() && s.size(s.r.updated) > 0) {
    wait(s, WaitFor::Measurement, a.nextAt, s.r.updated, a.sinceStep, s.rules.analysis->count, a.failed);
  }
}

void waitForPods(Sight& s) {
  std::int32_t terminating = 0;
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    const PodCounts c = afterwards(s, v);
    terminating += c.terminating;
    if (s.size(v) == 0 || !isWanted(s, v)) continue;
    if (c.backingOff > 0) wait(s, WaitFor::BackOff, kNever, v, c.backingOff);
    if (c.pending > 0) wait(s, WaitFor::PodsStarting, kNever, v, s.size(v) - c.ready, s.n);
    if (c.notReady > c.backingOff) wait(s, WaitFor::ProbeSuccess, kNever, v, c.notReady - c.backingOff, s.n);
    if (c.ready > c.available) wait(s, WaitFor::MinReady, kNever, v, c.ready, c.available, s.n);
  }
  const bool recreates = s.under(Strategy::Recreate) && s.size(s.goal()) < s.n;
  if (terminating > 0 && (s.service.deleting || recreates)) {
    wait(s, WaitFor::Drain, kNever, kNoVersion, terminating);
  }
}

void waitForTimers(Sight& s) {
  if (s.r.drainAt != kNever && s.r.active >= 0) {
    for (VersionIndex v = 0; v < s.versionCount(); ++v) {
      if (s.size(v) > 0 && v != s.r.active && !isWanted(s, v))
        wait(s, WaitFor::ScaleDownDelay, s.r.drainAt, v, s.size(v));
    }
  }
  if (s.r.progressAt != kNever && s.r.deadlineStoppedAt == kNever) {
    wait(s, WaitFor::ProgressDeadline, later(s.r.progressAt, s.rules.progressDeadline), s.goal());
  }
  if (!s.service.spec->autoscale || s.scaler.nextAt == kNever) return;
  if (s.scaler.verdict == AutoscaleVerdict::Stabilised) {
    wait(s, WaitFor::ScaleDownWindow, s.scaler.heldUntil, kNoVersion, s.scaler.recommended, s.n);
  }
  wait(s, WaitFor::AutoscaleLook, s.scaler.nextAt, kNoVersion, s.scaler.utilisation,
       s.service.spec->autoscale->targetCpu);
}

}  // namespace

void listWaits(Sight& s) {
  if (s.service.deleting) return waitForPods(s);
  if (s.underWay()) waitForRollout(s);
  waitForPods(s);
  if (s.waits.empty() && s.underWay()) wait(s, WaitFor::Tick, s.now + 1, s.r.updated);
  waitForTimers(s);
  const bool failed = s.r.phase == RolloutPhase::Failed && s.r.stable >= 0;
  if (failed || s.r.phase == RolloutPhase::Aborted || s.r.phase == RolloutPhase::RolledBack) {
    wait(s, WaitFor::Retry, kNever, s.r.updated);
  }
}

}  // namespace perfect::controller_model
