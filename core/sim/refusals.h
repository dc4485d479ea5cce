// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a Command is refused: every text, {0} … {9} being the words of the case. What a rollout's verbs say stands in
// core/reconcile/verb_refusals.h. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/command.h"

namespace perfect {

enum class RefusalText : std::uint8_t {
  NoService,
  NoPod,
  BeingDeleted,
  TooManyVersions,
  NothingToApply,
  TwiceInOneApply,
  ReplicasOrDelta,
  ReplicasRange,
  OneOfLoad,
  LoadRange,
  LoadPatternPeriods,
  TickRange,
  OneOfVictims,
  PercentRange,
  CountRange,
  MinAvailableRange,
  MaxAtOnceRange,
  MinAgeRange,
  NothingToCrash,
  EveryRange,
  ForRange,
  ScheduleOfOnePod,
  AlertSettingsRange,
  NoAlertSetting,
  NoSuchEvent,
  CodeRange,
  AttemptRange,
  RetryAfterRange,
  MailTextTooLong,
  MailTextOfManyLines,
  NoAlert,
  AlertOfAnother,
  AlertForgotten,
  WorldGone,
  Count_
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(RefusalText::Count_)> kRefusalTexts{
    "there is no service {0}",
    "service {0} has no pod {1}",
    "service {0} is being deleted; wait until its pods have drained",
    "service {0} has had {1} versions, the limit; delete it and apply it again",
    "nothing to apply",
    "service {0} appears twice in one apply",
    "scale needs either replicas or delta",
    "replicas must be 0 … 1000000, not {0}",
    "load needs exactly one of cpu, demand and pattern",
    "load must be 0 … 1000000000 percent",
    "a load pattern needs a period of at least 1 ms and a sample at most every 10 ms",
    "tick must be 10 … 60000 ms, not {0}",
    "give only one of count, percent and pod",
    "percent must be 0 … 100, not {0}",
    "count must be 0 … 1000000, not {0}",
    "minAvailable must be at least 0",
    "maxAtOnce must be at least 1",
    "minAge must not be negative",
    "pod {0} has no running container to crash",
    "every must be at least 10 ms",
    "for must not be negative",
    "a chaos schedule takes count or percent, not one pod",
    "alert settings are 0 … 86400000 ms, not {0}",
    "one of downConfirm, upConfirm, cooldown and startupGrace must be given",
    "there is no event {0}",
    "code must be 0 … 599, not {0}",
    "attempt must be 1 or more, not {0}",
    "retryAfter must not be negative",
    "text must be at most {0} bytes",
    "text must be one line without control characters",
    "event {0} is no alert that was due",
    "alert {0} is not about service {1}",
    "alert {0} is not remembered any more",
    "that world is gone",
};
static_assert(!kRefusalTexts.back().empty(), "every RefusalText has its text, in the order of the enumeration");

inline Saying said(RefusalText text, std::vector<std::string> words = {}) {
  return {kRefusalTexts[static_cast<std::size_t>(text)], std::move(words)};
}
inline Refusal invalid(RefusalText text, std::vector<std::string> words = {}) {
  return {RefusalKind::Invalid, said(text, std::move(words))};
}
inline Refusal notFound(RefusalText text, std::vector<std::string> words = {}) {
  return {RefusalKind::NotFound, said(text, std::move(words))};
}
inline Refusal conflict(RefusalText text, std::vector<std::string> words = {}) {
  return {RefusalKind::Conflict, said(text, std::move(words))};
}

}  // namespace perfect
