// SPDX-License-Identifier: GPL-3.0-or-later
//
// What promote, pause, resume, abort, retry, undo and restart do in each state of a rollout, or why they may not.
#include <optional>
#include <string>

#include "core/reconcile/look.h"
#include "core/reconcile/rollout_end.h"
#include "core/reconcile/status.h"
#include "core/reconcile/verb_refusals.h"

namespace perfect {

namespace {

using Why = VerbRefusal;
using Verdict = Result<VerbPlan, Why>;

Verdict refuse(Why why) { return Verdict::failure(why); }

Verdict accept(Look& look) {
  look.plan().waiting = look.service().waiting;
  look.wakeAt(look.now());
  return Verdict(VerbPlan{std::move(look.plan()), kNoVersion, false});
}

/// Why a verb that needs a rollout under way finds none.
Why noRollout(const Look& look) {
  switch (look.rollout().phase) {
    case RolloutPhase::Aborted:
      return Why::WasAborted;
    case RolloutPhase::RolledBack:
      return Why::WasRolledBack;
    case RolloutPhase::Failed:
      return Why::HasFailed;
    default:
      return Why::HasNoRollout;
  }
}

/// A rollout between two versions: only that has steps, waits and a way back.
bool betweenVersions(const Look& look) { return look.hasStable() && look.rollout().updated != look.rollout().stable; }

Why withoutSteps(const Look& look) { return look.hasStable() ? Why::ToStableDirectly : Why::FirstVersion; }

/// Why there is nothing to promote; empty where there is.
std::optional<Why> whyNoPromotion(const Look& look, bool full) {
  const RolloutState& rollout = look.rollout();
  const Rollout& strategy = look.strategy();
  if (!look.inProgress()) return noRollout(look);
  if (!betweenVersions(look)) return withoutSteps(look);
  if (strategy.strategy == Strategy::RollingUpdate || strategy.strategy == Strategy::Recreate) return Why::HasNoSteps;
  if (strategy.strategy == Strategy::Canary) {
    if (static_cast<std::size_t>(rollout.step) < strategy.steps.size()) return std::nullopt;
    return Why::StepsAreDone;
  }
  if (full || rollout.waitsForPromote || switchStillMeasured(look)) return std::nullopt;
  if (rollout.userPaused && fullyAvailable(look, rollout.updated)) return std::nullopt;
  return Why::NotAvailableYet;
}

Verdict promote(Look& look, bool full) {
  if (const auto why = whyNoPromotion(look, full)) return refuse(*why);
  RolloutState& rollout = look.rollout();
  rollout.userPaused = false;
  (full ? rollout.promoteFull : rollout.promote) = true;
  look.note(Reason::Promoted, rollout.updated, {rollout.step + 1, full ? 1 : 0, 0, 0});
  return accept(look);
}

Verdict pause(Look& look) {
  RolloutState& rollout = look.rollout();
  if (!look.inProgress()) return refuse(noRollout(look));
  if (rollout.userPaused) return refuse(Why::IsPaused);
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
    return refuse(rollout.waitsForPromote ? Why::WaitsForPromotion : Why::IsNotPaused);
  }
  rollout.userPaused = false;
  look.note(Reason::RolloutResumed, rollout.updated);
  return accept(look);
}

Verdict abort(Look& look) {
  RolloutState& rollout = look.rollout();
  const bool failedForward = rollout.phase == RolloutPhase::Failed && !rollout.toStable;
  if (!look.inProgress() && !failedForward) return refuse(noRollout(look));
  if (!look.hasStable()) return refuse(Why::HasNoStable);
  if (!betweenVersions(look)) return refuse(Why::GoesToStable);
  look.note(Reason::RolloutAborted, rollout.updated, {0, 0, 0, 0});
  look.act(ActionKind::MarkFailed, rollout.updated);
  returnToStable(rollout, look.strategy(), RolloutPhase::Aborted, look.now());
  return accept(look);
}

Verdict retry(Look& look) {
  const RolloutState& rollout = look.rollout();
  const bool ended = rollout.phase == RolloutPhase::Aborted || rollout.phase == RolloutPhase::RolledBack ||
                     (rollout.phase == RolloutPhase::Failed && betweenVersions(look));
  if (!ended) return refuse(rollout.phase == RolloutPhase::Failed ? Why::TriesByItself : Why::NothingToRetry);
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
  if (!look.hasStable()) return refuse(Why::HasNoStable);
  const VersionIndex target = undoTarget(look);
  if (target == kNoVersion) return refuse(Why::NothingToUndo);
  look.note(Reason::RolloutUndone, target);
  Verdict verdict = accept(look);
  VerbPlan plan = std::move(verdict).value();
  plan.target = target;
  return Verdict(std::move(plan));
}

Verdict restart(Look& look) {
  if (look.rollout().userPaused) return refuse(Why::ResumeFirst);
  look.note(Reason::RolloutRestarted, look.rollout().updated);
  Verdict verdict = accept(look);
  VerbPlan plan = std::move(verdict).value();
  plan.freshTemplate = true;
  return Verdict(std::move(plan));
}

Verdict decide(const ServiceState& service, RolloutAction action, SimTime now) {
  Look look(service, now);
  if (service.deleting) return refuse(Why::IsDeleted);
  if (service.rollout.updated == kNoVersion) return refuse(Why::HasNoVersion);
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
  return refuse(Why::Unknown);
}

}  // namespace

Result<VerbPlan, Refusal> planVerb(const ServiceState& service, RolloutAction action, SimTime now) {
  Verdict verdict = decide(service, action, now);
  if (verdict.ok()) return std::move(verdict).value();
  return Result<VerbPlan, Refusal>::failure(
      {RefusalKind::Conflict,
       {kVerbRefusals[static_cast<std::size_t>(verdict.error())],
        {service.spec->name, std::string(strategyName(service.spec->rollout.strategy))}}});
}

}  // namespace perfect
