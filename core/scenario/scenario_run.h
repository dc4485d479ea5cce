// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays a scenario on an Engine: does its steps at their times and watches what they expect.
// Master of the engine's clock while it runs; virtual and live time go the same way.
// Thread rule: the engine's thread.
#pragma once

#include <cstdint>
#include <memory>
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
  int beat = 0;   ///< 1-based number among the steps with narration
  int beats = 0;
};

struct ScenarioFailure {
  int line = 0;
  SimTime t = 0;
  std::string message;  ///< "expect api ready 5: 3 of 5 ready after 20 s"
};

class ScenarioRun {
 public:
  explicit ScenarioRun(Scenario scenario);
  ~ScenarioRun();
  ScenarioRun(ScenarioRun&&) noexcept;
  ScenarioRun& operator=(ScenarioRun&&) noexcept;

  /// The next instant at which the scenario itself or the engine does something, or kNever.
  SimTime nextTime(const Engine& engine) const;
  /// As Engine::advanceTo, with the scenario's steps at their places among the Commands of their instants.
  /// Stops where a step failed. Requires t >= engine.now().
  void advanceTo(Engine& engine, SimTime t);
  /// As Engine::settle for the last instant of a run.
  void settle(Engine& engine);

  bool finished() const;          ///< every step is done, or one failed
  bool failed() const { return !failures().empty(); }
  const std::vector<ScenarioFailure>& failures() const;
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
