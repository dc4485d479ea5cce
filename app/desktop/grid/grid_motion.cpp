// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/grid_motion.h"

#include <algorithm>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

double share(qint64 since, qint64 now, int duration) {
  return std::clamp(static_cast<double>(now - since) / duration, 0.0, 1.0);
}

}  // namespace

void GridMotion::clear() {
  m_ghosts.clear();
  m_spawns.clear();
  m_switches.clear();
  m_answers.clear();
}

void GridMotion::spawn(ServiceIndex service, PodOrdinal pod) {
  if (m_spawns.size() < kMostMotions) m_spawns[{service, pod}] = now();
}

void GridMotion::derez(const QRect& place, std::uint32_t colour, std::uint32_t noise) {
  if (m_ghosts.size() < kMostMotions) m_ghosts.push_back({place, colour, noise, now()});
}

void GridMotion::switchTraffic(ServiceIndex service) { m_switches[service] = now(); }

void GridMotion::answer(ServiceIndex service, PodOrdinal pod) {
  if (m_answers.size() < kMostMotions) m_answers.push_back({service, pod, now()});
}

double GridMotion::spawned(ServiceIndex service, PodOrdinal pod) const {
  const auto found = m_spawns.find({service, pod});
  return found == m_spawns.end() ? 1.0 : share(found->second, now(), theme::kSpawnMs);
}

double GridMotion::switched(ServiceIndex service) const {
  const auto found = m_switches.find(service);
  return found == m_switches.end() ? 1.0 : share(found->second, now(), theme::kSwitchMs);
}

bool GridMotion::advance() {
  const qint64 at = now();
  std::erase_if(m_ghosts, [at](const Ghost& g) { return at - g.since >= theme::kDerezMs; });
  std::erase_if(m_spawns, [at](const auto& s) { return at - s.second >= theme::kSpawnMs; });
  std::erase_if(m_switches, [at](const auto& s) { return at - s.second >= theme::kSwitchMs; });
  std::erase_if(m_answers, [at](const ProbeAnswer& a) { return at - a.since >= kAnswerMs; });
  return active();
}

}  // namespace perfect
