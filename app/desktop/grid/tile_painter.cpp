// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/tile_painter.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/desktop/grid/tile_word.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

constexpr int kFillSteps = 12;  // a rising fill in so many pixmaps; with words, one a row of points
constexpr int kCacheBytes = 32 * 1024 * 1024;
constexpr int kMargin = 1;  // the lit edge stands out of the tile

/// A small hash, so that each pod's pixels scatter in their own way.
std::uint32_t scatter(std::uint32_t seed) {
  seed ^= seed >> 16U;
  seed *= 0x7feb352dU;
  seed ^= seed >> 15U;
  seed *= 0x846ca68bU;
  return seed ^ (seed >> 16U);
}

/// Small tiles are filled more strongly, so that zooming from pixels to shapes changes no brightness at once.
double nearPixels(double width) { return std::clamp((kLabelTile - width) / (kLabelTile - kShapeTile), 0.0, 1.0) * 0.3; }

}  // namespace

TileFactsOf::TileFactsOf(const ServiceState& service, SimTime now, bool named)
    : m_service(service), m_now(now), m_named(named), m_versions(service.versions.size()) {}

TileFacts TileFactsOf::operator()(const Pod& pod) {
  Version& version = m_versions[static_cast<std::size_t>(pod.version)];
  if (!version.hue.isValid()) {
    version = {theme::versionColour(m_service, pod.version),
               words::text(m_service.versions[static_cast<std::size_t>(pod.version)].digest),
               m_service.serves(pod.version)};
  }
  TileFacts facts;
  facts.state = tileState(pod);
  facts.serving = pod.ready && !pod.terminating() && version.serves;
  facts.hue = version.hue;
  facts.version = version.digest;
  facts.restarts = pod.restarts;
  facts.noise = pod.ordinal * 2654435761U + 1;
  if (pod.due != kNever && pod.due > pod.since) {
    facts.progress =
        std::clamp(static_cast<double>(m_now - pod.since) / static_cast<double>(pod.due - pod.since), 0.0, 1.0);
  }
  if (!m_named) return facts;
  facts.name = words::text(podSuffix(m_service.spec->name, pod.ordinal));
  if (facts.state == TileState::BackOff) facts.countdown = words::countdown(pod.due, m_now);
  return facts;
}

TileFacts tileFacts(const Pod& pod, const ServiceState& service, SimTime now) {
  return TileFactsOf(service, now, true)(pod);
}

TilePainter::TilePainter() : m_mono(theme::monoFont(theme::kSmall)), m_cache(kCacheBytes) {}

void TilePainter::begin(QSize tile, DetailLevel detail, qreal devicePixelRatio) {
  if (devicePixelRatio != m_ratio) forget();
  m_tile = tile;
  m_detail = detail;
  m_ratio = devicePixelRatio;
  const int pixels = tileFontPixels(m_tile);
  m_mono = theme::monoFont(theme::kSmall + (pixels > 20 ? 5 : pixels > 15 ? 2 : 0));
  m_letters.use(m_mono, m_ratio);
}

void TilePainter::forget() {
  m_cache.clear();
  m_letters.forget();
  m_restartSigns.clear();
}

void TilePainter::draw(QPainter& painter, const QRect& place, const TileFacts& facts) {
  painter.drawPixmap(place.topLeft() - QPoint(kMargin, kMargin), shared(facts));
  if (m_detail != DetailLevel::Text) return;
  drawOwnWords(painter, place, facts);
}

