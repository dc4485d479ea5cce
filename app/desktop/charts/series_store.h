// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts of each service over time, read off the snapshots as they come: what the charts draw.
// Bounded: the last kSeriesWindow of simulated time, at most kMostSamples a service.
// Thread rule: the GUI thread.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "core/snapshot/snapshot.h"

namespace perfect {

inline constexpr Millis kSeriesWindow = 120000;
inline constexpr std::size_t kMostSamples = 1500;

struct Sample {
  SimTime t = 0;
  std::int32_t ready = 0;
  std::int32_t desired = 0;
  std::int64_t restarts = 0;  ///< since the service was created
  std::optional<double> cpu;  ///< percent of a pod, average over serving pods; none serve: nothing to measure
  bool sameCounts(const Sample& o) const {
    return ready == o.ready && desired == o.desired && restarts == o.restarts && cpu == o.cpu;
  }
};

/// Percent of a pod that each serving pod uses now; none where none serves.
std::optional<double> cpuPercent(const ServiceState& service);

class SeriesStore {
 public:
  /// Adds a sample where counts changed or a second has passed. Time that went back begins anew.
  void record(const Snapshot& snapshot);
  /// Oldest first; empty for a service that is not known.
  const std::deque<Sample>& of(const std::string& service) const;
  /// Restarts in the minute before `t`.
  static std::int64_t restartsPerMinute(const std::deque<Sample>& samples, SimTime t);

 private:
  std::map<std::string, std::deque<Sample>> m_series;
  SimTime m_last = 0;
  std::int64_t m_epoch = 0;
};

}  // namespace perfect
