// SPDX-License-Identifier: GPL-3.0-or-later
//
// Canary: a weight is a share of pods, found by trying every split; steps, pauses and promotion.
#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "tests/simulation/model/controller_sight.h"

namespace perfect::controller_model {

namespace {

struct Split {
  std::int32_t canary = 0;
  std::int32_t stable = 0;
};

/// Every number of canaries in N pods and, with surge, in N + 1, the most canaries first: the nearest to the weight.
Split splitFor(std::int32_t n, std::int64_t weight, std::int32_t surge) {
  const bool bothSides = weight > 0 && weight < 100 && (n > 1 || surge > 0);
  std::int64_t bestCanary = -1;
  std::int64_t bestTotal = 1;
  for (std::int64_t total = n; total <= n + (surge > 0 ? 1 : 0); ++total) {
    for (std::int64_t canary = total; canary >= 0; --canary) {
      if (bothSides && (canary == 0 || canary == total)) continue;
      const std::int64_t off = std::abs(100 * canary - weight * total);
      const std::int64_t bestOff = std::abs(100 * bestCanary - weight * bestTotal);
      if (bestCanary < 0 || off * bestTotal < bestOff * total)
        std::tie(bestCanary, bestTotal) = std::pair(canary, total);
    }
  }
  return {static_cast<std::int32_t>(bestCanary), static_cast<std::int32_t>(bestTotal - bestCanary)};
}

/// The draining side has shrunk to `drain`. What is still above `most` goes from the other side, but no available pod
/// that is needed: then it is the draining side that gives the rest.
void dropExcess(std::int32_t& drain, std::int32_t drainAvailable, std::int32_t& other, std::int32_t otherAvailable,
                std::int32_t most, std::int32_t least) {
  while (drain + other > most) --other;
  while (other < otherAvailable && std::min(drain, drainAvailable) + other < least) ++other;
  while (drain + other > most) --drain;
}

void growAndShrink(Sight& s, VersionIndex canary, VersionIndex stable, std::int32_t weight) {
  const Room room = roomOf(s.rules, s.n);
  const std::int32_t most = s.n + room.above;
  const std::int32_t least = s.n - room.below;
  const bool two = stable >= 0;
  const Split wanted = two ? splitFor(s.n, weight, room.above) : Split{s.n, 0};

  std::vector<VersionIndex> older;
  std::int32_t olderPods = 0;
  for (VersionIndex v = s.versionCount() - 1; v >= 0; --v) {
    if (v == canary || v == stable) continue;
    older.push_back(v);
    olderPods += s.size(v);
  }
  const std::int32_t canaryWas = s.size(canary);
  const std::int32_t stableWas = two ? s.size(stable) : 0;
  std::int32_t c = canaryWas;
  std::int32_t b = stableWas;
  while (b < wanted.stable && b + c + olderPods < most) ++b;
  while (c < wanted.canary && b + c + olderPods < most) ++c;

  if (olderPods == 0) {
    const bool canaryDrains = canaryWas > wanted.canary;
    // Argo counts the pods of the side that drains, and of the other side only those that work.
    const std::int32_t canaryCounts = canaryDrains ? canaryWas : std::min(canaryWas, s.available(canary));
    const std::int32_t stableWorks = two ? std::min(stableWas, s.available(stable)) : 0;
    const std::int32_t spare = canaryCounts + (canaryDrains ? stableWorks : stableWas) - least;
    if (spare > 0 && canaryDrains) {
      for (std::int32_t i = 0; i < spare && c > wanted.canary; ++i) --c;
      if (two) dropExcess(c, s.available(canary), b, s.available(stable), most, least);
    } else if (spare > 0 && two) {
      for (std::int32_t i = 0; i < spare && b > wanted.stable; ++i) --b;
      dropExcess(b, s.available(stable), c, s.available(canary), most, least);
    }
  }

  std::int32_t mayGo = s.availableInAll() - least;
  bool moves = c != canaryWas || b != stableWas;
  for (const VersionIndex v : older) {
    const std::int32_t was = s.size(v);
    while (s.size(v) > s.available(v)) --s.size(v);
    while (s.size(v) > 0 && mayGo > 0) --s.size(v), --mayGo;
    moves = moves || s.size(v) != was;
  }
  // Nobody can move: a pod that is one too many and does not work makes room.
  if (olderPods > 0 && !moves) {
    while (c > wanted.canary && c > s.available(canary)) --c;
    while (two && b > wanted.stable && b > s.available(stable)) --b;
  }
  s.size(canary) = c;
  if (two) s.size(stable) = b;
}

std::int32_t lastStep(const Sight& s) { return static_cast<std::int32_t>(s.rules.steps.size()); }
const CanaryStep& stepNow(const Sight& s) { return s.rules.steps[static_cast<std::size_t>(s.r.step)]; }
std::int32_t weightNow(const Sight& s) { return s.r.step < lastStep(s) ? stepNow(s).percent : 100; }

bool countsAreReached(const Sight& s) {
  const Split wanted = splitFor(s.n, weightNow(s), roomOf(s.rules, s.n).above);
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    if (v != s.r.updated && v != s.r.stable && s.available(v) > 0) return false;
  }
  return s.size(s.r.updated) == wanted.canary && s.available(s.r.updated) == wanted.canary &&
         s.size(s.r.stable) == wanted.stable && s.pods(s.r.stable) == wanted.stable;
}

/// In milliseconds; -1: none, -2: a person.
std::int64_t pauseOfStep(const Sight& s) {
  const CanaryStep step = stepNow(s);
  if (s.r.step == lastStep(s) - 1) return -1;
  if (step.manual) return -2;
  const std::int64_t waits = step.pause ? *step.pause : s.rules.pause;
  return waits == 0 ? -1 : waits;
}

void endStep(Sight& s) {
  s.r.stepDoneAt = s.now;
  pauseAsDeclared(s);
  s.r.analysis.sinceStep = 0;
  s.progress();
  s.tell(Reason::RolloutStepCompleted, s.r.updated, {s.r.step + 1, lastStep(s), stepNow(s).percent, pauseOfStep(s)});
}

void beginNextStep(Sight& s) {
  const std::int32_t left = stepNow(s).percent;
  s.r.step += 1;
  s.r.stepDoneAt = kNever;
  s.r.waitsForPromote = false;
  s.r.promote = false;
  s.r.pauseUntil = kNever;
  s.r.analysis.sinceStep = 0;
  const bool behindTheLast = s.r.step == lastStep(s);
  if (behindTheLast && left == 100) return;  // nothing new
  s.tell(Reason::SetWeight, s.r.updated, {behindTheLast ? s.r.step : s.r.step + 1, lastStep(s), weightNow(s), 0});
}

bool stepMayEnd(const Sight& s) {
  if (!s.r.stepDone() || s.r.userPaused || s.r.waitsForPromote) return false;
  if (s.r.pauseUntil != kNever && s.now < s.r.pauseUntil) return false;
  if (s.size(s.r.updated) == 0) return true;  // no pod, nothing to measure
  return !s.rules.analysis || s.r.analysis.sinceStep >= s.rules.analysis->count;
}

}  // namespace

