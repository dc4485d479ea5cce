// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include "app/desktop/theme/theme.h"

namespace perfect::theme {
namespace {

// All shapes live in a unit square that drawGlyph scales.
QPainterPath triangleRight(double x, double width) {
  QPainterPath p;
  p.moveTo(x, 0.12);
  p.lineTo(x + width, 0.5);
  p.lineTo(x, 0.88);
  p.closeSubpath();
  return p;
}

QPainterPath filled(Glyph glyph) {
  QPainterPath p;
  switch (glyph) {
    case Glyph::Play:
      return triangleRight(0.18, 0.7);
    case Glyph::Pause:
      p.addRect(0.2, 0.14, 0.22, 0.72);
      p.addRect(0.58, 0.14, 0.22, 0.72);
      return p;
    case Glyph::Step:
      p = triangleRight(0.12, 0.55);
      p.addRect(0.72, 0.14, 0.16, 0.72);
      return p;
    case Glyph::Next:
      p = triangleRight(0.04, 0.46);
      p.addPath(triangleRight(0.5, 0.46));
      return p;
    case Glyph::Back:
      p.addRect(0.06, 0.14, 0.16, 0.72);
      p.moveTo(0.92, 0.12);
      p.lineTo(0.3, 0.5);
      p.lineTo(0.92, 0.88);
      p.closeSubpath();
      return p;
    case Glyph::Stop:
      p.addRect(0.18, 0.18, 0.64, 0.64);
      return p;
    case Glyph::Reset:
      p.moveTo(0.5, 0.12);
      p.lineTo(0.04, 0.5);
      p.lineTo(0.5, 0.88);
      p.closeSubpath();
      p.moveTo(0.96, 0.12);
      p.lineTo(0.5, 0.5);
      p.lineTo(0.96, 0.88);
      p.closeSubpath();
      return p;
    case Glyph::Explain:
      p.moveTo(0.5, 0.08);
      p.arcTo(QRectF(0.08, 0.08, 0.84, 0.84), 90, 180);
      p.closeSubpath();
      return p;
    case Glyph::Menu:
      for (const double y : {0.16, 0.43, 0.7}) p.addRect(0.08, y, 0.84, 0.14);
      return p;
    case Glyph::Until:
      p = triangleRight(0.06, 0.5);
      p.addRect(0.6, 0.06, 0.1, 0.88);
      p.addRect(0.7, 0.06, 0.24, 0.3);
      return p;
    case Glyph::FoldLeft:
      p.addRect(0.1, 0.16, 0.24, 0.68);
      return p;
    case Glyph::FoldRight:
      p.addRect(0.66, 0.16, 0.24, 0.68);
      return p;
    case Glyph::FoldBottom:
      p.addRect(0.1, 0.6, 0.8, 0.24);
      return p;
    case Glyph::Disc:
      p.addEllipse(QRectF(0.12, 0.12, 0.76, 0.76));
      return p;
    case Glyph::Bar:
      p.addRect(0.05, 0.41, 0.9, 0.18);
      return p;
    case Glyph::Triangle:
      p.moveTo(0.5, 0.06);
      p.lineTo(0.98, 0.92);
      p.lineTo(0.02, 0.92);
      p.closeSubpath();
      return p;
    default:
      return p;
  }
}

QPainterPath stroked(Glyph glyph) {
  QPainterPath p;
  switch (glyph) {
    case Glyph::Explain:
    case Glyph::HollowDisc:
      p.addEllipse(QRectF(0.14, 0.14, 0.72, 0.72));
      break;
    case Glyph::Ring:
      p.arcMoveTo(QRectF(0.14, 0.14, 0.72, 0.72), 60);
      p.arcTo(QRectF(0.14, 0.14, 0.72, 0.72), 60, -270);
      break;
    case Glyph::Cross:
    case Glyph::Close:
      p.moveTo(0.16, 0.16);
      p.lineTo(0.84, 0.84);
      p.moveTo(0.84, 0.16);
      p.lineTo(0.16, 0.84);
      break;
    case Glyph::Check:
      p.moveTo(0.12, 0.55);
      p.lineTo(0.4, 0.82);
      p.lineTo(0.9, 0.2);
      break;
    case Glyph::Search:
      p.addEllipse(QRectF(0.1, 0.1, 0.56, 0.56));
      p.moveTo(0.6, 0.6);
      p.lineTo(0.92, 0.92);
      break;
    case Glyph::FoldLeft:
    case Glyph::FoldRight:
    case Glyph::FoldBottom:
      p.addRect(0.1, 0.16, 0.8, 0.68);
      break;
    case Glyph::Restart:
      p.arcMoveTo(QRectF(0.14, 0.14, 0.72, 0.72), 20);
      p.arcTo(QRectF(0.14, 0.14, 0.72, 0.72), 20, 290);
      p.moveTo(0.98, 0.12);
      p.lineTo(0.84, 0.4);
      p.lineTo(0.56, 0.3);
      break;
    case Glyph::Return:
      p.moveTo(0.34, 0.14);
      p.lineTo(0.1, 0.38);
      p.lineTo(0.34, 0.62);
      p.moveTo(0.1, 0.38);
      p.lineTo(0.68, 0.38);
      p.arcTo(QRectF(0.46, 0.38, 0.44, 0.46), 90, -180);
      p.lineTo(0.3, 0.84);
      break;
    case Glyph::Help:
      p.moveTo(0.28, 0.3);
      p.cubicTo(0.3, 0.0, 0.78, 0.04, 0.74, 0.34);
      p.cubicTo(0.72, 0.5, 0.5, 0.48, 0.5, 0.68);
      p.moveTo(0.5, 0.86);
      p.lineTo(0.5, 0.9);
      break;
    default:
      break;
  }
  return p;
}

}  // namespace

void drawGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(box.topLeft());
  painter.scale(box.width(), box.height());
  painter.fillPath(filled(glyph), colour);
  const QPainterPath lines = stroked(glyph);
  if (!lines.isEmpty()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 0.15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(lines);
  }
  painter.restore();
}

