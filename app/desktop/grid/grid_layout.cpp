// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/grid_layout.h"

#include <algorithm>
#include <array>

namespace perfect {
namespace {

constexpr std::array kTileWidths{200, 176, 152, 132, 124, 116, 108, 100, 96, 92, 88, 84, 76, 68, 60, 54, 48,
                                 44,  40,  34,  28,  24,  20,  16,  14,  12, 10, 8,  6,  5,  4,  3,  2,  1};
constexpr int kBalancerWidth = 124;
constexpr int kBalancerLane = 52;  // between sectors and balancer, where the light runs
constexpr int kSectorLeast = 230;
constexpr int kMostSectorColumns = 4;

/// Room around the tiles: spacious, or dense for many services.
struct Spacing {
  int margin;
  int header;
  int padding;
  int between;
};
constexpr Spacing kSpacious{14, 38, 15, 13};
constexpr Spacing kDense{8, 26, 7, 7};

int tileHeight(int width) {
  if (width >= kTextTile) return width * 64 / 100;
  if (width >= kLabelTile) return width * 78 / 100;
  return width;
}

int gapFor(int width) {
  if (width >= kTextTile) return 11;
  if (width >= kLabelTile) return 8;
  if (width >= kShapeTile) return 3;
  return width >= 4 ? 1 : 0;
}

struct Attempt {
  int tile;
  int sectorColumns;
  std::uint32_t podsPerCell;
  Spacing spacing;
  bool mixed = false;  ///< small services get larger tiles
};

/// The tile width of one sector.
int tileOf(const Attempt& a, std::uint32_t slots) {
  if (!a.mixed) return a.tile;
  if (slots <= 24) return std::max(a.tile, kTextTile);
  if (slots <= 120) return std::max(a.tile, kLabelTile);
  return slots <= 1000 ? std::max(a.tile, kShapeTile) : a.tile;
}

std::uint32_t podsPerCell(const Attempt& a, std::uint32_t slots) {
  return tileOf(a, slots) == a.tile ? a.podsPerCell : 1;
}

int balancerRoom(const Attempt& a, QSize view) {
  return (a.tile >= kShapeTile || a.mixed) && view.width() >= 560 ? kBalancerWidth + kBalancerLane : 0;
}

int sectorWidth(const Attempt& a, QSize view) {
  const int inner = view.width() - 2 * a.spacing.margin - balancerRoom(a, view);
  return (inner - (a.sectorColumns - 1) * a.spacing.between) / a.sectorColumns;
}

int columnsOf(const Attempt& a, QSize view, std::uint32_t slots) {
  const int tile = tileOf(a, slots);
  const int gap = gapFor(tile);
  return std::max(1, (sectorWidth(a, view) - 2 * a.spacing.padding + gap) / (tile + gap));
}

std::int64_t sectorHeight(const Attempt& a, QSize view, std::uint32_t slots) {
  const int gap = gapFor(tileOf(a, slots));
  const std::int64_t perCell = podsPerCell(a, slots);
  const std::int64_t columns = columnsOf(a, view, slots);
  const std::int64_t rows = ((slots + perCell - 1) / perCell + columns - 1) / columns;
  const std::int64_t tiles = rows == 0 ? 0 : rows * (tileHeight(tileOf(a, slots)) + gap) - gap;
  return a.spacing.header + tiles + a.spacing.padding;
}

std::int64_t totalHeight(const Attempt& a, QSize view, const std::vector<std::uint32_t>& slots) {
  std::int64_t height = 2 * a.spacing.margin - a.spacing.between;
  const auto columns = static_cast<std::size_t>(a.sectorColumns);
  for (std::size_t row = 0; row < slots.size(); row += columns) {
    std::int64_t tallest = 0;
    for (std::size_t i = row; i < std::min(slots.size(), row + columns); ++i) {
      tallest = std::max(tallest, sectorHeight(a, view, slots[i]));
    }
    height += tallest + a.spacing.between;
  }
  return height;
}

/// The best attempt that fits; the last one tried where none does (the view then scrolls).
Attempt choose(const std::vector<std::uint32_t>& slots, QSize view, int forcedTile) {
  if (forcedTile > 0) return {forcedTile, 1, 1, kSpacious, false};
  const int most = std::min<int>(kMostSectorColumns, static_cast<int>(slots.size()));
  const auto fits = [&](const Attempt& a) {
    return (a.sectorColumns == 1 || sectorWidth(a, view) >= kSectorLeast) &&
           totalHeight(a, view, slots) <= view.height();
  };
  // With words: one column of sectors before several, since a column reads like a list; words before many in sight.
  for (int columns = 1; columns <= most; ++columns) {
    for (const Spacing& spacing : {kSpacious, kDense}) {
      for (const int tile : kTileWidths) {
        if (tile < kTextTile) break;
        const Attempt a{tile, columns, 1, spacing, false};
        if (fits(a)) return a;
      }
    }
  }
  for (const int tile : kTileWidths) {
    if (tile >= kTextTile) continue;
    for (const Spacing& spacing : {kSpacious, kDense}) {
      for (int columns = 1; columns <= most; ++columns) {
        const Attempt a{tile, columns, 1, spacing, tile < kLabelTile};
        if (fits(a)) return a;
      }
    }
  }
  Attempt a{1, 1, 2, kDense, true};
  const std::int64_t frames = totalHeight(a, view, std::vector<std::uint32_t>(slots.size(), 0));
  if (frames > view.height() * 3 / 4) {  // too many services for any tile: scroll, at a size with shapes
    a = {16, 1, 1, kDense, false};
    while (a.sectorColumns < most) {
      ++a.sectorColumns;
      if (sectorWidth(a, view) < kSectorLeast) {
        --a.sectorColumns;
        break;
      }
    }
    return a;
  }
  while (a.podsPerCell < (1U << 20U) && totalHeight(a, view, slots) > view.height()) a.podsPerCell *= 2;
  return a;
}

}  // namespace

DetailLevel detailLevel(int tileWidth) {
  if (tileWidth >= kTextTile) return DetailLevel::Text;
  if (tileWidth >= kLabelTile) return DetailLevel::Label;
  return tileWidth >= kShapeTile ? DetailLevel::Shape : DetailLevel::Pixel;
}

GridLayout layoutGrid(const std::vector<std::uint32_t>& slots, QSize view, int forcedTile) {
  const Attempt a = choose(slots, view, forcedTile);
  GridLayout layout;
  layout.tileWidth = a.tile;
  layout.sectorColumns = a.sectorColumns;

  const Spacing& s = a.spacing;
  const int width = sectorWidth(a, view);
  const auto columns = static_cast<std::size_t>(a.sectorColumns);
  int y = s.margin;
  for (std::size_t row = 0; row < slots.size(); row += columns) {
    std::int64_t tallest = 0;
    for (std::size_t i = row; i < std::min(slots.size(), row + columns); ++i) {
      tallest = std::max(tallest, sectorHeight(a, view, slots[i]));
    }
    for (std::size_t i = row; i < std::min(slots.size(), row + columns); ++i) {
      SectorPlace place;
      const int tile = tileOf(a, slots[i]);
      place.tile = QSize(tile, tileHeight(tile));
      place.gap = gapFor(tile);
      place.podsPerCell = podsPerCell(a, slots[i]);
      place.detail = detailLevel(tile);
      const int x = s.margin + static_cast<int>(i - row) * (width + s.between);
      place.frame = QRect(x, y, width, static_cast<int>(tallest));
      place.header = QRect(x + s.padding, y, width - 2 * s.padding, s.header);
      place.origin = QPoint(x + s.padding, y + s.header);
      place.columns = columnsOf(a, view, slots[i]);
      place.slots = slots[i];
      layout.sectors.push_back(place);
    }
    y += static_cast<int>(tallest) + s.between;
  }
  layout.height = y - s.between + s.margin;
  if (balancerRoom(a, view) > 0 && !slots.empty()) {
    const QRect& first = layout.sectors.front().frame;
    layout.balancer = QRect(view.width() - s.margin - kBalancerWidth, first.top() + 24, kBalancerWidth, 68);
  }
  return layout;
}

QRect GridLayout::tileRect(int sector, std::uint32_t slot) const {
  const SectorPlace& place = sectors[static_cast<std::size_t>(sector)];
  const std::uint32_t cell = slot / place.podsPerCell;
  const auto columns = static_cast<std::uint32_t>(place.columns);
  const int column = static_cast<int>(cell % columns);
  const int row = static_cast<int>(cell / columns);
  return QRect(
      place.origin + QPoint(column * (place.tile.width() + place.gap), row * (place.tile.height() + place.gap)),
      place.tile);
}

TileHit GridLayout::hit(QPoint at) const {
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    const SectorPlace& place = sectors[i];
    if (!place.frame.contains(at)) continue;
    TileHit result{static_cast<int>(i), std::nullopt};
    const QPoint inside = at - place.origin;
    if (inside.x() < 0 || inside.y() < 0) return result;
    const int stepX = place.tile.width() + place.gap;
    const int stepY = place.tile.height() + place.gap;
    const int column = inside.x() / stepX;
    if (column >= place.columns || inside.x() % stepX >= place.tile.width() ||
        inside.y() % stepY >= place.tile.height())
      return result;
    const std::int64_t cell = static_cast<std::int64_t>(inside.y() / stepY) * place.columns + column;
    const std::int64_t slot = cell * place.podsPerCell;
    if (slot < place.slots) result.slot = static_cast<std::uint32_t>(slot);
    return result;
  }
  return {};
}

}  // namespace perfect
