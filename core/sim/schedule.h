// SPDX-License-Identifier: GPL-3.0-or-later
//
// What comes by the clock on somebody's order: blows of a chaos schedule and samples of a load pattern.
// They act as Commands do, at their instants, in the order in which they were arranged.
// One thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "core/base/units.h"
#include "core/model/command.h"
#include "core/sim/cluster.h"

namespace perfect {

struct ChaosBlow {
  ServiceIndex service = kNoService;
  ChaosScheduleCommand command;
  SimTime endsAt = kNever;
  Origin origin;  ///< the event that announced the schedule
};
struct ChaosEnd {
  ServiceIndex service = kNoService;
  Origin origin;
};
struct LoadPatternStep {
  ServiceIndex service = kNoService;
  LoadPattern pattern;
  SimTime beganAt = 0;
  SimTime endsAt = kNever;
  Origin origin;
};
using Scheduled = std::variant<ChaosBlow, ChaosEnd, LoadPatternStep>;

class Schedule {
 public:
  void add(SimTime at, Scheduled what) { m_items.emplace(std::pair{at, m_inserted++}, std::move(what)); }
  SimTime nextTime() const { return m_items.empty() ? kNever : m_items.begin()->first.first; }
  std::size_t size() const { return m_items.size(); }
  /// The first one due at or before `now`.
  std::optional<Scheduled> take(SimTime now) {
    if (nextTime() > now) return std::nullopt;
    Scheduled first = std::move(m_items.begin()->second);
    m_items.erase(m_items.begin());
    return first;
  }
  /// Takes out what `match` says yes to; returns how many chaos schedules were among them.
  template <typename Match>
  std::int32_t cancel(Match&& match) {
    std::int32_t blows = 0;
    for (auto it = m_items.begin(); it != m_items.end();) {
      if (!match(it->second)) {
        ++it;
        continue;
      }
      if (std::holds_alternative<ChaosBlow>(it->second)) ++blows;
      it = m_items.erase(it);
    }
    return blows;
  }
  std::int32_t chaosSchedules() const {
    std::int32_t n = 0;
    for (const auto& [key, what] : m_items) n += std::holds_alternative<ChaosBlow>(what) ? 1 : 0;
    return n;
  }

 private:
  std::map<std::pair<SimTime, std::uint64_t>, Scheduled> m_items;
  std::uint64_t m_inserted = 0;
};

/// The pattern's value `since` ms after it began, in whole percent. Sine is a parabola through the same
/// extremes (integers only), within 6 % of the real one.
std::int64_t patternValue(const LoadPattern& pattern, Millis since);

}  // namespace perfect