void pauseAsDeclared(Sight& s) {
  const std::int64_t waits = s.r.stepDone() ? pauseOfStep(s) : -1;
  s.r.waitsForPromote = waits == -2;
  s.r.pauseUntil = waits > 0 ? later(s.r.stepDoneAt, waits) : kNever;
}

void sizeCanaryAndStable(Sight& s) {
  if (!s.betweenVersions()) return growAndShrink(s, s.r.updated, kNoVersion, 100);
  if (s.r.toStable) return growAndShrink(s, s.r.updated, s.r.stable, 0);
  if (s.r.promoteFull) {
    s.r.step = lastStep(s);
    s.r.stepDoneAt = kNever;
    s.r.waitsForPromote = false;
    s.r.promote = false;
    s.r.pauseUntil = kNever;
  }
  if (s.r.promote && s.r.step < lastStep(s)) beginNextStep(s);
  for (;;) {
    growAndShrink(s, s.r.updated, s.r.stable, weightNow(s));
    if (!s.underWay() || s.r.step == lastStep(s)) break;
    if (!s.r.stepDone() && countsAreReached(s)) endStep(s);
    if (!stepMayEnd(s)) break;
    beginNextStep(s);
  }
  if (s.r.pauseUntil != kNever && s.r.pauseUntil > s.now) s.wakeAt(s.r.pauseUntil);
}

}  // namespace perfect::controller_model
