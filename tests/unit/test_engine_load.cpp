// SPDX-License-Identifier: GPL-3.0-or-later
// Load, the requests that follow from it, and the order of what falls on one instant.
#include <QTest>

#include "core/sim/schedule.h"
#include "tests/support/world.h"

using namespace perfect;
using perfect::test::World;

namespace {

std::string manifest(const std::string& name, int replicas, const std::string& spec = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name +
         "}\nspec:\n  replicas: " + std::to_string(replicas) + "\n  rollout: {strategy: RollingUpdate}\n" + spec;
}

LoadCommand demand(std::int64_t percent) { return {"api", {}, percent, {}}; }

LoadCommand pattern(LoadShape shape, std::int64_t from, std::int64_t to, Millis period, Millis every) {
  LoadPattern p;
  p.shape = shape;
  p.from = from;
  p.to = to;
  p.period = period;
  p.every = every;
  return {"api", {}, {}, p};
}

ChaosScheduleCommand kills(Millis every, Millis forTime) {
  ChaosScheduleCommand c;
  c.blow.service = "api";
  c.every = every;
  c.forTime = forTime;
  return c;
}

}  // namespace

class EngineLoadTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void requestsFollowTheLoad_data() {
    QTest::addColumn<QString>("simulation");
    QTest::addColumn<bool>("byDemand");
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("broken");
    QTest::addColumn<int>("ms");
    QTest::addColumn<int>("served");
    QTest::addColumn<int>("failed");
    const QString plain = QStringLiteral("{}");
    QTest::newRow("demand is shared") << plain << true << 300 << 0 << 10000 << 3000000 << 0;
    QTest::newRow("cpu is of each pod") << plain << false << 50 << 0 << 10000 << 1000000 << 0;
    QTest::newRow("cpu of strong pods") << QStringLiteral("{capacityPerPod: 200}") << false << 50 << 0 << 10000
                                        << 2000000 << 0;
    QTest::newRow("some fail") << QStringLiteral("{errorPercent: 3}") << true << 50 << 0 << 3000 << 150000 << 4500;
    QTest::newRow("a broken pod fails its share") << plain << true << 100 << 1 << 10000 << 1000000 << 500000;
    QTest::newRow("the others' errors too")
        << QStringLiteral("{errorPercent: 10}") << true << 100 << 1 << 10000 << 1000000 << 550000;
    QTest::newRow("nothing is asked") << plain << true << 0 << 0 << 10000 << 0 << 0;
  }

  void requestsFollowTheLoad() {
    QFETCH(QString, simulation);
    QFETCH(bool, byDemand);
    QFETCH(int, percent);
    QFETCH(int, broken);
    QFETCH(int, ms);
    World w;
    QCOMPARE(w.apply(manifest("api", 2, "  simulation: " + simulation.toStdString() + "\n")), std::string());
    w.runTo(5000);
    HealthCommand health;
    health.service = "api";
    health.count = broken;
    w.send(health);
    w.send(byDemand ? demand(percent) : LoadCommand{"api", percent, {}, {}});
    w.runTo(5000 + ms);
    w.send(LoadCommand{"api", 0, {}, {}});
    QTEST(static_cast<int>(w.service("api").versions[0].servedMilli), "served");
    QTEST(static_cast<int>(w.service("api").versions[0].failedMilli), "failed");
  }

  void itDoesNotMatterHowOftenRequestsAreSummedUp() {
    std::int64_t failed[2] = {0, 0};
    for (const bool often : {false, true}) {
      World w;
      w.apply(manifest("api", 3, "  simulation: {errorPercent: 7.777}\n"));
      w.runTo(5000);
      w.send(demand(7));
      for (SimTime t = 5137; t < 60000; t += 137) {
        w.runTo(t);
        if (often) w.send(ImageCommand{"api", "local://demo@v1"});
      }
      w.runTo(60000);
      w.send(demand(0));
      failed[often ? 1 : 0] = w.service("api").versions[0].failedMilli;
    }
    QCOMPARE(failed[1], failed[0]);
    QCOMPARE(failed[0], std::int64_t{29941});  // 7 a second for 55 s, of which 7.777 % fail: 29,941.45 thousandths
  }

  void healedPodsServeAgain() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(5000);
    HealthCommand health;
    health.service = "api";
    w.send(health);
    w.send(demand(100));
    w.runTo(7000);
    health.healthy = true;
    w.send(health);
    w.runTo(10000);
    w.send(demand(0));
    QCOMPARE(w.service("api").versions[0].servedMilli, std::int64_t{500000});
    QCOMPARE(w.service("api").versions[0].failedMilli, std::int64_t{200000});
  }

  void theIdleSideServesNothing() {
    World w;
    const std::string blueGreen =
        "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: 2\n  rollout: {autoPromote: false}\n";
    w.apply(blueGreen);
    w.runTo(5000);
    w.send(ImageCommand{"api", "local://demo@v2"});
    w.runTo(10000);
    QCOMPARE(w.service("api").counts().ready, 4);
    QCOMPARE(w.service("api").serving(), 2);
    w.send(demand(100));
    w.runTo(20000);
    w.send(demand(0));
    QCOMPARE(w.service("api").versions[0].servedMilli, std::int64_t{1000000});
    QCOMPARE(w.service("api").versions[1].servedMilli, std::int64_t{0});
  }

  void patternsHaveTheirShapes_data() {
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<qint64>("period");
    QTest::addColumn<QList<qint64>>("at");
    QTest::addColumn<QList<int>>("values");
    const auto row = [](const char* name, LoadShape shape, int from, int to, qint64 period, const QList<qint64>& at,
                        const QList<int>& values) {
      QTest::newRow(name) << static_cast<int>(shape) << from << to << period << at << values;
    };
    row("constant", LoadShape::Constant, 5, 70, 1000, {0, 5000}, {70, 70});
    row("ramp up", LoadShape::Ramp, 0, 100, 1000, {0, 250, 999, 1000, 5000}, {0, 25, 99, 100, 100});
    row("ramp down", LoadShape::Ramp, 100, 0, 1000, {0, 250, 1000}, {100, 75, 0});
    row("steep ramp", LoadShape::Ramp, 0, 2500, 1000, {500}, {1250});
    row("sine", LoadShape::Sine, 0, 1000, 4000, {0, 500, 1000, 1500, 2000, 3000, 3500, 4000, 4500},
        {0, 125, 500, 875, 1000, 500, 125, 0, 125});
    row("sine of an odd period", LoadShape::Sine, 0, 1000, 3, {0, 1, 2, 3}, {0, 777, 777, 0});
    row("sine of 1 ms", LoadShape::Sine, 20, 1000, 1, {0, 10}, {20, 20});
    row("sine of the longest period", LoadShape::Sine, 0, 1000, kNever, {0, kNever / 4, kNever / 2, kNever - 1},
        {0, 500, 1000, 0});
    row("spike", LoadShape::Spike, 10, 90, 1000, {0, 999, 1000, 5000}, {90, 90, 10, 10});
  }

  void patternsHaveTheirShapes() {
    QFETCH(int, shape);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(qint64, period);
    QFETCH(QList<qint64>, at);
    LoadPattern p = *pattern(static_cast<LoadShape>(shape), from, to, period, 1000).pattern;
    QList<int> values;
    for (const qint64 since : at) values << static_cast<int>(patternValue(p, since));
    QTEST(values, "values");
  }

  void aPatternIsSampledAndEnds() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(5000);
    QCOMPARE(w.send(pattern(LoadShape::Ramp, 0, 100, 4000, 3000)), std::string());
    w.runTo(8000);
    QCOMPARE(w.service("api").load.demand, std::int64_t{75});
    w.runTo(60000);
    QCOMPARE(w.service("api").load.demand, std::int64_t{100});
    QCOMPARE(w.lines({"LoadPatternEnded"}), std::vector<std::string>{"9000 LoadPatternEnded api"});
    LoadCommand sine = pattern(LoadShape::Sine, 0, 100, 4000, 1000);
    sine.pattern->forTime = 2000;
    w.send(sine);
    w.runTo(90000);
    QCOMPARE(w.service("api").load.demand, std::int64_t{100});
    QCOMPARE(w.lines({"LoadPatternEnded"}).back(), std::string("62000 LoadPatternEnded api"));
    QCOMPARE(w.engine.nextTime(), kNever);
  }

  void aNewLoadEndsOnlyItsOwnServicesPattern() {
    World w;
    w.apply(manifest("api", 1) + "---\n" + manifest("web", 1));
    w.runTo(5000);
    LoadCommand other = pattern(LoadShape::Ramp, 0, 100, 10000, 1000);
    w.send(other);
    other.service = "web";
    w.send(other);
    w.send(demand(7));
    w.runTo(12000);
    QCOMPARE(w.service("api").load.demand, std::int64_t{7});
    QCOMPARE(w.service("web").load.demand, std::int64_t{70});
    w.send(DeleteCommand{"api"});
    w.runTo(30000);
    QCOMPARE(w.service("web").load.demand, std::int64_t{100});
  }

  void agentsComeBeforeTheTick() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(5000);
    QCOMPARE(w.lines({"Ready", "RolloutCompleted"}),
             (std::vector<std::string>{"1000 Ready api#0", "1000 RolloutCompleted api"}));
  }

  void agentsThenOrdersThenTheTick() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(10000);
    ChaosScheduleCommand chaos = kills(3000, 3500);
    chaos.blow.count = 2;
    chaos.blow.limits.minAvailable = 1;
    w.send(chaos);
    w.runTo(11500);
    w.send(ScaleCommand{"api", 2, {}});
    w.engine.advanceTo(12500);
    w.send(ScaleCommand{"api", 3, {}});
    w.runTo(13000);
    // #1, made at 12000, is ready at 13000; the blow spares one of two; the tick makes up for it and for the third.
    const std::vector<std::string> lines = w.lines({"Ready", "ChaosKilled", "SuccessfulCreate"});
    QCOMPARE(lines.size(), std::size_t{7});
    QCOMPARE(lines[3], std::string("13000 Ready api#1"));
    QVERIFY(lines[4].starts_with("13000 ChaosKilled api#"));
    QCOMPARE(lines[5], std::string("13000 SuccessfulCreate api#2"));
    QCOMPARE(lines[6], std::string("13000 SuccessfulCreate api#3"));
  }

  void aTickComesOnceAndServicesInTheirOrder() {
    World w;
    w.apply(manifest("web", 1) + "---\n" + manifest("api", 1));
    w.runTo(4500);
    w.send(ScaleCommand{"api", 2, {}});
    w.send(ScaleCommand{"web", 2, {}});
    w.runTo(5000);
    w.send(ScaleCommand{"api", 3, {}});
    w.runTo(9000);
    QCOMPARE(
        w.lines({"SuccessfulCreate"}),
        (std::vector<std::string>{"0 SuccessfulCreate web#0", "0 SuccessfulCreate api#0", "5000 SuccessfulCreate web#1",
                                  "5000 SuccessfulCreate api#1", "6000 SuccessfulCreate api#2"}));
  }

  void aNewTickCountsFromTheNextOne() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(2500);
    for (const Millis wrong : {9, 60001}) QVERIFY(!w.send(TickCommand{wrong}).empty());
    for (const Millis right : {10, 60000, 400}) QCOMPARE(w.send(TickCommand{right}), std::string());
    w.runTo(3100);
    w.send(ScaleCommand{"api", 2, {}});
    w.engine.advanceTo(3800);
    w.send(ScaleCommand{"api", 3, {}});
    w.runTo(9000);
    QCOMPARE(w.lines({"SuccessfulCreate"}),
             (std::vector<std::string>{"0 SuccessfulCreate api#0", "3400 SuccessfulCreate api#1",
                                       "3800 SuccessfulCreate api#2"}));
  }
};

QTEST_GUILESS_MAIN(EngineLoadTest)
#include "test_engine_load.moc"
