// SPDX-License-Identifier: GPL-3.0-or-later
//
// What moves on the Grid at this moment: pods that appear, pods that fall apart, traffic that moves over.
// Bounded: beyond kMostMotions at once nothing more is added, since nobody could follow it.
// Thread rule: the GUI thread. Times are real milliseconds of one clock.
#pragma once

#include <QElapsedTimer>
#include <QRect>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "core/model/pod.h"

namespace perfect {

inline constexpr std::size_t kMostMotions = 240;

/// A pod that has left: where it stood (content coordinates) and how it looked.
struct Ghost {
  QRect place;
  std::uint32_t colour = 0;  ///< QRgb
  std::uint32_t noise = 0;
  qint64 since = 0;
};

/// A request on its way to a pod.
struct ProbeAnswer {
  ServiceIndex service = 0;
  PodOrdinal pod = kNoPod;
  qint64 since = 0;
};
inline constexpr int kAnswerMs = 900;

class GridMotion {
 public:
  GridMotion() { m_clock.start(); }

  qint64 now() const { return m_clock.elapsed(); }
  void clear();
  void spawn(ServiceIndex service, PodOrdinal pod);
  void derez(const QRect& place, std::uint32_t colour, std::uint32_t noise);
  /// The service's traffic went from one set of pods to another.
  void switchTraffic(ServiceIndex service);

  /// The balancer sent a request to this pod.
  void answer(ServiceIndex service, PodOrdinal pod);

  /// 0 … 1 while the pod appears, 1 afterwards.
  double spawned(ServiceIndex service, PodOrdinal pod) const;
  double switched(ServiceIndex service) const;
  const std::vector<Ghost>& ghosts() const { return m_ghosts; }
  const std::vector<ProbeAnswer>& answers() const { return m_answers; }

  /// Drops what is over; false: nothing moves any more.
  bool advance();
  bool active() const { return !m_ghosts.empty() || !m_spawns.empty() || !m_switches.empty() || !m_answers.empty(); }

 private:
  QElapsedTimer m_clock;
  std::vector<Ghost> m_ghosts;
  std::vector<ProbeAnswer> m_answers;
  std::map<std::pair<ServiceIndex, PodOrdinal>, qint64> m_spawns;
  std::map<ServiceIndex, qint64> m_switches;
};

}  // namespace perfect
