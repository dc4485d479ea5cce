// SPDX-License-Identifier: GPL-3.0-or-later
//
// The blue/green step of the recipe: both sides in full size, one of them serves.
#include "core/reconcile/blue_green.h"
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/steps.h"

namespace perfect {

namespace {

/// Idle pods wait a moment before they drain, so that going back is instant: a version that served, or one just given up.
bool staysIdle(const Look& look, VersionIndex version) {
  const RolloutState& rollout = look.rollout();
  if (rollout.drainAt == kNever) return false;
  return look.service().versions[static_cast<std::size_t>(version)].onceStable || version == rollout.updated;
}

/// The updated version is one of the others only where it was given up.
void drainIdle(Look& look, VersionIndex side, VersionIndex otherSide) {
  RolloutState& rollout = look.rollout();
  if (look.now() >= rollout.drainAt) rollout.drainAt = kNever;
  // Coming from another strategy every side serves until one of them can do it alone, or none of the others can. Nobody is
  // idle before that, and the time of a side that was given up goes on.
  if (rollout.active == kNoVersion) return look.wakeAt(rollout.drainAt);
  bool anyIdle = false;
  for (const VersionIndex v : look.others(side, otherSide)) {
    if (v == rollout.active) {
      anyIdle = anyIdle || v == rollout.updated;  // given up, it serves until stable can; its time has begun
    } else if (staysIdle(look, v)) {
      anyIdle = true;
    } else {
      look.setSize(v, 0);
    }
  }
  if (!anyIdle) rollout.drainAt = kNever;
  look.wakeAt(rollout.drainAt);
}

/// Every version serves, and beside `side` none of them has a pod that could.
bool servesAlready(const Look& look, VersionIndex side) {
  return look.rollout().active == kNoVersion && look.readyOfOthers(side) == 0;
}

/// Whether anybody sees it: requests that only `to` could answer go where they went before.
bool moveTraffic(Look& look, VersionIndex to) {
  RolloutState& rollout = look.rollout();
  const VersionIndex from = rollout.active;
  const bool unseen = from == to || servesAlready(look, to);
  rollout.active = to;
  if (unseen) return false;
  look.note(Reason::TrafficSwitched, to, {from, look.counts(to).available, look.desired(), 0});
  return true;
}

/// One version is all that is wanted: the steady state, and the way back.
void sizeOneSide(Look& look, VersionIndex side) {
  RolloutState& rollout = look.rollout();
  look.setSize(side, look.desired());
  if (rollout.active != side) {
    const bool alone = look.podsOfOthers(side) == 0;
    const bool atOnce = rollout.toStable && look.counts(side).ready > 0;
    if (alone || atOnce || servesAlready(look, side) || fullyAvailable(look, side)) {
      const VersionIndex from = rollout.active;
      const bool seen = moveTraffic(look, side);
      if (!alone && from != kNoVersion && !rollout.toStable) {
        rollout.drainAt = later(look.now(), look.strategy().scaleDownDelay);
      }
      if (seen && look.inProgress()) look.progress();
    }
  }
  drainIdle(look, side, kNoVersion);
}

SwitchInput switchInput(const Look& look) {
  const RolloutState& rollout = look.rollout();
  SwitchInput in;
  in.desired = look.desired();
  in.green = look.side(rollout.updated);
  in.greenServes = rollout.active == rollout.updated;
  in.autoPromote = look.strategy().autoPromote;
  if (rollout.waitsForPromote) in.waitedFor = 0;
  in.promoted = rollout.promote;
  in.promoteFull = rollout.promoteFull;
  in.userPaused = rollout.userPaused;
  in.measuresFirst = look.strategy().analysis.has_value();
  return in;
}

void switchIfReady(Look& look) {
  RolloutState& rollout = look.rollout();
  const SwitchPlan plan = planSwitch(switchInput(look));
  if (plan.traffic == Traffic::ToGreen) {
    moveTraffic(look, rollout.updated);
    rollout.switchedAt = look.now();
    rollout.waitsForPromote = rollout.promote = false;
    if (!plan.greenIsStable && !rollout.promoteFull) beginMeasuring(look);
    look.progress();
  } else if (plan.waits && !rollout.userPaused && !rollout.waitsForPromote) {
    rollout.waitsForPromote = true;
    look.note(Reason::WaitingForPromotion, rollout.updated,
              {look.counts(rollout.updated).available, look.desired(), 0, 0});
  }
}

}  // namespace

void sizeBlueGreen(Look& look) {
  RolloutState& rollout = look.rollout();
  if (rollout.toStable || rollout.updated == rollout.stable) return sizeOneSide(look, look.target());

  look.setSize(rollout.stable, look.desired());
  look.setSize(rollout.updated, look.desired());
  if (rollout.active != rollout.updated && fullyAvailable(look, rollout.stable)) moveTraffic(look, rollout.stable);
  if (look.inProgress() && rollout.active != rollout.updated) switchIfReady(look);
  drainIdle(look, rollout.stable, rollout.updated);
}

}  // namespace perfect
