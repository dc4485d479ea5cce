// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts of each service over time, read off the snapshots as they come: what the charts draw.
// Bounded however long the world runs: a sample only where something changed, and of what is old the coarser the
// older it is, with the worst moments kept.
// Thread rule: the GUI thread.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/snapshot/snapshot.h"

namespace perfect {

inline constexpr std::size_t kMostSamples = 3000;   ///< a service, where there are few services
inline constexpr std::size_t kExactSamples = 1500;  ///< the newest, kept as they are
inline constexpr std::size_t kMostVersionsShown = 4;

/// Pods of one version, stopping ones left out; none: version is kNoVersion.
struct VersionPods {
  VersionIndex version = kNoVersion;
  std::int32_t pods = 0;
  bool operator==(const VersionPods&) const = default;
};

struct Sample {
  SimTime t = 0;
  std::int32_t ready = 0;
  std::int32_t desired = 0;
  std::int64_t restarts = 0;  ///< since the service was created
  std::optional<double> cpu;  ///< percent of a pod, average over serving pods; none serve: nothing to measure
  std::int64_t load = 0;      ///< the same as exports write it
  std::array<VersionPods, kMostVersionsShown> versions{};  ///< the newest ones that have pods, oldest first
  bool sameCounts(const Sample& o) const {
    return ready == o.ready && desired == o.desired && restarts == o.restarts && cpu == o.cpu && load == o.load &&
           versions == o.versions;
  }
};

/// Events of all services together, up to a moment.
struct EventTotal {
  SimTime t = 0;
  std::uint64_t events = 0;
};

/// Percent of a pod that each serving pod uses now; none where none serves.
std::optional<double> cpuPercent(const ServiceState& service);

class SeriesStore {
 public:
  /// Adds a sample where counts changed. Time that went back begins anew; so does another world, but the one before it is
  /// set aside: behind a show it comes back.
  void record(const Snapshot& snapshot);
  /// Oldest first; empty for a service that is not known. Between two samples nothing changed.
  const std::deque<Sample>& of(const std::string& service) const;
  /// The newest sample not later than `t`; null: there is none.
  static const Sample* at(const std::deque<Sample>& samples, SimTime t);
  /// Restarts in the minute before `t`.
  static std::int64_t restartsPerMinute(const std::deque<Sample>& samples, SimTime t);
  /// Events of all services in the minute before `t`.
  std::int64_t eventsPerMinute(SimTime t) const;

 private:
  void recordTotal(const Snapshot& snapshot);

  struct Series {
    std::deque<Sample> samples;
    std::shared_ptr<const ServiceState> seen;  ///< what the newest sample was read from
  };
  struct World {
    std::map<std::string, Series> series;
    std::deque<EventTotal> totals;
    SimTime last = 0;
    std::int64_t epoch = 0;
  };
  World m_world;
  World m_aside;
};

}  // namespace perfect
