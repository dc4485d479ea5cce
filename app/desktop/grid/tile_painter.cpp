// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/tile_painter.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

constexpr int kFillSteps = 12;  // a rising fill in so many pixmaps
constexpr int kMostPixmaps = 512;

/// A small hash, so that each pod's pixels scatter in their own way.
std::uint32_t scatter(std::uint32_t seed) {
  seed ^= seed >> 16U;
  seed *= 0x7feb352dU;
  seed ^= seed >> 15U;
  seed *= 0x846ca68bU;
  return seed ^ (seed >> 16U);
}

int fontPixels(const QSize& tile) { return std::clamp(tile.width() * 14 / 100, theme::kSmall, 18); }

}  // namespace

TileFacts tileFacts(const Pod& pod, const ServiceState& service, SimTime now) {
  TileFacts facts;
  facts.state = tileState(pod);
  facts.serving = pod.ready && !pod.terminating() && service.serves(pod.version);
  facts.hue = theme::versionColour(service, pod.version);
  facts.version = words::text(service.versions[static_cast<std::size_t>(pod.version)].digest);
  facts.name = words::text(podSuffix(service.spec->name, pod.ordinal));
  facts.restarts = pod.restarts;
  facts.noise = pod.ordinal * 2654435761U + 1;
  if (pod.due != kNever && pod.due > pod.since) {
    facts.progress =
        std::clamp(static_cast<double>(now - pod.since) / static_cast<double>(pod.due - pod.since), 0.0, 1.0);
  }
  if (facts.state == TileState::BackOff) facts.countdown = words::countdown(pod.due, now);
  return facts;
}

void TilePainter::begin(QSize tile, DetailLevel detail, qreal devicePixelRatio) {
  if (devicePixelRatio != m_ratio || m_cache.size() >= kMostPixmaps) m_cache.clear();
  m_tile = tile;
  m_detail = detail;
  m_ratio = devicePixelRatio;
}

void TilePainter::draw(QPainter& painter, const QRect& place, const TileFacts& facts) {
  if (m_detail == DetailLevel::Text) {
    drawBody(painter, QRectF(place), facts);
    drawWords(painter, place, facts);
    if (facts.state == TileState::Terminating && facts.progress > 0) {
      drawDissolving(painter, place, facts.hue, facts.progress * 0.6, facts.noise);
    }
    return;
  }
  TileFacts shared = facts;
  const int step = facts.state == TileState::Starting ? static_cast<int>(facts.progress * kFillSteps) : 0;
  shared.progress = static_cast<double>(step) / kFillSteps;
  QString key = QString::number(static_cast<int>(facts.state) + (facts.serving ? 16 : 0) + step * 32, 16) +
                facts.hue.name() + QString::number(m_tile.width());
  if (m_detail == DetailLevel::Label) key += facts.version;
  auto found = m_cache.constFind(key);
  if (found == m_cache.constEnd()) {
    QPixmap pixmap(m_tile * m_ratio);
    pixmap.setDevicePixelRatio(m_ratio);
    pixmap.fill(Qt::transparent);
    QPainter inner(&pixmap);
    drawBody(inner, QRectF(QPointF(0, 0), QSizeF(m_tile)), shared);
    drawCompact(inner, QRect(QPoint(0, 0), m_tile), shared);
    found = m_cache.insert(key, pixmap);
  }
  painter.drawPixmap(place.topLeft(), *found);
}

void TilePainter::drawBody(QPainter& painter, const QRectF& place, const TileFacts& facts) const {
  const theme::Colours& c = theme::colours();
  const QColor colour = tileColour(facts.state, facts.hue);
  const double width = m_detail == DetailLevel::Shape ? 1.0 : 1.6;
  const double radius = m_detail == DetailLevel::Shape ? 2 : 5;
  const QRectF box = place.adjusted(width / 2, width / 2, -width / 2, -width / 2);
  const bool filled = facts.state == TileState::Ready || facts.state == TileState::BackOff;

  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QPen pen(colour, width);
  QColor ground = theme::mix(colour, c.ground, filled ? (facts.serving ? 0.26 : 0.16) : 0.03);
  switch (facts.state) {
    case TileState::Pending:
      pen.setStyle(Qt::DotLine);
      pen.setColor(theme::mix(colour, c.ground, 0.7));
      break;
    case TileState::Starting:
      pen.setColor(theme::mix(colour, c.ground, 0.6));
      break;
    case TileState::NotReady:
      pen.setStyle(Qt::CustomDashLine);
      pen.setDashPattern({3, 2});
      break;
    case TileState::Terminating:
      pen.setStyle(Qt::DotLine);
      break;
    default:
      break;
  }
  painter.setPen(pen);
  painter.setBrush(ground);
  painter.drawRoundedRect(box, radius, radius);
  if (facts.state == TileState::Starting && facts.progress > 0) {
    QPainterPath clip;
    clip.addRoundedRect(box, radius, radius);
    painter.setClipPath(clip);
    const double rise = box.height() * facts.progress;
    painter.fillRect(QRectF(box.left(), box.bottom() - rise, box.width(), rise), theme::mix(colour, c.ground, 0.3));
    painter.setClipping(false);
  }
  if (facts.serving && facts.state == TileState::Ready) {
    const double edge = m_detail == DetailLevel::Shape ? 1.4 : 3;
    painter.fillRect(QRectF(box.left() + box.width() * 0.1, box.top() - edge / 2, box.width() * 0.8, edge),
                     theme::mix(colour, c.text, 0.8));
  }
  painter.restore();
}

