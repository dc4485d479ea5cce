// SPDX-License-Identifier: GPL-3.0-or-later
// The Agent and the engine's clock, seen from outside: Commands in, events and counters out.
#include <QTest>

#include "tests/support/world.h"

using namespace perfect;
using perfect::test::World;

namespace {

std::string manifest(const std::string& replicas, const std::string& spec) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: " + replicas + "\n" + spec;
}

QStringList list(const std::vector<std::string>& lines) {
  QStringList texts;
  for (const std::string& line : lines) texts << QString::fromStdString(line);
  return texts;
}

QStringList list(std::initializer_list<const char*> lines) {
  QStringList texts;
  for (const char* line : lines) texts << QString::fromLatin1(line);
  return texts;
}

}  // namespace

class EngineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPodStartsBootsAndBecomesReady() {
    World w;
    QCOMPARE(w.apply(manifest("1",
                              "  readinessProbe: {initialDelaySeconds: 1, periodSeconds: 2, failureThreshold: 3}\n"
                              "  simulation: {startSeconds: 1.5, bootSeconds: 3}\n")),
             std::string());
    w.runTo(60000);
    // Running at 1.5 s; probes at 2.5 (booting: fails), 4.5 (boot ends at 4.5: succeeds).
    QCOMPARE(list(w.lines({"SuccessfulCreate", "Started", "Unhealthy", "Ready"})),
             list({"0 SuccessfulCreate api#0", "1500 Started api#0", "2500 Unhealthy api#0", "4500 Ready api#0"}));
    QCOMPARE(w.engine.nextTime(), kNever);
  }

  void withoutProbesRunningIsReady() {
    World w;
    w.apply(manifest("2", "  simulation: {startSeconds: 2}\n"));
    w.runTo(10000);
    QCOMPARE(list(w.lines({"Ready"})), list({"2000 Ready api#0", "2000 Ready api#1"}));
    QCOMPARE(w.service("api").serving(), 2);
  }

  void aStartupProbeHoldsTheOthersBack() {
    World w;
    w.apply(manifest("1",
                     "  startupProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 30}\n"
                     "  readinessProbe: {initialDelaySeconds: 0, periodSeconds: 2}\n"
                     "  livenessProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 1}\n"
                     "  simulation: {startSeconds: 1, bootSeconds: 5}\n"));
    w.runTo(60000);
    // Boot ends at 6; the startup probe of 6 succeeds; the next readiness probe on its own beat (1, 3, 5, 7) is 7.
    QCOMPARE(list(w.lines({"Unhealthy", "Ready", "Killing"})), list({"1000 Unhealthy api#0", "7000 Ready api#0"}));
  }

  void failedLivenessRestartsWithGrowingBackoff() {
    World w;
    w.apply(manifest("1",
                     "  livenessProbe: {initialDelaySeconds: 1, periodSeconds: 1, failureThreshold: 2}\n"
                     "  env: [{name: HEALTHY, value: \"0\"}]\n"
                     "  restartBackoff: {baseSeconds: 1, factor: 2, maxSeconds: 3}\n"
                     "  rollout: {strategy: RollingUpdate}\n"
                     "  simulation: {startSeconds: 1, shutdownSeconds: 1}\n"));
    w.runTo(22000);
    // Running 1, probes fail at 2 and 3, SIGTERM 3, stopped 4, wait 1, starting 5, running 6, …
    QCOMPARE(list(w.lines({"Started", "Killing", "BackOff", "Restarted"})),
             list({"1000 Started api#0", "3000 Killing api#0", "4000 BackOff api#0", "5000 Restarted api#0",
                   "6000 Started api#0", "8000 Killing api#0", "9000 BackOff api#0", "11000 Restarted api#0",
                   "12000 Started api#0", "14000 Killing api#0", "15000 BackOff api#0", "18000 Restarted api#0",
                   "19000 Started api#0", "21000 Killing api#0", "22000 BackOff api#0"}));
    QCOMPARE(w.service("api").restarts, 3);
    QCOMPARE(w.service("api").counts().backingOff, 1);
  }

  void aContainerThatRanLongEnoughStartsCountingAgain() {
    World w;
    w.apply(manifest("1",
                     "  restartBackoff: {baseSeconds: 1, factor: 10, maxSeconds: 100, resetAfterSeconds: 20}\n"
                     "  simulation: {startSeconds: 1, crashAfterSeconds: 20}\n"));
    w.runTo(70000);
    QCOMPARE(list(w.lines({"BackOff", "Restarted"})),
             list({"21000 BackOff api#0", "22000 Restarted api#0", "43000 BackOff api#0", "44000 Restarted api#0",
                   "65000 BackOff api#0", "66000 Restarted api#0"}));
  }

  void commandedHealthIsCuredByTheRestart_data() {
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<int>("kills");
    QTest::newRow("cured") << false << 1;
    QTest::newRow("sticky") << true << 3;
  }

  void commandedHealthIsCuredByTheRestart() {
    QFETCH(bool, sticky);
    QFETCH(int, kills);
    World w;
    w.apply(manifest("1",
                     "  livenessProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 1}\n"
                     "  restartBackoff: {baseSeconds: 1, factor: 1, maxSeconds: 1}\n"
                     "  simulation: {startSeconds: 1, shutdownSeconds: 0}\n"));
    w.runTo(10500);
    HealthCommand health;
    health.service = "api";
    health.probe = ProbeTarget::Liveness;
    health.sticky = sticky;
    QCOMPARE(w.send(health), std::string());
    QCOMPARE(w.outcome.pods.size(), std::size_t{1});
    w.runTo(15500);  // 11 fails; 12 restarts; 13 runs and, sticky, fails; 14; 15 …
    QCOMPARE(static_cast<int>(w.lines({"Killing"}).size()), kills);
    QCOMPARE(w.service("api").counts().ready, sticky ? 0 : 1);
  }

  // healthy: true with sticky: true is a cure like any other; what it does not reach stays sticky.
  void aCureIgnoresSticky_data() {
    QTest::addColumn<int>("cured");
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<int>("kills");
    QTest::newRow("both") << static_cast<int>(ProbeTarget::Both) << false << 0;
    QTest::newRow("both, sticky") << static_cast<int>(ProbeTarget::Both) << true << 0;
    QTest::newRow("liveness, sticky") << static_cast<int>(ProbeTarget::Liveness) << true << 0;
    QTest::newRow("readiness") << static_cast<int>(ProbeTarget::Readiness) << false << 3;
    QTest::newRow("readiness, sticky") << static_cast<int>(ProbeTarget::Readiness) << true << 3;
  }

  void aCureIgnoresSticky() {
    QFETCH(int, cured);
    QFETCH(bool, sticky);
    QFETCH(int, kills);
    World w;
    w.apply(manifest("1",
                     "  livenessProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 1}\n"
                     "  restartBackoff: {baseSeconds: 1, factor: 1, maxSeconds: 1}\n"
                     "  simulation: {startSeconds: 1, shutdownSeconds: 0}\n"));
    w.runTo(10500);
    HealthCommand health;
    health.service = "api";
    health.sticky = true;
    QCOMPARE(w.send(health), std::string());
    health.healthy = true;
    health.probe = static_cast<ProbeTarget>(cured);
    health.sticky = sticky;
    QCOMPARE(w.send(health), std::string());
    w.runTo(15500);
    QCOMPARE(static_cast<int>(w.lines({"Killing"}).size()), kills);
    QCOMPARE(w.service("api").counts().ready, kills == 0 ? 1 : 0);
    // Whatever was said with the cure, the pod is not sticky afterwards.
    if (kills == 0) {
      ChaosCommand crash;
      crash.kind = ChaosKind::Crash;
      crash.service = "api";
      QCOMPARE(w.send(crash), std::string());
      w.runTo(25000);
      QCOMPARE(w.service("api").counts().ready, 1);
    }
  }

  void losingReadinessRestartsNothing() {
    World w;
    w.apply(manifest(
        "2",
        "  readinessProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 2, successThreshold: 2}\n"
        "  rollout: {strategy: RollingUpdate}\n"));
    w.runTo(5500);
    HealthCommand health;
    health.service = "api";
    health.probe = ProbeTarget::Readiness;
    w.send(health);
    w.runTo(9500);
    QCOMPARE(w.service("api").serving(), 1);
    QCOMPARE(w.lines({"Unready"}).size(), std::size_t{1});
    QCOMPARE(w.lines({"Unready"})[0].substr(0, 4), std::string("7000"));
    health.healthy = true;
    w.send(health);
    w.runTo(30000);
    QCOMPARE(w.lines({"Ready"}).back().substr(0, 5), std::string("11000"));  // two successes: 10 and 11
    QCOMPARE(w.service("api").restarts, 0);
    QCOMPARE(w.lines({"SuccessfulCreate"}).size(), std::size_t{2});
  }

  void aKillMakesANewPodAndACrashDoesNot() {
    World w;
    w.apply(manifest("3", ""));
    w.runTo(5000);
    w.engine.advanceTo(5300);
    ChaosCommand chaos;
    chaos.service = "api";
    QCOMPARE(w.send(chaos), std::string());
    QCOMPARE(w.outcome.pods.size(), std::size_t{1});
    w.runTo(20000);
    // The controller sees it at its next tick; the killed pod needs its second to stop.
    QCOMPARE(list(w.lines({"SuccessfulCreate"})).last(), QStringLiteral("6000 SuccessfulCreate api#3"));
    QVERIFY(w.lines({"PodGone"})[0].starts_with("6300 PodGone api#"));
    chaos.kind = ChaosKind::Crash;
    w.send(chaos);
    w.runTo(40000);
    QCOMPARE(w.lines({"SuccessfulCreate"}).size(), std::size_t{4});
    QCOMPARE(w.service("api").restarts, 1);
    QCOMPARE(w.service("api").counts().ready, 3);
  }

  void chaosKeepsItsLimits() {
    World w;
    w.apply(manifest("10", "  rollout: {strategy: RollingUpdate}\n"));
    w.runTo(5000);
    ChaosCommand chaos;
    chaos.service = "api";
    chaos.count = 9;
    chaos.limits.minAvailable = 8;
    w.send(chaos);
    QCOMPARE(w.outcome.pods.size(), std::size_t{2});
    QCOMPARE(w.lines({"ChaosLimited"}).size(), std::size_t{1});
    w.runTo(20000);
    chaos = {};
    chaos.service = "api";
    chaos.percent = 50;
    chaos.limits.maxAtOnce = 3;
    w.send(chaos);
    QCOMPARE(w.outcome.pods.size(), std::size_t{3});
    w.runTo(21500);
    chaos = {};
    chaos.service = "api";
    chaos.percent = 100;
    chaos.limits.minAge = 10000;
    w.send(chaos);
    QCOMPARE(w.outcome.pods.size(), std::size_t{7});  // three of ten are gone, and their replacements are young
    chaos.count = 1;
    QVERIFY(!w.send(chaos).empty());
  }

  void killingMoreThanThereAreKillsAll() {
    World w;
    w.apply(manifest("3", ""));
    w.runTo(5000);
    ChaosCommand chaos;
    chaos.service = "api";
    chaos.count = 50;
    w.send(chaos);
    QCOMPARE(w.outcome.pods.size(), std::size_t{3});
    chaos.service = "web";
    QVERIFY(!w.send(chaos).empty());
  }

  void minReadySecondsDelaysAvailability() {
    World w;
    w.apply(manifest("1", "  minReadySeconds: 5\n"));
    w.runTo(5999);
    QCOMPARE(w.service("api").counts().ready, 1);
    QCOMPARE(w.service("api").counts().available, 0);
    w.runTo(6000);
    QCOMPARE(w.service("api").counts().available, 1);
  }

  void deletingDrainsAndFreesTheName() {
    World w;
    w.apply(manifest("3", "  simulation: {shutdownSeconds: 4}\n"));
    w.runTo(5000);
    QCOMPARE(w.send(DeleteCommand{"api"}), std::string());
    QVERIFY(!w.apply(manifest("3", "")).empty());
    QVERIFY(!w.send(ScaleCommand{"api", 5, {}}).empty());
    w.runTo(60000);
    QVERIFY(w.engine.service("api") == nullptr);
    QCOMPARE(w.engine.nextTime(), kNever);
    QCOMPARE(w.apply(manifest("1", "")), std::string());
    w.runTo(70000);
    QCOMPARE(w.service("api").counts().ready, 1);
    QCOMPARE(w.service("api").revision, 1);
  }

  void commandsComeBeforeTheTickOfTheirInstant() {
    World w;
    w.apply(manifest("1", ""));
    w.runTo(2500);
    w.engine.advanceTo(3000);
    w.send(ScaleCommand{"api", 2, {}});
    w.runTo(10000);
    QCOMPARE(list(w.lines({"SuccessfulCreate"})), list({"0 SuccessfulCreate api#0", "3000 SuccessfulCreate api#1"}));
  }

  void publishingAndCopyingChangeNothing() {
    const auto run = [](bool disturb) {
      World w;
      w.apply(manifest("5",
                       "  readinessProbe: {}\n  livenessProbe: {failureThreshold: 1}\n"
                       "  rollout: {strategy: Canary}\n"
                       "  simulation: {jitter: 0.5, crashesPerHour: 60, probeFailurePercent: 5, errorPercent: 3}\n"));
      std::vector<std::shared_ptr<const Snapshot>> kept;
      for (SimTime t = 333; t < 200000; t += 777) {
        w.engine.advanceTo(t);
        if (t % 5 == 0) w.send(ChaosCommand{ChaosKind::Kill, "api", 1, {}, {}, {}});
        if (t % 11 == 0) w.send(LoadCommand{"api", {}, t % 400, {}});
        if (t == 333 + 777 * 50) w.send(ImageCommand{"api", "local://demo@v2"});
        if (disturb) {
          kept.push_back(w.engine.publish());
          Engine fork = w.engine;
          fork.advanceTo(t + 5000);
        }
      }
      return w.all();
    };
    const std::string plain = run(false);
    QVERIFY(plain.size() > 10000);
    QCOMPARE(run(true), plain);
  }

  void aSnapshotStaysAsItWas() {
    World w;
    w.apply(manifest("20", ""));
    w.runTo(5000);
    const auto before = w.engine.publish();
    ChaosCommand chaos;
    chaos.service = "api";
    chaos.count = 20;
    w.send(chaos);
    w.runTo(5500);
    const auto after = w.engine.publish();
    int ready = 0;
    Snapshot::forEachPod(*before->find("api"), 0, [&](const PodView& view) {
      ready += view.pod.ready ? 1 : 0;
      const auto found = before->pod(view.id());
      return found && found->pod.ordinal == view.pod.ordinal;
    });
    QCOMPARE(ready, 20);
    QCOMPARE(before->find("api")->state->counts().ready, 20);
    QCOMPARE(after->find("api")->state->counts().ready, 0);
    QCOMPARE(after->find("api")->state->counts().pending, 20);
    QVERIFY(!after->pod("api-zzzzzz-zzzzz"));
  }

  void countersEqualARecount() {
    World w;
    w.apply(manifest(
        "40",
        "  readinessProbe: {initialDelaySeconds: 0, failureThreshold: 1}\n  livenessProbe: {failureThreshold: 2}\n"
        "  minReadySeconds: 3\n  rollout: {strategy: RollingUpdate}\n"
        "  simulation: {jitter: 0.9, bootSeconds: 2, crashesPerHour: 300, probeFailurePercent: 20}\n"));
    int checks = 0;
    SimTime next = 5000;
    w.watchTo(120000, [&] {
      if (w.engine.now() >= next) {
        next += 5000;
        w.send(ImageCommand{"api", "local://demo@v" + std::to_string(next % 3)});
      }
      const auto snapshot = w.engine.publish();
      const ServiceState& s = *snapshot->find("api")->state;
      std::vector<PodCounts> recount(s.versions.size());
      Snapshot::forEachPod(*snapshot->find("api"), 0, [&](const PodView& view) {
        const Pod& p = view.pod;
        PodCounts& c = recount[static_cast<std::size_t>(p.version)];
        if (p.terminating()) {
          ++c.terminating;
          return true;
        }
        ++(p.ready ? c.ready : p.state == PodState::Starting && p.restarts == 0 ? c.pending : c.notReady);
        if (p.available) ++c.available;
        if (p.state == PodState::BackOff) ++c.backingOff;
        return true;
      });
      for (std::size_t v = 0; v < recount.size(); ++v) QCOMPARE(s.versions[v].counts, recount[v]);
      ++checks;
    });
    QVERIFY(checks > 500);
    for (const perfect::test::Told& t : w.told)
      QVERIFY(t.event.cause < t.event.seq && t.event.root <= t.event.seq && t.event.root > 0);
  }

  void scheduledChaosStrikesOnItsBeatAndEnds() {
    World w;
    w.apply(manifest("5", ""));
    w.runTo(10000);
    ChaosScheduleCommand chaos;
    chaos.blow.service = "api";
    chaos.every = 3000;
    chaos.forTime = 10000;
    QCOMPARE(w.send(chaos), std::string());
    w.runTo(60000);
    std::vector<std::string> kills = w.lines({"ChaosKilled"});
    QCOMPARE(kills.size(), std::size_t{3});
    QVERIFY(kills[0].starts_with("13000 ") && kills[1].starts_with("16000 ") && kills[2].starts_with("19000 "));
    QVERIFY(w.lines({"ChaosScheduleEnded"})[0].starts_with("20000 "));
    QCOMPARE(w.engine.nextTime(), kNever);

    // A blow that falls on the end still belongs to the schedule.
    chaos.forTime = 6000;
    w.send(chaos);
    w.runTo(120000);
    kills = w.lines({"ChaosKilled", "ChaosScheduleEnded"});
    QCOMPARE(kills.size(), std::size_t{7});
    QVERIFY(kills[5].starts_with("66000 ChaosKilled") && kills[6].starts_with("66000 ChaosScheduleEnded"));
  }

  void endlessVersionsAreRefusedBeforeTheyHurt() {
    World w;
    w.engine.setEventSink({});
    w.apply(manifest("0", ""));
    for (int i = 2; i <= 10000; ++i)
      QCOMPARE(w.send(ImageCommand{"api", "local://demo@v" + std::to_string(i)}), std::string());
    QVERIFY(w.send(ImageCommand{"api", "local://demo@one-more"}).find("10000 versions") != std::string::npos);
    QVERIFY(!w.apply(manifest("1", "")).empty());
    const std::string restart = w.send(RolloutCommand{"api", RolloutAction::Restart});
    QVERIFY2(restart.find("10000 versions") != std::string::npos, restart.c_str());
    QCOMPARE(w.service("api").versions.size(), std::size_t{10000});
  }

  void theBeginningOfAChainStaysReadable() {
    World w;
    w.apply(manifest("40000", "") + "---\n" + std::string("apiVersion: v1\nkind: Service\nmetadata: {name: web}\n"));
    w.runTo(10000);
    ChaosCommand chaos;
    chaos.service = "api";
    chaos.count = 40000;
    QCOMPARE(w.send(chaos), std::string());
    const std::uint64_t kill = w.outcome.event;
    w.runTo(20000);
    const auto snapshot = w.engine.publish();
    QVERIFY(!snapshot->events.contains(kill));
    int seen = 0;
    Snapshot::forEachPod(*snapshot->find("api"), 0, [&](const PodView& view) {
      const std::vector<Event> chain = causes(*snapshot, snapshot->newestEvent(view.pod));
      return !chain.empty() && chain.front().cause == 0 && chain.front().reason == Reason::ChaosKilled && ++seen < 1000;
    });
    QCOMPARE(seen, 1000);
    const std::uint64_t web = snapshot->newestEvent(snapshot->find("web")->pods->at(0));
    QCOMPARE(causes(*snapshot, web).front().reason, Reason::Applied);
  }

  void aHealthyMillionIsNotPolled() {
    World w;
    w.engine.setEventSink({});
    w.apply(manifest("20000", "  readinessProbe: {}\n  livenessProbe: {}\n"));
    w.runTo(10000);
    const std::uint64_t handled = w.engine.eventsHandled();
    const std::uint64_t planned = w.engine.servicesPlanned();
    QCOMPARE(handled, std::uint64_t{40000});
    w.runTo(3600000);
    QCOMPARE(w.engine.eventsHandled(), handled);
    QCOMPARE(w.engine.servicesPlanned(), planned);
    QCOMPARE(w.engine.nextTime(), kNever);
  }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "test_engine.moc"
