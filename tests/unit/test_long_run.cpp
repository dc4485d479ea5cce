// SPDX-License-Identifier: GPL-3.0-or-later
// A day of simulated trouble: nothing that the engine keeps grows with the length of a session, and every chain
// still shows where it began. Sizes are counted, not timed.
#include <QTest>
#include <string>

#include "core/events/root_ledger.h"
#include "tests/support/world.h"

using namespace perfect;
using namespace perfect::test;

namespace {

constexpr SimTime kHour = 3600000;
constexpr std::size_t kPods = 1000;

std::string manifest(const std::string& fields) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: 1000\n"
         "  readinessProbe: {httpGet: {path: /healthz}}\n  livenessProbe: {httpGet: {path: /livez}}\n" +
         fields;
}

ChaosCommand blow() {
  ChaosCommand kill;
  kill.service = "api";
  kill.count = 1;
  return kill;
}

// The bounds are those that the parts promise, not what a run happened to show.
void verifyBounded(const Engine& engine) {
  const KeptSizes kept = engine.keptSizes();
  QVERIFY(kept.events <= kKeptEvents);
  // Referred to by a pod or by an event in memory; at most as many again wait to be dropped.
  QVERIFY(kept.roots <= 2 * (2 * kPods + kKeptEvents) + RootEvents::kPerChunk);
  QVERIFY(kept.timers <= 3 * (4096 + 2 * kPods));
  QVERIFY(kept.podPlaces <= 2 * kBlocksPerGroup);
  QVERIFY(kept.wakes <= 1 && kept.orders <= 1);
  QCOMPARE(kept.names, std::size_t{2});
}

void verifyFlat(const KeptSizes& later, const KeptSizes& first) {
  QVERIFY(later.events <= kKeptEvents);
  // Up to as many as are needed wait to be dropped.
  QVERIFY2(later.roots <= 2 * first.roots + RootEvents::kPerChunk,
           (std::to_string(later.roots) + " after " + std::to_string(first.roots)).c_str());
  QVERIFY2(later.timers <= first.timers + first.timers / 4 + 4096,
           (std::to_string(later.timers) + " after " + std::to_string(first.timers)).c_str());
}

void verifyEveryPodBegins(const Snapshot& snapshot) {
  std::size_t without = 0;
  snapshot.find("api")->pods->forEach(0, [&](const Pod& pod) {
    const Event* root = snapshot.root(pod.root);
    const bool begins = root != nullptr && root->seq == pod.root && root->cause == 0;
    without += begins ? 0 : 1;
    return true;
  });
  QCOMPARE(without, std::size_t{0});
}

void verifyEveryChainBegins(Engine& engine) {
  const std::shared_ptr<const Snapshot> snapshot = engine.publish();
  verifyEveryPodBegins(*snapshot);
  for (std::uint64_t seq = snapshot->events.first(); seq < snapshot->events.end(); ++seq)
    QVERIFY(snapshot->root(snapshot->events.at(seq).root) != nullptr);
}

}  // namespace

class LongRunTest : public QObject {
  Q_OBJECT

  /// A day, hour by hour, `second` in each second of it.
  template <typename Second>
  static void live(Engine& engine, int hours, Second&& second) {
    KeptSizes first;
    for (int hour = 1; hour <= hours; ++hour) {
      second(engine, hour * kHour);
      verifyBounded(engine);
      // The log is full after two hours of a kill a second; from then on everything is as large as it ever gets.
      if (hour == 2) first = engine.keptSizes();
      if (hour > 2) verifyFlat(engine.keptSizes(), first);
      if (QTest::currentTestFailed()) return;
    }
  }

 private Q_SLOTS:
  void aDayOfAKillASecondKeepsWhatAnHourKeeps() {
    Engine engine;
    QVERIFY(engine.apply(ApplyCommand{parseManifests(manifest("  simulation: {crashesPerHour: 1}\n")).value()}).ok());
    ChaosScheduleCommand schedule;
    schedule.blow = blow();
    schedule.every = 1000;
    QVERIFY(engine.apply(schedule).ok());
    live(engine, 24, [](Engine& e, SimTime until) {
      e.advanceTo(until);
      e.settle();
    });
    QVERIFY(engine.lastSeq() > 400000);
  }

  // Each kill is a Command and begins a chain of its own; containers that would crash in a year leave timers behind.
  void aPersonWhoKillsAllDayLeavesNoMoreBehind() {
    Engine engine;
    QVERIFY(
        engine.apply(ApplyCommand{parseManifests(manifest("  simulation: {crashAfterSeconds: 31536000}\n")).value()})
            .ok());
    live(engine, 8, [](Engine& e, SimTime until) {
      while (e.now() < until) {
        e.advanceTo(e.now() + 1000);
        QVERIFY(e.apply(blow()).ok());
        e.settle();
      }
    });
    verifyEveryChainBegins(engine);
  }

