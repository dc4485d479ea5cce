// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the Grid is drawn; see grid_view.h.
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <algorithm>

#include "app/desktop/grid/grid_view.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kBackdropStep = 32;

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

}  // namespace

void GridView::paintEvent(QPaintEvent*) {
  if (m_layerStale)
    paintLayer();
  else
    paintHeads();
  QPainter painter(viewport());
  paintStill(painter);
  if (m_sectors.empty()) return;
  paintMotion(painter);
  paintSelection(painter);
}

void GridView::paintStill(QPainter& painter) {
  // Each point is painted once: the layer gives way to what covers it. On a screen of a broken scale it cannot, since
  // edges would fall between two points.
  const bool exact = m_layer.devicePixelRatio() == static_cast<int>(m_layer.devicePixelRatio());
  QRegion rest(viewport()->rect());
  for (std::size_t i = 0; exact && i < m_sectors.size(); ++i) {
    if (isRaster(i)) rest -= rasterPlace(static_cast<int>(i));
  }
  painter.setClipRegion(rest);
  painter.drawPixmap(0, 0, m_layer);
  painter.setClipping(false);
  painter.save();
  painter.translate(0, -scroll());
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    if (isRaster(i)) paintRaster(painter, static_cast<int>(i));
  }
  painter.restore();
}

/// Draws the headers of rasters again where they are stale, and the balancer, whose load is that of all.
void GridView::paintHeads() {
  const bool any = std::any_of(m_sectors.begin(), m_sectors.end(), [](const Sector& s) { return s.headStale; });
  if (!any) return;
  QPainter painter(&m_layer);
  const auto within = [&](const QRect& place, auto&& paint) {
    painter.save();
    painter.setClipRect(place.translated(0, -scroll()));
    paintBackdrop(painter);
    painter.translate(0, -scroll());
    paint();
    painter.restore();
  };
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    if (!m_sectors[i].headStale) continue;
    m_sectors[i].headStale = false;
    within(m_layout.sectors[i].header, [&] { paintSector(painter, static_cast<int>(i)); });
  }
  if (!m_layout.balancer.isEmpty()) within(m_layout.balancer.adjusted(2, 2, -2, -2), [&] { paintBalancer(painter); });
}

void GridView::paintLayer() {
  const qreal ratio = viewport()->devicePixelRatioF();
  const QSize size = viewport()->size() * ratio;
  if (m_layer.size() != size) m_layer = QPixmap(size);
  m_layer.setDevicePixelRatio(ratio);
  m_layerStale = false;
  m_tilesShowTime = false;
  for (Sector& sector : m_sectors) sector.headStale = false;
  QPainter painter(&m_layer);
  paintBackdrop(painter);
  if (m_sectors.empty()) {
    paintEmpty(painter);
    return;
  }
  const int top = scroll();
  const int bottom = top + viewport()->height();
  m_traffic.clear();
  painter.translate(0, -top);
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    const QRect& frame = m_layout.sectors[i].frame;
    if (frame.bottom() < top || frame.top() > bottom) continue;
    paintSector(painter, static_cast<int>(i));
    m_traffic.addSector(m_layout, static_cast<int>(i), *m_sectors[i].state, m_sectors[i].cells, top, bottom);
  }
  painter.setRenderHint(QPainter::Antialiasing);
  m_traffic.drawLines(painter, [this](ServiceIndex service) { return m_motion.switched(service); });
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    const QRect& frame = m_layout.sectors[i].frame;
    if (frame.bottom() >= top && frame.top() <= bottom) paintTiles(painter, static_cast<int>(i));
  }
  paintBalancer(painter);
  if ((m_motion.active() || (m_motionOn && m_traffic.flows() && !m_frame.clock.paused)) && !m_frameTimer.isActive()) {
    m_frameTimer.start();
  }
}

void GridView::paintBackdrop(QPainter& painter) const {
  const theme::Colours& c = theme::colours();
  const QRect all = viewport()->rect();
  painter.fillRect(all, c.ground);
  painter.setPen(c.gridLine);
  for (int x = kBackdropStep - 10; x < all.width(); x += kBackdropStep) painter.drawLine(x, 0, x, all.height());
  for (int y = kBackdropStep - 10 - scroll() % kBackdropStep; y < all.height(); y += kBackdropStep) {
    painter.drawLine(0, y, all.width(), y);
  }
}

