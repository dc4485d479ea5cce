// SPDX-License-Identifier: GPL-3.0-or-later
//
// A world for tests of views: a real engine without a thread, advanced by hand, that gives Frames.
// Thread rule: one thread.
#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <string>

#include "app/desktop/frame.h"
#include "core/manifest/manifest.h"
#include "core/scenario/scenario_run.h"
#include "core/sim/engine.h"

namespace perfect {

class Stage {
 public:
  explicit Stage(std::uint64_t seed = 42) : m_engine(EngineOptions{seed, 1000, kSimulateEpochMs, {}}) {
    m_clock.seed = seed;
  }

  /// False: the text has faults or was refused.
  bool apply(const std::string& yaml) {
    auto specs = parseManifests(yaml);
    return specs.ok() && command(ApplyCommand{std::move(specs).value()});
  }
  bool command(const Command& command) { return send(command).ok(); }
  Result<Outcome, Refusal> send(const Command& command) { return m_engine.apply(command); }

  /// Lets time go on in steps; `each` sees a Frame after every one.
  void run(Millis duration, Millis step = 250, const std::function<void(const Frame&)>& each = {}) {
    const SimTime end = m_engine.now() + duration;
    while (m_engine.now() < end) {
      const SimTime next = std::min(end, m_engine.now() + step);
      if (m_play) {
        m_play->advanceTo(m_engine, next);
      } else {
        m_engine.advanceTo(next);
        m_engine.settle();
      }
      if (each) each(frame());
    }
  }
  /// From now on time belongs to the scenario.
  void play(Scenario scenario) { m_play.emplace(std::move(scenario)); }

  Frame frame() {
    Frame frame;
    frame.snapshot = m_engine.publish();
    m_clock.t = m_engine.now();
    m_clock.epochMs = kSimulateEpochMs;
    m_clock.simToReal = 1;
    m_clock.eventsPerSecond = 41;
    frame.clock = m_clock;
    if (m_play) {
      frame.play.playing = true;
      frame.play.finished = m_play->finished();
      frame.play.caption = m_play->caption();
      frame.play.title = QString::fromStdString(m_play->scenario().title);
      if (m_play->failed()) frame.play.failure = QString::fromStdString(m_play->failures().front().message);
    }
    return frame;
  }
  ClockState& clock() { return m_clock; }
  Engine& engine() { return m_engine; }

 private:
  Engine m_engine;
  ClockState m_clock;
  std::optional<ScenarioRun> m_play;
};

}  // namespace perfect
