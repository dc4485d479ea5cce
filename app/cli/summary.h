// SPDX-License-Identifier: GPL-3.0-or-later
//
// simulate's closing summary: gathered from events and counters as the run goes on, without looking at pods.
// Thread rule: the run's thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/scenario/scenario_run.h"
#include "core/sim/engine.h"

namespace perfect {

struct RolloutRecord {
  std::string version;
  SimTime startedAt = 0;
  SimTime endedAt = kNever;
  std::string outcome = "Progressing";  ///< Complete, Aborted, Failed, RolledBack, Superseded
};

struct ServiceSummary {
  bool onceStable = false;
  std::int32_t leastReady = 0;  ///< since it was first stable
  std::int32_t mostPods = 0;    ///< at once; terminating ones count for nothing, as everywhere
  std::int64_t restarts = 0;
  std::vector<RolloutRecord> rollouts;
};

class Summary {
 public:
  /// Notes what the event says; the service's counters are looked at by the next observe().
  void addEvent(const Event& event, const Names& names);
  /// Looks at the services that had events since the last call. Call it whenever time has gone on.
  void observe(const Engine& engine);

  struct Ending {
    SimTime t = 0;
    std::uint64_t seed = 1;
    std::uint64_t events = 0;
    std::vector<std::string> stepsNotReached;
    std::vector<ScenarioFailure> failures;
  };
  std::string text(const Ending& ending) const;
  std::string json(const Ending& ending) const;

 private:
  std::map<std::string, ServiceSummary> m_services;
  std::vector<std::pair<ServiceIndex, std::string>> m_touched;
};

}  // namespace perfect
