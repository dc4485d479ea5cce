// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/grid_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace perfect {
namespace {

constexpr std::array kTileWidths{200, 176, 152, 132, 124, 116, 108, 100, 96, 92, 88, 84, 76, 68, 60, 54, 48,
                                 44,  40,  34,  28,  24,  20,  16,  14,  12, 10, 8,  6,  5,  4,  3,  2,  1};
constexpr int kBalancerWidth = 124;
constexpr int kBalancerHeight = 68;
constexpr int kBalancerLane = 52;  // between sectors and balancer, where the light runs
constexpr int kSectorLeast = 230;
constexpr int kMostSectorColumns = 4;
constexpr int kSquareUpTo = 28;
constexpr int kWideFrom = 44;

/// Room around the tiles: spacious, or dense for many services.
struct Spacing {
  int margin;
  int header;
  int padding;
  int between;
};
constexpr Spacing kSpacious{14, 38, 15, 13};
constexpr Spacing kDense{8, 26, 7, 7};

int scaledBy(double scale, int pixels) { return static_cast<int>(std::lround(pixels * scale)); }

/// Flat where words stand, square where shapes do, and steadily from one to the other.
int tileHeight(int wide, double scale) {
  if (scale != 1 && wide >= kShapeTile)
    return std::max(kShapeTile, scaledBy(scale, tileHeight(scaledBy(1 / scale, wide), 1)));
  const int width = wide;
  if (width >= kTextTile) return width * 64 / 100;
  if (width >= kWideFrom) return 34 + (width - kWideFrom) * 19 / (kTextTile - kWideFrom);
  return width > kSquareUpTo ? kSquareUpTo + (width - kSquareUpTo) * 3 / 8 : width;
}

int gapFor(int width, double scale) {
  if (detailLevel(width, scale) == DetailLevel::Text) return 11;
  if (detailLevel(width, scale) == DetailLevel::Label) return 8;
  if (width >= 28) return 5;
  if (width >= kShapeTile) return 3;
  return width >= 4 ? 1 : 0;
}

struct Attempt {
  int tile;
  int sectorColumns;
  std::uint32_t podsPerCell;
  Spacing spacing;
  bool mixed = false;  ///< small services get larger tiles
  double scale = 1;    ///< of type
};

/// The tile width of one sector.
int tileOf(const Attempt& a, std::uint32_t slots) {
  if (!a.mixed) return a.tile;
  if (slots <= 24) return std::max(a.tile, scaledBy(a.scale, kTextTile));
  if (slots <= 120) return std::max(a.tile, scaledBy(a.scale, kLabelTile));
  return slots <= 1000 ? std::max(a.tile, kShapeTile) : a.tile;
}

std::uint32_t podsPerCell(const Attempt& a, std::uint32_t slots) {
  return tileOf(a, slots) == a.tile ? a.podsPerCell : 1;
}

int balancerRoom(const Attempt& a, QSize view) {
  const int room = scaledBy(a.scale, kBalancerWidth) + kBalancerLane;
  return (a.tile >= kShapeTile || a.mixed) && view.width() >= 3 * room ? room : 0;
}

int sectorWidth(const Attempt& a, QSize view) {
  const int inner = view.width() - 2 * a.spacing.margin - balancerRoom(a, view);
  return (inner - (a.sectorColumns - 1) * a.spacing.between) / a.sectorColumns;
}

int columnsOf(const Attempt& a, QSize view, std::uint32_t slots) {
  const int tile = tileOf(a, slots);
  const int gap = gapFor(tile, a.scale);
  return std::max(1, (sectorWidth(a, view) - 2 * a.spacing.padding + gap) / (tile + gap));
}

std::int64_t sectorHeight(const Attempt& a, QSize view, std::uint32_t slots) {
  const int gap = gapFor(tileOf(a, slots), a.scale);
  const std::int64_t perCell = podsPerCell(a, slots);
  const std::int64_t columns = columnsOf(a, view, slots);
  const std::int64_t rows = ((slots + perCell - 1) / perCell + columns - 1) / columns;
  const std::int64_t tiles = rows == 0 ? 0 : rows * (tileHeight(tileOf(a, slots), a.scale) + gap) - gap;
  return a.spacing.header + tiles + a.spacing.padding;
}

/// Where it is more than the view is high: anything more than that.
std::int64_t totalHeight(const Attempt& a, QSize view, const std::vector<std::uint32_t>& slots) {
  std::int64_t height = 2 * a.spacing.margin - a.spacing.between;
  const auto columns = static_cast<std::size_t>(a.sectorColumns);
  for (std::size_t row = 0; row < slots.size(); row += columns) {
    std::int64_t tallest = 0;
    for (std::size_t i = row; i < std::min(slots.size(), row + columns); ++i) {
      tallest = std::max(tallest, sectorHeight(a, view, slots[i]));
    }
    height += tallest + a.spacing.between;
    if (height > view.height()) break;
  }
  return height;
}

/// The best attempt that fits; the last one tried where none does (the view then scrolls).
Attempt choose(const std::vector<std::uint32_t>& slots, QSize view, double scale) {
  const Spacing spacious{kSpacious.margin, scaledBy(scale, kSpacious.header), kSpacious.padding, kSpacious.between};
  const Spacing dense{kDense.margin, scaledBy(scale, kDense.header), kDense.padding, kDense.between};
  const int most = std::min<int>(kMostSectorColumns, static_cast<int>(slots.size()));
  const auto fits = [&](const Attempt& a) {
    return (a.sectorColumns == 1 || sectorWidth(a, view) >= scaledBy(scale, kSectorLeast)) &&
           totalHeight(a, view, slots) <= view.height();
  };
  // With words: one column of sectors before several, since a column reads like a list; words before many in sight.
  for (int columns = 1; columns <= most; ++columns) {
    for (const Spacing& spacing : {spacious, dense}) {
      for (const int tile : kTileWidths) {
        if (detailLevel(tile, scale) != DetailLevel::Text) break;
        const Attempt a{tile, columns, 1, spacing, false, scale};
        if (fits(a)) return a;
      }
    }
  }
  for (const int tile : kTileWidths) {
    if (detailLevel(tile, scale) == DetailLevel::Text) continue;
    for (const Spacing& spacing : {spacious, dense}) {
      for (int columns = 1; columns <= most; ++columns) {
        const Attempt a{tile, columns, 1, spacing, tile < scaledBy(scale, kLabelTile), scale};
        if (fits(a)) return a;
      }
    }
  }
  Attempt a{1, 1, 2, dense, true, scale};
  const std::int64_t frames = totalHeight(a, view, std::vector<std::uint32_t>(slots.size(), 0));
  if (frames > view.height() * 3 / 4) {  // too many services for any tile: scroll, at a size with shapes
    a = {16, 1, 1, dense, false, scale};
    while (a.sectorColumns < most) {
      ++a.sectorColumns;
      if (sectorWidth(a, view) < scaledBy(scale, kSectorLeast)) {
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

DetailLevel detailLevel(int tileWidth, double scale) {
  // Words are fitted to their tile: larger type needs some more room, not as much more as it is larger.
  if (tileWidth >= kTextTile * (1 + (scale - 1) * 0.75)) return DetailLevel::Text;
  if (tileWidth >= kLabelTile * scale) return DetailLevel::Label;
  return tileWidth >= kShapeTile ? DetailLevel::Shape : DetailLevel::Pixel;
}

namespace {

/// One sector's tiles, before it is known where it stands.
SectorPlace shapeOf(const Attempt& a, QSize view, std::uint32_t slots, int forcedTile) {
  SectorPlace place;
  const int fits = tileOf(a, slots);
  const int tile = std::max(fits, forcedTile);
  place.columns = columnsOf(a, view, slots);
  place.podsPerCell = podsPerCell(a, slots);
  if (tile > fits && place.podsPerCell > 1) {
    // A pixel for every pod, in the same proportion.
    place.columns = static_cast<int>(std::lround(place.columns * std::sqrt(double(place.podsPerCell))));
    place.podsPerCell = 1;
  }
  place.tile = QSize(tile, tileHeight(tile, a.scale));
  place.gap = gapFor(tile, a.scale);
  place.detail = detailLevel(tile, a.scale);
  place.slots = slots;
  return place;
}

QSize tilesSize(const SectorPlace& place) {
  const auto cells = static_cast<int>((place.slots + place.podsPerCell - 1) / place.podsPerCell);
  if (cells == 0) return {0, 0};
  const int columns = std::min(place.columns, cells);
  const int rows = (cells + place.columns - 1) / place.columns;
  return {columns * (place.tile.width() + place.gap) - place.gap, rows * (place.tile.height() + place.gap) - place.gap};
}

}  // namespace

GridLayout layoutGrid(const std::vector<std::uint32_t>& slots, QSize view, int forcedTile, double scale) {
  const Attempt a = choose(slots, view, scale);
  GridLayout layout;
  layout.tileWidth = std::max(a.tile, forcedTile);
  layout.fitTile = a.tile;
  layout.sectorColumns = a.sectorColumns;
  const Spacing& s = a.spacing;
  int width = sectorWidth(a, view);
  for (const std::uint32_t n : slots) {
    layout.sectors.push_back(shapeOf(a, view, n, forcedTile));
    width = std::max(width, tilesSize(layout.sectors.back()).width() + 2 * s.padding);
  }
  const auto columns = static_cast<std::size_t>(a.sectorColumns);
  int y = s.margin;
  for (std::size_t row = 0; row < slots.size(); row += columns) {
    const std::size_t end = std::min(slots.size(), row + columns);
    int tallest = 0;
    for (std::size_t i = row; i < end; ++i) tallest = std::max(tallest, tilesSize(layout.sectors[i]).height());
    tallest += s.header + s.padding;
    for (std::size_t i = row; i < end; ++i) {
      SectorPlace& place = layout.sectors[i];
      const int x = s.margin + static_cast<int>(i - row) * (width + s.between);
      place.frame = QRect(x, y, width, tallest);
      place.header = QRect(x + s.padding, y, width - 2 * s.padding, s.header);
      place.origin = QPoint(x + s.padding, y + s.header);
    }
    y += tallest + s.between;
  }
  layout.height = y - s.between + s.margin;
  layout.width = 2 * s.margin + a.sectorColumns * (width + s.between) - s.between + balancerRoom(a, view);
  if (balancerRoom(a, view) > 0 && !slots.empty()) {
    const QRect& first = layout.sectors.front().frame;
    const int right = std::max(view.width(), layout.width) - s.margin;
    const QSize size(scaledBy(scale, kBalancerWidth), scaledBy(scale, kBalancerHeight));
    layout.balancer = QRect(QPoint(right - size.width(), first.top() + 24), size);
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

GridAnchor GridLayout::anchorAt(QPoint at) const {
  GridAnchor anchor;
  qint64 nearest = 0;
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    const QRect& frame = sectors[i].frame;
    const QPoint inside(std::clamp(at.x(), frame.left(), frame.right()),
                        std::clamp(at.y(), frame.top(), frame.bottom()));
    const qint64 far = (at - inside).manhattanLength();
    if (anchor.sector >= 0 && far >= nearest) continue;
    nearest = far;
    anchor.sector = static_cast<int>(i);
  }
  if (anchor.sector < 0) return anchor;
  const SectorPlace& place = sectors[static_cast<std::size_t>(anchor.sector)];
  const QPointF inside = at - place.origin;
  anchor.column = inside.x() / (place.tile.width() + place.gap);
  anchor.row = inside.y() / (place.tile.height() + place.gap);
  anchor.columns = place.columns;
  const double cell = std::floor(std::max(0.0, anchor.row)) * place.columns +
                      std::floor(std::clamp(anchor.column, 0.0, place.columns - 1.0));
  anchor.slot = static_cast<std::uint32_t>(std::min<double>(cell * place.podsPerCell, place.slots));
  return anchor;
}

QPoint GridLayout::pointOf(const GridAnchor& anchor) const {
  if (anchor.sector < 0 || static_cast<std::size_t>(anchor.sector) >= sectors.size()) return {};
  const SectorPlace& place = sectors[static_cast<std::size_t>(anchor.sector)];
  if (place.columns != anchor.columns) return tileRect(anchor.sector, anchor.slot).center();
  return place.origin + QPoint(static_cast<int>(std::lround(anchor.column * (place.tile.width() + place.gap))),
                               static_cast<int>(std::lround(anchor.row * (place.tile.height() + place.gap))));
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