namespace {

/// Asks for its colour when it is painted, so that buttons need not know when the theme changes.
class GlyphEngine final : public QIconEngine {
 public:
  GlyphEngine(Glyph glyph, Tone tone) : m_glyph(glyph), m_tone(tone) {}

  void paint(QPainter* painter, const QRect& place, QIcon::Mode mode, QIcon::State) override {
    const double edge = place.width() / 8.0;
    drawGlyph(*painter, m_glyph, QRectF(place).adjusted(edge, edge, -edge, -edge),
              colour(mode == QIcon::Disabled ? Tone::Disabled : m_tone));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    if (size.isEmpty()) return {};  // a button that is squeezed asks for this too
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new GlyphEngine(*this); }

 private:
  Glyph m_glyph;
  Tone m_tone;
};

}  // namespace

QIcon icon(Glyph glyph, Tone tone) { return QIcon(new GlyphEngine(glyph, tone)); }

Glyph levelGlyph(Level level) {
  switch (level) {
    case Level::Info:
      return Glyph::Disc;
    case Level::Warn:
      return Glyph::Triangle;
    case Level::Error:
      return Glyph::Cross;
  }
  return Glyph::Disc;
}

Glyph statusGlyph(StatusKind kind) {
  switch (kind) {
    case StatusKind::Stable:
      return Glyph::Check;
    case StatusKind::StartingUp:
    case StatusKind::Scaling:
      return Glyph::Ring;
    case StatusKind::RollingOut:
    case StatusKind::Analysing:
      return Glyph::Next;
    case StatusKind::Paused:
    case StatusKind::WaitingForPromotion:
      return Glyph::Pause;
    case StatusKind::Degraded:
      return Glyph::Triangle;
    case StatusKind::Failed:
      return Glyph::Cross;
    case StatusKind::RolledBack:
    case StatusKind::Aborted:
      return Glyph::Return;
    case StatusKind::ScaledToZero:
      return Glyph::HollowDisc;
    case StatusKind::Deleting:
      return Glyph::Bar;
  }
  return Glyph::Disc;
}

}  // namespace perfect::theme
