// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pods as an image: what is touched changes, the worst of those that share a cell is seen, marks are found again.
#include <QTest>

#include "app/desktop/grid/cell_raster.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

constexpr QRgb kNothing = 0xff000000U;

/// A colour of its own for each state of version 0.
CellRaster::Style style(int columns, std::uint32_t podsPerCell) {
  std::vector<QRgb> colours;
  for (QRgb state = 0; state < 8; ++state) colours.push_back(0xff000010U + state);
  return {columns, podsPerCell, colours, kNothing};
}

QRgb colourOf(TileState state) { return 0xff000010U + static_cast<QRgb>(state); }

}  // namespace

class TestCellRaster : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_stage = std::make_unique<Stage>();
    m_cells = CellTable();
    m_raster = CellRaster();
    QVERIFY(m_stage->apply("apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 10 }\n"));
    m_stage->run(8000);
    take();
  }

  void everyPodHasAPixelAndTheRestOfTheLastRowIsEmpty() {
    m_raster.refresh(m_cells, style(4, 1));
    QCOMPARE(m_raster.image().size(), QSize(4, 3));
    QCOMPARE(m_raster.image().pixel(1, 2), colourOf(TileState::Ready));
    QCOMPARE(m_raster.image().pixel(2, 2), kNothing);
    QVERIFY(m_raster.marked().empty());
  }

  void whatIsTouchedLooksAsIfAllWerePaintedAnew() {
    m_raster.refresh(m_cells, style(4, 1));
    crash(3);
    m_raster.refresh(m_cells, style(4, 1));
    QCOMPARE(m_raster.marked().size(), std::size_t{3});
    CellRaster anew;
    anew.refresh(m_cells, style(4, 1));
    QCOMPARE(m_raster.image(), anew.image());
    QCOMPARE(m_raster.marked(), anew.marked());
    QCOMPARE(m_raster.image().pixel(static_cast<int>(anew.marked()[0] % 4), static_cast<int>(anew.marked()[0] / 4)),
             colourOf(TileState::BackOff));
  }

  void touchedRowsAreToldOnce() {
    m_raster.refresh(m_cells, style(4, 1));
    m_raster.takeTouchedRows();
    crash(1);
    const auto [first, end] = m_raster.takeTouchedRows();
    QCOMPARE(end - first, 1);
    m_raster.refresh(m_cells, style(4, 1));
    QCOMPARE(static_cast<int>(m_raster.marked().at(0) / 4), first);
    const auto none = m_raster.takeTouchedRows();
    QCOMPARE(none.first, none.second);
  }

  void theWorstOfACellIsSeen() {
    m_raster.refresh(m_cells, style(2, 5));
    QCOMPARE(m_raster.image().size(), QSize(2, 1));
    crash(1);
    m_raster.refresh(m_cells, style(2, 5));
    const int cell = static_cast<int>(m_raster.marked().at(0) / 5);
    QCOMPARE(m_raster.image().pixel(cell, 0), colourOf(TileState::BackOff));
    QCOMPARE(m_raster.image().pixel(1 - cell, 0), colourOf(TileState::Ready));
  }

  void otherColoursAndOtherColumnsPaintAllAnew() {
    m_raster.refresh(m_cells, style(4, 1));
    CellRaster::Style other = style(5, 1);
    for (QRgb& colour : other.colours) colour += 0x100U;
    m_raster.refresh(m_cells, other);
    QCOMPARE(m_raster.image().size(), QSize(5, 2));
    QCOMPARE(m_raster.image().pixel(4, 1), colourOf(TileState::Ready) + 0x100U);
  }

 private:
  void crash(int count) {
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Crash, "api", count, std::nullopt, std::nullopt, {}}));
    take();
  }
  void take() {
    const auto snapshot = m_stage->frame().snapshot;
    m_cells.update(*snapshot->find("api")->pods,
                   [this](const CellChange& change) { m_raster.touch(m_cells, change.slot); });
  }

  std::unique_ptr<Stage> m_stage;
  CellTable m_cells;
  CellRaster m_raster;
};

QTEST_GUILESS_MAIN(TestCellRaster)
#include "test_cell_raster.moc"