  // A pod that outlives everything around it still knows the Command it came from, and a picture taken earlier
  // still shows what has been dropped since.
  void whatIsDroppedStaysInOlderPictures() {
    Engine engine;
    QVERIFY(engine.apply(ApplyCommand{parseManifests(manifest("")).value()}).ok());
    const auto calm =
        engine.apply(ApplyCommand{parseManifests("apiVersion: v1\nkind: Service\nmetadata: {name: calm}\n").value()});
    engine.settle();
    engine.advanceTo(60000);
    const auto killed = engine.apply(blow());
    engine.settle();
    engine.advanceTo(70000);
    const std::shared_ptr<const Snapshot> early = engine.publish();
    Engine fork = engine;
    for (int i = 0; i < 20000; ++i) {
      engine.advanceTo(engine.now() + 1000);
      QVERIFY(engine.apply(blow()).ok());
      engine.settle();
    }
    const std::uint64_t root = killed.value().event;
    QVERIFY(early->root(root) != nullptr);
    QVERIFY(fork.publish()->root(root) != nullptr);
    const std::shared_ptr<const Snapshot> late = engine.publish();
    QVERIFY(!late->events.contains(root));
    bool needed = false;
    late->find("api")->pods->forEach(0, [&](const Pod& pod) { return !(needed = pod.root == root); });
    QVERIFY(!needed);
    QVERIFY(late->root(root) == nullptr);
    QVERIFY(late->newestCommand.seq > root);
    const Pod* old = late->find("calm")->pods->find(0);
    QVERIFY(old != nullptr && old->root == calm.value().event && !late->events.contains(old->root));
    QCOMPARE(late->root(old->root)->reason, Reason::Applied);
  }

  // Whoever refers to a Command's event lets go of it again: pods, services, schedules, alerts. One that does not would
  // keep an event for each Command of a session.
  void whatNothingRefersToIsForgotten_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"load", "pattern", "pattern that ends", "chaos", "chaos that ends", "kill", "scale",
                             "health", "service", "version", "alerts"})
      QTest::newRow(what) << QString::fromLatin1(what);
  }

  void whatNothingRefersToIsForgotten() {
    QFETCH(QString, what);
    EngineOptions options;
    options.alerts = {0, 0, 0, 0};
    Engine engine(options);
    const auto service = [](const std::string& name, const std::string& fields) {
      return Command(ApplyCommand{
          parseManifests("apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec:\n" + fields).value()});
    };
    const auto give = [&](const Command& command) { QVERIFY(engine.apply(command).ok()); };
    give(service("api", "  replicas: 3\n  simulation: {startSeconds: 0.1, shutdownSeconds: 0.1}\n"));
    for (int i = 0; i < 1000; ++i) {
      engine.advanceTo(engine.now() + 3000);
      engine.settle();
      const bool odd = i % 2 == 1;
      LoadPattern pattern;
      pattern.shape = LoadShape::Ramp;
      pattern.to = 100 + i;
      ChaosScheduleCommand schedule;
      schedule.blow = blow();
      if (what == QLatin1String("load")) give(LoadCommand{"api", odd ? 10 : 20, {}, {}});
      if (what == QLatin1String("pattern that ends")) pattern.forTime = 1500;
      if (what.startsWith(QLatin1String("pattern"))) give(LoadCommand{"api", {}, {}, pattern});
      if (what == QLatin1String("chaos that ends")) {
        schedule.every = 300;
        schedule.forTime = 1000;
      }
      if (what.startsWith(QLatin1String("chaos"))) give(schedule);
      if (what == QLatin1String("chaos")) give(ChaosStopCommand{});
      if (what == QLatin1String("kill")) give(blow());
      if (what == QLatin1String("scale")) give(ScaleCommand{"api", odd ? 1 : 4, {}});
      if (what == QLatin1String("alerts")) give(ScaleCommand{"api", odd ? 0 : 3, {}});
      if (what == QLatin1String("version")) give(ImageCommand{"api", odd ? "x@v1" : "x@v2"});
      if (what == QLatin1String("health")) {
        HealthCommand health;
        health.service = "api";
        health.healthy = odd;
        give(health);
      }
      if (what == QLatin1String("service")) {
        give(odd ? Command(DeleteCommand{"extra"}) : service("extra", "  simulation: {shutdownSeconds: 0}\n"));
      }
    }
    give(ChaosStopCommand{});
    // The log turns over: what is left is what pods, services and schedules refer to.
    give(service("noise",
                 "  replicas: 20\n  restartBackoff: {baseSeconds: 0.1, maxSeconds: 0.1}\n"
                 "  simulation: {startSeconds: 0.1, crashAfterSeconds: 0.1}\n"));
    const std::uint64_t turned = engine.lastSeq() + kKeptEvents + 2 * kEventsPerChunk;
    while (engine.lastSeq() < turned) engine.advanceTo(engine.now() + 1000);
    give(blow());
    engine.settle();
    QVERIFY2(engine.keptSizes().roots <= 2 * 30 + RootEvents::kPerChunk + 1,
             std::to_string(engine.keptSizes().roots).c_str());
    verifyEveryPodBegins(*engine.publish());
  }

  void aLedgerKeepsWhatIsReferredTo() {
    RootLedger ledger;
    Event event;
    const auto append = [&](std::uint64_t root, bool byCommand) {
      ++event.seq;
      event.root = root == 0 ? event.seq : root;
      event.cause = root;
      ledger.appended(event, byCommand);
    };
    append(0, true);
    ledger.hold(1);
    append(0, true);
    for (std::size_t i = 0; i < 3 * kKeptEvents; ++i) append(0, i % 2 == 0);
    QVERIFY(ledger.published()->find(1) != nullptr);
    QVERIFY(ledger.published()->find(2) == nullptr);
    const RootLedger fork = ledger;
    ledger.release(1);
    for (std::size_t i = 0; i < 3 * kKeptEvents; ++i) append(0, i % 2 == 0);
    QVERIFY(ledger.published()->find(1) == nullptr);
    QVERIFY(fork.size() <= kKeptEvents + RootEvents::kPerChunk + 1);
  }
};

QTEST_GUILESS_MAIN(LongRunTest)
#include "test_long_run.moc"
