// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/balancer/traffic_history.h"

#include "app/desktop/grid/traffic.h"

namespace perfect {

TrafficRate rateOf(const ServiceState& service, VersionIndex version) {
  const VersionState& v = service.versions[static_cast<std::size_t>(version)];
  const std::int32_t serving = service.serving();
  if (serving == 0 || v.counts.ready == 0 || !service.serves(version)) return {};
  const Simulation& nature = v.podTemplate->simulation;
  const double ready = v.counts.ready;
  TrafficRate rate;
  // Requests are shared evenly by the serving pods; by cpu, each takes what its capacity makes of the load.
  rate.served = service.load.byDemand ? static_cast<double>(service.load.demand) * ready / serving
                                      : static_cast<double>(service.load.cpu) *
                                            static_cast<double>(nature.capacityPerPod) / 100.0 * ready;
  const double broken = v.counts.brokenReady;
  rate.failed = rate.served * (broken + (ready - broken) * nature.error / 100000.0) / ready;
  return rate;
}

TrafficRate rateOf(const ServiceState& service) {
  TrafficRate sum;
  for (std::size_t v = 0; v < service.versions.size(); ++v) {
    const TrafficRate rate = rateOf(service, static_cast<VersionIndex>(v));
    sum.served += rate.served;
    sum.failed += rate.failed;
  }
  return sum;
}

void TrafficHistory::observe(const Snapshot& snapshot) {
  if (snapshot.t < m_last || snapshot.epochMs != m_epoch) m_samples.clear();
  m_last = snapshot.t;
  m_epoch = snapshot.epochMs;
  std::erase_if(m_samples, [&](const auto& entry) { return snapshot.find(entry.first) == nullptr; });
  for (const ServiceEntry& entry : snapshot.services) {
    const ServiceState& s = *entry.state;
    TrafficSample sample{snapshot.t, rateOf(s), s.serving() == 0 ? requestsPerSecond(s) : 0};
    std::deque<TrafficSample>& samples = m_samples[s.spec->name];
    if (!samples.empty()) {
      TrafficSample& newest = samples.back();
      const bool same = newest.rate.served == sample.rate.served && newest.rate.failed == sample.rate.failed &&
                        newest.unanswered == sample.unanswered;
      if (same) continue;
      if (newest.t == sample.t) samples.pop_back();
    }
    samples.push_back(sample);
    // The one that holds at the window's left edge stays.
    while (samples.size() > kMostTrafficSamples || (samples.size() > 1 && samples[1].t < sample.t - kTrafficWindow))
      samples.pop_front();
  }
}

const std::deque<TrafficSample>& TrafficHistory::of(const std::string& service) const {
  static const std::deque<TrafficSample> none;
  const auto found = m_samples.find(service);
  return found == m_samples.end() ? none : found->second;
}

}  // namespace perfect
