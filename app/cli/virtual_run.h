// SPDX-License-Identifier: GPL-3.0-or-later
//
// A world that is taken from t = 0 to its end in virtual time, instant by instant, watched by whoever wants to:
// observers see every state that lasted, also the one between a tick and the agents' next effects.
// Thread rule: one thread. The same world and limits give the same history however they are watched.
#pragma once

#include <functional>
#include <optional>

#include "app/runtime/world.h"

namespace perfect {

class VirtualRun {
 public:
  /// Without --for a run ends this long after its last step, even if something is still pending.
  static constexpr Millis kPatience = 3600000;

  VirtualRun(World& world, std::optional<Millis> forTime) : m_world(world), m_forTime(forTime) {}

  /// Called at the beginning and whenever time has gone on.
  std::function<void()> onAdvanced;
  /// Called at the beginning and at every whole `sampleEvery`, before the tick of that instant.
  std::function<void()> onSample;
  Millis sampleEvery = 0;  ///< 0: never

  /// To the end: --for has come; or the last step is done and nothing is pending; or a step failed.
  void run();

 private:
  SimTime end();
  void advanceTo(SimTime t);
  bool failed() const { return m_world.run && m_world.run->failed(); }

  World& m_world;
  std::optional<Millis> m_forTime;
  std::optional<SimTime> m_lastStep;
  SimTime m_nextSample = 0;
};

}  // namespace perfect
