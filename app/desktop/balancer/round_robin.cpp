// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/balancer/round_robin.h"

namespace perfect {
namespace {

/// Pods looked at for one answer: nobody waits for a search through a million that start.
constexpr int kMostLookedAt = 50000;

/// Serving pods from `from` on, at most so many behind those in `found`.
void collect(const ServiceEntry& entry, PodOrdinal from, std::size_t most, std::vector<PodView>& found) {
  int looked = 0;
  Snapshot::forEachPod(entry, from, [&](const PodView& view) {
    if (view.serving() && !view.pod.terminating()) found.push_back(view);
    return found.size() < most && ++looked < kMostLookedAt;
  });
}

}  // namespace

std::vector<PodView> RoundRobin::coming(const ServiceEntry& entry, std::size_t most) const {
  std::vector<PodView> found;
  const auto serving = static_cast<std::size_t>(entry.state->serving());
  most = std::min(most, serving);  // nobody comes twice in one list
  if (most == 0) return found;
  if (m_last != kNoPod) collect(entry, m_last + 1, most, found);
  if (found.size() < most) collect(entry, 0, most, found);
  return found;
}

std::optional<PodView> RoundRobin::next(const ServiceEntry& entry) {
  const std::vector<PodView> first = coming(entry, 1);
  if (first.empty()) return std::nullopt;
  m_last = first.front().pod.ordinal;
  return first.front();
}

}  // namespace perfect
