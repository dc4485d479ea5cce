// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a verb of a rollout may not be done now: every text of core/reconcile/verbs.cpp, in the language of
// core/events/text_template.h; {text} is the strategy. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/events/text_template.h"

namespace perfect {

enum class VerbRefusal : std::uint8_t {
  IsDeleted,
  HasNoVersion,
  WasAborted,
  WasRolledBack,
  HasFailed,
  HasNoRollout,
  FirstVersion,
  ToStableDirectly,
  HasNoSteps,
  StepsAreDone,
  NotAvailableYet,
  IsPaused,
  WaitsForPromotion,
  IsNotPaused,
  HasNoStable,
  GoesToStable,
  TriesByItself,
  NothingToRetry,
  NothingToUndo,
  ResumeFirst,
  Unknown,
  Count_
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(VerbRefusal::Count_)> kVerbRefusals{
    "service \"{svc}\" is being deleted",
    "service \"{svc}\" has no version yet",
    "the rollout of service \"{svc}\" was aborted; retry, undo or apply goes on",
    "the rollout of service \"{svc}\" was rolled back; retry, undo or apply goes on",
    "the rollout of service \"{svc}\" has failed; abort, retry, undo or apply goes on",
    "service \"{svc}\" has no rollout in progress",
    "service \"{svc}\" brings up its first version directly, without steps or waits",
    "service \"{svc}\" goes back to its stable version directly, without steps or waits",
    "{text} has no steps to promote; resume continues a paused rollout",
    "all canary steps are done; what is left is that every pod becomes available",
    "the new version is not fully available yet; nothing waits for promotion",
    "the rollout of service \"{svc}\" is paused already; resume continues it",
    "the rollout of service \"{svc}\" waits for promotion; promote continues it",
    "the rollout of service \"{svc}\" is not paused by a user",
    "service \"{svc}\" has no stable version to go back to yet",
    "service \"{svc}\" is going to its stable version already",
    "service \"{svc}\" keeps trying by itself",
    "service \"{svc}\" has no aborted, failed or rolled back rollout to retry",
    "service \"{svc}\" has no earlier revision that was once stable and has not failed",
    "the rollout of service \"{svc}\" is paused; resume it before a restart",
    "unknown action",
};
static_assert(!kVerbRefusals.back().empty(), "every VerbRefusal has its text, in the order of the enumeration");

}  // namespace perfect
