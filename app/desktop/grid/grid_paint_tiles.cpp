// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the Grid's tiles, rasters and movements are drawn; see grid_view.h.
#include <QPainter>
#include <algorithm>

#include "app/desktop/grid/grid_view.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr double kTargetReach = 5;

QRgb pixelColour(TileState state, const QColor& hue, bool serving) {
  const theme::Colours& c = theme::colours();
  switch (state) {
    case TileState::Empty:
      return theme::mix(c.line, c.ground, 0.2).rgb();
    case TileState::Pending:
      return theme::mix(hue, c.ground, 0.25).rgb();
    case TileState::Starting:
      return theme::mix(hue, c.ground, 0.42).rgb();
    case TileState::NotReady:
      return c.attention.rgb();
    case TileState::Ready:
      return theme::mix(hue, c.ground, serving ? 0.85 : 0.55).rgb();
    case TileState::BackOff:
      return c.bad.rgb();
    case TileState::Terminating:
      return theme::mix(c.muted, c.ground, 0.45).rgb();
  }
  return c.ground.rgb();
}

/// One colour per look of a service: a table instead of a decision per pod.
std::vector<QRgb> lookColours(const ServiceState& service) {
  std::vector<QRgb> table(std::min<std::size_t>(service.versions.size(), kMaxLookVersion + 1U) * 8);
  for (std::size_t v = 0; v * 8 < table.size(); ++v) {
    const auto version = static_cast<VersionIndex>(v);
    const QColor hue = theme::versionColour(service, version);
    for (unsigned s = 0; s < 7; ++s) {
      table[v * 8 + s] = pixelColour(static_cast<TileState>(s), hue, service.serves(version));
    }
  }
  return table;
}

/// Of the cell at this point of a sector, gaps counted to the tile before them.
QRgb overviewColour(const SectorPlace& place, const CellTable& cells, const std::vector<QRgb>& colours, QPoint at) {
  const QRgb nothing = theme::colours().raised.rgb();
  const QPoint inside = at - place.origin;
  if (inside.x() < 0 || inside.y() < 0) return nothing;
  const int column = inside.x() / (place.tile.width() + place.gap);
  const std::int64_t row = inside.y() / (place.tile.height() + place.gap);
  if (column >= place.columns) return nothing;
  const std::int64_t slot = (row * place.columns + column) * place.podsPerCell;
  if (slot >= cells.slots() || cells.ordinal(static_cast<std::uint32_t>(slot)) == kNoPod) return nothing;
  const CellLook look = cells.look(static_cast<std::uint32_t>(slot));
  return look < colours.size() ? colours[look] : nothing;
}

}  // namespace

void GridView::paintTiles(QPainter& painter, int index) {
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  if (place.detail == DetailLevel::Pixel) return;
  m_tiles.begin(place.tile, place.detail, viewport()->devicePixelRatioF());
  TileFactsOf factsOf(*sector.state, m_now, place.detail == DetailLevel::Text);
  const QRect seen = sight();
  const int stepX = place.tile.width() + place.gap;
  const int stepY = place.tile.height() + place.gap;
  const int firstRow = std::max(0, (seen.top() - place.origin.y()) / stepY);
  const int firstColumn = std::clamp((seen.left() - place.origin.x()) / stepX, 0, place.columns - 1);
  const int lastColumn = std::clamp((seen.right() - place.origin.x()) / stepX, firstColumn, place.columns - 1);
  for (int row = firstRow; place.origin.y() + row * stepY <= seen.bottom(); ++row) {
    const auto first = static_cast<std::uint32_t>(row) * static_cast<std::uint32_t>(place.columns);
    if (first >= place.slots) break;
    for (int column = firstColumn; column <= lastColumn; ++column) {
      const std::uint32_t slot = first + static_cast<std::uint32_t>(column);
      if (slot >= place.slots) break;
      const PodOrdinal ordinal = sector.cells.ordinal(slot);
      const Pod* pod = ordinal == kNoPod ? nullptr : sector.pods->find(ordinal);
      if (pod == nullptr) continue;
      if (pod->due != kNever && place.detail <= DetailLevel::Label) m_timed.push_back({index, slot});
      const QRect tile(place.origin + QPoint(column * stepX, row * stepY), place.tile);
      paintTile(painter, tile, *pod, *sector.state, factsOf(*pod));
    }
  }
}

void GridView::paintTile(QPainter& painter, const QRect& tile, const Pod& pod, const ServiceState& state,
                         const TileFacts& facts) {
  const double share = m_motion.spawned(state.index, pod.ordinal);
  if (share >= 1) return m_tiles.draw(painter, tile, facts);
  // Rez: the tile rises from a line of light.
  painter.save();
  const int height = std::max(1, static_cast<int>(tile.height() * share));
  painter.setClipRect(QRect(tile.left() - 2, tile.bottom() - height, tile.width() + 4, height + 2));
  m_tiles.draw(painter, tile, facts);
  painter.setClipping(false);
  painter.fillRect(QRect(tile.left(), tile.bottom() - height, tile.width(), 2), facts.hue.lighter(130));
  painter.restore();
}

