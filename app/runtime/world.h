// SPDX-License-Identifier: GPL-3.0-or-later
//
// One simulated world: an Engine, and the scenario that is master of its clock while one plays.
// Thread rule: the engine's thread.
#pragma once

#include <algorithm>
#include <optional>

#include "core/scenario/scenario_run.h"
#include "core/sim/engine.h"

namespace perfect {

struct World {
  Engine engine;
  std::optional<ScenarioRun> run;

  explicit World(const EngineOptions& options) : engine(options) {}

  /// Time stands still until somebody answers.
  bool asks() const { return run && run->question() != nullptr; }
  bool scenarioGoesOn() const { return run && !run->finished(); }
  /// Later than engine.now(), or kNever: the nearest instant to advance to at which something has happened.
  SimTime nextInstant() const {
    const SimTime next = scenarioGoesOn() ? run->nextTime(engine) : engine.nextTime();
    // What is due now is the present tick; it is done by going past it.
    return next == kNever ? kNever : std::max(next, engine.now() + 1);
  }
  /// May stop short where a scenario's step failed; go on from there.
  void advanceTo(SimTime t) {
    if (scenarioGoesOn()) {
      run->advanceTo(engine, t);
    } else {
      engine.advanceTo(t);
    }
  }
  void settle() {
    if (scenarioGoesOn()) {
      run->settle(engine);
    } else {
      engine.settle();
    }
  }
};

}  // namespace perfect
