// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many pods each version shall have, one pod at a time where the rules give a bound; then pods follow.
#include <algorithm>

#include "tests/simulation/model/controller_sight.h"

namespace perfect::controller_model {

namespace {

/// Kubernetes' rounding to the nearest, halves upwards, found by trying.
std::int32_t nearest(std::int64_t numerator, std::int64_t denominator) {
  std::int32_t found = 0;
  while ((2 * std::int64_t{found} + 1) * denominator <= 2 * numerator) ++found;
  return found;
}

std::int32_t roundedUp(std::int64_t percent, std::int64_t n) {
  std::int32_t found = 0;
  while (found * std::int64_t{100} < percent * n) ++found;
  return found;
}

std::int32_t roundedDown(std::int64_t percent, std::int64_t n) {
  std::int32_t found = 0;
  while ((found + 1) * std::int64_t{100} <= percent * n) ++found;
  return found;
}

std::vector<VersionIndex> sizedVersions(const Sight& s) {
  std::vector<VersionIndex> found;
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    if (s.size(v) > 0) found.push_back(v);
  }
  return found;
}

void shareNewNumber(Sight& s, const std::vector<VersionIndex>& sides, std::int32_t formerAllowed,
                    std::int32_t allowed) {
  std::int32_t sum = 0;
  for (const VersionIndex v : sides) sum += s.size(v);
  std::int32_t left = allowed - sum;
  if (left == 0) return;
  // The largest first; among equals the newest one grows and the oldest one shrinks.
  std::vector<VersionIndex> order = sides;
  if (left > 0) std::reverse(order.begin(), order.end());
  std::stable_sort(order.begin(), order.end(), [&](VersionIndex a, VersionIndex b) { return s.size(a) > s.size(b); });
  for (const VersionIndex v : order) {
    const std::int32_t wanted = nearest(std::int64_t{s.size(v)} * allowed, formerAllowed);
    while (left > 0 && s.size(v) < wanted) ++s.size(v), --left;
    while (left < 0 && s.size(v) > wanted) --s.size(v), ++left;
  }
  s.size(order.front()) = std::max(0, s.size(order.front()) + left);
}

/// Never below the bound by the controller's own act: pods that do not work go instead of pods that do.
void spareAvailable(Sight& s, const std::vector<VersionIndex>& sides, std::int32_t least) {
  std::int32_t kept = 0;
  std::int32_t borrowed = 0;
  for (const VersionIndex v : sides) kept += std::min(s.size(v), s.available(v));
  for (const VersionIndex v : sides) {
    while (kept < least && s.size(v) < s.available(v)) ++s.size(v), ++kept, ++borrowed;
  }
  for (const VersionIndex v : sides) {
    while (borrowed > 0 && s.size(v) > s.available(v)) --s.size(v), --borrowed;
  }
}

/// RollingUpdate and Recreate under another desired number: true when this look has done something about it.
bool takeNewNumber(Sight& s) {
  const std::int32_t former = s.r.sizedFor;
  const std::vector<VersionIndex> sides = sizedVersions(s);
  if (former == s.n || sides.empty()) return false;
  const std::vector<std::int32_t> before = s.r.sizes;
  if (sides.size() == 1) {
    s.size(sides.front()) = s.n;
    return s.r.sizes != before;
  }
  const std::int32_t formerAllowed = former + roomOf(s.rules, former).above;
  std::int32_t sum = 0;
  for (const VersionIndex v : sides) sum += s.size(v);
  // What another strategy left is more than this one ever allows: it rolls on instead.
  if (sum > formerAllowed) return false;
  const Room room = roomOf(s.rules, s.n);
  shareNewNumber(s, sides, formerAllowed, s.n + room.above);
  spareAvailable(s, sides, s.under(Strategy::RollingUpdate) ? s.n - room.below : 0);
  return s.r.sizes != before;
}

void rollOn(Sight& s) {
  const VersionIndex fresh = s.goal();
  const Room room = roomOf(s.rules, s.n);
  std::int32_t total = 0;
  for (VersionIndex v = 0; v < s.versionCount(); ++v) total += s.size(v);

  const std::int32_t before = s.size(fresh);
  while (s.size(fresh) > s.n) --s.size(fresh);
  while (s.size(fresh) < s.n && total < s.n + room.above) ++s.size(fresh), ++total;
  if (s.size(fresh) != before) return;

  const std::int32_t least = s.n - room.below;
  std::int32_t broken = total - least - (s.size(fresh) - s.available(fresh));
  if (broken <= 0) return;
  std::int32_t working = s.availableInAll() - least;
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    if (v == fresh) continue;
    while (broken > 0 && s.size(v) > s.available(v)) --s.size(v), --broken;
  }
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    if (v == fresh) continue;
    while (working > 0 && s.size(v) > 0) --s.size(v), --working;
  }
}

void replaceAtOnce(Sight& s) {
  const VersionIndex fresh = s.goal();
  bool oldOnesLeft = false;
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    if (v == fresh) continue;
    s.size(v) = 0;
    if (s.pods(v) > 0 || s.version(v).counts.terminating > 0) oldOnesLeft = true;
  }
  if (!oldOnesLeft || s.size(fresh) > s.n) s.size(fresh) = s.n;
}

}  // namespace

Room roomOf(const Rollout& rules, std::int32_t n) {
  if (rules.strategy != Strategy::Canary && rules.strategy != Strategy::RollingUpdate) return {};
  Room room;
  room.above = rules.maxSurge.percent ? roundedUp(rules.maxSurge.value, n) : rules.maxSurge.value;
  room.below = rules.maxUnavailable.percent ? roundedDown(rules.maxUnavailable.value, n) : rules.maxUnavailable.value;
  if (room.above == 0 && room.below == 0) room.below = 1;
  room.below = std::min(room.below, n);
  return room;
}

void noSides(Sight& s) {
  for (std::int32_t& size : s.r.sizes) size = 0;
  s.r.drainAt = kNever;
  if (s.under(Strategy::BlueGreen)) s.r.active = s.goal();
}

void sizeBlueAndGreen(Sight& s);
void sizeCanaryAndStable(Sight& s);

void chooseSizes(Sight& s) {
  if (s.n == 0) {
    noSides(s);
  } else if (s.under(Strategy::Recreate)) {
    if (s.r.userPaused) {
      takeNewNumber(s);
    } else {
      replaceAtOnce(s);
    }
  } else if (s.r.stable < 0) {
    // Nothing was ever fully available, so nothing has to be kept.
    noSides(s);
    s.size(s.r.updated) = s.n;
  } else if (s.under(Strategy::BlueGreen)) {
    sizeBlueAndGreen(s);
  } else if (s.under(Strategy::Canary)) {
    sizeCanaryAndStable(s);
  } else if (!takeNewNumber(s) && !s.r.userPaused) {
    rollOn(s);
  }
}

void makePods(Sight& s) {
  for (const bool create : {true, false}) {
    for (VersionIndex v = 0; v < s.versionCount(); ++v) {
      const std::int32_t missing = s.size(v) - s.pods(v);
      if (missing == 0 || create != (missing > 0)) continue;
      Action action;
      action.kind = create ? ActionKind::Create : ActionKind::Remove;
      action.version = v;
      action.count = create ? missing : -missing;
      action.reason = create ? Reason::SuccessfulCreate : Reason::SuccessfulDelete;
      action.facts = {s.size(v), s.pods(v), action.count, 0};
      s.actions.push_back(action);
    }
  }
  if (!s.actions.empty()) s.wakeAt(s.now + 1);
}

}  // namespace perfect::controller_model
