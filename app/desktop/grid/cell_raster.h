// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pods of one service where they are too many for shapes: an image with one pixel a cell, kept from frame to frame.
// A cell that is touched is painted at once, while its look is at hand; refresh() paints all of them where colours or
// columns are others, and otherwise has nothing to do.
// Thread rule: the GUI thread.
#pragma once

#include <QImage>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/desktop/grid/cell_table.h"

namespace perfect {

class CellRaster {
 public:
  /// The look in this slot is another one.
  void touch(const CellTable& cells, std::uint32_t slot);
  /// Slots moved: nothing of the picture holds.
  void invalidate() { m_whole = true; }

  struct Style {
    int columns = 1;
    std::uint32_t podsPerCell = 1;
    std::vector<QRgb> colours;  ///< by look
    QRgb nothing = 0;           ///< of looks without a colour, and behind the last cell
    bool operator==(const Style&) const = default;
  };
  void refresh(const CellTable& cells, const Style& style);
  /// refresh() would paint everything.
  bool needsAll(const CellTable& cells, const Style& style) const {
    return m_whole || m_slots != cells.slots() || !(m_style == style);
  }

  const QImage& image() const { return m_image; }
  /// Begin and end of the rows that were touched since the last call.
  std::pair<int, int> takeTouchedRows();
  /// The slots of bad pods, for marks; none where there are too many to be told apart.
  const std::vector<std::uint32_t>& marked() const { return m_marked; }

 private:
  QRgb colourOf(const CellTable& cells, std::uint32_t cell) const;
  void paintAll(const CellTable& cells);
  void noteRow(int row);
  void refreshMarked(const CellTable& cells);

  QImage m_image;
  Style m_style;
  std::uint32_t m_slots = 0;
  bool m_whole = true;
  int m_firstRow = 0;  ///< of those that changed
  int m_endRow = 0;
  std::vector<std::uint32_t> m_marked;
  bool m_marksStale = false;  ///< something in m_marked may be good again, or stand there twice
  bool m_marksLost = false;   ///< there were too many of them to keep
};

}  // namespace perfect
