// SPDX-License-Identifier: GPL-3.0-or-later
//
// A new version begins; what the rollout verbs do in each state, and why they may not.
#include <string>

#include "tests/simulation/model/controller.h"
#include "tests/simulation/model/controller_sight.h"

namespace perfect {

namespace controller_model {

namespace {

using Answer = Result<VerbPlan, Refusal>;

Answer no(const std::string& why) { return Answer::failure({RefusalKind::Conflict, {"{0}", {why}}}); }

Answer yes(Sight& s, VersionIndex target = kNoVersion, bool freshTemplate = false) {
  s.waits = s.service.waiting;
  s.wakeAt(s.now);
  return VerbPlan{s.takePlan(), target, freshTemplate};
}

std::string name(const Sight& s) { return "service \"" + s.service.spec->name + "\""; }
std::string rollout(const Sight& s) { return "the rollout of " + name(s); }

std::string nothingUnderWay(const Sight& s) {
  if (s.r.phase == RolloutPhase::Aborted) return rollout(s) + " was aborted; retry, undo or apply goes on";
  if (s.r.phase == RolloutPhase::RolledBack) return rollout(s) + " was rolled back; retry, undo or apply goes on";
  if (s.r.phase == RolloutPhase::Failed) return rollout(s) + " has failed; abort, retry, undo or apply goes on";
  return name(s) + " has no rollout in progress";
}

std::string goesDirectly(const Sight& s) {
  return name(s) + (s.r.stable < 0 ? " brings up its first version" : " goes back to its stable version") +
         " directly, without steps or waits";
}

Answer promote(Sight& s, bool full) {
  if (!s.underWay()) return no(nothingUnderWay(s));
  if (!s.betweenVersions()) return no(goesDirectly(s));
  if (s.under(Strategy::RollingUpdate)) {
    return no("RollingUpdate has no steps to promote; resume continues a paused rollout");
  }
  if (s.under(Strategy::Recreate)) return no("Recreate has no steps to promote; resume continues a paused rollout");
  if (s.under(Strategy::Canary) && s.r.step >= static_cast<std::int32_t>(s.rules.steps.size())) {
    return no("all canary steps are done; what is left is that every pod becomes available");
  }
  if (s.under(Strategy::BlueGreen) && !full) {
    const bool heldByUser = s.r.userPaused && s.allOf(s.r.updated);
    if (!s.r.waitsForPromote && !measuresAfterSwitch(s) && !heldByUser) {
      return no("the new version is not fully available yet; nothing waits for promotion");
    }
  }
  s.r.userPaused = false;
  if (full) {
    s.r.promoteFull = true;
  } else {
    s.r.promote = true;
  }
  s.tell(Reason::Promoted, s.r.updated, {s.r.step + 1, full, 0, 0});
  return yes(s);
}

Answer pause(Sight& s) {
  if (!s.underWay()) return no(nothingUnderWay(s));
  if (s.r.userPaused) return no(rollout(s) + " is paused already; resume continues it");
  if (s.r.stable < 0) return no(goesDirectly(s));
  if (!s.betweenVersions() && (s.under(Strategy::BlueGreen) || s.under(Strategy::Canary))) return no(goesDirectly(s));
  s.r.userPaused = true;
  s.r.phase = RolloutPhase::Paused;
  if (s.r.deadlineStoppedAt == kNever) s.r.deadlineStoppedAt = s.now;
  s.tell(Reason::RolloutPaused, s.r.updated);
  return yes(s);
}

Answer resume(Sight& s) {
  if (!s.underWay()) return no(nothingUnderWay(s));
  if (!s.r.userPaused && s.r.waitsForPromote) return no(rollout(s) + " waits for promotion; promote continues it");
  if (!s.r.userPaused) return no(rollout(s) + " is not paused by a user");
  s.r.userPaused = false;
  s.tell(Reason::RolloutResumed, s.r.updated);
  return yes(s);
}

Answer abort(Sight& s) {
  const bool failed = s.r.phase == RolloutPhase::Failed && !s.r.toStable;
  if (!failed && !s.underWay()) return no(nothingUnderWay(s));
  if (s.r.stable < 0) return no(name(s) + " has no stable version to go back to yet");
  if (s.r.stable == s.r.updated) return no(name(s) + " is going to its stable version already");
  s.tell(Reason::RolloutAborted, s.r.updated, {0, 0, 0, 0});
  s.mark(ActionKind::MarkFailed, s.r.updated);
  giveUp(s, RolloutPhase::Aborted);
  return yes(s);
}

Answer retry(Sight& s) {
  const bool failed = s.r.phase == RolloutPhase::Failed;
  if (failed && !s.betweenVersions()) return no(name(s) + " keeps trying by itself");
  if (!failed && s.r.phase != RolloutPhase::Aborted && s.r.phase != RolloutPhase::RolledBack) {
    return no(name(s) + " has no aborted, failed or rolled back rollout to retry");
  }
  s.tell(Reason::RolloutRetried, s.r.updated);
  return yes(s, s.r.updated);
}

Answer undo(Sight& s) {
  if (s.r.stable < 0) return no(name(s) + " has no stable version to go back to yet");
  VersionIndex target = kNoVersion;
  for (std::int32_t revision = s.version(s.r.updated).revision - 1; revision >= 0 && target < 0; --revision) {
    for (VersionIndex v = s.versionCount() - 1; v >= 0; --v) {
      const VersionState& version = s.version(v);
      if (version.revision == revision && version.onceStable && !version.failed) target = v;
    }
  }
  if (target < 0) return no(name(s) + " has no earlier revision that was once stable and has not failed");
  s.tell(Reason::RolloutUndone, target);
  return yes(s, target);
}

Answer restart(Sight& s) {
  if (s.r.userPaused) return no(rollout(s) + " is paused; resume it before a restart");
  s.tell(Reason::RolloutRestarted, s.r.updated);
  return yes(s, kNoVersion, true);
}

}  // namespace

}  // namespace controller_model

Plan modelBeginRollout(const ServiceState& service, VersionIndex target, SimTime now) {
  using namespace controller_model;
  Sight s(service, now);
  s.wakeAt(now);
  const bool alreadyThere = s.underWay() || s.r.phase == RolloutPhase::Complete;
  if (s.r.updated == target && alreadyThere) return s.takePlan();

  const RolloutState was = s.r;
  s.r = RolloutState{};
  s.r.phase = RolloutPhase::Progressing;
  s.r.updated = target;
  s.r.stable = was.stable;
  s.r.active = was.active;
  s.r.drainAt = was.drainAt;
  s.r.sizes = was.sizes;
  s.r.sizedFor = was.sizedFor;
  s.r.number = was.number + 1;
  s.r.startedAt = now;
  s.r.progressAt = now;
  s.r.mark.updated = s.pods(target);
  s.r.mark.old = s.podsBeside(target);
  s.r.mark.available = s.availableInAll();
  for (const VersionState& v : service.versions) s.r.mark.ready += v.counts.ready;
  if (was.stable < 0) s.r.active = s.under(Strategy::BlueGreen) ? target : kNoVersion;
  if (s.under(Strategy::BlueGreen)) {
    // It still stands idle beside the serving side: going back to it is instant.
    s.r.promoteFull =
        was.drainAt != kNever && target != was.active && s.size(target) > 0 && s.version(target).onceStable;
  }
  s.tell(Reason::RolloutStarted, target, {was.stable, static_cast<std::int64_t>(s.rules.strategy), s.n, 0});
  if (s.under(Strategy::Canary) && s.betweenVersions() && !s.rules.steps.empty()) {
    const auto steps = static_cast<std::int64_t>(s.rules.steps.size());
    s.tell(Reason::SetWeight, target, {1, steps, s.rules.steps[0].percent, 0});
  }
  return s.takePlan();
}

Result<VerbPlan, Refusal> modelPlanVerb(const ServiceState& service, RolloutAction action, SimTime now) {
  using namespace controller_model;
  Sight s(service, now);
  if (service.deleting) return no(name(s) + " is being deleted");
  if (s.r.updated < 0) return no(name(s) + " has no version yet");
  switch (action) {
    case RolloutAction::Promote:
      return promote(s, false);
    case RolloutAction::PromoteFull:
      return promote(s, true);
    case RolloutAction::Pause:
      return pause(s);
    case RolloutAction::Resume:
      return resume(s);
    case RolloutAction::Abort:
      return abort(s);
    case RolloutAction::Retry:
      return retry(s);
    case RolloutAction::Undo:
      return undo(s);
    case RolloutAction::Restart:
      return restart(s);
  }
  return no("no such verb");
}

}  // namespace perfect
