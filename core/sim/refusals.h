// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a Command is refused: every text, {0} … {9} being the words of the case. What a rollout's verbs say stands in
// core/reconcile/verb_refusals.h. Pure; any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/text_pattern.h"
#include "core/model/command.h"

namespace perfect {

struct RefusalTexts {
  TextPattern noService{"there is no service {0}"};
  TextPattern noPod{"service {0} has no pod {1}"};
  TextPattern beingDeleted{"service {0} is being deleted; wait until its pods have drained"};
  TextPattern tooManyVersions{"service {0} has had {1} versions, the limit; delete it and apply it again"};
  TextPattern nothingToApply{"nothing to apply"};
  TextPattern twiceInOneApply{"service {0} appears twice in one apply"};
  TextPattern replicasOrDelta{"scale needs either replicas or delta"};
  TextPattern replicasRange{"replicas must be 0 … 1000000, not {0}"};
  TextPattern oneOfLoad{"load needs exactly one of cpu, demand and pattern"};
  TextPattern loadRange{"load must be 0 … 1000000000 percent"};
  TextPattern loadPatternPeriods{"a load pattern needs a period of at least 1 ms and a sample at most every 10 ms"};
  TextPattern tickRange{"tick must be 10 … 60000 ms, not {0}"};
  TextPattern oneOfVictims{"give only one of count, percent and pod"};
  TextPattern percentRange{"percent must be 0 … 100, not {0}"};
  TextPattern countRange{"count must be 0 … 1000000, not {0}"};
  TextPattern minAvailableRange{"minAvailable must be at least 0"};
  TextPattern maxAtOnceRange{"maxAtOnce must be at least 1"};
  TextPattern minAgeRange{"minAge must not be negative"};
  TextPattern nothingToCrash{"pod {0} has no running container to crash"};
  TextPattern everyRange{"every must be at least 10 ms"};
  TextPattern forRange{"for must not be negative"};
  TextPattern scheduleOfOnePod{"a chaos schedule takes count or percent, not one pod"};
  TextPattern alertSettingsRange{"alert settings are 0 … 86400000 ms, not {0}"};
  TextPattern noAlertSetting{"one of downConfirm, upConfirm, cooldown and startupGrace must be given"};
  TextPattern noSuchEvent{"there is no event {0}"};
  TextPattern codeRange{"code must be 0 … 599, not {0}"};
  TextPattern attemptRange{"attempt must be 1 or more, not {0}"};
  TextPattern retryAfterRange{"retryAfter must not be negative"};
  TextPattern mailTextTooLong{"text must be at most {0} bytes"};
  TextPattern mailTextOfManyLines{"text must be one line without control characters"};
  TextPattern noAlert{"event {0} is no alert that was due"};
  TextPattern alertOfAnother{"alert {0} is not about service {1}"};
  TextPattern alertForgotten{"alert {0} is not remembered any more"};
  TextPattern worldGone{"that world is gone"};
};
inline constexpr RefusalTexts kRefusalTexts{};

inline Refusal invalid(TextPattern text, std::vector<std::string> words = {}) {
  return {RefusalKind::Invalid, {text.english(), std::move(words)}};
}
inline Refusal notFound(TextPattern text, std::vector<std::string> words = {}) {
  return {RefusalKind::NotFound, {text.english(), std::move(words)}};
}
inline Refusal conflict(TextPattern text, std::vector<std::string> words = {}) {
  return {RefusalKind::Conflict, {text.english(), std::move(words)}};
}

}  // namespace perfect