/// Draws those tiles of the layer again that show time; nothing else of it is another one.
void GridView::paintTimedTiles() {
  if (!m_timedStale || m_timed.empty()) return;
  m_timedStale = false;
  QPainter painter(&m_layer);
  const QColor ground = theme::mix(theme::colours().panel, theme::colours().ground, 0.92);
  painter.translate(-origin());
  int begun = -1;
  for (const TimedTile& timed : m_timed) {
    const Sector& sector = m_sectors[static_cast<std::size_t>(timed.sector)];
    const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(timed.sector)];
    const PodOrdinal ordinal = timed.slot < sector.cells.slots() ? sector.cells.ordinal(timed.slot) : kNoPod;
    const Pod* pod = ordinal == kNoPod ? nullptr : sector.pods->find(ordinal);
    if (pod == nullptr) continue;
    if (begun != timed.sector) m_tiles.begin(place.tile, place.detail, viewport()->devicePixelRatioF());
    begun = timed.sector;
    const QRect tile = m_layout.tileRect(timed.sector, timed.slot);
    painter.setClipRect(tile);
    painter.fillRect(tile, ground);
    m_tiles.draw(painter, tile, TileFactsOf(*sector.state, m_now, place.detail == DetailLevel::Text)(*pod));
  }
}

CellRaster::Style GridView::rasterStyle(int index) const {
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  return {place.columns, place.podsPerCell, lookColours(*m_sectors[static_cast<std::size_t>(index)].state),
          theme::colours().panel.rgb()};
}

QRect GridView::rasterPlace(int index) const {
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const int cells = static_cast<int>((place.slots + place.podsPerCell - 1) / place.podsPerCell);
  const int columns = std::min(place.columns, cells);
  const int step = place.tile.width() + place.gap;
  const QSize size = columns == 0 ? QSize() : QSize(columns * step, (cells + columns - 1) / columns * step);
  return QRect(place.origin, size).translated(-origin());
}

void GridView::paintRaster(QPainter& painter, int index) {
  Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  sector.raster.refresh(sector.cells, rasterStyle(index));
  const QImage& image = sector.raster.image();
  const int step = place.tile.width() + place.gap;
  // Only the rows and columns in sight.
  const QRect seen = sight().translated(-place.origin);
  const int firstRow = std::clamp(seen.top() / step, 0, image.height());
  const int lastRow = std::clamp(seen.bottom() / step + 1, firstRow, image.height());
  const int firstColumn = std::clamp(seen.left() / step, 0, image.width());
  const int lastColumn = std::clamp(seen.right() / step + 1, firstColumn, image.width());
  const QRect part(firstColumn, firstRow, lastColumn - firstColumn, lastRow - firstRow);
  if (part.isEmpty()) return;
  const QRect target(place.origin + part.topLeft() * step, part.size() * step);
  painter.drawImage(target, image, part);
  if (place.gap > 0) {
    painter.setPen(theme::colours().panel);
    for (int x = target.left() + step - 1; x <= target.right(); x += step) {
      painter.drawLine(x, target.top(), x, target.bottom());
    }
    for (int y = target.top() + step - 1; y <= target.bottom(); y += step) {
      painter.drawLine(target.left(), y, target.right(), y);
    }
  }
  paintMarks(painter, index);
}

void GridView::paintMarks(QPainter& painter, int index) {
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const theme::Colours& c = theme::colours();
  const int side = std::max(4, m_layout.sectors[static_cast<std::size_t>(index)].tile.width());
  const QRect seen = sight();
  for (const std::uint32_t slot : sector.raster.marked()) {
    const QPoint centre = m_layout.tileRect(index, slot).center();
    if (!seen.contains(centre)) continue;
    painter.fillRect(QRect(centre - QPoint(side / 2, side / 2), QSize(side, side)),
                     lookState(sector.cells.look(slot)) == TileState::BackOff ? c.bad : c.attention);
  }
}

/// Tiles that are being removed come apart as time goes on, whether or not anything moves by itself.
void GridView::paintDissolving(QPainter& painter) {
  for (const TimedTile& timed : m_timed) {
    const Sector& sector = m_sectors[static_cast<std::size_t>(timed.sector)];
    if (m_layout.sectors[static_cast<std::size_t>(timed.sector)].detail != DetailLevel::Text) continue;
    const PodOrdinal ordinal = timed.slot < sector.cells.slots() ? sector.cells.ordinal(timed.slot) : kNoPod;
    const Pod* pod = ordinal == kNoPod ? nullptr : sector.pods->find(ordinal);
    if (pod == nullptr || !pod->terminating()) continue;
    const TileFacts facts = TileFactsOf(*sector.state, m_now, false)(*pod);
    TilePainter::drawDissolving(painter, m_layout.tileRect(timed.sector, timed.slot), facts.hue, facts.progress * 0.6,
                                facts.noise);
  }
}

