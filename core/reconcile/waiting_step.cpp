// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last step of the recipe: "why did nothing happen?" — what the service waits for, until when.
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/steps.h"

namespace perfect {

namespace {

class WaitingList {
 public:
  explicit WaitingList(Look& look) : m_look(look) {}

  void add(WaitFor what, SimTime until, VersionIndex version, std::int64_t a = 0, std::int64_t b = 0,
           std::int64_t c = 0) {
    m_look.plan().waiting.push_back(Waiting{what, until, version, {a, b, c}});
  }
  bool empty() const { return m_look.plan().waiting.empty(); }

 private:
  Look& m_look;
};

/// A version's pods after this look's actions.
PodCounts countsAfter(const Look& look, VersionIndex version) {
  PodCounts counts = look.counts(version);
  for (const Action& action : look.plan().actions) {
    if (action.version != version) continue;
    if (action.kind == ActionKind::Create) counts.pending += action.count;
    if (action.kind != ActionKind::Remove) continue;
    std::int32_t left = action.count;
    counts.terminating += left;
    for (std::int32_t* bucket : {&counts.pending, &counts.notReady, &counts.ready}) {
      const std::int32_t take = std::min(left, *bucket);
      *bucket -= take;
      left -= take;
    }
    counts.backingOff = std::min(counts.backingOff, counts.notReady);
    counts.available = std::min(counts.available, counts.ready);
  }
  return counts;
}

/// Pods of this version are wanted: not the idle side that drains soon, not one that was given up.
bool wanted(const Look& look, VersionIndex version) {
  const RolloutState& rollout = look.rollout();
  return version == look.target() || version == rollout.active || version == rollout.stable;
}

void addRolloutWaits(Look& look, WaitingList& list) {
  const RolloutState& rollout = look.rollout();
  const Rollout& strategy = look.strategy();
  const VersionIndex updated = rollout.updated;
  const auto steps = static_cast<std::int64_t>(strategy.strategy == Strategy::Canary ? strategy.steps.size() : 0);
  const bool onStep = rollout.step < steps;
  const std::int64_t percent = onStep ? strategy.steps[static_cast<std::size_t>(rollout.step)].percent : 100;
  const std::int64_t step = std::min<std::int64_t>(rollout.step + 1, steps);

  if (rollout.userPaused) list.add(WaitFor::UserResume, kNever, updated);
  if (rollout.waitsForPromote) list.add(WaitFor::Promotion, kNever, updated, step, steps, percent);
  if (rollout.stepDone() && rollout.pauseUntil != kNever && look.now() < rollout.pauseUntil) {
    list.add(WaitFor::CanaryPause, rollout.pauseUntil, updated, step, steps, percent);
  }
  // A step that leaves the canary without pods needs no measurement.
  const bool stepMeasured = rollout.stepDone() && look.size(updated) > 0;
  if (strategy.analysis && (stepMeasured || switchStillMeasured(look))) {
    const AnalysisState& state = rollout.analysis;
    const bool afterSwitch = strategy.strategy == Strategy::BlueGreen;
    list.add(WaitFor::Measurement, state.nextAt, updated, afterSwitch ? state.taken - state.failed : state.sinceStep,
             strategy.analysis->count, state.failed);
  }
}

void addPodWaits(Look& look, WaitingList& list) {
  std::int32_t terminating = 0;
  const bool recreates = look.strategy().strategy == Strategy::Recreate;
  for (VersionIndex v = 0; v < look.versions(); ++v) {
    const PodCounts counts = countsAfter(look, v);
    terminating += counts.terminating;
    if (look.size(v) == 0 || !wanted(look, v)) continue;
    const std::int32_t probing = counts.notReady - counts.backingOff;
    const std::int32_t desired = look.desired();
    if (counts.backingOff > 0) list.add(WaitFor::BackOff, kNever, v, counts.backingOff);
    if (counts.pending > 0) list.add(WaitFor::PodsStarting, kNever, v, look.size(v) - counts.ready, desired);
    if (probing > 0) list.add(WaitFor::ProbeSuccess, kNever, v, probing, desired);
    if (counts.ready > counts.available) {
      list.add(WaitFor::MinReady, kNever, v, counts.ready, counts.available, desired);
    }
  }
  const bool holdsRecreate = recreates && look.size(look.target()) < look.desired();
  if (terminating > 0 && (holdsRecreate || look.service().deleting)) {
    list.add(WaitFor::Drain, kNever, kNoVersion, terminating);
  }
}

void addTimers(Look& look, WaitingList& list) {
  const RolloutState& rollout = look.rollout();
  if (rollout.drainAt != kNever && rollout.active != kNoVersion) {
    for (VersionIndex v = 0; v < look.versions(); ++v) {
      if (wanted(look, v)) continue;
      if (look.size(v) > 0) list.add(WaitFor::ScaleDownDelay, rollout.drainAt, v, look.size(v));
    }
  }
  if (rollout.progressAt != kNever && rollout.deadlineStoppedAt == kNever) {
    list.add(WaitFor::ProgressDeadline, later(rollout.progressAt, look.strategy().progressDeadline), look.target());
  }
  const AutoscaleState& scaler = look.plan().autoscale;
  if (look.spec().autoscale && scaler.nextAt != kNever) {
    if (scaler.verdict == AutoscaleVerdict::Stabilised) {
      list.add(WaitFor::ScaleDownWindow, scaler.heldUntil, kNoVersion, scaler.recommended, look.desired());
    }
    list.add(WaitFor::AutoscaleLook, scaler.nextAt, kNoVersion, scaler.utilisation, look.spec().autoscale->targetCpu);
  }
}

}  // namespace

void listWaiting(Look& look) {
  WaitingList list(look);
  const RolloutState& rollout = look.rollout();
  if (look.service().deleting) return addPodWaits(look, list);
  if (look.inProgress()) addRolloutWaits(look, list);
  addPodWaits(look, list);
  if (list.empty() && look.inProgress()) list.add(WaitFor::Tick, look.now() + 1, rollout.updated);
  addTimers(look, list);
  const bool ended = rollout.phase == RolloutPhase::Aborted || rollout.phase == RolloutPhase::RolledBack ||
                     (rollout.phase == RolloutPhase::Failed && look.hasStable());
  if (ended) list.add(WaitFor::Retry, kNever, rollout.updated);
}

}  // namespace perfect
