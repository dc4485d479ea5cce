// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/reconcile/recreate.h"
#include "core/reconcile/rolling_update.h"

using namespace perfect;

class RollingUpdateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void newSideGrowsWithinSurge_data();
  void newSideGrowsWithinSurge();
  void unavailableOldPodsGoFirst();
  void oldSidesKeepEnoughAvailable_data();
  void oldSidesKeepEnoughAvailable();
  void oldWaitsWhileTheNewSideChanges();
  void newDesiredNumberIsSharedInProportion_data();
  void newDesiredNumberIsSharedInProportion();
  void sharingSparesAvailablePods_data();
  void sharingSparesAvailablePods();
  void recreateWaitsForEveryOldPod();
};

void RollingUpdateTest::newSideGrowsWithinSurge_data() {
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("surge");
  QTest::addColumn<int>("newSize");
  QTest::addColumn<int>("oldSize");
  QTest::addColumn<int>("expected");
  QTest::newRow("first pods are the surge") << 10 << 2 << 0 << 10 << 2;
  QTest::newRow("no room") << 10 << 0 << 0 << 10 << 0;
  QTest::newRow("not above desired") << 10 << 5 << 8 << 2 << 10;
  QTest::newRow("room that old pods left") << 10 << 2 << 2 << 7 << 5;
  QTest::newRow("above desired shrinks") << 10 << 2 << 11 << 2 << 10;
  QTest::newRow("too many in all: waits") << 10 << 1 << 3 << 12 << 3;
}

void RollingUpdateTest::newSideGrowsWithinSurge() {
  QFETCH(int, desired);
  QFETCH(int, surge);
  QFETCH(int, newSize);
  QFETCH(int, oldSize);
  QTEST(reconcileNewSize(desired, surge, newSize, oldSize), "expected");
}

void RollingUpdateTest::unavailableOldPodsGoFirst() {
  // 6 + 4 old with 2 + 1 unavailable; at most total 12 - (10 - 2) - 2 new not available = 2 may go without care.
  std::vector<Side> old{{6, 4}, {4, 3}};
  const std::int32_t removed = reconcileOldSizes(10, 2, {2, 0}, old);
  // Both of the oldest side's unavailable pods go; available 7 is below 8, so nothing else may.
  QCOMPARE(removed, 2);
  QCOMPARE(old, (std::vector<Side>{{4, 4}, {4, 3}}));
}

void RollingUpdateTest::oldSidesKeepEnoughAvailable_data() {
  QTest::addColumn<int>("newAvailable");
  QTest::addColumn<int>("expectedOld");
  QTest::newRow("new not available yet: unavailable allowance only") << 0 << 8;
  QTest::newRow("one available") << 1 << 7;
  QTest::newRow("all surge available") << 2 << 6;
}

void RollingUpdateTest::oldSidesKeepEnoughAvailable() {
  QFETCH(int, newAvailable);
  std::vector<Side> old{{10, 10}};
  reconcileOldSizes(10, 2, {2, newAvailable}, old);
  QTEST(old.front().size, "expectedOld");
}

void RollingUpdateTest::oldWaitsWhileTheNewSideChanges() {
  const RollingSizes before{{0, 0}, {{4, 4}}};
  const RollingSizes first = planRollingUpdate(4, {1, 1}, before);
  QCOMPARE(first, (RollingSizes{{1, 0}, {{4, 4}}}));
  const RollingSizes second = planRollingUpdate(4, {1, 1}, first);
  QCOMPARE(second, (RollingSizes{{1, 0}, {{3, 4}}}));
}

void RollingUpdateTest::newDesiredNumberIsSharedInProportion_data() {
  QTest::addColumn<QList<int>>("sizes");
  QTest::addColumn<int>("former");
  QTest::addColumn<int>("allowed");
  QTest::addColumn<QList<int>>("expected");
  QTest::newRow("exact") << QList<int>{8, 4} << 12 << 18 << QList<int>{12, 6};
  QTest::newRow("largest first, the last gets what is left") << QList<int>{5, 3, 2} << 10 << 13 << QList<int>{7, 4, 2};
  QTest::newRow("remainder to the largest") << QList<int>{3, 4, 3} << 10 << 11 << QList<int>{3, 5, 3};
  QTest::newRow("down") << QList<int>{8, 4} << 12 << 6 << QList<int>{4, 2};
  QTest::newRow("equal sides up: the newer one first") << QList<int>{5, 5} << 10 << 11 << QList<int>{5, 6};
  QTest::newRow("equal sides down: the older one first") << QList<int>{5, 5} << 10 << 9 << QList<int>{4, 5};
  QTest::newRow("nothing to share") << QList<int>{8, 4} << 12 << 12 << QList<int>{8, 4};
  QTest::newRow("an empty side stays empty") << QList<int>{6, 0, 4} << 10 << 20 << QList<int>{12, 0, 8};
}

void RollingUpdateTest::newDesiredNumberIsSharedInProportion() {
  QFETCH(QList<int>, sizes);
  QFETCH(int, former);
  QFETCH(int, allowed);
  QFETCH(QList<int>, expected);
  const auto got = scaleProportionally({sizes.begin(), sizes.end()}, former, allowed);
  QCOMPARE(QList<int>(got.begin(), got.end()), expected);
}

void RollingUpdateTest::sharingSparesAvailablePods_data() {
  QTest::addColumn<QList<int>>("sizes");
  QTest::addColumn<QList<int>>("available");
  QTest::addColumn<int>("least");
  QTest::addColumn<QList<int>>("expected");
  QTest::newRow("broken ones go instead") << QList<int>{2, 2} << QList<int>{0, 5} << 3 << QList<int>{1, 3};
  QTest::newRow("no more go than are kept") << QList<int>{1, 5} << QList<int>{3, 2} << 4 << QList<int>{2, 4};
  QTest::newRow("enough is left") << QList<int>{2, 2} << QList<int>{2, 5} << 3 << QList<int>{2, 2};
  QTest::newRow("more than there are cannot be kept") << QList<int>{3, 1} << QList<int>{0, 2} << 4 << QList<int>{2, 2};
}

void RollingUpdateTest::sharingSparesAvailablePods() {
  QFETCH(QList<int>, sizes);
  QFETCH(QList<int>, available);
  QFETCH(int, least);
  QFETCH(QList<int>, expected);
  const auto got = keepAvailable({sizes.begin(), sizes.end()}, {available.begin(), available.end()}, least);
  QCOMPARE(QList<int>(got.begin(), got.end()), expected);
}

void RollingUpdateTest::recreateWaitsForEveryOldPod() {
  const RollingSizes before{{0, 0}, {{3, 3}}};
  QCOMPARE(planRecreate(3, 3, before), (RollingSizes{{0, 0}, {{0, 3}}}));
  // Old pods that only terminate still count.
  QCOMPARE(planRecreate(3, 1, {{0, 0}, {}}), (RollingSizes{{0, 0}, {}}));
  QCOMPARE(planRecreate(3, 0, {{0, 0}, {}}), (RollingSizes{{3, 0}, {}}));
  // Pods that another strategy made stay, but never more than are desired.
  QCOMPARE(planRecreate(3, 1, {{2, 2}, {}}), (RollingSizes{{2, 2}, {}}));
  QCOMPARE(planRecreate(2, 1, {{3, 3}, {{1, 1}}}), (RollingSizes{{2, 3}, {{0, 1}}}));
}

QTEST_GUILESS_MAIN(RollingUpdateTest)
#include "test_rolling_update.moc"