void GridView::paintMotion(QPainter& painter) {
  painter.save();
  painter.translate(-origin());
  if (m_motionOn && !m_frame.clock.paused) m_traffic.drawPulses(painter, m_motion.now());
  for (const ProbeAnswer& answer : m_motion.answers()) {
    const double share = static_cast<double>(m_motion.now() - answer.since) / kAnswerMs;
    if (share < 1) m_traffic.drawAnswer(painter, answer.service, answer.pod, share);
  }
  paintDissolving(painter);
  for (const Ghost& ghost : m_motion.ghosts()) {
    const double share = static_cast<double>(m_motion.now() - ghost.since) / theme::kDerezMs;
    if (share >= 1) continue;
    TilePainter::drawDissolving(painter, ghost.place, QColor(ghost.colour), 0.25 + share * 0.75, ghost.noise);
  }
  painter.restore();
}

/// A ring with four hairs around each pod that a blow would take.
void GridView::paintTargets(QPainter& painter) const {
  if (m_targets.empty()) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme::colours().bad, 2));
  for (const PodOrdinal pod : m_targets) {
    const QRect tile = placeOf({m_targetService, pod});
    if (tile.isEmpty() || !tile.intersects(viewport()->rect())) continue;
    QRectF ring = QRectF(tile).adjusted(-kTargetReach, -kTargetReach, kTargetReach, kTargetReach);
    painter.drawRoundedRect(ring, 8, 8);
    const QPointF c = ring.center();
    painter.drawLine(QPointF(c.x(), ring.top() - 5), QPointF(c.x(), ring.top() + 5));
    painter.drawLine(QPointF(c.x(), ring.bottom() - 5), QPointF(c.x(), ring.bottom() + 5));
    painter.drawLine(QPointF(ring.left() - 5, c.y()), QPointF(ring.left() + 5, c.y()));
    painter.drawLine(QPointF(ring.right() - 5, c.y()), QPointF(ring.right() + 5, c.y()));
  }
  painter.restore();
}

void GridView::paintSelection(QPainter& painter) const {
  const int index = sectorOf(m_focus.service);
  if (index < 0) return;
  const theme::Colours& c = theme::colours();
  const QRect tile = m_focus.pod == kNoPod ? QRect() : placeOf(m_focus);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  if (!tile.isEmpty()) {
    const int reach = isRaster(static_cast<std::size_t>(index)) ? 4 : 3;
    painter.setPen(QPen(c.text, hasFocus() ? 2.2 : 1.4));
    painter.drawRoundedRect(QRectF(tile).adjusted(-reach, -reach, reach, reach), 7, 7);
  } else if (hasFocus()) {
    painter.setPen(QPen(c.accent, 1.8));
    painter.drawRoundedRect(QRectF(placeOf({m_focus.service, kNoPod})).adjusted(1, 1, -1, -1), 9, 9);
  }
  painter.restore();
}

/// Everything, in the size of the map: every sector by the colours of its pods, the worst of those that share a point.
QImage GridView::overview(QSize size) const {
  const theme::Colours& c = theme::colours();
  QImage image(size, QImage::Format_RGB32);
  image.fill(c.ground);
  if (m_layout.width == 0 || m_layout.height == 0) return image;
  const double scaleX = static_cast<double>(m_layout.width) / size.width();
  const double scaleY = static_cast<double>(m_layout.height) / size.height();
  std::vector<std::vector<QRgb>> colours(m_sectors.size());
  for (int y = 0; y < size.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    // Sectors stand in rows; frames of one row end together.
    const int level = static_cast<int>((y + 0.5) * scaleY);
    const auto first = std::partition_point(m_layout.sectors.begin(), m_layout.sectors.end(),
                                            [level](const SectorPlace& p) { return p.frame.bottom() < level; });
    const auto from = static_cast<std::size_t>(first - m_layout.sectors.begin());
    const std::size_t to = std::min(m_layout.sectors.size(), from + static_cast<std::size_t>(m_layout.sectorColumns));
    for (int x = 0; x < size.width(); ++x) {
      const QPoint at(static_cast<int>((x + 0.5) * scaleX), static_cast<int>((y + 0.5) * scaleY));
      if (m_layout.balancer.contains(at)) line[x] = c.line.rgb();
      for (std::size_t i = from; i < to; ++i) {
        const SectorPlace& place = m_layout.sectors[i];
        if (!place.frame.contains(at)) continue;
        if (colours[i].empty()) colours[i] = lookColours(*m_sectors[i].state);
        line[x] = overviewColour(place, m_sectors[i].cells, colours[i], at);
        break;
      }
    }
  }
  return image;
}

}  // namespace perfect
