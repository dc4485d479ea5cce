// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that everything outside reads: it holds what the engine knows, finds services and pods by name, and
// says when the first of those that are waited for gets on.
#include <QTest>

#include <algorithm>
#include <set>

#include "tests/support/world.h"

using namespace perfect;
using perfect::test::World;

namespace {

using Picture = std::shared_ptr<const Snapshot>;

std::string manifest(const std::string& name, int version, const std::string& fields = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name +
         "}\nspec:\n  replicas: 3\n  image: local://demo@v" + std::to_string(version) + "\n" + fields;
}

ChaosCommand blow(ChaosKind kind, const std::string& service, std::int32_t count = 1) {
  ChaosCommand c;
  c.kind = kind;
  c.service = service;
  c.count = count;
  return c;
}

std::vector<std::string> ids(const Snapshot& picture, const std::string& service) {
  std::vector<std::string> found;
  Snapshot::forEachPod(*picture.find(service), 0, [&](const PodView& pod) {
    found.push_back(pod.id());
    return true;
  });
  return found;
}

/// When the first pod that `waiting` speaks of does something by itself, counted from the pods of the picture.
SimTime recount(const ServiceEntry& entry, const Waiting& waiting) {
  SimTime due = kNever;
  entry.pods->forEach(0, [&](const Pod& pod) {
    const bool gone = pod.terminating();
    const bool starting = !gone && pod.state == PodState::Starting && pod.restarts == 0;
    const bool unready = !gone && !pod.ready && !starting;
    const bool meant = waiting.what == WaitFor::Drain          ? gone
                       : waiting.what == WaitFor::MinReady     ? pod.ready
                       : waiting.what == WaitFor::PodsStarting ? starting || unready
                                                               : unready;
    const bool itsVersion = waiting.version == kNoVersion || waiting.version == pod.version;
    if (meant && itsVersion) due = std::min(due, pod.timer);
    return true;
  });
  return due;
}

bool waitsForPods(WaitFor what) {
  return what == WaitFor::PodsStarting || what == WaitFor::BackOff || what == WaitFor::ProbeSuccess ||
         what == WaitFor::Drain || what == WaitFor::MinReady;
}

}  // namespace

class SnapshotTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itHoldsWhatTheEngineKnows() {
    EngineOptions options;
    options.seed = 77;
    options.tick = 500;
    options.epochMs = 123456;
    options.alerts = {1, 2, 3, 4};
    World w(options);
    QCOMPARE(w.engine.publish()->newestCommand.seq, std::uint64_t{0});
    w.apply(manifest("api", 1));
    const std::uint64_t applied = w.outcome.event;
    w.runTo(5250);
    const Picture first = w.engine.publish();
    QCOMPARE(first->number, std::uint64_t{2});
    QCOMPARE(first->t, SimTime{5250});
    QCOMPARE(first->seed, std::uint64_t{77});
    QCOMPARE(first->tick, Millis{500});
    QCOMPARE(first->epochMs, std::int64_t{123456});
    QCOMPARE(first->alerts, (AlertSettings{1, 2, 3, 4}));
    QCOMPARE(first->eventsHandled, w.engine.eventsHandled());
    QCOMPARE(first->eventsHandled, std::uint64_t{3});
    QCOMPARE(first->chaosSchedules, 0);
    QCOMPARE(first->newestCommand.seq, applied);
    QCOMPARE(first->events.end(), w.engine.lastSeq() + 1);

