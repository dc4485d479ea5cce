// SPDX-License-Identifier: GPL-3.0-or-later
//
// Simulated time follows real time along a line; both directions agree to the millisecond.
#include <QtTest>

#include "app/runtime/pace.h"

using namespace perfect;
using std::chrono::hours;
using std::chrono::microseconds;

class TestPace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void simulatedTimeIsRealTimeTimesSpeed_data() {
    QTest::addColumn<qint64>("speedMilli");
    QTest::addColumn<qint64>("realMicroseconds");
    QTest::addColumn<qint64>("sim");
    QTest::newRow("one to one") << qint64{1000} << qint64{2500000} << qint64{2500};
    QTest::newRow("not yet a millisecond") << qint64{1000} << qint64{999} << qint64{0};
    QTest::newRow("half") << qint64{500} << qint64{3000000} << qint64{1500};
    QTest::newRow("thousand") << qint64{1000000} << qint64{1} << qint64{1};
    QTest::newRow("slowest") << qint64{1} << qint64{3600000000} << qint64{3600};
    QTest::newRow("ten years at speed 1000") << qint64{1000000} << qint64{315360000000000} << qint64{315360000000000};
    QTest::newRow("before the start") << qint64{1000} << qint64{-5} << qint64{0};
  }
  void simulatedTimeIsRealTimeTimesSpeed() {
    QFETCH(qint64, speedMilli);
    QFETCH(qint64, realMicroseconds);
    QFETCH(qint64, sim);
    const Pace::TimePoint start = Pace::TimePoint() + hours(5);
    Pace pace;
    pace.start(7, start, speedMilli);
    QCOMPARE(qint64{pace.simAt(start + microseconds(realMicroseconds))}, sim + 7);
  }

  void realAtIsTheFirstMomentOfAnInstant_data() {
    QTest::addColumn<qint64>("speedMilli");
    for (const qint64 speed : {qint64{1}, qint64{333}, qint64{1000}, qint64{2500}, qint64{7001}, qint64{1000000}}) {
      QTest::addRow("speed %lld", static_cast<long long>(speed)) << speed;
    }
  }
  void realAtIsTheFirstMomentOfAnInstant() {
    QFETCH(qint64, speedMilli);
    const Pace::TimePoint start = Pace::TimePoint() + hours(5);
    Pace pace;
    pace.start(0, start, speedMilli);
    for (const SimTime sim : {SimTime{1}, SimTime{2}, SimTime{999}, SimTime{1000}, SimTime{61234}, SimTime{7200001}}) {
      const Pace::TimePoint real = pace.realAt(sim);
      QVERIFY(pace.simAt(real) >= sim);
      QVERIFY(pace.simAt(real - microseconds(1)) < sim);
    }
    QVERIFY(pace.realAt(0) == start);
  }
};

QTEST_GUILESS_MAIN(TestPace)
#include "test_pace.moc"
