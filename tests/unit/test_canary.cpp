// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/reconcile/canary.h"

using namespace perfect;

class CanaryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void weightIsApproximatedByWholePods_data();
  void weightIsApproximatedByWholePods();
  void noSideIsLeftEmptyBetween();
  void sidesMoveWithinBounds_data();
  void sidesMoveWithinBounds();
  void olderVersionsDrainNewestFirst();
  void aStepIsDoneOnlyWithEveryCountRight_data();
  void aStepIsDoneOnlyWithEveryCountRight();
  void weightOfAStep_data();
  void weightOfAStep();
};

void CanaryTest::weightIsApproximatedByWholePods_data() {
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("weight");
  QTest::addColumn<int>("surge");
  QTest::addColumn<int>("canary");
  QTest::addColumn<int>("stable");
  QTest::newRow("exact") << 4 << 25 << 1 << 1 << 3;
  QTest::newRow("exact half") << 4 << 50 << 1 << 2 << 2;
  QTest::newRow("all") << 4 << 100 << 1 << 4 << 0;
  QTest::newRow("none") << 4 << 0 << 1 << 0 << 4;
  QTest::newRow("tie takes the larger canary") << 10 << 15 << 0 << 2 << 8;
  QTest::newRow("one more pod comes nearer") << 10 << 24 << 1 << 3 << 8;
  QTest::newRow("one more pod does not come nearer") << 10 << 23 << 1 << 2 << 8;
  QTest::newRow("single pod may switch over") << 1 << 50 << 0 << 1 << 0;
  QTest::newRow("single pod may stay") << 1 << 49 << 0 << 0 << 1;
  QTest::newRow("single pod with surge has both") << 1 << 1 << 1 << 1 << 1;
  QTest::newRow("nothing desired") << 0 << 50 << 1 << 0 << 0;
  QTest::newRow("deviation: a tie below all leaves N - 1") << 10 << 95 << 0 << 9 << 1;
  QTest::newRow("deviation: two pods at 75") << 2 << 75 << 0 << 1 << 1;
}

void CanaryTest::weightIsApproximatedByWholePods() {
  QFETCH(int, desired);
  QFETCH(int, weight);
  QFETCH(int, surge);
  const CanaryCounts counts = approximateWeight(desired, weight, surge);
  QTEST(counts.canary, "canary");
  QTEST(counts.stable, "stable");
}

void CanaryTest::noSideIsLeftEmptyBetween() {
  for (int n = 1; n <= 120; ++n) {
    for (int w = 0; w <= 100; ++w) {
      for (int surge = 0; surge <= 1; ++surge) {
        const CanaryCounts counts = approximateWeight(n, w, surge);
        const int total = counts.canary + counts.stable;
        QVERIFY2(total == n || (surge == 1 && total == n + 1), qPrintable(QStringLiteral("%1 %2").arg(n).arg(w)));
        const bool between = w > 0 && w < 100 && (n > 1 || surge > 0);
        if (between)
          QVERIFY2(counts.canary > 0 && counts.stable > 0, qPrintable(QStringLiteral("%1 %2").arg(n).arg(w)));
        if (w == 0) QCOMPARE(counts.canary, 0);
        if (w == 100) QCOMPARE(counts.stable, 0);
      }
    }
  }
}

void CanaryTest::sidesMoveWithinBounds_data() {
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("weight");
  QTest::addColumn<int>("surge");
  QTest::addColumn<int>("unavailable");
  QTest::addColumn<QList<int>>("canary");  // size, available
  QTest::addColumn<QList<int>>("stable");
  QTest::addColumn<int>("older");
  QTest::addColumn<QList<int>>("expected");  // canary, stable
  using L = QList<int>;
  QTest::newRow("surge first") << 4 << 25 << 1 << 0 << L{0, 0} << L{4, 4} << 0 << L{1, 4};
  QTest::newRow("canary not available: stable stays") << 4 << 25 << 1 << 0 << L{1, 0} << L{4, 4} << 0 << L{1, 4};
  QTest::newRow("canary available: stable gives one") << 4 << 25 << 1 << 0 << L{1, 1} << L{4, 4} << 0 << L{1, 3};
  QTest::newRow("stable grows before the canary") << 10 << 30 << 1 << 0 << L{0, 0} << L{1, 1} << 3 << L{1, 7};
  QTest::newRow("older pods: nothing shrinks") << 10 << 30 << 0 << 1 << L{4, 2} << L{8, 6} << 3 << L{4, 8};
  QTest::newRow("canary above its count drains") << 10 << 30 << 0 << 3 << L{4, 4} << L{8, 5} << 0 << L{3, 7};
  QTest::newRow("excess over surge goes") << 10 << 100 << 1 << 0 << L{10, 8} << L{10, 2} << 0 << L{9, 2};
  QTest::newRow("abort: stable surges first") << 4 << 0 << 1 << 0 << L{4, 4} << L{0, 0} << 0 << L{4, 1};
  QTest::newRow("abort: not before it is available") << 4 << 0 << 1 << 0 << L{4, 4} << L{1, 0} << 0 << L{4, 1};
  QTest::newRow("abort: then one by one") << 4 << 0 << 1 << 0 << L{4, 4} << L{1, 1} << 0 << L{3, 1};
  QTest::newRow("broken stable may go") << 4 << 100 << 1 << 0 << L{1, 1} << L{4, 1} << 0 << L{1, 3};
  QTest::newRow("pods that are leaving anyway do not count twice")
      << 10 << 100 << 3 << 0 << L{6, 3} << L{7, 8} << 0 << L{6, 7};
}

