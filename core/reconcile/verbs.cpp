// SPDX-License-Identifier: GPL-3.0-or-later
//
// What promote, pause, resume, abort, retry, undo and restart do in each state of a rollout, or why they may not.
#include <string>

#include "core/reconcile/look.h"
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/status.h"

namespace perfect {

namespace {

using Verdict = Result<VerbPlan, Refusal>;

Verdict refuse(const std::string& why) { return Verdict::failure(Refusal{RefusalKind::Conflict, why}); }

Verdict accept(Look& look) {
  look.plan().waiting = look.service().waiting;
  look.wakeAt(look.now());
  return Verdict(VerbPlan{std::move(look.plan()), kNoVersion, false});
}

std::string quoted(const Look& look) {
  std::string text = "service \"";
  return text.append(look.spec().name).append("\"");
}
std::string rolloutOf(const Look& look) {
  std::string text = "the rollout of ";
  return text.append(quoted(look));
}

/// Why a verb that needs a rollout under way finds none.
std::string noRollout(const Look& look) {
  switch (look.rollout().phase) {
    case RolloutPhase::Aborted:
      return rolloutOf(look) + " was aborted; retry, undo or apply goes on";
    case RolloutPhase::RolledBack:
      return rolloutOf(look) + " was rolled back; retry, undo or apply goes on";
    case RolloutPhase::Failed:
      return rolloutOf(look) + " has failed; abort, retry, undo or apply goes on";
    default:
      return quoted(look) + " has no rollout in progress";
  }
}

/// A rollout between two versions: only that has steps, waits and a way back.
bool betweenVersions(const Look& look) { return look.hasStable() && look.rollout().updated != look.rollout().stable; }

std::string withoutSteps(const Look& look) {
  if (!look.hasStable()) return quoted(look) + " brings up its first version directly, without steps or waits";
  return quoted(look) + " goes back to its stable version directly, without steps or waits";
}

/// Why there is nothing to promote; empty where there is.
std::string whyNoPromotion(const Look& look, bool full) {
  const RolloutState& rollout = look.rollout();
  const Rollout& strategy = look.strategy();
  if (!look.inProgress()) return noRollout(look);
  if (!betweenVersions(look)) return withoutSteps(look);
  if (strategy.strategy == Strategy::RollingUpdate || strategy.strategy == Strategy::Recreate) {
    return std::string(strategyName(strategy.strategy)) + " has no steps to promote; resume continues a paused rollout";
  }
  if (strategy.strategy == Strategy::Canary) {
    if (static_cast<std::size_t>(rollout.step) < strategy.steps.size()) return {};
    return "all canary steps are done; what is left is that every pod becomes available";
  }
  if (full || rollout.waitsForPromote || switchStillMeasured(look)) return {};
  if (rollout.userPaused && fullyAvailable(look, rollout.updated)) return {};
  return "the new version is not fully available yet; nothing waits for promotion";
}

Verdict promote(Look& look, bool full) {
  const std::string why = whyNoPromotion(look, full);
  if (!why.empty()) return refuse(why);
  RolloutState& rollout = look.rollout();
  rollout.userPaused = false;
  (full ? rollout.promoteFull : rollout.promote) = true;
  look.note(Reason::Promoted, rollout.updated, {rollout.step + 1, full ? 1 : 0, 0, 0});
  return accept(look);
}

Verdict pause(Look& look) {
  RolloutState& rollout = look.rollout();
  if (!look.inProgress()) return refuse(noRollout(look));
  if (rollout.userPaused) return refuse(rolloutOf(look) + " is paused already; resume continues it");
  const Strategy strategy = look.strategy().strategy;
  const bool bySteps = strategy == Strategy::BlueGreen || strategy == Strategy::Canary;
  if (!look.hasStable() || (bySteps && !betweenVersions(look))) return refuse(withoutSteps(look));
  rollout.userPaused = true;
  rollout.phase = RolloutPhase::Paused;
  if (rollout.deadlineStoppedAt == kNever) rollout.deadlineStoppedAt = look.now();
  look.note(Reason::RolloutPaused, rollout.updated);
  return accept(look);
}

Verdict resume(Look& look) {
  RolloutState& rollout = look.rollout();
  if (!look.inProgress()) return refuse(noRollout(look));
  if (!rollout.userPaused) {
    return refuse(rollout.waitsForPromote ? rolloutOf(look) + " waits for promotion; promote continues it"
                                          : rolloutOf(look) + " is not paused by a user");
  }
  rollout.userPaused = false;
  look.note(Reason::RolloutResumed, rollout.updated);
  return accept(look);
}

Verdict abort(Look& look) {
  RolloutState& rollout = look.rollout();
  const bool failedForward = rollout.phase == RolloutPhase::Failed && !rollout.toStable;
  if (!look.inProgress() && !failedForward) return refuse(noRollout(look));
  if (!look.hasStable()) return refuse(quoted(look) + " has no stable version to go back to yet");
  if (!betweenVersions(look)) return refuse(quoted(look) + " is going to its stable version already");
  look.note(Reason::RolloutAborted, rollout.updated, {0, 0, 0, 0});
  look.act(ActionKind::MarkFailed, rollout.updated);
  returnToStable(rollout, look.strategy(), RolloutPhase::Aborted, look.now());
  return accept(look);
}

Verdict retry(Look& look) {
  const RolloutState& rollout = look.rollout();
  const bool ended = rollout.phase == RolloutPhase::Aborted || rollout.phase == RolloutPhase::RolledBack ||
                     (rollout.phase == RolloutPhase::Failed && betweenVersions(look));
  if (!ended) {
    return refuse(quoted(look) + (rollout.phase == RolloutPhase::Failed
                                      ? " keeps trying by itself"
                                      : " has no aborted, failed or rolled back rollout to retry"));
  }
  look.note(Reason::RolloutRetried, rollout.updated);
  const VersionIndex target = rollout.updated;
  Verdict verdict = accept(look);
  VerbPlan plan = std::move(verdict).value();
  plan.target = target;
  return Verdict(std::move(plan));
}

/// The newest revision before the present one that was once stable and has not failed.
VersionIndex undoTarget(const Look& look) {
  const auto& versions = look.service().versions;
  const std::int32_t present = versions[static_cast<std::size_t>(look.rollout().updated)].revision;
  VersionIndex best = kNoVersion;
  for (VersionIndex v = 0; v < look.versions(); ++v) {
    const VersionState& version = versions[static_cast<std::size_t>(v)];
    if (!version.onceStable || version.failed || version.revision >= present) continue;
    if (best == kNoVersion || version.revision > versions[static_cast<std::size_t>(best)].revision) best = v;
  }
  return best;
}

Verdict undo(Look& look) {
  if (!look.hasStable()) return refuse(quoted(look) + " has no stable version to go back to yet");
  const VersionIndex target = undoTarget(look);
  if (target == kNoVersion) {
    return refuse(quoted(look) + " has no earlier revision that was once stable and has not failed");
  }
  look.note(Reason::RolloutUndone, target);
  Verdict verdict = accept(look);
  VerbPlan plan = std::move(verdict).value();
  plan.target = target;
  return Verdict(std::move(plan));
}

Verdict restart(Look& look) {
  if (look.rollout().userPaused) {
    return refuse(rolloutOf(look) + " is paused; resume it before a restart");
  }
  look.note(Reason::RolloutRestarted, look.rollout().updated);
  Verdict verdict = accept(look);
  VerbPlan plan = std::move(verdict).value();
  plan.freshTemplate = true;
  return Verdict(std::move(plan));
}

}  // namespace

Result<VerbPlan, Refusal> planVerb(const ServiceState& service, RolloutAction action, SimTime now) {
  Look look(service, now);
  if (service.deleting) return refuse(quoted(look) + " is being deleted");
  if (service.rollout.updated == kNoVersion) return refuse(quoted(look) + " has no version yet");
  switch (action) {
    case RolloutAction::Promote:
      return promote(look, false);
    case RolloutAction::PromoteFull:
      return promote(look, true);
    case RolloutAction::Pause:
      return pause(look);
    case RolloutAction::Resume:
      return resume(look);
    case RolloutAction::Abort:
      return abort(look);
    case RolloutAction::Retry:
      return retry(look);
    case RolloutAction::Undo:
      return undo(look);
    case RolloutAction::Restart:
      return restart(look);
  }
  return refuse("unknown action");
}

}  // namespace perfect
