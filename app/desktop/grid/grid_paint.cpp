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
constexpr int kPinnedSide = 8;  // room beside a header at the edge of the view
constexpr int kFadeMs = 180;

}  // namespace

void GridView::paintEvent(QPaintEvent*) {
  if (m_layerStale) {
    paintLayer();
  } else {
    paintHeads();
    paintTimedTiles();
  }
  QPainter painter(viewport());
  paintStill(painter);
  if (m_sectors.empty()) return paintFading(painter);
  paintPinnedHeaders(painter);
  paintFading(painter);
  paintMotion(painter);
  paintTargets(painter);
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
  painter.translate(-origin());
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    if (isRaster(i) && m_layout.sectors[i].frame.intersects(sight())) paintRaster(painter, static_cast<int>(i));
  }
  painter.restore();
}

/// The former picture, becoming the present one: larger or smaller about the point that stays, and fainter.
void GridView::paintFading(QPainter& painter) {
  if (m_fading.picture.isNull()) return;
  const double share = static_cast<double>(m_motion.now() - m_fading.since) / kFadeMs;
  if (share >= 1 || m_fading.picture.size() != m_layer.size()) {
    m_fading = {};
    return;
  }
  painter.save();
  painter.setOpacity(1 - share);
  // Both pictures shall meet: the former one grows to the new size while it fades.
  const double scale = 1 + (m_fading.scale - 1) * share;
  painter.translate(m_fading.anchor);
  painter.scale(scale, scale);
  painter.translate(-m_fading.anchor);
  painter.drawPixmap(QPointF(0, 0), m_fading.picture);
  painter.restore();
}

/// Draws the headers again where they are stale, and the balancer, whose load is that of all.
void GridView::paintHeads() {
  const bool any = std::any_of(m_sectors.begin(), m_sectors.end(), [](const Sector& s) { return s.headStale; });
  if (!any) return;
  QPainter painter(&m_layer);
  const auto within = [&](const QRect& place, auto&& paint) {
    painter.save();
    painter.setClipRect(place.translated(-origin()));
    paintBackdrop(painter);
    painter.translate(-origin());
    paint();
    painter.restore();
  };
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    if (!m_sectors[i].headStale) continue;
    m_sectors[i].headStale = false;
    if (!m_layout.sectors[i].frame.intersects(sight())) continue;
    // Not its last rows, into which the lit edges of tiles reach.
    within(m_layout.sectors[i].header.adjusted(0, 0, 0, -2), [&] {
      paintSector(painter, static_cast<int>(i));
      m_traffic.drawLines(painter, [this](ServiceIndex service) { return m_motion.switched(service); });
    });
  }
  if (!m_layout.balancer.isEmpty()) within(m_layout.balancer.adjusted(2, 2, -2, -2), [&] { paintBalancer(painter); });
}

void GridView::paintLayer() {
  const qreal ratio = viewport()->devicePixelRatioF();
  const QSize size = viewport()->size() * ratio;
  if (m_layer.size() != size) m_layer = QPixmap(size);
  m_layer.setDevicePixelRatio(ratio);
  m_layerStale = false;
  m_timedStale = false;
  m_timed.clear();
  for (Sector& sector : m_sectors) sector.headStale = false;
  QPainter painter(&m_layer);
  paintBackdrop(painter);
  m_traffic.clear();
  if (m_sectors.empty()) return paintEmpty(painter);
  const QRect seen = sight();
  painter.translate(-origin());
  const auto visible = [&](std::size_t i) { return m_layout.sectors[i].frame.intersects(seen); };
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    if (!visible(i)) continue;
    paintSector(painter, static_cast<int>(i));
    m_traffic.addSector(m_layout, static_cast<int>(i), *m_sectors[i].state, m_sectors[i].cells, seen);
  }
  m_traffic.drawLines(painter, [this](ServiceIndex service) { return m_motion.switched(service); });
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    if (visible(i)) paintTiles(painter, static_cast<int>(i));
  }
  paintBalancer(painter);
  if ((m_motion.active() || lightFlows()) && !m_frameTimer.isActive()) m_frameTimer.start();
}

void GridView::paintBackdrop(QPainter& painter) const {
  const theme::Colours& c = theme::colours();
  const QRect all = viewport()->rect();
  painter.fillRect(all, c.ground);
  painter.setPen(c.gridLine);
  const QPoint shift(origin().x() % kBackdropStep, origin().y() % kBackdropStep);
  for (int x = kBackdropStep - 10 - shift.x(); x < all.width(); x += kBackdropStep)
    painter.drawLine(x, 0, x, all.height());
  for (int y = kBackdropStep - 10 - shift.y(); y < all.height(); y += kBackdropStep)
    painter.drawLine(0, y, all.width(), y);
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
  const QRect header = headerPlace(index);
  if (header.top() == place.header.top()) paintHeader(painter, index, header);
}

/// The part of the header that is in sight; it stays at the top edge while its sector is looked at further down.
QRect GridView::headerPlace(int index) const {
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const QRect seen = sight();
  QRect header = place.header;
  header.setLeft(std::max(header.left(), seen.left() + kPinnedSide));
  header.setRight(std::max(header.left(), std::min(header.right(), seen.right() - kPinnedSide)));
  if (header.top() < seen.top()) header.moveTop(std::min(seen.top(), place.frame.bottom() - header.height()));
  return header;
}

void GridView::paintPinnedHeaders(QPainter& painter) {
  painter.save();
  painter.translate(-origin());
  const theme::Colours& c = theme::colours();
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    const SectorPlace& place = m_layout.sectors[i];
    const QRect header = headerPlace(static_cast<int>(i));
    if (header.top() <= place.header.top() || !place.frame.intersects(sight())) continue;
    const QRect bar = header.adjusted(-kPinnedSide, 0, kPinnedSide, 0).intersected(place.frame);
    QColor ground = c.panel;
    ground.setAlpha(240);
    painter.fillRect(bar, ground);
    painter.fillRect(QRect(bar.left(), bar.bottom(), bar.width(), 1), c.line);
    paintHeader(painter, static_cast<int>(i), header);
  }
  painter.restore();
}

void GridView::paintHeader(QPainter& painter, int index, const QRect& place) const {
  const ServiceState& state = *m_sectors[static_cast<std::size_t>(index)].state;
  const bool roomy = place.height() > theme::scaled(30);
  const QRect line = place.adjusted(0, roomy ? 4 : 1, roomy ? 0 : -8, roomy ? -6 : -5);
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

}  // namespace perfect
