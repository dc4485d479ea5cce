// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/series_store.h"

#include <algorithm>

#include "app/json/state_json.h"

namespace perfect {
namespace {

constexpr Millis kMinute = 60000;
constexpr Millis kTotalEvery = 500;
constexpr std::size_t kMostOfAll = 300000;  // samples of all services together
constexpr std::size_t kFewestSamples = 300;

template <typename Item>
auto firstAfter(const std::deque<Item>& items, SimTime t) {
  return std::upper_bound(items.begin(), items.end(), t, [](SimTime at, const Item& item) { return at < item.t; });
}

/// Of the older ones, every two become one; `worse(a, b)`: b is the one to be kept.
template <typename Item, typename Worse>
void thinOut(std::deque<Item>& items, std::size_t exact, Worse&& worse) {
  const std::size_t old = items.size() - std::min(items.size(), exact);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < old; i += 2) {
    const bool second = i + 1 < old && worse(items[i], items[i + 1]);
    items[kept++] = items[second ? i + 1 : i];
  }
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(kept), items.begin() + static_cast<std::ptrdiff_t>(old));
}

/// The dip is what somebody looks for later.
bool readyIsWorse(const Sample& a, const Sample& b) { return b.ready - b.desired < a.ready - a.desired; }

Sample sampleOf(const ServiceState& s, SimTime t) {
  Sample sample{t, s.counts().ready, s.replicas, s.restarts, cpuPercent(s), averageCpu(s), {}};
  std::size_t used = kMostVersionsShown;
  for (std::size_t i = s.versions.size(); i-- > 0 && used > 0;) {
    const std::int32_t pods = s.versions[i].counts.total();
    if (pods > 0) sample.versions[--used] = {static_cast<VersionIndex>(i), pods};
  }
  return sample;
}

}  // namespace

std::optional<double> cpuPercent(const ServiceState& service) {
  if (service.serving() == 0) return std::nullopt;
  if (!service.load.byDemand) return static_cast<double>(service.load.cpu);
  const auto capacity =
      static_cast<double>(std::max<std::int64_t>(1, service.spec->podTemplate.simulation.capacityPerPod));
  return static_cast<double>(service.load.demand) * 100.0 / capacity / service.serving();
}

void SeriesStore::recordTotal(const Snapshot& snapshot) {
  const std::uint64_t events = snapshot.events.end() - 1;
  if (!m_world.totals.empty() && m_world.totals.back().events == events) return;
  if (m_world.totals.size() > 1 && snapshot.t - m_world.totals[m_world.totals.size() - 2].t < kTotalEvery)
    m_world.totals.pop_back();
  m_world.totals.push_back({snapshot.t, events});
  if (m_world.totals.size() > kMostSamples)
    thinOut(m_world.totals, kExactSamples, [](const auto&, const auto&) { return true; });
}

void SeriesStore::record(const Snapshot& snapshot) {
  if (snapshot.epochMs != m_world.epoch) {
    std::swap(m_world, m_aside);
    if (m_world.epoch != snapshot.epochMs) m_world = {};
  }
  if (snapshot.t < m_world.last) m_world = {};
  m_world.last = snapshot.t;
  m_world.epoch = snapshot.epochMs;
  recordTotal(snapshot);
  std::erase_if(m_world.series, [&](const auto& entry) { return snapshot.find(entry.first) == nullptr; });
  const std::size_t most =
      std::clamp(kMostOfAll / std::max<std::size_t>(1, snapshot.services.size()), kFewestSamples, kMostSamples);
  for (const ServiceEntry& entry : snapshot.services) {
    Series& series = m_world.series[entry.state->spec->name];
    if (series.seen == entry.state && !series.samples.empty()) continue;
    series.seen = entry.state;
    const Sample sample = sampleOf(*entry.state, snapshot.t);
    std::deque<Sample>& samples = series.samples;
    if (!samples.empty() && samples.back().sameCounts(sample)) continue;
    if (!samples.empty() && samples.back().t == sample.t) samples.pop_back();
    samples.push_back(sample);
    if (samples.size() > most) thinOut(samples, most / 2, readyIsWorse);
  }
}

const std::deque<Sample>& SeriesStore::of(const std::string& service) const {
  static const std::deque<Sample> none;
  const auto found = m_world.series.find(service);
  return found == m_world.series.end() ? none : found->second.samples;
}

const Sample* SeriesStore::at(const std::deque<Sample>& samples, SimTime t) {
  const auto after = firstAfter(samples, t);
  return after == samples.begin() ? nullptr : &*std::prev(after);
}

std::int64_t SeriesStore::restartsPerMinute(const std::deque<Sample>& samples, SimTime t) {
  const Sample* now = at(samples, t);
  if (now == nullptr) return 0;
  const Sample* before = at(samples, t - kMinute);
  return now->restarts - (before == nullptr ? samples.front().restarts : before->restarts);
}

std::int64_t SeriesStore::eventsPerMinute(SimTime t) const {
  const auto upTo = [this](SimTime moment) {
    const auto after = firstAfter(m_world.totals, moment);
    return after == m_world.totals.begin() ? std::uint64_t{0} : std::prev(after)->events;
  };
  return static_cast<std::int64_t>(upTo(t) - upTo(t - kMinute));
}

}  // namespace perfect
