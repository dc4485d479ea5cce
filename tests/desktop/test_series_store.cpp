// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the charts draw: counts over time, rates of the minute before, CPU of the serving pods; bounded for hours.
#include <QTest>
#include <algorithm>

#include "app/desktop/charts/chart_lines.h"
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

  // Play Demo is another world; Stop brings back the one before it, its curves too.
  void theWorldBeforeAShowComesBack() {
    Stage own;
    SeriesStore store;
    QVERIFY(own.apply(manifest("api", 3)));
    own.run(5000, 250, [&](const Frame& frame) { store.record(*frame.snapshot); });
    const std::size_t samples = store.of("api").size();
    const auto elsewhere = [](Stage& stage, std::int64_t later) {
      auto snapshot = std::make_shared<Snapshot>(*stage.frame().snapshot);
      snapshot->epochMs += later;
      return snapshot;
    };
    for (const std::int64_t show : {1000, 2000}) {
      Stage demo;
      QVERIFY(demo.apply(manifest("web", 2)));
      demo.run(3000, 250, [&](const Frame&) { store.record(*elsewhere(demo, show)); });
      QVERIFY(store.of("api").empty());
      QVERIFY(!store.of("web").empty());
      store.record(*own.frame().snapshot);
      QCOMPARE(store.of("api").size(), samples);
      QVERIFY(store.of("web").empty());
    }
    own.run(1000, 250, [&](const Frame& frame) { store.record(*frame.snapshot); });
    store.record(*Stage().frame().snapshot);
    QVERIFY2(store.of("api").empty(), "time that went back begins anew");
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

  void hoursStayBoundedAndKeepTheirDips() {
    Stage stage;
    SeriesStore store;
    QVERIFY(stage.apply(manifest("api", 3)));
    stage.run(5000, 250, [&](const Frame& frame) { store.record(*frame.snapshot); });
    const auto change = [&](int times) {
      for (int i = 0; i < times; ++i) {
        QVERIFY(stage.command(LoadCommand{"api", stage.engine().now(), std::nullopt, std::nullopt}));
        stage.run(1000, 1000, [&](const Frame& frame) { store.record(*frame.snapshot); });
      }
    };
    change(300);
    QVERIFY(stage.command(ChaosCommand{ChaosKind::Kill, "api", 3, std::nullopt, std::nullopt, {}}));
    const SimTime dip = stage.engine().now();
    store.record(*stage.frame().snapshot);
    change(6000);
    const auto& samples = store.of("api");
    QVERIFY(samples.size() <= kMostSamples);
    QVERIFY2(samples.front().t <= 1000, "from the beginning on");
    QVERIFY(std::is_sorted(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.t < b.t; }));
    QVERIFY2(std::any_of(samples.begin(), samples.end(),
                         [&](const Sample& s) { return s.t >= dip && s.t < dip + 3000 && s.ready == 0; }),
             "the worst moment of what is old is kept");
    // The newest are as they were.
    QCOMPARE(samples.back().t - samples[samples.size() - 100].t, Millis{99000});
  }

  void nothingNewIsNoSample() {
    Stage stage;
    SeriesStore store;
    QVERIFY(stage.apply(manifest("api", 3)));
    stage.run(10000, 250, [&](const Frame& frame) { store.record(*frame.snapshot); });
    const std::size_t before = store.of("api").size();
    stage.run(60000, 250, [&](const Frame& frame) { store.record(*frame.snapshot); });
    QCOMPARE(store.of("api").size(), before);
    QCOMPARE(SeriesStore::at(store.of("api"), 70000)->ready, 3);
  }

  void eventsCountTheMinuteBefore() {
    Stage stage;
    SeriesStore store;
    QVERIFY(stage.apply(manifest("api", 3)));
    stage.run(30000, 250, [&](const Frame& frame) { store.record(*frame.snapshot); });
    const auto all = static_cast<std::int64_t>(stage.frame().snapshot->events.end() - 1);
    QCOMPARE(store.eventsPerMinute(30000), all);
    QCOMPARE(store.eventsPerMinute(120000), std::int64_t{0});
  }

  void linesAreStepsAndThinOutWithTheirPeaks() {
    std::deque<Sample> samples;
    samples.push_back({0, 1, 3, 0, {}});
    samples.push_back({10000, 3, 3, 0, {}});
    const QList<QPointF> line =
        stepLine(samples, {5000, 125000, 20000}, [](const Sample& s) { return static_cast<double>(s.ready); });
    QCOMPARE(line, (QList<QPointF>{{5, 1}, {10, 1}, {10, 3}, {20, 3}}));
    QList<QPointF> many;
    for (int i = 0; i < 10000; ++i)
      many.append({static_cast<double>(i), i == 4321 ? 99.0 : static_cast<double>(i % 7)});
    const QList<QPointF> few = thinned(many, 400);
    QVERIFY(few.size() <= 420);
    QCOMPARE(few.front(), many.front());
    QCOMPARE(few.back(), many.back());
    QVERIFY(few.contains(QPointF(4321, 99)));
    QCOMPARE(niceTop(3), 4.0);
    QCOMPARE(niceTop(7), 10.0);
    QCOMPARE(niceTop(61), 100.0);
  }

  void versionsStandOnTopOfEachOther() {
    std::deque<Sample> samples(1, {0, 4, 4, 0, {}});
    samples.front().versions[2] = {0, 3};
    samples.front().versions[3] = {1, 1};
    const auto bands = versionBands(samples, {0, 120000, 1000});
    QCOMPARE(bands.size(), std::size_t{2});
    QCOMPARE(bands[0].upper.back().y(), 3.0);
    QCOMPARE(bands[1].lower.back().y(), 3.0);
    QCOMPARE(bands[1].upper.back().y(), 4.0);
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