void TilePainter::drawWords(QPainter& painter, const QRect& place, const TileFacts& facts) const {
  const theme::Colours& c = theme::colours();
  const QColor colour = tileColour(facts.state, facts.hue);
  const int pixels = fontPixels(m_tile);
  const int side = std::max(8, m_tile.width() / 11);
  const int row = place.height() / 3;
  const bool faint = facts.state == TileState::Terminating;

  const QRect top(place.left() + side, place.top() + row / 4, place.width() - 2 * side, row + row / 4);
  const int symbol = pixels - 3;
  theme::drawGlyph(painter, tileGlyph(facts.state),
                   QRectF(top.left(), top.center().y() - symbol / 2.0 + 1, symbol, symbol), colour);
  QFont word = theme::uiFont(pixels, QFont::DemiBold);
  const QRect wordPlace = top.adjusted(symbol + 5, 0, side - 4, 0);
  if (QFontMetrics(word).horizontalAdvance(tileWord(facts.state)) > wordPlace.width()) word.setStretch(84);
  painter.setFont(word);
  painter.setPen(faint ? c.muted : c.text);
  painter.drawText(wordPlace, Qt::AlignLeft | Qt::AlignVCenter, tileWord(facts.state));

  const bool backOff = facts.state == TileState::BackOff;
  const QRect middle(top.left(), place.top() + row + row / 3, top.width(), row);
  const QFont mono = theme::monoFont(theme::kSmall + (pixels > 15 ? 2 : 0));
  const QFontMetrics metrics(mono);
  painter.setFont(mono);
  painter.setPen(backOff ? c.text : theme::mix(c.text, c.ground, faint ? 0.6 : 0.78));
  const int versionWidth = std::min(metrics.horizontalAdvance(facts.version), middle.width() / 2);
  const int nameWidth = middle.width() - versionWidth - 4;
  painter.drawText(middle.adjusted(0, 0, -versionWidth - 4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   backOff ? facts.countdown : metrics.elidedText(facts.name, Qt::ElideRight, nameWidth));
  painter.setPen(faint ? c.muted : theme::mix(facts.hue, c.text, 0.75));
  painter.drawText(middle, Qt::AlignRight | Qt::AlignVCenter,
                   metrics.elidedText(facts.version, Qt::ElideRight, middle.width() / 2));

  if (facts.restarts == 0) return;
  const QRect bottom(top.left(), place.top() + 2 * row + row / 12, top.width(), row);
  const QString restarts = words::count(facts.restarts);
  painter.setPen(backOff ? c.bad : c.attention);
  painter.drawText(bottom, Qt::AlignRight | Qt::AlignVCenter, restarts);
  const int textWidth = metrics.horizontalAdvance(restarts);
  theme::drawGlyph(painter, theme::Glyph::Restart,
                   QRectF(bottom.right() - textWidth - 15, bottom.center().y() - 4, 10, 10),
                   backOff ? c.bad : c.attention);
}

void TilePainter::drawCompact(QPainter& painter, const QRect& place, const TileFacts& facts) const {
  const QColor colour = tileColour(facts.state, facts.hue);
  if (m_detail == DetailLevel::Shape) {
    const double side = std::min(place.width(), place.height()) * 0.5;
    theme::drawGlyph(painter, tileGlyph(facts.state),
                     QRectF(place.center().x() + 0.5 - side / 2, place.center().y() + 0.5 - side / 2, side, side),
                     colour);
    return;
  }
  const double side = std::min(14.0, place.height() * 0.32);
  theme::drawGlyph(painter, tileGlyph(facts.state),
                   QRectF(place.center().x() + 0.5 - side / 2, place.top() + place.height() * 0.17, side, side),
                   colour);
  const QFont mono = theme::monoFont(theme::kSmall);
  painter.setFont(mono);
  painter.setPen(facts.state == TileState::Terminating ? theme::colours().muted : theme::colours().text);
  painter.drawText(place.adjusted(2, place.height() / 2, -2, -3), Qt::AlignCenter,
                   QFontMetrics(mono).elidedText(facts.version, Qt::ElideRight, place.width() - 6));
}

void TilePainter::drawDissolving(QPainter& painter, const QRect& place, const QColor& colour, double progress,
                                 std::uint32_t noise) {
  const int pixel = std::max(2, place.width() / 24);
  const int count = place.width() >= kTextTile ? 30 : 12;
  for (int i = 0; i < count; ++i) {
    const std::uint32_t r = scatter(noise + static_cast<std::uint32_t>(i) * 0x9e3779b9U);
    const double startX = (r & 0xffU) / 255.0;
    const double startY = (r >> 8U & 0xffU) / 255.0;
    const double drift = (r >> 16U & 0xffU) / 255.0;
    // The tile comes apart from its right side on.
    const double age = progress * 1.6 - (1 - startX) * 0.6;
    if (age <= 0 || age >= 1) continue;
    QColor faded = colour;
    faded.setAlphaF(static_cast<float>((1 - age) * 0.9));
    const double x = place.left() + startX * place.width() + age * (8 + drift * 18);
    const double y = place.top() + startY * place.height() - age * (drift - 0.5) * 22;
    painter.fillRect(QRectF(x, y, pixel, pixel), faded);
  }
}

}  // namespace perfect