const QPixmap& TilePainter::shared(const TileFacts& facts) {
  const int steps = m_detail == DetailLevel::Text ? m_tile.height() : kFillSteps;
  const int step = facts.state == TileState::Starting ? static_cast<int>(facts.progress * steps) : 0;
  Look look;
  look.bits = quint64{facts.hue.rgb() & 0xffffffU} | static_cast<quint64>(facts.state) << 24U |
              quint64{facts.serving} << 28U | static_cast<quint64>(step) << 32U |
              static_cast<quint64>(m_tile.width()) << 48U;
  if (m_detail != DetailLevel::Shape) look.version = facts.version;
  if (const QPixmap* known = m_cache.object(look)) return *known;
  TileFacts common = facts;
  common.progress = static_cast<double>(step) / steps;
  auto* kept = new QPixmap((m_tile + QSize(2 * kMargin, 2 * kMargin)) * m_ratio);
  QPixmap& pixmap = *kept;
  pixmap.setDevicePixelRatio(m_ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  const QRect place(QPoint(kMargin, kMargin), m_tile);
  drawBody(painter, QRectF(place), common);
  if (m_detail == DetailLevel::Text)
    drawWords(painter, place, common);
  else
    drawCompact(painter, place, common);
  painter.end();
  // A pixmap is far smaller than the cache: it is not thrown away at once.
  m_cache.insert(look, kept, pixmap.width() * pixmap.height() * 4);
  return pixmap;
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
  QColor ground =
      theme::mix(colour, c.ground, filled ? (facts.serving ? 0.26 : 0.16) + nearPixels(place.width()) : 0.03);
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

namespace {

/// Where the lines of a tile stand.
struct Lines {
  QRect word;
  QRect name;
  QRect restarts;
  explicit Lines(const QRect& place) {
    const int row = place.height() / 3;
    word = tileWordLine(place);
    name = QRect(word.left(), place.top() + row + row / 3, word.width(), row);
    restarts = QRect(word.left(), place.top() + 2 * row + row / 12, word.width(), row);
  }
};

}  // namespace

void TilePainter::drawWords(QPainter& painter, const QRect& place, const TileFacts& facts) const {
  const theme::Colours& c = theme::colours();
  const QColor colour = tileColour(facts.state, facts.hue);
  const int pixels = tileFontPixels(m_tile);
  const bool faint = facts.state == TileState::Terminating;

  const Lines lines(place);
  const QRect& top = lines.word;
  const int symbol = theme::scaled(pixels - 3);
  theme::drawGlyph(painter, tileGlyph(facts.state),
                   QRectF(top.left(), top.center().y() - symbol / 2.0 + 1, symbol, symbol), colour);
  const QRect wordPlace = tileWordPlace(top, m_tile);
  const TileWord word = fittedTileWord(facts.state, pixels, wordPlace.width());
  painter.setFont(word.font);
  painter.setPen(faint ? c.muted : c.text);
  painter.drawText(wordPlace, Qt::AlignLeft | Qt::AlignVCenter, word.text);

  painter.setFont(m_mono);
  painter.setPen(faint ? c.muted : theme::mix(facts.hue, c.text, 0.75));
  painter.drawText(lines.name, Qt::AlignRight | Qt::AlignVCenter,
                   QFontMetrics(m_mono).elidedText(facts.version, Qt::ElideRight, lines.name.width() / 2));
}

void TilePainter::drawOwnWords(QPainter& painter, const QRect& place, const TileFacts& facts) {
  const theme::Colours& c = theme::colours();
  const bool backOff = facts.state == TileState::BackOff;
  const bool faint = facts.state == TileState::Terminating;
  const Lines lines(place);
  const int letter = m_letters.letterWidth();
  const int versionWidth = std::min(letter * static_cast<int>(facts.version.size()), lines.name.width() / 2);
  const int nameWidth = lines.name.width() - versionWidth - 4;
  QString own = backOff ? facts.countdown : facts.name;
  if (letter * own.size() > nameWidth && !backOff) {
    own = QFontMetrics(m_mono).elidedText(own, Qt::ElideRight, nameWidth);
  }
  m_letters.draw(painter, QPoint(lines.name.left(), baseline(lines.name)), own,
                 backOff ? c.text : theme::mix(c.text, c.ground, faint ? 0.6 : 0.78));
  if (facts.restarts > 0) drawRestarts(painter, lines.restarts, facts, backOff ? c.bad : c.attention);
}

void TilePainter::drawRestarts(QPainter& painter, const QRect& line, const TileFacts& facts, const QColor& colour) {
  const QString restarts = words::count(facts.restarts);
  const int textWidth = m_letters.letterWidth() * static_cast<int>(restarts.size());
  m_letters.draw(painter, QPoint(line.right() + 1 - textWidth, baseline(line)), restarts, colour);
  const int side = theme::scaled(10);
  QPixmap& sign = m_restartSigns[colour.rgb()];
  if (sign.isNull()) {
    sign = QPixmap(QSize(side, side) * m_ratio);
    sign.setDevicePixelRatio(m_ratio);
    sign.fill(Qt::transparent);
    QPainter signPainter(&sign);
    theme::drawGlyph(signPainter, theme::Glyph::Restart, QRectF(0, 0, side, side), colour);
  }
  painter.drawPixmap(QPoint(line.right() - textWidth - side - 5, line.center().y() + 1 - side / 2), sign);
}

/// Of a line of small text that stands in the middle of `line`.
int TilePainter::baseline(const QRect& line) const {
  return line.top() + (line.height() - m_letters.height()) / 2 + m_letters.ascent();
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
