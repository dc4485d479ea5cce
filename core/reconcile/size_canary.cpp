// SPDX-License-Identifier: GPL-3.0-or-later
//
// The canary step of the recipe: sizes by weight, then the next step where nothing holds it back.
#include <numeric>

#include "core/reconcile/analysis.h"
#include "core/reconcile/canary.h"
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/status.h"
#include "core/reconcile/steps.h"

namespace perfect {

namespace {

std::int32_t stepCount(const Look& look) { return static_cast<std::int32_t>(look.strategy().steps.size()); }
bool onAStep(const Look& look) { return look.rollout().step < stepCount(look); }
const CanaryStep& presentStep(const Look& look) {
  return look.strategy().steps[static_cast<std::size_t>(look.rollout().step)];
}

Millis timedPause(const Look& look) { return presentStep(look).pause.value_or(look.strategy().pause); }

/// Pods above the count that are not available.
void giveUpSurplus(std::int32_t& size, const Side& side, std::int32_t wanted) {
  if (size > wanted) size = std::max(wanted, std::min(size, side.available));
}

/// `stable` is kNoVersion where the new version is the stable one: then it goes straight to the desired number.
void sizeSides(Look& look, VersionIndex canary, VersionIndex stable, std::int32_t weight) {
  const Fenceposts posts = fencepostsOf(look.strategy(), look.desired());
  std::vector<VersionIndex> older = look.others(canary, stable);
  std::reverse(older.begin(), older.end());
  std::vector<Side> sides;
  sides.reserve(older.size());
  for (const VersionIndex v : older) sides.push_back(look.side(v));

  const auto stableSide = stable == kNoVersion ? std::optional<Side>{} : std::optional<Side>{look.side(stable)};
  const std::int32_t olderTotal = totalSize(sides);
  CanaryCounts next = basicCanary(look.desired(), weight, posts, look.side(canary), stableSide, olderTotal);
  drainOlder(sides, look.service().counts().available, look.desired() - posts.unavailable);
  // Older versions that are needed, and pods that do not work in the room where others could grow, would wait for one
  // another for ever: those above their side's count go.
  const bool moves = next.canary != look.size(canary) || (stableSide && next.stable != stableSide->size);
  if (olderTotal > 0 && totalSize(sides) == olderTotal && !moves) {
    const CanaryCounts wanted = stableSide ? approximateWeight(look.desired(), weight, posts.surge) : CanaryCounts{};
    giveUpSurplus(next.canary, look.side(canary), stableSide ? wanted.canary : look.desired());
    if (stableSide) giveUpSurplus(next.stable, *stableSide, wanted.stable);
  }

  look.setSize(canary, next.canary);
  if (stable != kNoVersion) look.setSize(stable, next.stable);
  for (std::size_t i = 0; i < older.size(); ++i) look.setSize(older[i], sides[i].size);
}

bool stepReached(const Look& look, std::int32_t weight) {
  const RolloutState& rollout = look.rollout();
  std::int32_t olderAvailable = 0;
  for (const VersionIndex v : look.others(rollout.updated, rollout.stable)) olderAvailable += look.counts(v).available;
  const std::int32_t surge = fencepostsOf(look.strategy(), look.desired()).surge;
  return canaryStepComplete(approximateWeight(look.desired(), weight, surge),
                            {look.side(rollout.updated), look.counts(rollout.updated).total()},
                            {look.side(rollout.stable), look.counts(rollout.stable).total()}, olderAvailable);
}

void finishStep(Look& look) {
  RolloutState& rollout = look.rollout();
  rollout.stepDoneAt = look.now();
  waitAtStep(look);
  rollout.analysis.sinceStep = 0;
  look.progress();
  const std::int64_t waits = rollout.waitsForPromote ? -2 : rollout.pauseUntil == kNever ? -1 : timedPause(look);
  look.note(Reason::RolloutStepCompleted, rollout.updated,
            {rollout.step + 1, stepCount(look), presentStep(look).percent, waits});
}

void nextStep(Look& look) {
  RolloutState& rollout = look.rollout();
  const std::int32_t before = presentStep(look).percent;
  ++rollout.step;
  rollout.waitsForPromote = rollout.promote = false;
  rollout.stepDoneAt = rollout.pauseUntil = kNever;
  rollout.analysis.sinceStep = 0;
  const std::int32_t weight = onAStep(look) ? presentStep(look).percent : 100;
  if (!onAStep(look) && before == 100) return;
  look.note(Reason::SetWeight, rollout.updated,
            {std::min(rollout.step + 1, stepCount(look)), stepCount(look), weight, 0});
}

bool heldBack(const Look& look) {
  const RolloutState& rollout = look.rollout();
  if (!rollout.stepDone() || rollout.userPaused || rollout.waitsForPromote) return true;
  if (rollout.pauseUntil != kNever && look.now() < rollout.pauseUntil) return true;
  // A weight that leaves the canary without a pod leaves nothing to measure either.
  if (look.size(rollout.updated) == 0) return false;
  return look.strategy().analysis && !measuredEnough(rollout.analysis, *look.strategy().analysis, false);
}

void skipAllSteps(Look& look) {
  RolloutState& rollout = look.rollout();
  rollout.step = stepCount(look);
  rollout.waitsForPromote = rollout.promote = false;
  rollout.stepDoneAt = rollout.pauseUntil = kNever;
}

}  // namespace

void waitAtStep(Look& look) {
  RolloutState& rollout = look.rollout();
  rollout.waitsForPromote = false;
  rollout.pauseUntil = kNever;
  if (!rollout.stepDone() || rollout.step + 1 >= stepCount(look)) return;
  rollout.waitsForPromote = presentStep(look).manual;
  if (rollout.waitsForPromote || timedPause(look) == 0) return;
  rollout.pauseUntil = later(rollout.stepDoneAt, timedPause(look));
}

void sizeCanary(Look& look) {
  RolloutState& rollout = look.rollout();
  if (rollout.updated == rollout.stable) return sizeSides(look, rollout.updated, kNoVersion, 100);
  if (rollout.toStable) return sizeSides(look, rollout.updated, rollout.stable, 0);

  if (rollout.promoteFull) skipAllSteps(look);
  if (rollout.promote) nextStep(look);
  // One look may pass several steps: those that change nothing, or have no pause.
  while (true) {
    const std::int32_t weight = onAStep(look) ? presentStep(look).percent : 100;
    sizeSides(look, rollout.updated, rollout.stable, weight);
    if (!onAStep(look) || !look.inProgress()) break;
    if (!rollout.stepDone() && stepReached(look, weight)) finishStep(look);
    if (heldBack(look)) break;
    nextStep(look);
  }
  // A pause that is over while a user holds the rollout is nothing to wake for.
  if (rollout.pauseUntil > look.now()) look.wakeAt(rollout.pauseUntil);
}

}  // namespace perfect
