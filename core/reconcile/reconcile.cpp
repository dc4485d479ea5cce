// SPDX-License-Identifier: GPL-3.0-or-later
//
// The controller's recipe for one look at one service.
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/steps.h"

namespace perfect {

namespace {

void sizeSides(Look& look) {
  if (look.desired() == 0) return sizeForNothing(look);
  const Strategy strategy = look.strategy().strategy;
  // Recreate never has two versions at once, not even where nothing is worth protecting.
  if (!look.hasStable() && strategy != Strategy::Recreate) return sizeDirectly(look);
  switch (strategy) {
    case Strategy::BlueGreen:
      return sizeBlueGreen(look);
    case Strategy::Canary:
      return sizeCanary(look);
    case Strategy::RollingUpdate:
      return sizeRollingUpdate(look);
    case Strategy::Recreate:
      return sizeRecreate(look);
  }
}

/// What a person sees of a rollout that is under way.
RolloutPhase phaseNow(const Look& look) {
  const RolloutState& rollout = look.rollout();
  if (!look.inProgress()) return rollout.phase;
  if (rollout.userPaused || rollout.waitsForPromote) return RolloutPhase::Paused;
  const bool pauses = rollout.stepDone() && rollout.pauseUntil != kNever && look.now() < rollout.pauseUntil;
  if (pauses) return RolloutPhase::Paused;
  if (rollout.stepDone() || switchStillMeasured(look)) return RolloutPhase::Analysing;
  return RolloutPhase::Progressing;
}

/// A service that grows is not a degraded one.
void noteScaling(Look& look) {
  RolloutState& rollout = look.rollout();
  const bool steady = rollout.phase == RolloutPhase::Complete;
  const bool reached = fullyAvailable(look, look.target());
  rollout.scaling = steady && !reached && (rollout.scaling || rollout.sizedFor != look.desired());
  rollout.sizedFor = look.desired();
}

}  // namespace

Plan reconcile(const ServiceState& service, SimTime now) {
  Look look(service, now);
  if (service.rollout.updated == kNoVersion) return std::move(look.plan());
  // 1. A deleted service only drains.
  if (service.deleting) {
    sizeForNothing(look);
    fillSides(look);
    listWaiting(look);
    return std::move(look.plan());
  }
  // 2. The autoscaler may change how many are desired.
  lookAtLoad(look);
  // 3. What another strategy left behind goes.
  adoptStrategy(look);
  // 4. Has it progressed, or has its deadline passed? A failed rollout turns round here.
  watchProgress(look);
  // 5. Analysis: a due measurement may abort the rollout.
  measureNewVersion(look);
  // 6. The strategy sizes each side and moves steps and traffic on.
  sizeSides(look);
  noteScaling(look);
  // 7. Everything reached: the new version is the stable one.
  completeIfReached(look);
  // 8. Pods follow the sizes: rollout, scaling and healing are the same here.
  fillSides(look);
  // 9. Phase, deadline, and what comes next.
  look.rollout().phase = phaseNow(look);
  stopOrRunDeadline(look);
  listWaiting(look);
  return std::move(look.plan());
}

}  // namespace perfect
