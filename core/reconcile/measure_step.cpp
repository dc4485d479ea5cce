// SPDX-License-Identifier: GPL-3.0-or-later
//
// The analysis step of the recipe: requests of the new version, interval by interval.
#include "core/reconcile/analysis.h"
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/steps.h"

namespace perfect {

namespace {

const VersionState& newVersion(const Look& look) {
  return look.service().versions[static_cast<std::size_t>(look.rollout().updated)];
}

void beginInterval(Look& look) {
  AnalysisState& state = look.rollout().analysis;
  state.baseServedMilli = newVersion(look).servedMilli;
  state.baseFailedMilli = newVersion(look).failedMilli;
  state.nextAt = later(look.now(), look.strategy().analysis->interval);
}

/// Canary: from its first pod on. Blue/green: from the switch on.
bool measuredNow(const Look& look) {
  const RolloutState& rollout = look.rollout();
  if (!look.strategy().analysis || !look.inProgress() || rollout.toStable || !look.hasStable() ||
      rollout.updated == rollout.stable) {
    return false;
  }
  if (look.strategy().strategy == Strategy::Canary) return look.counts(rollout.updated).total() > 0;
  return look.strategy().strategy == Strategy::BlueGreen && rollout.active == rollout.updated;
}

void abortByAnalysis(Look& look) {
  RolloutState& rollout = look.rollout();
  look.note(Reason::AnalysisRunFailed, rollout.updated,
            {rollout.analysis.failed, look.strategy().analysis->failureLimit, 0, 0});
  look.note(Reason::RolloutAborted, rollout.updated, {1, 0, 0, 0});
  look.act(ActionKind::MarkFailed, rollout.updated);
  returnToStable(rollout, look.strategy(), RolloutPhase::Aborted, look.now());
}

}  // namespace

void beginMeasuring(Look& look) {
  look.rollout().analysis = {};
  look.rollout().analysis.running = true;
  beginInterval(look);
  look.wakeAt(look.rollout().analysis.nextAt);
}

void measureNewVersion(Look& look) {
  AnalysisState& state = look.rollout().analysis;
  if (!measuredNow(look)) {
    // A canary of which every pod is lost for a moment is still being measured; other strategies do not know analysis.
    const bool canary = look.strategy().strategy == Strategy::Canary;
    if (!canary || !look.inProgress() || !look.strategy().analysis) state = {};
    if (!state.running) return;
  }
  if (!state.running) return beginMeasuring(look);
  if (look.now() >= state.nextAt) {
    const auto measurement =
        measureInterval(newVersion(look).servedMilli - state.baseServedMilli,
                        newVersion(look).failedMilli - state.baseFailedMilli, look.strategy().analysis->maxError);
    beginInterval(look);
    if (measurement) {
      ++state.taken;
      ++state.sinceStep;
      state.failed += measurement->failed ? 1 : 0;
      look.note(Reason::MeasurementTaken, look.rollout().updated,
                {measurement->failedShare, look.strategy().analysis->maxError, state.taken, state.failed});
      if (analysisFailed(state, *look.strategy().analysis)) return abortByAnalysis(look);
    }
  }
  look.wakeAt(state.nextAt);
}

}  // namespace perfect
