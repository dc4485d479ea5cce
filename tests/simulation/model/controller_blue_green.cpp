// SPDX-License-Identifier: GPL-3.0-or-later
//
// Blue/green: two full sides, one of them serves, the idle one stays for a while.
#include "tests/simulation/model/controller_sight.h"

namespace perfect::controller_model {

namespace {

/// No one version serves, and no pod of another could.
bool isTheOnlyOneToServe(const Sight& s, VersionIndex v) {
  bool only = s.r.active < 0;
  for (VersionIndex other = 0; other < s.versionCount(); ++other)
    only = only && (other == v || s.version(other).counts.ready == 0);
  return only;
}

bool serveFrom(Sight& s, VersionIndex v) {
  const VersionIndex former = s.r.active;
  const bool nobodySees = isTheOnlyOneToServe(s, v);
  s.r.active = v;
  if (former == v || nobodySees) return false;
  s.tell(Reason::TrafficSwitched, v, {former, s.available(v), s.n, 0});
  return true;
}

/// All sides but these two leave: at once, or, where one may want to go back to them, when their time is over.
void drainOthers(Sight& s, VersionIndex one, VersionIndex two) {
  const bool over = s.r.drainAt == kNever || s.r.drainAt <= s.now;
  if (s.r.active < 0) {
    // All of them serve: there is no idle side yet.
    if (over) s.r.drainAt = kNever;
    if (!over) s.wakeAt(s.r.drainAt);
    return;
  }
  bool someoneStays = false;
  for (VersionIndex v = 0; v < s.versionCount(); ++v) {
    const bool present = s.size(v) > 0 || s.pods(v) > 0;
    if (v == one || v == two || !present) continue;
    if (v == s.r.active) {
      someoneStays = someoneStays || (s.r.toStable && v == s.r.updated && !over);
      continue;
    }
    const bool comesBack = s.version(v).onceStable || (s.r.toStable && v == s.r.updated);
    if (comesBack && !over) {
      someoneStays = true;
    } else {
      s.size(v) = 0;
    }
  }
  if (!someoneStays) s.r.drainAt = kNever;
  if (s.r.drainAt != kNever) s.wakeAt(s.r.drainAt);
}

void oneSideOnly(Sight& s, VersionIndex side) {
  s.size(side) = s.n;
  const VersionIndex former = s.r.active;
  const bool alone = s.podsBeside(side) == 0;
  const bool backAtOnce = s.r.toStable && s.version(side).counts.ready > 0;
  if (former != side && (alone || backAtOnce || isTheOnlyOneToServe(s, side) || s.allOf(side))) {
    const bool seen = serveFrom(s, side);
    // Gone back by apply: the other side stays as after any switch. After an abort its time runs already.
    if (!alone && former >= 0 && !s.r.toStable) s.r.drainAt = later(s.now, s.rules.scaleDownDelay);
    if (seen && s.underWay()) s.progress();
  }
  drainOthers(s, side, side);
}

/// Whether traffic may move as soon as green is all there.
bool mayMove(const Sight& s) {
  if (s.r.promoteFull) return true;
  if (s.r.userPaused) return false;
  return s.rules.autoPromote || s.r.promote;
}

void moveOrWait(Sight& s) {
  const VersionIndex green = s.r.updated;
  if (s.available(green) != s.n) return;
  if (mayMove(s)) {
    serveFrom(s, green);
    s.r.switchedAt = s.now;
    s.r.waitsForPromote = false;
    s.r.promote = false;
    if (s.rules.analysis && !s.r.promoteFull) beginAnalysis(s);
    s.progress();
  } else if (!s.r.userPaused && !s.r.waitsForPromote) {
    s.r.waitsForPromote = true;
    s.tell(Reason::WaitingForPromotion, green, {s.available(green), s.n, 0, 0});
  }
}

}  // namespace

void sizeBlueAndGreen(Sight& s) {
  if (s.r.toStable || !s.betweenVersions()) {
    oneSideOnly(s, s.goal());
    return;
  }
  s.size(s.r.stable) = s.n;
  s.size(s.r.updated) = s.n;
  const bool aThirdServes = s.r.active != s.r.stable && s.r.active != s.r.updated;
  if (aThirdServes && s.allOf(s.r.stable)) serveFrom(s, s.r.stable);
  if (s.underWay() && s.r.active != s.r.updated) moveOrWait(s);
  drainOthers(s, s.r.stable, s.r.updated);
}

}  // namespace perfect::controller_model
