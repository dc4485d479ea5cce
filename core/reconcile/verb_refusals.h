// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a verb of a rollout may not be done now: every text of core/reconcile/verbs.cpp, in the language of
// core/events/text_template.h; {1} is the strategy. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

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
    "service \"{0}\" is being deleted",
    "service \"{0}\" has no version yet",
    "the rollout of service \"{0}\" was aborted; retry, undo or apply goes on",
    "the rollout of service \"{0}\" was rolled back; retry, undo or apply goes on",
    "the rollout of service \"{0}\" has failed; abort, retry, undo or apply goes on",
    "service \"{0}\" has no rollout in progress",
    "service \"{0}\" brings up its first version directly, without steps or waits",
    "service \"{0}\" goes back to its stable version directly, without steps or waits",
    "{1} has no steps to promote; resume continues a paused rollout",
    "all canary steps are done; what is left is that every pod becomes available",
    "the new version is not fully available yet; nothing waits for promotion",
    "the rollout of service \"{0}\" is paused already; resume continues it",
    "the rollout of service \"{0}\" waits for promotion; promote continues it",
    "the rollout of service \"{0}\" is not paused by a user",
    "service \"{0}\" has no stable version to go back to yet",
    "service \"{0}\" is going to its stable version already",
    "service \"{0}\" keeps trying by itself",
    "service \"{0}\" has no aborted, failed or rolled back rollout to retry",
    "service \"{0}\" has no earlier revision that was once stable and has not failed",
    "the rollout of service \"{0}\" is paused; resume it before a restart",
    "unknown action",
};
static_assert(!kVerbRefusals.back().empty(), "every VerbRefusal has its text, in the order of the enumeration");

}  // namespace perfect
