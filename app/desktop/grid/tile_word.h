// SPDX-License-Identifier: GPL-3.0-or-later
//
// The word that a tile says its state with, as large and as long as it has room for: a language may have long words.
// Pure; the GUI thread (fonts, translations).
#pragma once

#include <QFont>
#include <QRect>
#include <QString>

#include "app/desktop/grid/tile_state.h"

namespace perfect {

/// Of a tile's symbol and word; at scale 1: fonts grow by themselves.
int tileFontPixels(QSize tile);

struct TileWord {
  QString text;
  QFont font;
};

/// Measured, never wider than `room`: first the word itself, narrower, then smaller (down to what is still to be read);
/// then a shorter word in the same way; elided only where none fits.
TileWord fittedTileWord(TileState state, int pixels, int room);

/// Where the word stands in the line `line` of a tile, behind its symbol.
QRect tileWordPlace(const QRect& line, QSize tile);

/// The line of symbol and word in a tile that stands here.
QRect tileWordLine(const QRect& place);

}  // namespace perfect
