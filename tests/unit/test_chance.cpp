// SPDX-License-Identifier: GPL-3.0-or-later
// Chance is a function of its place: the same on every machine, and spread as its name promises.
#include <QTest>

#include "core/base/chance.h"

using namespace perfect;

class ChanceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void drawsAreFixedForEver() {
    QCOMPARE(draw(1, Purpose::Victim, serviceKey("api"), 7, 3), draw(1, Purpose::Victim, serviceKey("api"), 7, 3));
    QVERIFY(draw(1, Purpose::Victim, serviceKey("api"), 7, 3) != draw(2, Purpose::Victim, serviceKey("api"), 7, 3));
    QVERIFY(draw(1, Purpose::Victim, serviceKey("api"), 7, 3) != draw(1, Purpose::Crash, serviceKey("api"), 7, 3));
    QVERIFY(draw(1, Purpose::Victim, serviceKey("api"), 7, 3) != draw(1, Purpose::Victim, serviceKey("apj"), 7, 3));
    QVERIFY(draw(1, Purpose::Victim, serviceKey("api"), 7, 3) != draw(1, Purpose::Victim, serviceKey("api"), 7, 4));
  }

  void aPercentHappensAboutThatOften() {
    int times = 0;
    for (std::uint64_t n = 0; n < 100000; ++n)
      times += happens(draw(5, Purpose::ReadinessProbe, 1, 2, n), 5000) ? 1 : 0;
    QVERIFY2(times > 4700 && times < 5300, qPrintable(QString::number(times)));
    for (std::uint64_t n = 0; n < 1000; ++n) {
      QVERIFY(!happens(draw(5, Purpose::ReadinessProbe, 1, 2, n), 0));
      QVERIFY(happens(draw(5, Purpose::ReadinessProbe, 1, 2, n), 100000));
    }
  }

  void jitterStaysInItsBand() {
    QCOMPARE(jittered(1000, 0, 12345), Millis{1000});
    Millis least = 1000;
    Millis most = 1000;
    for (std::uint64_t n = 0; n < 10000; ++n) {
      const Millis j = jittered(1000, 200, draw(5, Purpose::StartTime, 1, n, 0));
      least = std::min(least, j);
      most = std::max(most, j);
    }
    QCOMPARE(least, Millis{800});
    QCOMPARE(most, Millis{1200});
  }

  // Mean 1 / rate, and e^-1 of the waits longer than the mean: what makes a distribution exponential.
  void waitsAreExponential() {
    std::int64_t sum = 0;
    int longer = 0;
    constexpr int kDraws = 200000;
    for (int n = 0; n < kDraws; ++n) {
      const Millis wait = exponentialWait(1000, draw(9, Purpose::Crash, 1, 0, static_cast<std::uint64_t>(n)));
      QVERIFY(wait >= 1);
      sum += wait;
      longer += wait > 3600000 ? 1 : 0;
    }
    const std::int64_t mean = sum / kDraws;
    QVERIFY2(mean > 3560000 && mean < 3640000, qPrintable(QString::number(mean)));
    QVERIFY2(longer > kDraws * 361 / 1000 && longer < kDraws * 375 / 1000, qPrintable(QString::number(longer)));
    QCOMPARE(exponentialWait(1000, ~std::uint64_t{0}), Millis{1});
  }
};

QTEST_GUILESS_MAIN(ChanceTest)
#include "test_chance.moc"
