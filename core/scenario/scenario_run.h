// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays a scenario on an Engine: does its steps at their times and watches what they expect.
// Master of the engine's clock while it runs; virtual and live time go the same way.
//
// - Steps go one after another. `after` counts from the end of the step before, `at` from the instant the run
//   began; steps that wait for nothing follow in the same instant.
// - Commands are given in the Commands' place of their instant, before the tick. Where a condition comes true by
//   a tick, a Command that follows at once is given a millisecond later, the next such place; narration, waits and
//   conditions go on at once.
// - Conditions are looked at whenever the engine did something; a timeout includes its last instant.
// - ready, serving, replicas and mails are compared exactly, restarts and minReady as "at least". minReady begins
//   at the first moment with as many pods ready as desired. In an expect, event and minReady look back to the last
//   expect about the service; expects that follow one another in the same instant look back over the same stretch.
//   An until waits for an event behind the one that the last step about the service found, or behind its end.
// - `ask` is passed over, or waits where somebody is there to answer: then time stands still until answer(), so that an
//   answer changes nothing in the history.
// Thread rule: the engine's thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/sim/engine.h"

namespace perfect {

/// Narration on screen since `since`.
struct Caption {
  std::string text;
  std::string look;
  SimTime since = 0;
  int beat = 0;  ///< 1-based number among the steps with narration
  int beats = 0;
};

/// What becomes of `ask`.
enum class Questions : std::uint8_t { PassOver, Wait };

struct GivenAnswer {
  std::optional<std::size_t> choice;  ///< place among the choices; none: passed over
  bool right = false;
};

struct ScenarioFailure {
  int line = 0;
  SimTime t = 0;
  std::string message;  ///< "expect api ready 5: 3 of 5 ready after 20 s"
};

class ScenarioRun {
 public:
  explicit ScenarioRun(Scenario scenario, Questions questions = Questions::PassOver);
  ~ScenarioRun();
  ScenarioRun(ScenarioRun&&) noexcept;
  ScenarioRun& operator=(ScenarioRun&&) noexcept;

  /// The next instant at which the scenario itself or the engine does something, or kNever.
  SimTime nextTime(const Engine& engine) const;
  /// As Engine::advanceTo, with the scenario's steps at their places among the Commands of their instants.
  /// Stops where a step failed or a question waits, short of `t`; once finished or failed, it is Engine::advanceTo. Requires t >= engine.now().
  void advanceTo(Engine& engine, SimTime t);
  /// As Engine::settle for the last instant of a run.
  void settle(Engine& engine);

  bool finished() const;  ///< every step is done, or one failed
  bool failed() const { return !failures().empty(); }
  const std::vector<ScenarioFailure>& failures() const;
  /// The question that waits for an answer; null: none does.
  const AskStep* question() const;
  /// Answers it; what follows in the same instant is done when time goes on. Requires question() and a choice in range.
  void answer(Engine& engine, std::optional<std::size_t> choice);
  /// Of the questions so far, in order. Empty where they are passed over by themselves.
  const std::vector<GivenAnswer>& answers() const;
  /// Steps not done yet, as "line 12: expect …".
  std::vector<std::string> stepsNotReached() const;
  /// The caption on screen; its text is empty before the first one.
  const Caption& caption() const;
  /// Every caption so far, for a transcript.
  const std::vector<Caption>& captions() const;
  const Scenario& scenario() const;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace perfect
