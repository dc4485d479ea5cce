// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the charts draw: counts over time, restarts in the minute before, CPU of the serving pods.
#include <QTest>

#include "app/desktop/charts/series_store.h"
#include "app/desktop/coming/pending_causes.h"
#include "app/desktop/words.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(const char* name, int replicas, const char* more = "") {
  return std::string("apiVersion: v1\nkind: Service\nmetadata: { name: ") + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) + "\n" + more;
}

}  // namespace

class TestSeriesStore : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readyRisesToDesired() {
    Stage stage;
    SeriesStore store;
    QVERIFY(stage.apply(manifest("api", 3)));
    stage.run(5000, 250, [&](const Frame& frame) { store.record(*frame.snapshot); });
    const auto& samples = store.of("api");
    QVERIFY(samples.size() >= 2);
    QCOMPARE(samples.front().ready, 0);
    QCOMPARE(samples.back().ready, 3);
    QCOMPARE(samples.back().desired, 3);
    QVERIFY(store.of("nobody").empty());
  }

  void restartsCountTheMinuteBefore() {
    const std::deque<Sample> samples{
        {0, 1, 1, 0, {}}, {10000, 1, 1, 2, {}}, {50000, 1, 1, 3, {}}, {100000, 1, 1, 3, {}}};
    QCOMPARE(SeriesStore::restartsPerMinute(samples, 5000), std::int64_t{0});
    QCOMPARE(SeriesStore::restartsPerMinute(samples, 10000), std::int64_t{2});
    QCOMPARE(SeriesStore::restartsPerMinute(samples, 50000), std::int64_t{3});
    QCOMPARE(SeriesStore::restartsPerMinute(samples, 75000), std::int64_t{1});
    QCOMPARE(SeriesStore::restartsPerMinute(samples, 120000), std::int64_t{0});
  }

  void demandIsSharedByServingPods() {
    Stage stage;
    QVERIFY(stage.apply(manifest("cart", 4)));
    stage.run(4000);
    QVERIFY(stage.command(LoadCommand{"cart", std::nullopt, 240, std::nullopt}));
    stage.run(100);
    const Frame frame = stage.frame();
    const auto cpu = cpuPercent(*frame.snapshot->find("cart")->state);
    QVERIFY(cpu.has_value());
    QCOMPARE(*cpu, 60.0);
  }

  void theWindowIsBounded() {
    Stage stage;
    SeriesStore store;
    QVERIFY(stage.apply(manifest("api", 2, "  simulation: { crashAfterSeconds: 1 }\n")));
    stage.run(600000, 500, [&](const Frame& frame) { store.record(*frame.snapshot); });
    const auto& samples = store.of("api");
    QVERIFY(samples.size() <= kMostSamples);
    QVERIFY(samples.back().t - samples.front().t <= kSeriesWindow + 62000);
  }

  void pendingCausesComeSoonestFirstAndNameTheirPod() {
    Stage stage;
    QVERIFY(stage.apply(manifest("api", 3)));
    stage.run(4000);
    QVERIFY(stage.command(ChaosCommand{ChaosKind::Crash, "api", 2, std::nullopt, std::nullopt, {}}));
    stage.run(50);
    const auto causes = pendingCauses(*stage.frame().snapshot);
    QVERIFY(causes.size() >= 2);
    int pods = 0;
    for (std::size_t i = 0; i < causes.size(); ++i) {
      QVERIFY(i == 0 || causes[i - 1].at <= causes[i].at);
      if (causes[i].focus.pod != kNoPod) ++pods;
    }
    QCOMPARE(pods, 2);
  }

  void timesReadWell_data() {
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 left, const char* text) {
      QTest::addRow("%lld ms", left) << left << QString::fromUtf8(text);
    };
    row(0, "now");
    row(-5, "now");
    row(1, "0.1 s");
    row(3200, "3.2 s");
    row(59900, "59.9 s");
    row(65000, "1 m 05 s");
  }
  void timesReadWell() {
    QFETCH(qint64, left);
    QFETCH(QString, text);
    QCOMPARE(words::countdown(10000 + left, 10000), text);
    QCOMPARE(words::countdown(kNever, 10000), QString());
    QCOMPARE(words::clock(44812), QStringLiteral("00:44.8"));
    QCOMPARE(words::pair(99960, 100000), QStringLiteral("99,960/100k"));
  }
};

QTEST_GUILESS_MAIN(TestSeriesStore)
#include "test_series_store.moc"
