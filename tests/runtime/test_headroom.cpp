// SPDX-License-Identifier: GPL-3.0-or-later
//
// Memory for pods that come at once is there before the tick that creates them.
#include <sys/resource.h>

#include <QtTest>
#include <thread>

#include "app/runtime/allocator.h"
#include "app/runtime/live_simulation.h"

using namespace perfect;
using std::chrono::milliseconds;

namespace {

ServiceSpec spec(const std::string& name, std::int32_t replicas, const std::string& image = "local://demo@v1") {
  ServiceSpec s;
  s.name = name;
  s.replicas = replicas;
  s.replicasGiven = true;
  s.podTemplate.image = image;
  return s;
}

int piecesUntilThere(Headroom& headroom) {
  int pieces = 0;
  for (; headroom.lacking(); ++pieces) headroom.grow();
  return pieces;
}

std::int64_t pageFaultsOfThisThread() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  return usage.ru_minflt;
}

/// What one thread pays for `pods` coming and starting at once, after the Command that wants them has been done.
std::int64_t pageFaultsOfTicks(std::int32_t pods, bool fromTheBeginning) {
  std::int64_t faults = 0;
  std::thread([&] {
    auto now = Pace::TimePoint() + std::chrono::hours(1);
    Controller::Options options;
    const Command wanted = ApplyCommand{{spec("api", pods)}};
    if (fromTheBeginning) options.initial = {wanted};
    LiveSimulation simulation(options, {[&] { return now; }, [] { return std::int64_t{5000000}; }});
    simulation.begin();
    if (!fromTheBeginning) QVERIFY(simulation.apply(wanted).ok());
    std::shared_ptr<const Snapshot> shown = simulation.publish();
    const std::int64_t before = pageFaultsOfThisThread();
    for (int i = 0; i < 30; ++i) {
      now += milliseconds(100);
      simulation.advance();
      shown = simulation.publish();
    }
    faults = pageFaultsOfThisThread() - before;
    QCOMPARE(shown->podCount(), std::int64_t{pods});
  }).join();
  return faults;
}

}  // namespace

