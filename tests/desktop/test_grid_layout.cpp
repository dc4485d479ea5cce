// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where sectors and tiles stand: what fits, what is under a point, how much a tile tells.
#include <QTest>

#include "app/desktop/grid/grid_layout.h"

using namespace perfect;
using Slots = std::vector<std::uint32_t>;

class TestGridLayout : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void detailFollowsTheTileWidth_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("level");
    const auto row = [](int width, DetailLevel level) {
      QTest::addRow("%d px", width) << width << static_cast<int>(level);
    };
    row(132, DetailLevel::Text);
    row(84, DetailLevel::Text);
    row(83, DetailLevel::Label);
    row(40, DetailLevel::Label);
    row(39, DetailLevel::Shape);
    row(12, DetailLevel::Shape);
    row(11, DetailLevel::Pixel);
    row(1, DetailLevel::Pixel);
  }
  void detailFollowsTheTileWidth() {
    QFETCH(int, width);
    QFETCH(int, level);
    QCOMPARE(static_cast<int>(detailLevel(width)), level);
  }

  // The presentation at 1440×900 has tiles of 132: words stand in them for the last row.
  void largerTypeNeedsMoreRoomForWordsButNotAsMuchMore() {
    QVERIFY(detailLevel(132, 1.6) == DetailLevel::Text);
    QVERIFY(detailLevel(kTextTile, 1.6) == DetailLevel::Label);
    const GridLayout presented = layoutGrid({5, 2, 2}, QSize(1440, 410), 0, 1.6);
    QVERIFY(presented.sectors.front().detail == DetailLevel::Text);
  }

  void morePodsMeanLessDetailAndStillFit_data() {
    QTest::addColumn<quint32>("pods");
    QTest::addColumn<int>("level");
    const auto row = [](quint32 pods, DetailLevel level) {
      QTest::addRow("%u pods", pods) << pods << static_cast<int>(level);
    };
    row(3, DetailLevel::Text);
    row(24, DetailLevel::Text);
    row(60, DetailLevel::Label);
    row(1000, DetailLevel::Shape);
    row(20000, DetailLevel::Pixel);
    row(1000000, DetailLevel::Pixel);
  }
  void morePodsMeanLessDetailAndStillFit() {
    QFETCH(quint32, pods);
    QFETCH(int, level);
    const QSize view(900, 520);
    const GridLayout layout = layoutGrid({pods}, view);
    QCOMPARE(static_cast<int>(layout.sectors[0].detail), level);
    QVERIFY2(layout.height <= view.height(), "everything is in view without scrolling");
    const QRect last = layout.tileRect(0, pods - 1);
    QVERIFY(layout.sectors[0].frame.contains(last));
  }

  void everyTileIsFoundUnderItsOwnCentre() {
    const Slots slots{7, 0, 31, 240};
    const GridLayout layout = layoutGrid(slots, QSize(900, 600));
    for (std::size_t sector = 0; sector < slots.size(); ++sector) {
      for (std::uint32_t slot = 0; slot < slots[sector]; ++slot) {
        const TileHit hit = layout.hit(layout.tileRect(static_cast<int>(sector), slot).center());
        QCOMPARE(hit.sector, static_cast<int>(sector));
        QVERIFY(hit.slot.has_value());
        QCOMPARE(*hit.slot, slot);
      }
    }
  }

  void aPointBetweenTilesHitsTheSectorOnly() {
    const GridLayout layout = layoutGrid({4}, QSize(900, 520));
    const QRect tile = layout.tileRect(0, 0);
    const TileHit gap = layout.hit(tile.topRight() + QPoint(3, 5));
    QCOMPARE(gap.sector, 0);
    QVERIFY(!gap.slot.has_value());
    QCOMPARE(layout.hit(QPoint(899, 519)).sector, -1);
    QVERIFY(!layout.hit(layout.tileRect(0, 4).center()).slot.has_value());
  }

  void manyPodsShareAPixelAndTheFirstOfThemIsHit() {
    const GridLayout layout = layoutGrid({1000000}, QSize(600, 300));
    QVERIFY(layout.sectors[0].podsPerCell > 1);
    const TileHit hit = layout.hit(layout.tileRect(0, 5000).center());
    QVERIFY(hit.slot.has_value());
    QVERIFY(*hit.slot <= 5000 && *hit.slot + layout.sectors[0].podsPerCell > 5000);
  }

  void aSmallServiceStaysReadableBesideAHugeOne() {
    const GridLayout layout = layoutGrid({100000, 5}, QSize(900, 520));
    QCOMPARE(layout.sectors[0].detail, DetailLevel::Pixel);
    QCOMPARE(layout.sectors[1].detail, DetailLevel::Text);
  }

  void sectorsNeverOverlap_data() {
    QTest::addColumn<int>("services");
    for (const int n : {1, 3, 9, 14, 40, 200}) QTest::addRow("%d services", n) << n;
  }
  void sectorsNeverOverlap() {
    QFETCH(int, services);
    const GridLayout layout = layoutGrid(Slots(static_cast<std::size_t>(services), 4), QSize(840, 480));
    for (std::size_t i = 0; i < layout.sectors.size(); ++i) {
      QVERIFY(layout.sectors[i].frame.left() >= 0 && layout.sectors[i].frame.right() < 840);
      QVERIFY(layout.sectors[i].frame.contains(layout.tileRect(static_cast<int>(i), 3)));
      for (std::size_t j = i + 1; j < layout.sectors.size(); ++j)
        QVERIFY(!layout.sectors[i].frame.intersects(layout.sectors[j].frame));
      QVERIFY(!layout.sectors[i].frame.intersects(layout.balancer));
    }
  }

  void zoomKeepsEveryTilesRowAndColumn() {
    const Slots slots{500, 12};
    const GridLayout fits = layoutGrid(slots, QSize(840, 480));
    for (const int tile : {40, 60, 84, 132}) {
      const GridLayout zoomed = layoutGrid(slots, QSize(840, 480), tile);
      QCOMPARE(zoomed.fitTile, fits.tileWidth);
      QCOMPARE(zoomed.sectors[0].columns, fits.sectors[0].columns);
      QVERIFY2(zoomed.sectors[1].tile.width() >= fits.sectors[1].tile.width(), "nothing gets smaller");
      QVERIFY(zoomed.width >= fits.width);
      const QPoint at = fits.tileRect(0, 123).center();
      const QPoint there = zoomed.pointOf(fits.anchorAt(at));
      QVERIFY(zoomed.tileRect(0, 123).contains(there));
    }
  }

  void tilesGrowSteadilyWithTheirWidth() {
    QSize before = layoutGrid({1}, QSize(100, 60)).sectors[0].tile;
    for (int tile = before.width(); tile <= 200; ++tile) {
      const QSize size = layoutGrid({1}, QSize(100, 60), tile).sectors[0].tile;
      QVERIFY2(size.height() >= before.height() && size.height() - before.height() <= 2,
               qPrintable(QStringLiteral("at %1 px").arg(tile)));
      before = size;
    }
  }

  void zoomKeepsItsTileAndScrolls() {
    const GridLayout layout = layoutGrid({500}, QSize(840, 480), 84);
    QCOMPARE(layout.tileWidth, 84);
    QVERIFY(layout.height > 480);
  }
};

QTEST_GUILESS_MAIN(TestGridLayout)
#include "test_grid_layout.moc"
