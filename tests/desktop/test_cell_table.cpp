// SPDX-License-Identifier: GPL-3.0-or-later
//
// A pod keeps its place on the Grid; its replacement takes the place of the one that went.
#include <QTest>

#include "app/desktop/grid/cell_table.h"

using namespace perfect;

namespace {

void put(PodTable& pods, PodOrdinal ordinal, PodState state, bool ready = false, std::int16_t version = 0) {
  Pod& pod = pods.find(ordinal) != nullptr ? pods.write(ordinal) : pods.create(ordinal);
  pod.state = state;
  pod.ready = ready;
  pod.version = version;
}

}  // namespace

class TestCellTable : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aReplacementTakesTheHole() {
    PodTable pods;
    CellTable cells;
    for (PodOrdinal i = 0; i < 5; ++i) put(pods, i, PodState::Running, true);
    cells.update(pods);
    pods.remove(2);
    put(pods, 5, PodState::Starting);
    std::vector<CellChange> changes;
    cells.update(pods, [&](const CellChange& change) { changes.push_back(change); });
    QCOMPARE(cells.slots(), 5U);
    QCOMPARE(cells.slotOf(5), 2U);
    QCOMPARE(cells.slotOf(2), kNoSlot);
    QCOMPARE(cells.slotOf(4), 4U);
    QCOMPARE(changes.size(), std::size_t{2});
    QCOMPARE(lookState(changes[0].was), TileState::Ready);
    QCOMPARE(changes[0].now, CellLook{0});
    QCOMPARE(lookState(changes[1].now), TileState::Starting);
  }

  void onlyWhatChangedIsTold() {
    PodTable pods;
    CellTable cells;
    for (PodOrdinal i = 0; i < 10000; ++i) put(pods, i, PodState::Running, true);
    cells.update(pods);
    put(pods, 7777, PodState::BackOff);
    int told = 0;
    cells.update(pods, [&](const CellChange&) { ++told; });
    QCOMPARE(told, 1);
    QCOMPARE(cells.bad(), 1U);
    put(pods, 7777, PodState::Running, true);
    cells.update(pods);
    QCOMPARE(cells.bad(), 0U);
  }

  void compactingClosesHolesInOrderOfAge() {
    PodTable pods;
    CellTable cells;
    for (PodOrdinal i = 0; i < 6; ++i) put(pods, i, PodState::Running, true);
    cells.update(pods);
    pods.remove(0);
    pods.remove(3);
    cells.update(pods);
    QCOMPARE(cells.holes(), 2U);
    cells.compact();
    QCOMPARE(cells.slots(), 4U);
    QCOMPARE(cells.holes(), 0U);
    QCOMPARE(cells.ordinal(0), 1U);
    QCOMPARE(cells.ordinal(3), 5U);
    QCOMPARE(cells.slotOf(4), 2U);
  }

  void versionAndStateSurviveTheirTwoBytes() {
    for (const int version : {0, 1, 31, 8000}) {
      const CellLook look = cellLook(TileState::Terminating, version);
      QCOMPARE(lookVersion(look), version);
      QCOMPARE(lookState(look), TileState::Terminating);
    }
  }
};

QTEST_GUILESS_MAIN(TestCellTable)
#include "test_cell_table.moc"
