// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/series_store.h"

#include <algorithm>

namespace perfect {
namespace {

constexpr Millis kSampleEvery = 1000;
constexpr Millis kMinute = 60000;

}  // namespace

std::optional<double> cpuPercent(const ServiceState& service) {
  if (service.serving() == 0) return std::nullopt;
  if (!service.load.byDemand) return static_cast<double>(service.load.cpu);
  const auto capacity =
      static_cast<double>(std::max<std::int64_t>(1, service.spec->podTemplate.simulation.capacityPerPod));
  return static_cast<double>(service.load.demand) * 100.0 / capacity / service.serving();
}

void SeriesStore::record(const Snapshot& snapshot) {
  if (snapshot.t < m_last || snapshot.epochMs != m_epoch) m_series.clear();
  m_last = snapshot.t;
  m_epoch = snapshot.epochMs;
  std::erase_if(m_series, [&](const auto& entry) { return snapshot.find(entry.first) == nullptr; });
  for (const ServiceEntry& entry : snapshot.services) {
    const ServiceState& s = *entry.state;
    Sample sample{snapshot.t, s.counts().ready, s.replicas, s.restarts, cpuPercent(s)};
    std::deque<Sample>& series = m_series[s.spec->name];
    if (!series.empty()) {
      if (series.back().t == sample.t)
        series.pop_back();
      else if (series.back().sameCounts(sample) && sample.t - series.back().t < kSampleEvery)
        continue;
    }
    series.push_back(sample);
    // A minute longer than the window: restarts per minute look back from its left edge too.
    const SimTime oldest = sample.t - kSeriesWindow - kMinute;
    while (series.size() > kMostSamples || (series.size() > 1 && series[1].t < oldest)) series.pop_front();
  }
}

const std::deque<Sample>& SeriesStore::of(const std::string& service) const {
  static const std::deque<Sample> none;
  const auto found = m_series.find(service);
  return found == m_series.end() ? none : found->second;
}

std::int64_t SeriesStore::restartsPerMinute(const std::deque<Sample>& samples, SimTime t) {
  const auto after =
      std::upper_bound(samples.begin(), samples.end(), t, [](SimTime at, const Sample& s) { return at < s.t; });
  if (after == samples.begin()) return 0;
  const auto base =
      std::upper_bound(samples.begin(), after, t - kMinute, [](SimTime at, const Sample& s) { return at < s.t; });
  const std::int64_t before = base == samples.begin() ? base->restarts : std::prev(base)->restarts;
  return std::prev(after)->restarts - before;
}

}  // namespace perfect
