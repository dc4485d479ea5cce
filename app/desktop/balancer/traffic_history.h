// SPDX-License-Identifier: GPL-3.0-or-later
//
// Requests and failures a second over time, read off the services' counters as snapshots come. Bounded: the last
// kTrafficWindow, at most kMostTrafficSamples a service.
// Thread rule: the GUI thread.
#pragma once

#include <deque>
#include <map>
#include <string>

#include "core/snapshot/snapshot.h"

namespace perfect {

inline constexpr Millis kTrafficWindow = 120000;
inline constexpr std::size_t kMostTrafficSamples = 600;

struct TrafficRate {
  double served = 0;  ///< requests a second that a pod answers, failures included
  double failed = 0;  ///< of them
};
/// What one version's pods answer at present; nothing where it does not serve.
TrafficRate rateOf(const ServiceState& service, VersionIndex version);
/// All versions together.
TrafficRate rateOf(const ServiceState& service);

struct TrafficSample {
  SimTime t = 0;
  TrafficRate rate;       ///< from t on
  double unanswered = 0;  ///< asked for, but no pod serves
};

class TrafficHistory {
 public:
  /// Adds a sample where a rate changed. Time that went back begins anew.
  void observe(const Snapshot& snapshot);
  /// Oldest first; each holds until the next one.
  const std::deque<TrafficSample>& of(const std::string& service) const;

 private:
  std::map<std::string, std::deque<TrafficSample>> m_samples;
  SimTime m_last = 0;
  std::int64_t m_epoch = 0;
};

}  // namespace perfect
