// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rolling update and recreate steps of the recipe, and the two cases that need no strategy.
#include <numeric>

#include "core/reconcile/recreate.h"
#include "core/reconcile/rolling_update.h"
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/steps.h"

namespace perfect {

namespace {

RollingSizes sidesOf(const Look& look, VersionIndex target, const std::vector<VersionIndex>& old) {
  RollingSizes sides;
  sides.newSide = look.side(target);
  for (const VersionIndex v : old) sides.old.push_back(look.side(v));
  return sides;
}

void setSizes(Look& look, VersionIndex target, const std::vector<VersionIndex>& old, const RollingSizes& sides) {
  look.setSize(target, sides.newSide.size);
  for (std::size_t i = 0; i < old.size(); ++i) look.setSize(old[i], sides.old[i].size);
}

std::vector<VersionIndex> sized(const Look& look) {
  std::vector<VersionIndex> found;
  for (VersionIndex v = 0; v < look.versions(); ++v) {
    if (look.size(v) > 0) found.push_back(v);
  }
  return found;
}

/// The desired number changed: a single side takes it, several share it. True when that changed a side: all for this look.
bool rescaled(Look& look) {
  const std::int32_t former = look.rollout().sizedFor;
  if (former == look.desired()) return false;
  const std::vector<VersionIndex> active = sized(look);
  if (active.empty()) return false;
  if (active.size() == 1) {
    const bool changes = look.size(active.front()) != look.desired();
    look.setSize(active.front(), look.desired());
    return changes;
  }
  std::vector<std::int32_t> sizes;
  std::vector<std::int32_t> available;
  for (const VersionIndex v : active) {
    sizes.push_back(look.size(v));
    available.push_back(look.counts(v).available);
  }
  const Rollout& strategy = look.strategy();
  const std::int32_t formerAllowed = former + maxSurge(strategy, former);
  // Sides of another strategy were never within this bound; they roll on instead.
  if (std::accumulate(sizes.begin(), sizes.end(), 0) > formerAllowed) return false;
  sizes = scaleProportionally(std::move(sizes), formerAllowed, look.desired() + maxSurge(strategy, look.desired()));
  sizes = keepAvailable(std::move(sizes), available, minAvailable(strategy, look.desired()));
  bool changes = false;
  for (std::size_t i = 0; i < active.size(); ++i) {
    changes = changes || look.size(active[i]) != sizes[i];
    look.setSize(active[i], sizes[i]);
  }
  return changes;
}

}  // namespace

void sizeForNothing(Look& look) {
  RolloutState& rollout = look.rollout();
  for (VersionIndex v = 0; v < look.versions(); ++v) look.setSize(v, 0);
  rollout.drainAt = kNever;
  if (look.strategy().strategy == Strategy::BlueGreen) rollout.active = look.target();
}

void sizeDirectly(Look& look) {
  RolloutState& rollout = look.rollout();
  for (VersionIndex v = 0; v < look.versions(); ++v) look.setSize(v, v == rollout.updated ? look.desired() : 0);
  if (look.strategy().strategy == Strategy::BlueGreen) rollout.active = rollout.updated;
}

void sizeRollingUpdate(Look& look) {
  if (rescaled(look) || look.rollout().userPaused) return;
  const VersionIndex target = look.target();
  const std::vector<VersionIndex> old = look.others(target);
  setSizes(
      look, target, old,
      planRollingUpdate(look.desired(), fencepostsOf(look.strategy(), look.desired()), sidesOf(look, target, old)));
}

void sizeRecreate(Look& look) {
  if (look.rollout().userPaused) {
    rescaled(look);
    return;
  }
  const VersionIndex target = look.target();
  std::int32_t present = 0;
  for (VersionIndex v = 0; v < look.versions(); ++v) {
    if (v != target) present += look.counts(v).total() + look.counts(v).terminating;
  }
  const std::vector<VersionIndex> old = look.others(target);
  setSizes(look, target, old, planRecreate(look.desired(), present, sidesOf(look, target, old)));
}

}  // namespace perfect
