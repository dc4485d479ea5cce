// SPDX-License-Identifier: GPL-3.0-or-later
//
// The steps of the recipe that every strategy shares: a clean start, and pods for every side.
#include "core/reconcile/steps.h"

namespace perfect {

void adoptStrategy(Look& look) {
  RolloutState& rollout = look.rollout();
  const Rollout& strategy = look.strategy();
  if (strategy.strategy != Strategy::BlueGreen) {
    rollout.active = kNoVersion;
    rollout.switchedAt = rollout.drainAt = kNever;
  }
  if (strategy.strategy == Strategy::Canary) {
    const auto steps = static_cast<std::int32_t>(strategy.steps.size());
    if (rollout.step < steps) return waitAtStep(look);
    rollout.step = steps;
  }
  // No step is left to wait at, or to be promoted from.
  rollout.stepDoneAt = rollout.pauseUntil = kNever;
  const bool blueGreen = strategy.strategy == Strategy::BlueGreen;
  rollout.waitsForPromote = rollout.waitsForPromote && blueGreen && !strategy.autoPromote;
  rollout.promote = rollout.promote && blueGreen;
}

void fillSides(Look& look) {
  for (VersionIndex v = 0; v < look.versions(); ++v) {
    const std::int32_t size = look.size(v);
    const std::int32_t total = look.counts(v).total();
    if (size > total) {
      look.act(ActionKind::Create, v, size - total, Reason::SuccessfulCreate, {size, total, size - total, 0});
    }
  }
  for (VersionIndex v = 0; v < look.versions(); ++v) {
    const std::int32_t size = look.size(v);
    const std::int32_t total = look.counts(v).total();
    if (total > size) {
      look.act(ActionKind::Remove, v, total - size, Reason::SuccessfulDelete, {size, total, total - size, 0});
    }
  }
  // What these pods make possible is seen at the next tick.
  if (!look.plan().actions.empty()) look.wakeAt(look.now() + 1);
}

}  // namespace perfect
