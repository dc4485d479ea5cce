// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scenario file (kind: Scenario): Play Demo, lessons, recordings and shrunken failures. Parsing
// reads texts through a callback, so core does no I/O. Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/manifest/manifest.h"
#include "core/model/command.h"

namespace perfect {

/// What `until` and `expect` compare; unset members are not compared. All set ones must hold at the same moment.
struct Condition {
  std::string service;
  std::optional<std::int32_t> ready;
  std::optional<std::int32_t> minReady;  ///< expect: least ready at every moment since the last expect for that service
  std::optional<std::int32_t> serving;
  std::optional<std::int32_t> replicas;  ///< desired
  std::optional<std::string> version;    ///< digest of the version that desired asks for, and every serving pod has
  std::optional<std::string> status;     ///< beginning of the status phrase, case-insensitive ("Stable")
  std::optional<std::string> event;      ///< a reason code seen for the service since the last expect
  std::optional<std::int64_t> restarts;  ///< at least
  std::optional<std::int32_t> mails;     ///< due since the scenario began
};

struct UntilStep {
  Condition condition;
  Millis timeout = 60000;
};
struct ExpectStep {
  Condition condition;
  Millis within = 0;
};
struct AskStep {
  std::string question;
  std::vector<std::string> choices;
  std::string answer;
  std::string because;
};

struct ScenarioStep {
  int line = 0;                 ///< where it stands in the file
  std::string say;              ///< narration; empty: none
  std::string look;             ///< where to look ("the top sector"); optional companion of say
  std::optional<Millis> after;  ///< waits first
  std::optional<SimTime> at;    ///< waits for this time of the scenario's clock
  std::variant<std::monostate, Command, UntilStep, ExpectStep, AskStep> what;
};

/// What an `until` waits for or an `expect` demands; null for other steps.
inline const Condition* conditionOf(const ScenarioStep& step) {
  if (const auto* until = std::get_if<UntilStep>(&step.what)) return &until->condition;
  if (const auto* expect = std::get_if<ExpectStep>(&step.what)) return &expect->condition;
  return nullptr;
}

struct Scenario {
  std::string name;
  std::string title;
  std::optional<std::uint64_t> seed;
  std::vector<ScenarioStep> steps;
};

/// Reads a manifest named in a step (path relative to the scenario's file, or absolute); the error is one line.
using ReadText = std::function<Result<std::string>(const std::string& path)>;

/// True when the text's first document says `kind: Scenario` (whatever else is wrong with it).
bool looksLikeScenario(std::string_view yaml);

/// All errors at once, said in `wording`; those inside a referenced manifest name it in their message.
Result<Scenario, ManifestErrors> parseScenario(std::string_view yaml, const ReadText& read,
                                               const std::vector<FieldOverride>& overrides = {},
                                               const Wording& wording = plainEnglish());

}  // namespace perfect
