// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names and countdowns of thousands of tiles: the letters of one small font, drawn once a colour and then copied, since
// laying out a text anew costs more than a whole tile.
// Thread rule: the GUI thread. Invariant: what is copied is what QPainter::drawText would have drawn, each letter on a
// whole point.
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPixmap>
#include <QString>

class QPainter;

namespace perfect {

class GlyphAtlas {
 public:
  /// Letters of this font from now on; those of another font or scale are forgotten.
  void use(const QFont& font, qreal devicePixelRatio);
  void forget() { m_strips.clear(); }

  /// Of one letter; the font is monospaced.
  int letterWidth() const { return m_letterWidth; }
  int height() const { return m_height; }
  int ascent() const { return m_ascent; }
  /// `left`: where the text begins, on its baseline.
  void draw(QPainter& painter, QPoint left, const QString& text, const QColor& colour);

 private:
  const QPixmap& strip(const QColor& colour);

  QFont m_font;
  qreal m_ratio = 0;
  int m_letterWidth = 1;
  int m_height = 0;
  int m_ascent = 0;
  QHash<QRgb, QPixmap> m_strips;  ///< all letters side by side
};

}  // namespace perfect
