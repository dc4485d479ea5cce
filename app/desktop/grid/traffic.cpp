// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/traffic.h"

#include <QLineF>
#include <QPainter>
#include <algorithm>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr std::size_t kMostPaths = 160;
constexpr double kPixelsPerSecond = 170;
constexpr double kPulseLength = 14;

QPointF pointAt(const QPolygonF& points, double distance) {
  for (int i = 1; i < points.size(); ++i) {
    const QLineF piece(points[i - 1], points[i]);
    if (distance <= piece.length()) return piece.length() == 0 ? piece.p1() : piece.pointAt(distance / piece.length());
    distance -= piece.length();
  }
  return points.last();
}

/// The piece of the path between two distances from its beginning.
QPolygonF section(const QPolygonF& points, double from, double to) {
  QPolygonF result;
  result << pointAt(points, from);
  double walked = 0;
  for (int i = 1; i < points.size(); ++i) {
    walked += QLineF(points[i - 1], points[i]).length();
    if (walked > from && walked < to) result << points[i];
  }
  result << pointAt(points, to);
  return result;
}

}  // namespace

double requestsPerSecond(const ServiceState& service) {
  // One percent of a pod of capacity 100 is one request a second.
  if (service.load.byDemand) return static_cast<double>(service.load.demand);
  const auto capacity = static_cast<double>(service.spec->podTemplate.simulation.capacityPerPod);
  return static_cast<double>(service.load.cpu) * capacity / 100.0 * service.serving();
}

void TrafficLines::addSector(const GridLayout& layout, int sector, const ServiceState& service, const CellTable& cells,
                             const QRect& sight) {
  const std::int32_t serving = service.serving();
  if (serving == 0) return;
  const SectorPlace& place = layout.sectors[static_cast<std::size_t>(sector)];
  if (layout.balancer.isEmpty() || place.tile.width() < kLabelTile) return;
  const double perPod = requestsPerSecond(service) / serving / 100.0;
  const double busX = layout.balancer.left() - 44 + sector % 5 * 8;
  const double innerX = place.frame.right() - 6;
  const int row = place.columns;
  const int step = place.tile.height() + place.gap;
  const auto firstRow = static_cast<std::uint32_t>(std::max(0, (sight.top() - place.origin.y()) / step));
  const std::uint32_t first = firstRow * static_cast<std::uint32_t>(place.columns) * place.podsPerCell;
  for (std::uint32_t slot = first; slot < cells.slots() && m_paths.size() < kMostPaths; ++slot) {
    const CellLook look = cells.look(slot);
    if (lookState(look) != TileState::Ready || !service.serves(lookVersion(look))) continue;
    const QRect tile = layout.tileRect(sector, slot);
    if (tile.top() > sight.bottom()) break;
    if (tile.top() < sight.top() || tile.right() < sight.left() || tile.left() > sight.right()) continue;
    // Versions run in lanes of their own above the row, so that old and new light can be told apart.
    const int hue = theme::versionHue(service, lookVersion(look));
    const double lane = tile.top() - 3.5 - hue % 3 * 2.0;
    const double balancerY = layout.balancer.top() + 16 + (sector * 9 + hue * 3) % (layout.balancer.height() - 30);
    LightPath path;
    const double x = tile.center().x() + hue % 3 * 4.0;
    if (layout.sectorColumns > 1) {
      // Through the gap above the sector, so that light never runs across another one.
      const double above = place.frame.top() - 3.0 - hue % 3 * 2.0;
      path.points = {QPointF(layout.balancer.left(), balancerY),
                     QPointF(busX, balancerY),
                     QPointF(busX, above),
                     QPointF(innerX, above),
                     QPointF(innerX, lane),
                     QPointF(x, lane),
                     QPointF(x, tile.top())};
    } else if (place.frame.top() <= layout.balancer.bottom() && slot < static_cast<std::uint32_t>(row)) {
      path.points = {QPointF(layout.balancer.left(), balancerY), QPointF(busX, balancerY), QPointF(busX, lane),
                     QPointF(x, lane), QPointF(x, tile.top())};
    } else {
      const double entry = place.header.bottom() - 3.5 - hue % 3 * 2.0;
      path.points = {QPointF(layout.balancer.left(), balancerY),
                     QPointF(busX, balancerY),
                     QPointF(busX, entry),
                     QPointF(innerX, entry),
                     QPointF(innerX, lane),
                     QPointF(x, lane),
                     QPointF(x, tile.top())};
    }
    for (int i = 1; i < path.points.size(); ++i) path.length += QLineF(path.points[i - 1], path.points[i]).length();
    path.colour = theme::versionColour(service, lookVersion(look));
    path.perSecond = perPod <= 0 ? 0 : std::clamp(perPod, 0.12, 2.5);
    path.offset = static_cast<double>(cells.ordinal(slot) * 2654435761U % 997U) / 997.0;
    path.service = service.index;
    path.pod = cells.ordinal(slot);
    m_paths.push_back(path);
  }
}

bool TrafficLines::flows() const {
  return std::any_of(m_paths.begin(), m_paths.end(), [](const LightPath& p) { return p.perSecond > 0; });
}

namespace {

/// Every piece of a path runs along an axis: it is a rectangle, which costs a hundredth of a line with soft edges.
void fillPath(QPainter& painter, const QPolygonF& points, double thick, const QColor& colour) {
  for (int i = 1; i < points.size(); ++i) {
    const QRectF piece = QRectF(points[i - 1], points[i]).normalized();
    painter.fillRect(piece.adjusted(-thick / 2, -thick / 2, thick / 2, thick / 2), colour);
  }
}

}  // namespace

void TrafficLines::drawPart(QPainter& painter, const LightPath& path, double share) {
  // Opaque, since many paths run one over the other.
  const QColor faint = theme::mix(path.colour, theme::colours().panel, path.perSecond > 0 ? 0.55 : 0.3);
  fillPath(painter, share >= 1 ? path.points : section(path.points, 0, path.length * share), 1, faint);
}

void TrafficLines::drawPulses(QPainter& painter, qint64 nowMs) const {
  for (const LightPath& path : m_paths) {
    if (path.perSecond <= 0) continue;
    const double spacing = kPixelsPerSecond / path.perSecond;
    const double travelled = static_cast<double>(nowMs) * kPixelsPerSecond / 1000.0 + path.offset * spacing;
    double head = travelled - spacing * static_cast<double>(static_cast<qint64>(travelled / spacing));
    QColor glow = path.colour;
    glow.setAlphaF(0.25F);
    for (; head < path.length + kPulseLength; head += spacing) {
      const QPolygonF piece =
          section(path.points, std::max(0.0, head - kPulseLength), std::min(path.length, std::max(0.0, head)));
      fillPath(painter, piece, 7, glow);
      fillPath(painter, piece, 3, path.colour);
    }
  }
}

void TrafficLines::drawAnswer(QPainter& painter, ServiceIndex service, PodOrdinal pod, double share) const {
  for (const LightPath& path : m_paths) {
    if (path.service != service || path.pod != pod) continue;
    const double head = path.length * share;
    fillPath(painter, section(path.points, std::max(0.0, head - 3 * kPulseLength), head), 5, theme::colours().text);
  }
}

}  // namespace perfect
