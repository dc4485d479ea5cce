// SPDX-License-Identifier: GPL-3.0-or-later
//
// Applies Commands and advances simulated time from event to event. The only thing that changes
// the simulated world; seed + Commands at their times give the same history, byte for byte.
// Thread rule: one thread at a time; a copy is an independent world (a fork).
//
// Order at one instant: agent effects, then Commands, then the controller's tick; within each, insertion.
// advanceTo(t) leaves the tick of t itself undone, so that Commands given at t still come before it;
// settle() does it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/alerts/alert.h"
#include "core/base/result.h"
#include "core/model/command.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

struct EngineOptions {
  std::uint64_t seed = 1;
  Millis tick = 1000;                       ///< 10 … 60000
  std::int64_t epochMs = kSimulateEpochMs;  ///< wall clock of t = 0, a recorded input
  AlertSettings alerts;
};

/// How much of everything an engine keeps. None of it may grow with the length of a session; only services and
/// versions that were ever named leave their names behind.
struct KeptSizes {
  std::size_t events = 0;     ///< in memory
  std::size_t roots = 0;      ///< events of Commands that something still refers to, and a bounded number of others
  std::size_t timers = 0;     ///< entries of the Agent's queue, those that do not count any more included
  std::size_t podPlaces = 0;  ///< blocks in the pods' directories
  std::size_t wakes = 0;      ///< services that asked to be woken
  std::size_t orders = 0;     ///< blows and samples to come
  std::size_t names = 0;      ///< services and versions
};

class Engine {
 public:
  explicit Engine(const EngineOptions& options = {});
  ~Engine();
  Engine(const Engine& other);
  Engine& operator=(const Engine& other);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  SimTime now() const;
  const EngineOptions& options() const;

  /// Validates and applies a Command at the present instant. A refused one changes nothing.
  Result<Outcome, Refusal> apply(const Command& command);
  /// Which pods a ChaosCommand would take now, without taking them.
  Result<Outcome, Refusal> preview(const ChaosCommand& command) const;

  /// The next instant at which anything is due (an agent effect, a scheduled Command, a tick that has work), or kNever.
  SimTime nextTime() const;
  /// Does everything due before `t`, and the agent effects due at `t`. Requires t >= now().
  void advanceTo(SimTime t);
  /// Does what is left of the present instant: its tick, if that has work, and what follows at once.
  void settle();
  /// The tick period's next instant at or after now() that has not been done.
  SimTime nextTick() const;

  /// The service with this name, or nullptr. Valid until the next change.
  const ServiceState* service(std::string_view name) const;

  /// The picture of the present moment. Cost: what changed since the last one.
  std::shared_ptr<const Snapshot> publish();

  /// Called with every event as it is appended (exports). Not copied with the engine.
  void setEventSink(std::function<void(const Event&, const Names&)> sink);

  /// What has been told so far (the newest events) and the names in it. Valid until the next change.
  const EventLog& events() const;
  const Names& names() const;

  std::uint64_t eventsHandled() const;    ///< agent effects, for benchmarks and growth tests
  std::uint64_t servicesPlanned() const;  ///< looks of the controller at a service
  std::uint64_t lastSeq() const;
  KeptSizes keptSizes() const;  ///< for tests of long runs; cost: all services

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace perfect
