// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/reconcile/fencepost.h"

using namespace perfect;

class FencepostTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void percentagesAreReadOrRefused_data();
  void percentagesAreReadOrRefused();
  void surgeRoundsUpAndUnavailableDown_data();
  void surgeRoundsUpAndUnavailableDown();
  void limitsAreCappedAndDependOnTheStrategy_data();
  void limitsAreCappedAndDependOnTheStrategy();
};

void FencepostTest::percentagesAreReadOrRefused_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("value");  // -1: refused
  QTest::newRow("plain") << "39%" << 39;
  QTest::newRow("zero") << "0%" << 0;
  QTest::newRow("no sign") << "39" << -1;
  QTest::newRow("word") << "urg" << -1;
  QTest::newRow("only the sign") << "%" << -1;
  QTest::newRow("decimals") << "2.5%" << -1;
  QTest::newRow("rubbish before") << "x5%" << -1;
  QTest::newRow("empty") << "" << -1;
  QTest::newRow("too large") << "99999999999%" << -1;
}

void FencepostTest::percentagesAreReadOrRefused() {
  QFETCH(QString, text);
  QFETCH(int, value);
  const auto parsed = parsePercent(text.toStdString());
  QCOMPARE(parsed.ok(), value >= 0);
  if (parsed) {
    QCOMPARE(parsed.value().value, value);
    QVERIFY(parsed.value().percent);
  } else {
    QVERIFY(parsed.error().find("percentage") != std::string::npos);
  }
}

void FencepostTest::surgeRoundsUpAndUnavailableDown_data() {
  QTest::addColumn<int>("surge");
  QTest::addColumn<bool>("surgePercent");
  QTest::addColumn<int>("unavailable");
  QTest::addColumn<bool>("unavailablePercent");
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("expectedSurge");
  QTest::addColumn<int>("expectedUnavailable");
  QTest::newRow("39 % of 10") << 39 << true << 39 << true << 10 << 4 << 3;
  QTest::newRow("counts stay") << 2 << false << 1 << false << 10 << 2 << 1;
  QTest::newRow("both 0: one may be unavailable") << 0 << false << 0 << false << 10 << 0 << 1;
  QTest::newRow("both 0 by rounding") << 0 << true << 1 << true << 2 << 0 << 1;
  QTest::newRow("1 % surge of 1 is one pod") << 1 << true << 0 << true << 1 << 1 << 0;
  QTest::newRow("nothing desired") << 25 << true << 25 << true << 0 << 0 << 1;
  QTest::newRow("a million") << 25 << true << 25 << true << 1000000 << 250000 << 250000;
}

void FencepostTest::surgeRoundsUpAndUnavailableDown() {
  QFETCH(int, surge);
  QFETCH(bool, surgePercent);
  QFETCH(int, unavailable);
  QFETCH(bool, unavailablePercent);
  QFETCH(int, desired);
  const Fenceposts posts = resolveFenceposts({surge, surgePercent}, {unavailable, unavailablePercent}, desired);
  QTEST(posts.surge, "expectedSurge");
  QTEST(posts.unavailable, "expectedUnavailable");
}

void FencepostTest::limitsAreCappedAndDependOnTheStrategy_data() {
  QTest::addColumn<int>("strategy");
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("unavailable");
  QTest::addColumn<int>("expectedMax");
  QTest::addColumn<int>("expectedMin");
  const int rolling = static_cast<int>(Strategy::RollingUpdate);
  QTest::newRow("less than desired") << rolling << 10 << 4 << 4 << 6;
  QTest::newRow("capped at desired") << rolling << 5 << 10 << 5 << 0;
  QTest::newRow("canary has it too") << static_cast<int>(Strategy::Canary) << 5 << 10 << 5 << 0;
  QTest::newRow("recreate has none") << static_cast<int>(Strategy::Recreate) << 10 << 4 << 0 << 0;
  QTest::newRow("blue/green has none") << static_cast<int>(Strategy::BlueGreen) << 10 << 4 << 0 << 0;
  QTest::newRow("nothing desired") << rolling << 0 << 4 << 0 << 0;
}

void FencepostTest::limitsAreCappedAndDependOnTheStrategy() {
  QFETCH(int, strategy);
  QFETCH(int, desired);
  QFETCH(int, unavailable);
  Rollout rollout;
  rollout.strategy = static_cast<Strategy>(strategy);
  rollout.maxSurge = {1, false};
  rollout.maxUnavailable = {unavailable, false};
  QTEST(maxUnavailable(rollout, desired), "expectedMax");
  QTEST(minAvailable(rollout, desired), "expectedMin");
}

QTEST_GUILESS_MAIN(FencepostTest)
#include "test_fencepost.moc"
