// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/model/controller.h"

#include "tests/simulation/model/controller_sight.h"

namespace perfect {

namespace controller_model {

Sight::Sight(const ServiceState& seen, SimTime at)
    : service(seen), rules(seen.spec->rollout), now(at), r(seen.rollout), scaler(seen.autoscale), n(seen.replicas) {
  while (r.sizes.size() < service.versions.size()) r.sizes.push_back(pods(static_cast<VersionIndex>(r.sizes.size())));
}

std::int32_t Sight::pods(VersionIndex v) const {
  const PodCounts& c = version(v).counts;
  return c.pending + c.notReady + c.ready;
}

std::int32_t Sight::available(VersionIndex v) const { return version(v).counts.available; }

std::int32_t Sight::podsBeside(VersionIndex v) const {
  std::int32_t found = 0;
  for (VersionIndex other = 0; other < versionCount(); ++other) {
    if (other != v) found += pods(other);
  }
  return found;
}

std::int32_t Sight::availableInAll() const {
  std::int32_t found = 0;
  for (VersionIndex v = 0; v < versionCount(); ++v) found += available(v);
  return found;
}

bool Sight::underWay() const {
  switch (r.phase) {
    case RolloutPhase::Progressing:
    case RolloutPhase::Paused:
    case RolloutPhase::Analysing:
      return true;
    case RolloutPhase::Complete:
    case RolloutPhase::Aborted:
    case RolloutPhase::Failed:
    case RolloutPhase::RolledBack:
      return false;
  }
  return false;
}

bool Sight::betweenVersions() const { return r.stable >= 0 && r.stable != r.updated; }

VersionIndex Sight::goal() const {
  if (r.toStable) return r.stable;
  return r.updated;
}

bool Sight::allOf(VersionIndex v) const { return size(v) == n && pods(v) == n && available(v) == n; }

void Sight::tell(Reason reason, VersionIndex v, Facts facts) {
  Action action;
  action.kind = ActionKind::Note;
  action.version = v;
  action.reason = reason;
  action.facts = facts;
  actions.push_back(action);
}

void Sight::mark(ActionKind kind, VersionIndex v) {
  Action action;
  action.kind = kind;
  action.version = v;
  actions.push_back(action);
}

void Sight::wakeAt(SimTime at) {
  if (at <= now) at = now + 1;
  if (at < wake) wake = at;
}

Plan Sight::takePlan() {
  Plan plan;
  plan.actions = actions;
  plan.rollout = r;
  plan.autoscale = scaler;
  plan.replicas = n;
  plan.waiting = waits;
  plan.wakeAt = wake;
  return plan;
}

namespace {

RolloutPhase phaseAfter(const Sight& s) {
  if (!s.underWay()) return s.r.phase;
  if (s.r.userPaused) return RolloutPhase::Paused;
  if (s.r.waitsForPromote) return RolloutPhase::Paused;
  if (s.r.stepDone()) {
    const bool pauses = s.r.pauseUntil != kNever && s.r.pauseUntil > s.now;
    return pauses ? RolloutPhase::Paused : RolloutPhase::Analysing;
  }
  return measuresAfterSwitch(s) ? RolloutPhase::Analysing : RolloutPhase::Progressing;
}

/// Another number is wanted, no other version: it scales until the number is reached.
void rememberScaling(Sight& s) {
  if (s.r.phase != RolloutPhase::Complete || s.allOf(s.goal())) {
    s.r.scaling = false;
  } else if (s.r.sizedFor != s.n) {
    s.r.scaling = true;
  }
  s.r.sizedFor = s.n;
}

}  // namespace

}  // namespace controller_model

Plan modelReconcile(const ServiceState& service, SimTime now) {
  using namespace controller_model;
  Sight s(service, now);
  if (s.r.updated < 0) return s.takePlan();
  if (service.deleting) {
    noSides(s);
    makePods(s);
    listWaits(s);
    return s.takePlan();
  }
  scaleByLoad(s);
  forgetOtherStrategies(s);
  watchDeadline(s);
  analyse(s);
  chooseSizes(s);
  rememberScaling(s);
  completeRollout(s);
  makePods(s);
  s.r.phase = phaseAfter(s);
  runDeadline(s);
  listWaits(s);
  return s.takePlan();
}

}  // namespace perfect
