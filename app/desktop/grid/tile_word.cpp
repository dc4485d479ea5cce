// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/tile_word.h"

#include <QFontMetrics>
#include <algorithm>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kNarrow = 84;  // percent
constexpr int kLargest = 24;
constexpr int kBehindSymbol = 5;

int tileSide(int tileWidth) { return std::max(8, tileWidth / 11); }

}  // namespace

int tileFontPixels(QSize tile) {
  return std::clamp(static_cast<int>(tile.width() / theme::scale()) * 14 / 100, theme::kSmall, kLargest);
}

TileWord fittedTileWord(TileState state, int pixels, int room) {
  TileWord fitted;
  for (const QString& word : {tileWord(state), tileShortWord(state)}) {
    for (int size = pixels; size >= theme::kSmall; --size) {
      for (const int stretch : {100, kNarrow}) {
        fitted = {word, theme::uiFont(size, QFont::DemiBold)};
        if (stretch < 100) fitted.font.setStretch(stretch);
        if (QFontMetrics(fitted.font).horizontalAdvance(word) <= room) return fitted;
      }
    }
  }
  fitted.text = QFontMetrics(fitted.font).elidedText(fitted.text, Qt::ElideRight, room);
  return fitted;
}

QRect tileWordLine(const QRect& place) {
  const int side = tileSide(place.width());
  const int row = place.height() / 3;
  return {place.left() + side, place.top() + row / 4, place.width() - 2 * side, row + row / 4};
}

QRect tileWordPlace(const QRect& line, QSize tile) {
  const int symbol = theme::scaled(tileFontPixels(tile) - 3);
  return line.adjusted(symbol + kBehindSymbol, 0, tileSide(tile.width()) - 4, 0);
}

}  // namespace perfect
