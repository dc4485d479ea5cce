// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the Grid is drawn; see grid_view.h.
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <array>

#include "app/desktop/grid/grid_view.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kBackdropStep = 32;
constexpr std::uint32_t kMostMarks = 4000;  // bad pods marked one by one; more of them show as an area

/// How strongly a state outranks others that share a pixel.
int rank(TileState state) {
  constexpr std::array ranks{0, 3, 2, 4, 1, 5, 2, 0};
  return ranks[static_cast<std::size_t>(state)];
}

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
  if (m_layerStale) paintLayer();
  QPainter painter(viewport());
  painter.drawPixmap(0, 0, m_layer);
  if (m_sectors.empty()) return;
  paintMotion(painter);
  paintSelection(painter);
}

void GridView::paintLayer() {
  const qreal ratio = viewport()->devicePixelRatioF();
  const QSize size = viewport()->size() * ratio;
  if (m_layer.size() != size) m_layer = QPixmap(size);
  m_layer.setDevicePixelRatio(ratio);
  m_layerStale = false;
  m_timeShows = false;
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
  const auto& waiting = m_sectors[static_cast<std::size_t>(index)].state->waiting;
  m_timeShows =
      m_timeShows || std::any_of(waiting.begin(), waiting.end(), [](const Waiting& w) { return w.until != kNever; });
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
  if (place.detail == DetailLevel::Pixel) {
    paintPixels(painter, index);
    return;
  }
  m_tiles.begin(place.tile, place.detail, viewport()->devicePixelRatioF());
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
    const TileFacts facts = tileFacts(*pod, *sector.state, m_now);
    m_timeShows = m_timeShows || (pod->due != kNever && place.detail <= DetailLevel::Label);
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

void GridView::paintPixels(QPainter& painter, int index) const {
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const std::vector<CellLook>& looks = sector.cells.looks();
  if (looks.empty()) return;
  const std::vector<QRgb> table = lookColours(*sector.state);
  const std::uint32_t perCell = place.podsPerCell;
  const auto cells = static_cast<std::uint32_t>((looks.size() + perCell - 1) / perCell);
  const int columns = std::min<int>(place.columns, static_cast<int>(cells));
  const int rows =
      static_cast<int>((cells + static_cast<std::uint32_t>(columns) - 1) / static_cast<std::uint32_t>(columns));
  QImage image(columns, rows, QImage::Format_RGB32);
  const QRgb nothing = theme::colours().panel.rgb();
  std::size_t next = 0;
  for (int row = 0; row < rows; ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    for (int column = 0; column < columns; ++column) {
      if (next >= looks.size()) {
        line[column] = nothing;
        continue;
      }
      CellLook look = looks[next];
      for (std::size_t i = next + 1; i < std::min(looks.size(), next + perCell); ++i) {
        if (rank(lookState(looks[i])) > rank(lookState(look))) look = looks[i];
      }
      line[column] = look < table.size() ? table[look] : nothing;
      next += perCell;
    }
  }
  const int step = place.tile.width() + place.gap;
  const QRect target(place.origin, QSize(columns * step, rows * step));
  painter.drawImage(target, image);
  if (place.gap > 0) {
    painter.setPen(theme::colours().panel);
    for (int c = 1; c <= columns; ++c)
      painter.drawLine(target.left() + c * step - 1, target.top(), target.left() + c * step - 1, target.bottom());
    for (int r = 1; r <= rows; ++r)
      painter.drawLine(target.left(), target.top() + r * step - 1, target.right(), target.top() + r * step - 1);
  }
  if (sector.cells.bad() == 0 || sector.cells.bad() > kMostMarks) return;
  const theme::Colours& c = theme::colours();
  const int side = std::max(4, place.tile.width());
  for (std::uint32_t slot = 0; slot < looks.size(); ++slot) {
    const TileState state = lookState(looks[slot]);
    if (!tileIsBad(state)) continue;
    const QPoint centre = m_layout.tileRect(index, slot).center();
    painter.fillRect(QRect(centre - QPoint(side / 2, side / 2), QSize(side, side)),
                     state == TileState::BackOff ? c.bad : c.attention);
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
