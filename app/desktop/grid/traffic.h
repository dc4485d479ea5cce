// SPDX-License-Identifier: GPL-3.0-or-later
//
// The light between the balancer and the pods that serve: one path per tile, pulses in proportion to the
// load. Paths are kept; a frame only moves the pulses.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QPolygonF>
#include <vector>

#include "app/desktop/grid/cell_table.h"
#include "app/desktop/grid/grid_layout.h"
#include "core/snapshot/snapshot.h"

class QPainter;

namespace perfect {

struct LightPath {
  QPolygonF points;  ///< from the balancer to the tile's top edge
  double length = 0;
  QColor colour;
  double perSecond = 0;  ///< pulses
  double offset = 0;     ///< 0 … 1, so that pulses do not march in step
  ServiceIndex service = 0;
  PodOrdinal pod = kNoPod;
};

/// Requests a second of a service: what its load asks for, whether or not its pods can serve it.
double requestsPerSecond(const ServiceState& service);

class TrafficLines {
 public:
  void clear() { m_paths.clear(); }
  /// Adds the paths of one sector. Only tiles with their top in `sight` get one.
  void addSector(const GridLayout& layout, int sector, const ServiceState& service, const CellTable& cells,
                 const QRect& sight);
  bool flows() const;
  /// The lines, without pulses. `share` 0 … 1 gives each path's drawn part (a sweep after a switch).
  template <typename Share>
  void drawLines(QPainter& painter, Share&& share) const;
  void drawPulses(QPainter& painter, qint64 nowMs) const;
  /// One light on its way to this pod, `share` 0 … 1 of it behind.
  void drawAnswer(QPainter& painter, ServiceIndex service, PodOrdinal pod, double share) const;

 private:
  static void drawPart(QPainter& painter, const LightPath& path, double share);
  std::vector<LightPath> m_paths;
};

template <typename Share>
void TrafficLines::drawLines(QPainter& painter, Share&& share) const {
  for (const LightPath& path : m_paths) drawPart(painter, path, share(path.service));
}

}  // namespace perfect
