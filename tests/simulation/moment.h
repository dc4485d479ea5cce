// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the checkers see: one step of the world, as the picture before it, the picture after it, and the events
// between. An instant has up to three kinds of steps, in this order: Agents (and what chaos and load patterns do by the
// clock), one for each Command, and the controller's Tick.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/snapshot/snapshot.h"
#include "tests/simulation/world.h"

namespace perfect::storm {

enum class Stage : std::uint8_t { Agents, Command, Tick };

/// One service before and after a step. Either side is null where there is none.
struct ServiceStep {
  const ServiceState* was = nullptr;
  const PodTable* podsWere = nullptr;
  const ServiceState* is = nullptr;
  const PodTable* pods = nullptr;
  bool changed = false;  ///< something of it was published anew
};

struct Moment {
  Stage stage = Stage::Agents;
  SimTime t = 0;
  bool ticked = false;  ///< Tick: this instant is one of the controller's
  const Snapshot* before = nullptr;
  const Snapshot* now = nullptr;
  const std::vector<Event>* events = nullptr;  ///< told in this step
  std::vector<ServiceStep> services;           ///< by ServiceIndex
  const Command* command = nullptr;            ///< Stage::Command: it and its answer
  const Result<Outcome, Refusal>* answer = nullptr;
  SimTime nextTime = 0;                    ///< the engine's, after the step
  const EngineOptions* options = nullptr;  ///< alert settings as Commands have changed them
};

/// Collects what the checkers find; the first failure of a world is the one that counts.
class Findings {
 public:
  void begin(SimTime t) { m_t = t; }
  /// Counts one check; `text` is asked only when it fails.
  template <typename Text>
  void expect(bool holds, const char* check, Text&& text) {
    ++m_checks;
    if (holds || m_failure) return;
    m_failure = Failure{check, text(), m_t};
  }
  const Failure& failure() const { return m_failure; }
  std::uint64_t checks() const { return m_checks; }

 private:
  SimTime m_t = 0;
  std::uint64_t m_checks = 0;
  Failure m_failure;
};

/// A rule and what it has to remember of the past. Knows nothing of planners: its arithmetic is its own.
class Checker {
 public:
  virtual ~Checker() = default;
  virtual void look(const Moment& moment, Findings& findings) = 0;
};

using Checkers = std::vector<std::unique_ptr<Checker>>;
/// Every checker there is, fresh.
Checkers allCheckers();

/// The event's reason, service and pod in one line, for failures.
std::string told(const Event& event);
inline std::string serviceName(const ServiceState& service) { return service.spec->name; }

}  // namespace perfect::storm
