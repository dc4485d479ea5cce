// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/cell_raster.h"

#include <algorithm>
#include <array>

namespace perfect {
namespace {

constexpr std::uint32_t kMostMarks = 4000;  // bad pods marked one by one; more of them show as an area

/// How strongly a state outranks others that share a cell.
int rank(TileState state) {
  constexpr std::array ranks{0, 3, 2, 4, 1, 5, 2, 0};
  return ranks[static_cast<std::size_t>(state)];
}

}  // namespace

void CellRaster::touch(const CellTable& cells, std::uint32_t slot) {
  if (m_whole) return;
  if (slot >= m_slots) {
    m_whole = true;
    return;
  }
  const std::uint32_t cell = slot / m_style.podsPerCell;
  const auto columns = static_cast<std::uint32_t>(m_image.width());
  const auto row = static_cast<int>(cell / columns);
  auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(row));
  line[cell % columns] = colourOf(cells, cell);
  noteRow(row);
  m_marksStale = true;
  if (!m_marksLost && tileIsBad(lookState(cells.look(slot)))) m_marked.push_back(slot);
  if (m_marked.size() > 2 * kMostMarks) m_marksLost = true;
}

void CellRaster::noteRow(int row) {
  if (m_firstRow == m_endRow) {
    m_firstRow = row;
    m_endRow = row + 1;
    return;
  }
  m_firstRow = std::min(m_firstRow, row);
  m_endRow = std::max(m_endRow, row + 1);
}

std::pair<int, int> CellRaster::takeTouchedRows() { return {std::exchange(m_firstRow, 0), std::exchange(m_endRow, 0)}; }

QRgb CellRaster::colourOf(const CellTable& cells, std::uint32_t cell) const {
  const std::vector<CellLook>& looks = cells.looks();
  const std::size_t first = std::size_t{cell} * m_style.podsPerCell;
  CellLook look = looks[first];
  for (std::size_t i = first + 1; i < std::min<std::size_t>(looks.size(), first + m_style.podsPerCell); ++i) {
    if (rank(lookState(looks[i])) > rank(lookState(look))) look = looks[i];
  }
  return look < m_style.colours.size() ? m_style.colours[look] : m_style.nothing;
}

void CellRaster::paintAll(const CellTable& cells) {
  const std::uint32_t count = (cells.slots() + m_style.podsPerCell - 1) / m_style.podsPerCell;
  const auto columns = static_cast<std::uint32_t>(std::min<int>(m_style.columns, static_cast<int>(count)));
  const std::uint32_t rows = columns == 0 ? 0 : (count + columns - 1) / columns;
  const QSize size(static_cast<int>(columns), static_cast<int>(rows));
  if (m_image.size() != size) m_image = QImage(size, QImage::Format_RGB32);
  std::uint32_t cell = 0;
  for (std::uint32_t row = 0; row < rows; ++row) {
    auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(static_cast<int>(row)));
    for (std::uint32_t column = 0; column < columns; ++column, ++cell) {
      line[column] = cell < count ? colourOf(cells, cell) : m_style.nothing;
    }
  }
}

void CellRaster::refreshMarked(const CellTable& cells) {
  if (!m_marksStale) return;
  m_marksStale = false;
  if (cells.bad() == 0 || cells.bad() > kMostMarks) {
    m_marked.clear();
    m_marksLost = cells.bad() != 0;
    return;
  }
  if (!m_marksLost) {
    std::erase_if(m_marked, [&](std::uint32_t slot) { return !tileIsBad(lookState(cells.look(slot))); });
    std::sort(m_marked.begin(), m_marked.end());
    m_marked.erase(std::unique(m_marked.begin(), m_marked.end()), m_marked.end());
    return;
  }
  m_marksLost = false;
  m_marked.clear();
  for (std::uint32_t slot = 0; slot < cells.slots() && m_marked.size() < cells.bad(); ++slot) {
    if (tileIsBad(lookState(cells.look(slot)))) m_marked.push_back(slot);
  }
}

void CellRaster::refresh(const CellTable& cells, const Style& style) {
  if (needsAll(cells, style)) {
    m_style = style;
    m_slots = cells.slots();
    m_whole = false;
    m_marksStale = m_marksLost = true;
    paintAll(cells);
  }
  refreshMarked(cells);
}

}  // namespace perfect
