// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/glyph_atlas.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace perfect {
namespace {

constexpr char16_t kFirst = u' ';
constexpr char16_t kLast = u'~';
constexpr int kMostStrips = 32;  // colours; a few states times a few versions

bool isPlain(const QString& text) {
  return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= kFirst && c.unicode() <= kLast; });
}

}  // namespace

void GlyphAtlas::use(const QFont& font, qreal devicePixelRatio) {
  if (m_ratio == devicePixelRatio && m_font == font) return;
  m_strips.clear();
  m_font = font;
  m_ratio = devicePixelRatio;
  const QFontMetrics metrics(font);
  m_letterWidth = std::max(1, metrics.horizontalAdvance(u'0'));
  m_height = metrics.height();
  m_ascent = metrics.ascent();
}

const QPixmap& GlyphAtlas::strip(const QColor& colour) {
  const auto found = m_strips.constFind(colour.rgb());
  if (found != m_strips.constEnd()) return *found;
  if (m_strips.size() >= kMostStrips) m_strips.clear();
  QPixmap pixmap(QSize((kLast - kFirst + 1) * m_letterWidth, m_height) * m_ratio);
  pixmap.setDevicePixelRatio(m_ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setFont(m_font);
  painter.setPen(colour);
  for (char16_t c = kFirst; c <= kLast; ++c) {
    painter.drawText(QPoint((c - kFirst) * m_letterWidth, m_ascent), QString(QChar(c)));
  }
  painter.end();
  return *m_strips.insert(colour.rgb(), pixmap);
}

void GlyphAtlas::draw(QPainter& painter, QPoint left, const QString& text, const QColor& colour) {
  if (!isPlain(text)) {
    painter.setFont(m_font);
    painter.setPen(colour);
    painter.drawText(left, text);
    return;
  }
  const QPixmap& letters = strip(colour);
  const QSizeF cell(m_letterWidth * m_ratio, m_height * m_ratio);
  QPointF at(left.x(), left.y() - m_ascent);
  for (const QChar c : text) {
    if (c != QLatin1Char(' '))
      painter.drawPixmap(at, letters, QRectF(QPointF((c.unicode() - kFirst) * cell.width(), 0), cell));
    at.rx() += m_letterWidth;
  }
}

}  // namespace perfect
