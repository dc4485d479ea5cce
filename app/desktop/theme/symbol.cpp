// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/symbol.h"

#include <QPainter>

namespace perfect::theme {

Symbol::Symbol(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void Symbol::show(Glyph glyph, Tone tone) {
  m_glyph = glyph;
  m_tone = tone;
  update();
}

QSize Symbol::sizeHint() const { return {scaled(16), scaled(16)}; }

void Symbol::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const double edge = width() / 8.0;
  drawGlyph(painter, m_glyph, QRectF(rect()).adjusted(edge, edge, -edge, -edge), colour(m_tone));
}

}  // namespace perfect::theme