void GridView::paintEmpty(QPainter& painter) const {
  const theme::Colours& c = theme::colours();
  const QRect box = viewport()->rect().adjusted(24, 0, -24, 0);
  const QString head = tr("Nothing on the Grid yet.");
  const QString way = tr("Press Play Demo, or apply examples/api-v1.yaml.");
  const QFont headFont = theme::uiFont(24, QFont::DemiBold);
  const QFont wayFont = theme::uiFont(18);
  const int middle = box.center().y();
  painter.setFont(headFont);
  painter.setPen(c.text);
  painter.drawText(QRect(box.left(), middle - 60, box.width(), 50), Qt::AlignHCenter | Qt::AlignBottom, head);
  painter.setFont(wayFont);
  painter.setPen(c.muted);
  painter.drawText(QRect(box.left(), middle, box.width(), 80), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, way);
}

void GridView::paintSector(QPainter& painter, int index) {
  const theme::Colours& c = theme::colours();
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const bool chosen = words::text(m_sectors[static_cast<std::size_t>(index)].name) == m_focus.service;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(chosen ? theme::mix(c.accent, c.line, 0.45) : c.line, 1.2));
  QColor ground = c.panel;
  ground.setAlpha(235);
  painter.setBrush(ground);
  painter.drawRoundedRect(QRectF(place.frame).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
  painter.restore();
  paintHeader(painter, index);
}

void GridView::paintHeader(QPainter& painter, int index) const {
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const ServiceState& state = *m_sectors[static_cast<std::size_t>(index)].state;
  const bool roomy = place.header.height() > 30;
  const QRect line = place.header.adjusted(0, roomy ? 4 : 1, roomy ? 0 : -8, roomy ? -6 : -1);
  const QFont nameFont = theme::uiFont(roomy ? theme::kTitle : theme::kBase, QFont::DemiBold);
  const QString name = words::text(state.spec->name);
  const QFontMetrics nameMetrics(nameFont);
  painter.setFont(nameFont);
  painter.setPen(theme::colours().text);
  const int nameWidth = std::min(nameMetrics.horizontalAdvance(name), line.width() / 2);
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                   nameMetrics.elidedText(name, Qt::ElideRight, line.width() / 2));

  const ServiceStatus status = statusOf(state);
  const QColor colour = theme::statusColour(status.kind);
  const QFont font = theme::uiFont(roomy ? 13 : theme::kSmall, QFont::DemiBold);
  const QFontMetrics metrics(font);
  const int room = line.width() - nameWidth - 36;
  QString phrase = words::phraseWithWait(state, m_now);
  if (metrics.horizontalAdvance(phrase) > room) {
    // Without the sentence in the middle; its countdown says more.
    phrase = words::phrase(state);
    const QString left = words::waitLeft(state, m_now);
    if (!left.isEmpty()) phrase += QStringLiteral(" · ") + left;
    phrase = metrics.elidedText(phrase, Qt::ElideRight, room);
  }
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, phrase);
  const double x = line.right() - metrics.horizontalAdvance(phrase) - 18;
  theme::drawGlyph(painter, theme::statusGlyph(status.kind), QRectF(x, line.center().y() - 5, 11, 11), colour);
}

void GridView::paintTiles(QPainter& painter, int index) {
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  if (place.detail == DetailLevel::Pixel) return;
  m_tiles.begin(place.tile, place.detail, viewport()->devicePixelRatioF());
  TileFactsOf factsOf(*sector.state, m_now, place.detail == DetailLevel::Text);
  const int top = scroll();
  const int bottom = top + viewport()->height();
  const int step = place.tile.height() + place.gap;
  const auto columns = static_cast<std::uint32_t>(place.columns);
  const int firstRow = std::max(0, (top - place.origin.y()) / step);
  for (std::uint32_t slot = static_cast<std::uint32_t>(firstRow) * columns; slot < place.slots; ++slot) {
    const PodOrdinal ordinal = sector.cells.ordinal(slot);
    const QRect tile = m_layout.tileRect(index, slot);
    if (tile.top() > bottom) break;
    if (ordinal == kNoPod) continue;
    const Pod* pod = sector.pods->find(ordinal);
    if (pod == nullptr) continue;
    const TileFacts facts = factsOf(*pod);
    m_tilesShowTime = m_tilesShowTime || (pod->due != kNever && place.detail <= DetailLevel::Label);
    const double share = m_motion.spawned(sector.state->index, ordinal);
    if (share >= 1) {
      m_tiles.draw(painter, tile, facts);
      continue;
    }
    // Rez: the tile rises from a line of light.
    painter.save();
    const int height = std::max(1, static_cast<int>(tile.height() * share));
    painter.setClipRect(QRect(tile.left() - 2, tile.bottom() - height, tile.width() + 4, height + 2));
    m_tiles.draw(painter, tile, facts);
    painter.setClipping(false);
    painter.fillRect(QRect(tile.left(), tile.bottom() - height, tile.width(), 2), facts.hue.lighter(130));
    painter.restore();
  }
}