void CanaryTest::sidesMoveWithinBounds() {
  QFETCH(int, desired);
  QFETCH(int, weight);
  QFETCH(int, surge);
  QFETCH(int, unavailable);
  QFETCH(QList<int>, canary);
  QFETCH(QList<int>, stable);
  QFETCH(int, older);
  QFETCH(QList<int>, expected);
  const CanaryCounts got =
      basicCanary(desired, weight, {surge, unavailable}, {canary[0], canary[1]}, Side{stable[0], stable[1]}, older);
  QCOMPARE((QList<int>{got.canary, got.stable}), expected);
}

void CanaryTest::olderVersionsDrainNewestFirst() {
  // 12 available, 10 must stay: two of the newest; what is not available goes at once.
  std::vector<Side> older{{3, 3}, {4, 2}};
  drainOlder(older, 12, 10);
  QCOMPARE(older, (std::vector<Side>{{1, 3}, {2, 2}}));
  drainOlder(older, 9, 10);
  QCOMPARE(older, (std::vector<Side>{{1, 3}, {2, 2}}));
  // More than one side has: the next one gives the rest.
  drainOlder(older, 12, 10);
  QCOMPARE(older, (std::vector<Side>{{0, 3}, {1, 2}}));
}

void CanaryTest::aStepIsDoneOnlyWithEveryCountRight_data() {
  QTest::addColumn<QList<int>>("canary");  // size, available
  QTest::addColumn<QList<int>>("stable");  // size, available, total
  QTest::addColumn<int>("older");
  QTest::addColumn<bool>("expected");
  using L = QList<int>;
  QTest::newRow("all right") << L{2, 2} << L{2, 2, 2} << 0 << true;
  QTest::newRow("stable need not be available") << L{2, 2} << L{2, 0, 2} << 0 << true;
  QTest::newRow("canary not available") << L{2, 1} << L{2, 2, 2} << 0 << false;
  QTest::newRow("canary too small") << L{1, 1} << L{2, 2, 2} << 0 << false;
  QTest::newRow("canary too large") << L{3, 3} << L{2, 2, 2} << 0 << false;
  QTest::newRow("stable too large") << L{2, 2} << L{3, 3, 3} << 0 << false;
  QTest::newRow("stable's pods lag behind") << L{2, 2} << L{2, 2, 3} << 0 << false;
  QTest::newRow("older still available") << L{2, 2} << L{2, 2, 2} << 1 << false;
}

void CanaryTest::aStepIsDoneOnlyWithEveryCountRight() {
  QFETCH(QList<int>, canary);
  QFETCH(QList<int>, stable);
  QFETCH(int, older);
  const bool got =
      canaryStepComplete({2, 2}, {{canary[0], canary[1]}, canary[0]}, {{stable[0], stable[1]}, stable[2]}, older);
  QTEST(got, "expected");
}

void CanaryTest::weightOfAStep_data() {
  QTest::addColumn<int>("index");
  QTest::addColumn<bool>("aborted");
  QTest::addColumn<int>("expected");
  QTest::newRow("before any weight") << 0 << false << 0;
  QTest::newRow("own weight") << 1 << false << 25;
  QTest::newRow("of the step before") << 2 << false << 25;
  QTest::newRow("behind the last") << 3 << false << 100;
  QTest::newRow("aborted") << 1 << true << 0;
}

void CanaryTest::weightOfAStep() {
  QFETCH(int, index);
  QFETCH(bool, aborted);
  QTEST(currentSetWeight({std::nullopt, 25, std::nullopt}, index, aborted), "expected");
}

QTEST_GUILESS_MAIN(CanaryTest)
#include "test_canary.moc"
