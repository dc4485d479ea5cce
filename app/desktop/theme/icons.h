// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program's own small symbols, drawn as paths so that they look the same with every font and scale.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

#include "app/desktop/theme/dress.h"
#include "core/events/reasons.h"
#include "core/reconcile/status.h"

class QPainter;

namespace perfect::theme {

enum class Glyph {
  Play,
  Pause,
  Step,
  Reset,
  Next,
  Stop,
  Explain,
  Help,
  Close,
  Disc,
  HollowDisc,
  Ring,
  Cross,
  Bar,
  Check,
  Triangle,
  Restart,
  Return,
  Back,
};

/// Draws the symbol inside `box` (square) in one colour.
void drawGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour);
/// The same as an icon for buttons, fainter where the button is disabled; follows the theme.
QIcon icon(Glyph glyph, Tone tone);

/// Severity by shape: disc, triangle, cross.
Glyph levelGlyph(Level level);
/// A service's state by shape.
Glyph statusGlyph(StatusKind kind);

}  // namespace perfect::theme