QRect GridView::rasterPlace(int index) const {
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const int cells = static_cast<int>((place.slots + place.podsPerCell - 1) / place.podsPerCell);
  const int columns = std::min(place.columns, cells);
  const int step = place.tile.width() + place.gap;
  const QSize size = columns == 0 ? QSize() : QSize(columns * step, (cells + columns - 1) / columns * step);
  return QRect(place.origin, size).translated(0, -scroll());
}

void GridView::paintRaster(QPainter& painter, int index) {
  Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const theme::Colours& c = theme::colours();
  sector.raster.refresh(sector.cells, {place.columns, place.podsPerCell, lookColours(*sector.state), c.panel.rgb()});
  const QImage& image = sector.raster.image();
  const int step = place.tile.width() + place.gap;
  // Only the rows in sight.
  const int first = std::clamp((scroll() - place.origin.y()) / step, 0, image.height());
  const int last = std::clamp((scroll() + viewport()->height() - place.origin.y()) / step + 1, first, image.height());
  const QRect part(0, first, image.width(), last - first);
  const QRect target(place.origin + QPoint(0, first * step), part.size() * step);
  if (part.isEmpty()) return;
  painter.drawImage(target, image, part);
  if (place.gap > 0) {
    painter.setPen(c.panel);
    for (int x = target.left() + step - 1; x <= target.right(); x += step) {
      painter.drawLine(x, target.top(), x, target.bottom());
    }
    for (int y = target.top() + step - 1; y <= target.bottom(); y += step) {
      painter.drawLine(target.left(), y, target.right(), y);
    }
  }
  const int side = std::max(4, place.tile.width());
  for (const std::uint32_t slot : sector.raster.marked()) {
    const QPoint centre = m_layout.tileRect(index, slot).center();
    painter.fillRect(QRect(centre - QPoint(side / 2, side / 2), QSize(side, side)),
                     lookState(sector.cells.look(slot)) == TileState::BackOff ? c.bad : c.attention);
  }
}

void GridView::paintBalancer(QPainter& painter) const {
  if (m_layout.balancer.isEmpty()) return;
  const theme::Colours& c = theme::colours();
  double perSecond = 0;
  for (const Sector& sector : m_sectors) {
    if (sector.state->serving() > 0) perSecond += requestsPerSecond(*sector.state);
  }
  const QRect box = m_layout.balancer;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(c.line, 1.4));
  painter.setBrush(c.raised);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
  painter.setFont(theme::uiFont(theme::kTitle, QFont::DemiBold));
  painter.setPen(c.text);
  painter.drawText(box.adjusted(4, 10, -4, -box.height() / 2 + 4), Qt::AlignCenter, tr("balancer"));
  painter.setFont(theme::monoFont(theme::kSmall));
  painter.setPen(c.muted);
  painter.drawText(
      box.adjusted(4, box.height() / 2, -4, -8), Qt::AlignCenter,
      perSecond > 0 ? tr("%1 req/s").arg(words::count(static_cast<std::int64_t>(perSecond))) : tr("no load"));
  painter.restore();
}

void GridView::paintMotion(QPainter& painter) {
  painter.save();
  painter.translate(0, -scroll());
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_motionOn && !m_frame.clock.paused) m_traffic.drawPulses(painter, m_motion.now());
  for (const Ghost& ghost : m_motion.ghosts()) {
    const double share = static_cast<double>(m_motion.now() - ghost.since) / theme::kDerezMs;
    if (share >= 1) continue;
    TilePainter::drawDissolving(painter, ghost.place, QColor(ghost.colour), 0.25 + share * 0.75, ghost.noise);
  }
  painter.restore();
}

void GridView::paintSelection(QPainter& painter) const {
  const int index = sectorOf(m_focus.service);
  if (index < 0) return;
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const std::uint32_t slot = m_focus.pod == kNoPod ? kNoSlot : sector.cells.slotOf(m_focus.pod);
  const theme::Colours& c = theme::colours();
  painter.save();
  painter.translate(0, -scroll());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  if (slot != kNoSlot) {
    const QRect tile = m_layout.tileRect(index, slot);
    const int reach = m_layout.sectors[static_cast<std::size_t>(index)].detail == DetailLevel::Pixel ? 4 : 3;
    painter.setPen(QPen(c.text, hasFocus() ? 2.2 : 1.4));
    painter.drawRoundedRect(QRectF(tile).adjusted(-reach, -reach, reach, reach), 7, 7);
  } else if (hasFocus()) {
    painter.setPen(QPen(c.accent, 1.8));
    painter.drawRoundedRect(QRectF(m_layout.sectors[static_cast<std::size_t>(index)].frame).adjusted(1, 1, -1, -1), 9,
                            9);
  }
  painter.restore();
}

}  // namespace perfect
