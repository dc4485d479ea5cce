// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pods of one service where they are too many for shapes: an image with one pixel a cell, kept from frame to frame.
// Cost of refresh(): the cells that were touched; all of them only where colours or columns are others.
// Thread rule: the GUI thread.
#pragma once

#include <QImage>
#include <cstdint>
#include <vector>

#include "app/desktop/grid/cell_table.h"

namespace perfect {

class CellRaster {
 public:
  /// The look in this slot is another one.
  void touch(std::uint32_t slot);
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

  const QImage& image() const { return m_image; }
  /// The slots of bad pods, for marks; none where there are too many to be told apart.
  const std::vector<std::uint32_t>& marked() const { return m_marked; }

 private:
  QRgb colourOf(const CellTable& cells, std::uint32_t cell) const;
  void paintAll(const CellTable& cells);
  void findMarked(const CellTable& cells);

  QImage m_image;
  Style m_style;
  std::uint32_t m_slots = 0;
  bool m_whole = true;
  std::vector<std::uint32_t> m_touched;
  std::vector<std::uint32_t> m_marked;
};

}  // namespace perfect