    ChaosScheduleCommand schedule;
    schedule.blow = blow(ChaosKind::Kill, "api");
    w.send(schedule);
    w.send(TickCommand{2000});
    const Picture second = w.engine.publish();
    QCOMPARE(second->number, std::uint64_t{3});
    QCOMPARE(second->chaosSchedules, 1);
    QCOMPARE(second->tick, Millis{2000});
    QCOMPARE(second->newestCommand.seq, w.outcome.event);
    QCOMPARE(second->newestCommand.reason, Reason::TickSet);
    QCOMPARE(first->chaosSchedules, 0);
    w.send(ChaosStopCommand{});
    QCOMPARE(w.engine.publish()->chaosSchedules, 0);
  }

  void whatIsKeptIsCounted() {
    World w;
    KeptSizes kept = w.engine.keptSizes();
    QCOMPARE(kept.events, std::size_t{1});
    QCOMPARE(kept.names + kept.orders + kept.wakes + kept.timers + kept.podPlaces + kept.roots, std::size_t{0});
    w.apply(manifest("api", 1, "  simulation: {startSeconds: 3}\n  rollout: {strategy: Canary}\n"));
    w.runTo(0);
    w.apply(manifest("web", 1, "  simulation: {startSeconds: 3}\n  rollout: {strategy: Canary}\n"));
    w.runTo(500);
    ChaosScheduleCommand schedule;
    schedule.blow = blow(ChaosKind::Kill, "api");
    w.send(schedule);
    w.apply(manifest("api", 2, "  simulation: {startSeconds: 3}\n  rollout: {strategy: Canary}\n"));
    kept = w.engine.keptSizes();
    QCOMPARE(kept.events, static_cast<std::size_t>(w.engine.lastSeq()));
    QCOMPARE(kept.timers, std::size_t{3});
    QCOMPARE(kept.orders, std::size_t{1});
    QCOMPARE(kept.roots, std::size_t{4});
    QCOMPARE(kept.names, std::size_t{5});
    QCOMPARE(kept.wakes, std::size_t{1});
    QVERIFY(kept.podPlaces > 0);
  }

  // A copy is another world: as it was, and on its own from then on.
  void anEngineThatIsAssignedIsACopy() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(5500);
    Engine other;
    other = w.engine;
    QCOMPARE(other.now(), SimTime{5500});
    QCOMPARE(other.lastSeq(), w.engine.lastSeq());
    QCOMPARE(ids(*other.publish(), "api"), ids(*w.engine.publish(), "api"));
    QVERIFY(other.apply(DeleteCommand{"api"}).ok());
    QVERIFY(!w.service("api").deleting);
    const Engine& itself = other;
    other = itself;
    QVERIFY(other.service("api")->deleting);
  }

  // An autoscaler that slept counts from the ticks there were, not from those there will be: what a look is told is the
  // tick before it, whatever period came since.
  void theFormerTickIsKnownAcrossANewPeriod() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(5000);
    QCOMPARE(w.send(TickCommand{400}), std::string());
    w.send(ScaleCommand{"api", 4, {}});
    w.runTo(5300);
    QCOMPARE(w.service("api").formerTick.period, Millis{1000});
    QCOMPARE(w.service("api").formerTick.at, SimTime{4000});
    w.runTo(8100);
    w.send(ScaleCommand{"api", 5, {}});
    w.runTo(8700);
    QCOMPARE(w.service("api").formerTick.period, Millis{400});
  }

  void nobodyCannotBeStruck() {
    World w;
    const auto preview = w.engine.preview(blow(ChaosKind::Kill, "nobody"));
    QVERIFY(!preview);
    QCOMPARE(preview.error().kind, RefusalKind::NotFound);
    QVERIFY(!w.send(blow(ChaosKind::Crash, "nobody")).empty());
    HealthCommand ill;
    ill.service = "nobody";
    QVERIFY(!w.send(ill).empty());
    ChaosScheduleCommand schedule;
    schedule.blow = blow(ChaosKind::Kill, "nobody");
    QVERIFY(!w.send(schedule).empty());
    QCOMPARE(w.engine.lastSeq(), std::uint64_t{1});
  }

  // What the clock begins, and what follows from a Command, is no Command.
  void theNewestCommandIsACommand() {
    World w;
    w.apply(manifest("api", 1, "  simulation: {crashAfterSeconds: 10}\n"));
    const std::uint64_t applied = w.outcome.event;
    w.runTo(60000);
    QVERIFY(!w.lines({"ContainerDied"}).empty());
    QCOMPARE(w.engine.publish()->newestCommand.seq, applied);
    w.send(ScaleCommand{"nobody", 1, {}});
    w.runTo(90000);
    QCOMPARE(w.engine.publish()->newestCommand.seq, applied);
    w.send(LoadCommand{"api", 10, {}, {}});
    QCOMPARE(w.engine.publish()->newestCommand.seq, w.outcome.event);
    // The picture taken before it had another one; so has the log's root.
    QCOMPARE(w.engine.publish()->root(w.outcome.event)->reason, Reason::LoadSet);
  }

  void servicesAreFoundWhereTheyStand() {
    World w;
    for (const char* name : {"api", "cart", "web"}) w.apply(manifest(name, 1));
    w.runTo(5000);
    const Picture all = w.engine.publish();
    w.send(DeleteCommand{"cart"});
    w.runTo(20000);
    const Picture two = w.engine.publish();
    w.apply(manifest("cart", 1));
    const Picture again = w.engine.publish();
    for (const Picture& p : {all, two, again}) {
      std::set<std::string> names;
      for (const ServiceEntry& entry : p->services) {
        QCOMPARE(p->find(entry.state->spec->name), &entry);
        names.insert(entry.state->spec->name);
      }
      QCOMPARE(names.size(), p->byName->size());
      QCOMPARE(p->find("car"), nullptr);
    }
    QCOMPARE(all->services.size(), std::size_t{3});
    QCOMPARE(two->services.size(), std::size_t{2});
    QVERIFY(two->find("cart") == nullptr);
    QCOMPARE(again->services.size(), std::size_t{3});
    QVERIFY(again->find("cart")->state->index != all->find("cart")->state->index);
    QCOMPARE(again->find("cart")->state->createdAt, SimTime{20000});
    QCOMPARE(all->podCount(), std::int64_t{9});
    QCOMPARE(two->podCount(), std::int64_t{6});
  }

  void namesComeWithServicesAndVersions() {
    World w;
    w.apply(manifest("api", 1));
    const Picture one = w.engine.publish();
    w.apply(manifest("api", 2));
    const Picture two = w.engine.publish();
    w.apply(manifest("web", 1));
    const Picture three = w.engine.publish();
    QCOMPARE(one->names->size(), std::size_t{1});
    QCOMPARE(one->names->front()->versions.size(), std::size_t{1});
    QCOMPARE(two->names->front()->versions.size(), std::size_t{2});
    QCOMPARE(two->names->front()->versions[1].digest, std::string("v2"));
    QVERIFY(two->names->front()->versions[0].hash != two->names->front()->versions[1].hash);
    QCOMPARE(three->names->size(), std::size_t{2});
    QCOMPARE((*three->names)[1]->name, std::string("web"));
    QCOMPARE(two->names->size(), std::size_t{1});
  }

  void aVersionIsCalledByWhatStandsBehindTheLastAt() {
    const auto digest = [](const char* image) {
      PodTemplate t;
      t.image = image;
      return QString::fromStdString(t.digest());
    };
    QCOMPARE(digest("local://demo@v2"), QStringLiteral("v2"));
    QCOMPARE(digest("a@b@v3"), QStringLiteral("v3"));
    QCOMPARE(digest("nginx:1.27"), QStringLiteral("nginx:1.27"));
    QCOMPARE(digest("demo@"), QStringLiteral("demo@"));
  }

  void podsAreFoundByTheirIds() {
    World w;
    w.apply(manifest("api-two", 1) + "---\n" + manifest("api", 1));
    w.runTo(5000);
    const Picture p = w.engine.publish();
    for (const char* service : {"api", "api-two"}) {
      const std::vector<std::string> known = ids(*p, service);
      QCOMPARE(known.size(), std::size_t{3});
      for (std::size_t i = 0; i < known.size(); ++i) {
        const auto view = p->pod(known[i]);
        QVERIFY(view.has_value());
        QCOMPARE(view->pod.ordinal, static_cast<PodOrdinal>(i));
        QCOMPARE(view->service->spec->name, std::string(service));
        QVERIFY(view->serving());
      }
      std::string other = known[0];
      char& hash = other[other.rfind('-') - 1];
      hash = hash == 'x' ? 'z' : 'x';
      QVERIFY(!p->pod(other).has_value());
    }
    const std::string first = ids(*p, "api")[0];
    QVERIFY(!p->pod("nobody" + first.substr(first.find('-'))).has_value());
    for (const char* wrong : {"", "-", "api", "api-", "-api", "api-x", "api-two", "nobody-abcdef-ghijk"})
      QVERIFY2(!p->pod(wrong).has_value(), wrong);
  }

  void podsThatStopAreThereAndCountForNothing() {
    World w;
    w.apply(manifest("api", 1, "  simulation: {startSeconds: 1, shutdownSeconds: 20}\n"));
    w.runTo(5000);
    w.send(blow(ChaosKind::Kill, "api", 2));
    const Picture p = w.engine.publish();
    const PodCounts counts = p->find("api")->state->counts();
    QCOMPARE(counts.terminating, 2);
    QCOMPARE(counts.total(), 1);
    QCOMPARE(counts.ready, 1);
    QCOMPARE(counts.available, 1);
    QCOMPARE(p->podCount(), std::int64_t{3});
    int serving = 0;
    Snapshot::forEachPod(*p->find("api"), 0, [&](const PodView& pod) {
      serving += pod.serving() ? 1 : 0;
      return true;
    });
    QCOMPARE(serving, 1);
  }

  void everyKindOfCountIsSummedUp() {
    World w;
    w.apply(
        manifest("api", 1, "  minReadySeconds: 100\n  simulation: {startSeconds: 1}\n  rollout: {strategy: Canary}\n"));
    w.runTo(5000);
    w.send(ScaleCommand{"api", 5, {}});
    w.runTo(5500);
    w.send(blow(ChaosKind::Crash, "api"));
    HealthCommand ill;
    ill.service = "api";
    for (const std::string& id : ids(*w.engine.publish(), "api")) {
      if (w.engine.publish()->pod(id)->pod.ready) ill.pod = id;
    }
    w.send(ill);
    QCOMPARE(w.service("api").counts().pending, 2);
    QCOMPARE(w.service("api").counts().backingOff, 1);
    QCOMPARE(w.service("api").counts().notReady, 1);
    QCOMPARE(w.service("api").counts().ready, 2);
    QCOMPARE(w.service("api").counts().brokenReady, 1);
    QCOMPARE(w.service("api").counts().available, 0);
    QCOMPARE(w.service("api").counts().unavailable(), 5);
    QCOMPARE(w.service("api").serving(), 2);
  }

  void aChainGoesBackToItsBeginning() {
    World w;
    w.apply(manifest("api", 1, "  simulation: {startSeconds: 1, shutdownSeconds: 1}\n"));
    w.runTo(5000);
    w.send(blow(ChaosKind::Kill, "api"));
    const std::uint64_t began = w.outcome.event;
    w.runTo(20000);
    const Picture p = w.engine.publish();
    std::uint64_t ready = 0;
    for (const test::Told& t : w.told) ready = t.event.reason == Reason::Ready ? t.event.seq : ready;
    std::vector<std::string> reasons;
    for (const Event& e : causes(*p, ready)) reasons.emplace_back(info(e.reason).code);
    QCOMPARE(reasons, (std::vector<std::string>{"ChaosKilled", "SuccessfulCreate", "Started", "Ready"}));
    QCOMPARE(causes(*p, ready).front().seq, began);
    QVERIFY(causes(*p, 0).empty());
    QVERIFY(causes(*p, 1000000).empty());
  }

  // --- waiting ------------------------------------------------------------------------------------------

  void waitingSaysWhenTheFirstOfThemGetsOn_data() {
    QTest::addColumn<QString>("fields");
    const QString uneven =
        QStringLiteral("  simulation: {startSeconds: 2, bootSeconds: 2, shutdownSeconds: 3, jitter: 0.9");
    const QString probes = QStringLiteral("  readinessProbe: {periodSeconds: 2, successThreshold: 2}\n");
    QTest::newRow("recreate") << uneven + QStringLiteral("}\n  rollout: {strategy: Recreate}\n");
    QTest::newRow("rolling, probed") << probes + uneven + QStringLiteral("}\n  rollout: {strategy: RollingUpdate}\n");
    QTest::newRow("rolling, min ready")
        << uneven + QStringLiteral("}\n  minReadySeconds: 4\n  rollout: {strategy: RollingUpdate, maxSurge: 2}\n");
    QTest::newRow("canary, crashing") << probes + uneven +
                                             QStringLiteral(", crashesPerHour: 240}\n  rollout: {strategy: Canary}\n");
    QTest::newRow("blue/green, crashing")
        << uneven + QStringLiteral(", crashAfterSeconds: 20}\n  minReadySeconds: 2\n");
  }

  void waitingSaysWhenTheFirstOfThemGetsOn() {
    QFETCH(QString, fields);
    World w;
    w.apply(manifest("api", 1, fields.toStdString()));
    int compared = 0;
    std::string wrong;
    const auto look = [&] {
      const Picture p = w.engine.publish();
      const ServiceEntry& entry = *p->find("api");
      for (const Waiting& waiting : entry.state->waiting) {
        if (!waitsForPods(waiting.what)) continue;
        ++compared;
        const SimTime due = recount(entry, waiting);
        if (due != waiting.until && wrong.empty())
          wrong = "at " + std::to_string(p->t) + ": " + std::to_string(static_cast<int>(waiting.what)) + " until " +
                  std::to_string(waiting.until) + ", not " + std::to_string(due);
      }
    };
    w.watchTo(40000, look);
    w.apply(manifest("api", 2, fields.toStdString()));
    w.watchTo(60000, look);
    w.send(blow(ChaosKind::Crash, "api", 1));
    w.watchTo(90000, look);
    w.send(DeleteCommand{"api"});
    w.watchTo(90500, look);
    QVERIFY2(wrong.empty(), wrong.c_str());
    QVERIFY(compared > 20);
  }

  void whatTheControllerHasNotSeenComesFirst() {
    World w;
    w.apply(manifest("api", 1));
    w.runTo(5500);
    const auto first = [&] {
      const Picture p = w.engine.publish();
      const std::vector<Waiting>& waiting = p->find("api")->state->waiting;
      return waiting.empty() ? Waiting{WaitFor::Retry, -1, kNoVersion, {}} : waiting.front();
    };
    QVERIFY(first().what != WaitFor::Tick);
    w.send(ScaleCommand{"api", 4, {}});
    QCOMPARE(first().what, WaitFor::Tick);
    QCOMPARE(first().until, SimTime{6000});
    QCOMPARE(first().version, kNoVersion);
    const Picture before = w.engine.publish();
    int ticks = 0;
    for (const Waiting& waiting : before->find("api")->state->waiting) ticks += waiting.what == WaitFor::Tick ? 1 : 0;
    QCOMPARE(ticks, 1);
    // The tick has looked, and what it did calls for another look.
    w.runTo(6000);
    QCOMPARE(first().what, WaitFor::Tick);
    QCOMPARE(first().until, SimTime{7000});
    w.runTo(8999);
    QVERIFY(first().what != WaitFor::Tick);
    w.runTo(20500);
    QCOMPARE(first().until, SimTime{-1});
    // Another period moves the tick that is waited for.
    w.send(ScaleCommand{"api", 5, {}});
    QCOMPARE(first().until, SimTime{21000});
  }

  // --- words ---------------------------------------------------------------------------------------------

  void everyStateHasItsWords_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("restarts");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("phase");
    const auto row = [](const char* name, PodState state, int restarts, const char* status, const char* phase) {
      QTest::newRow(name) << static_cast<int>(state) << restarts << QString::fromLatin1(status)
                          << QString::fromLatin1(phase);
    };
    row("absent", PodState::Absent, 0, "Pending", "Running");
    row("starting", PodState::Starting, 0, "Starting", "Pending");
    row("starting again", PodState::Starting, 1, "Starting", "Running");
    row("running", PodState::Running, 0, "Running", "Running");
    row("stopping", PodState::Stopping, 0, "Running", "Running");
    row("backing off", PodState::BackOff, 0, "CrashLoopBackOff", "Running");
    row("terminating", PodState::Terminating, 0, "Terminating", "Running");
  }

  void everyStateHasItsWords() {
    QFETCH(int, state);
    QFETCH(int, restarts);
    QFETCH(QString, status);
    QFETCH(QString, phase);
    Pod pod;
    pod.state = static_cast<PodState>(state);
    pod.restarts = static_cast<decltype(pod.restarts)>(restarts);
    QCOMPARE(QString::fromLatin1(podStatus(pod)), status);
    QCOMPARE(QString::fromLatin1(podPhase(pod)), phase);
  }
};

QTEST_GUILESS_MAIN(SnapshotTest)
#include "test_snapshot.moc"
