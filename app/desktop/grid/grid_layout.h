// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where sectors and tiles stand: the largest tile at which everything fits the view, down to pixels and
// several pods a pixel. Zooming in keeps every tile's row and column, so that nothing jumps. Pure maths, no painting.
// Any thread.
#pragma once

#include <QRect>
#include <QSize>
#include <cstdint>
#include <optional>
#include <vector>

namespace perfect {

enum class DetailLevel : std::uint8_t {
  Text,   ///< tile width >= 84: word, name, version
  Label,  ///< >= 40: shape and version
  Shape,  ///< >= 12: shape
  Pixel,  ///< below: version colour, severity on top
};
inline constexpr int kTextTile = 84;
inline constexpr int kLabelTile = 40;
inline constexpr int kShapeTile = 12;

/// `scale`: how large type is; words need so much more room.
DetailLevel detailLevel(int tileWidth, double scale = 1);

/// A service with few pods keeps tiles that can be read beside one with a million.
struct SectorPlace {
  QSize tile;
  int gap = 0;
  std::uint32_t podsPerCell = 1;  ///< > 1 only at one-pixel tiles
  DetailLevel detail = DetailLevel::Text;
  QRect frame;
  QRect header;
  QPoint origin;  ///< top left of the first tile
  int columns = 1;
  std::uint32_t slots = 0;
  bool operator==(const SectorPlace&) const = default;
};

struct TileHit {
  int sector = -1;
  std::optional<std::uint32_t> slot;  ///< absent: the sector's frame or header
};

/// A point of the content, told by the tiles around it: it means the same place at another zoom.
struct GridAnchor {
  int sector = -1;  ///< -1: there is none
  double column = 0;
  double row = 0;
  std::uint32_t slot = 0;  ///< of that cell, where columns are others
  int columns = 1;
};

struct GridLayout {
  int tileWidth = 0;      ///< of most sectors
  int fitTile = 0;        ///< the same without zoom
  int sectorColumns = 1;  ///< sectors side by side
  std::vector<SectorPlace> sectors;
  QRect balancer;  ///< empty: no room for it
  int width = 0;   ///< of everything; larger than the view: it scrolls
  int height = 0;

  QRect tileRect(int sector, std::uint32_t slot) const;
  TileHit hit(QPoint at) const;
  GridAnchor anchorAt(QPoint at) const;
  QPoint pointOf(const GridAnchor& anchor) const;
  bool operator==(const GridLayout&) const = default;
};

/// `slots`: how many each sector holds, in order. `forcedTile`: a tile width chosen by zooming; what fits where that is
/// larger.
GridLayout layoutGrid(const std::vector<std::uint32_t>& slots, QSize view, int forcedTile = 0, double scale = 1);

}  // namespace perfect