class TestHeadroom : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { useLargePages(); }

  // First, and each row with more than the one before: memory that another test has touched would hide the fault.
  void podsThatComeAtOnceFaultNoPagesIn_data() {
    QTest::addColumn<int>("pods");
    QTest::addColumn<bool>("fromTheBeginning");
    QTest::newRow("by a command") << 60000 << false;  // some 15 MiB: 4,000 pages, or eight large ones
    QTest::newRow("by a file") << 200000 << true;
  }
  void podsThatComeAtOnceFaultNoPagesIn() {
    QFETCH(int, pods);
    QFETCH(bool, fromTheBeginning);
    if (!keepsFreedMemory()) QSKIP("this build's allocator does not keep what is freed");
    const std::int64_t faults = pageFaultsOfTicks(pods, fromTheBeginning);
    QVERIFY2(faults <= 4, qPrintable(QString::number(faults)));
  }

  void roomIsMadeOnceForAsManyAsThereWillBe() {
    Headroom headroom(true);
    headroom.want(Headroom::kFewest - 1);
    QCOMPARE(piecesUntilThere(headroom), 0);
    headroom.want(100000);
    const int first = piecesUntilThere(headroom);
    QVERIFY2(first > 10 && first < 30, qPrintable(QString::number(first)));
    headroom.want(100000);
    QCOMPARE(piecesUntilThere(headroom), 0);
    headroom.want(150000);
    const int more = piecesUntilThere(headroom);
    QVERIFY2(more > 0 && more < first, qPrintable(QString::number(more)));
  }

  void nobodyGetsMoreThanTheMostAheadOfTime() {
    Headroom headroom(true);
    headroom.want(std::int64_t{1000} * Headroom::kMost);
    const int pieces = piecesUntilThere(headroom);
    QVERIFY2(pieces > 100 && pieces < 200, qPrintable(QString::number(pieces)));
    headroom.want(std::int64_t{2000} * Headroom::kMost);
    QCOMPARE(piecesUntilThere(headroom), 0);
  }

  void withoutAnAllocatorThatKeepsItNothingIsMade() {
    Headroom headroom(false);
    headroom.want(100000);
    QVERIFY(!headroom.lacking());
  }

  void commandsSayHowManyPodsMayCome_data() {
    QTest::addColumn<Command>("command");
    QTest::addColumn<int>("pods");
    const auto row = [](const char* name, const Command& command, int pods) { QTest::newRow(name) << command << pods; };
    const auto scale = [](const char* name, std::optional<std::int32_t> replicas, std::optional<std::int32_t> delta) {
      return ScaleCommand{.service = name, .replicas = replicas, .delta = delta};
    };
    row("a new service", ApplyCommand{{spec("web", 7)}}, 7);
    row("two services", ApplyCommand{{spec("web", 7), spec("api", 12)}}, 9);
    row("the same again", ApplyCommand{{spec("api", 10)}}, 0);
    row("more of the same", ApplyCommand{{spec("api", 14)}}, 4);
    row("fewer", ApplyCommand{{spec("api", 2)}}, 0);
    row("another version", ApplyCommand{{spec("api", 10, "local://demo@v2")}}, 10);
    row("up to", scale("api", 25, {}), 15);
    row("down to", scale("api", 1, {}), 0);
    row("up by", scale("api", {}, 3), 3);
    row("down by", scale("api", {}, -3), 0);
    row("nobody", scale("nobody", {}, {}), 0);
    row("an image", ImageCommand{"api", "local://demo@v2"}, 10);
    row("an image for nobody", ImageCommand{"nobody", "local://demo@v2"}, 0);
    row("undo", RolloutCommand{"api", RolloutAction::Undo}, 10);
    row("restart", RolloutCommand{"api", RolloutAction::Restart}, 10);
    row("promote", RolloutCommand{"api", RolloutAction::Promote}, 0);
    row("delete", DeleteCommand{"api"}, 0);
  }
  void commandsSayHowManyPodsMayCome() {
    QFETCH(Command, command);
    QFETCH(int, pods);
    Engine engine;
    QVERIFY(engine.apply(ApplyCommand{{spec("api", 10)}}).ok());
    QCOMPARE(podsToCome(engine, command), std::int64_t{pods});
  }

  void podsPresentAreThoseOfThePicture() {
    Engine engine;
    QVERIFY(engine.apply(ApplyCommand{{spec("api", 4), spec("web", 3)}}).ok());
    engine.advanceTo(3000);
    QCOMPARE(podsPresent(engine), std::int64_t{7});
    QVERIFY(engine.apply(DeleteCommand{"api"}).ok());
    engine.advanceTo(3500);
    QCOMPARE(podsPresent(engine), engine.publish()->podCount());
    engine.advanceTo(60000);
    QCOMPARE(podsPresent(engine), std::int64_t{3});
    QVERIFY(engine.apply(ApplyCommand{{spec("api", 2)}}).ok());
    engine.advanceTo(70000);
    QCOMPARE(podsPresent(engine), std::int64_t{5});
  }

  void ticksGoOnWhileRoomIsMade() {
    if (!keepsFreedMemory()) QSKIP("this build's allocator does not keep what is freed");
    auto now = Pace::TimePoint() + std::chrono::hours(1);
    Controller::Options options;
    options.speedMilli = 1000000;
    LiveSimulation simulation(options, {[&] { return now += milliseconds(1); }, [] { return std::int64_t{5000000}; }});
    simulation.begin();
    const SimTime before = simulation.reading().state.t;
    QVERIFY(simulation.apply(ApplyCommand{{spec("api", 100000)}}).ok());
    QVERIFY(simulation.reading().state.t > before);
  }
};

QTEST_GUILESS_MAIN(TestHeadroom)
#include "test_headroom.moc"
