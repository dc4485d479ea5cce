// SPDX-License-Identifier: GPL-3.0-or-later
// Chaos and its limits, health, alerts and accepted changes on a real engine: who is struck, what is told, and why.
#include <QTest>

#include "core/reconcile/status.h"
#include "tests/support/world.h"

using namespace perfect;
using perfect::test::Told;
using perfect::test::World;

namespace {

using Lines = std::vector<std::string>;

std::string manifest(int replicas, const std::string& spec = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: " + std::to_string(replicas) +
         "\n  rollout: {strategy: RollingUpdate}\n" + spec;
}

ChaosCommand blow(ChaosKind kind = ChaosKind::Kill) {
  ChaosCommand c;
  c.kind = kind;
  c.service = "api";
  return c;
}

HealthCommand ill(ProbeTarget probe, bool sticky = false) {
  HealthCommand c;
  c.service = "api";
  c.probe = probe;
  c.sticky = sticky;
  return c;
}

const Event& newest(const World& w, Reason reason) {
  for (auto t = w.told.rbegin(); t != w.told.rend(); ++t) {
    if (t->event.reason == reason) return t->event;
  }
  qFatal("never told");
}

const char* const kBothProbes =
    "  readinessProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 1, successThreshold: 3}\n"
    "  livenessProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 3}\n";

}  // namespace

class EngineRulesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theGracePeriodEndsALongShutdown() {
    const std::string slow = "  terminationGracePeriodSeconds: 2\n  simulation: {shutdownSeconds: 10}\n";
    World w;
    w.apply(manifest(1, slow));
    w.runTo(5000);
    w.send(blow());
    w.runTo(20000);
    QCOMPARE(w.lines({"PodGone"}), Lines{"7000 PodGone api#0"});
    World restarting;
    restarting.apply(manifest(1, slow + "  env: [{name: HEALTHY, value: \"0\"}]\n"
                                        "  livenessProbe: {initialDelaySeconds: 0, failureThreshold: 1}\n"));
    restarting.runTo(3000);
    QCOMPARE(restarting.lines({"Killing", "BackOff"}), (Lines{"1000 Killing api#0", "3000 BackOff api#0"}));
  }

  void eachProbeAsksItsOwnQuestion() {
    World w;
    w.apply(manifest(1, kBothProbes));
    w.runTo(10500);
    w.send(ill(ProbeTarget::Readiness));
    w.runTo(20500);
    QCOMPARE(w.lines({"Unready", "Killing"}), Lines{"11000 Unready api#0"});
    HealthCommand cure = ill(ProbeTarget::Both);
    cure.healthy = true;
    w.send(cure);
    w.runTo(30500);
    QCOMPARE(w.service("api").serving(), 1);
    w.send(ill(ProbeTarget::Liveness));
    w.runTo(33500);
    QCOMPARE(w.lines({"Unready", "Killing"}), (Lines{"11000 Unready api#0", "33000 Killing api#0"}));
    // Said at the first failure and at the one that decides.
    QCOMPARE(w.lines({"Unhealthy"}),
             (Lines{"11000 Unhealthy api#0", "31000 Unhealthy api#0", "33000 Unhealthy api#0"}));
    QCOMPARE(newest(w, Reason::Unhealthy).facts[1], std::int64_t{3});
  }

  void aRestartCuresReadinessTooAndKeepsItsRun() {
    World w;
    w.apply(manifest(1, std::string(kBothProbes) + "  restartBackoff: {baseSeconds: 1}\n"));
    w.runTo(10500);
    w.send(blow(ChaosKind::Crash));
    w.runTo(20500);
    // Runs again at 12.5 s; the three successes before the crash still count, so the first probe is enough.
    QCOMPARE(w.lines({"Ready"}), (Lines{"3000 Ready api#0", "12500 Ready api#0"}));
    w.send(ill(ProbeTarget::Both));
    w.runTo(60000);
    QCOMPARE(w.lines({"Killing"}).size(), std::size_t{1});
    QCOMPARE(w.service("api").serving(), 1);
    QCOMPARE(w.service("api").versions[0].restarts, std::int64_t{2});
  }

  void theBackoffIsForgottenAfterALongRun() {
    World w;
    w.apply(
        manifest(1, std::string(kBothProbes) +
                        "  restartBackoff: {baseSeconds: 1, factor: 10, maxSeconds: 100, resetAfterSeconds: 20}\n"));
    for (const SimTime t : {30500, 90500}) {
      w.runTo(t);
      w.send(ill(ProbeTarget::Liveness));
    }
    w.runTo(200000);
    QCOMPARE(w.lines({"BackOff"}).size(), std::size_t{2});
    QCOMPARE(newest(w, Reason::BackOff).facts[0], std::int64_t{1000});
    QCOMPARE(newest(w, Reason::BackOff).facts[1], std::int64_t{2});
  }

  void victimsOfScalingDown() {
    World w;
    w.apply(manifest(2, "  simulation: {startSeconds: 4}\n"));
    w.runTo(10000);
    const auto scale = [&w](int replicas, SimTime until) {
      w.send(ScaleCommand{"api", replicas, {}});
      w.runTo(until);
      return w.lines({"SuccessfulDelete"});
    };
    scale(4, 20000);
    QCOMPARE(scale(3, 30000).back(), std::string("20000 SuccessfulDelete api#3"));  // same age: the youngest
    scale(5, 32000);
    QCOMPARE(scale(4, 33000).back(), std::string("32000 SuccessfulDelete api#5"));  // pending goes before ready
    scale(40, 50000);
    const Lines many = scale(38, 60000);
    QCOMPARE((Lines{many[many.size() - 2], many.back()}),
             (Lines{"50000 SuccessfulDelete api#41", "50000 SuccessfulDelete api#40"}));
  }

  void chaosRoundsUpAndSparesOnlyWhatIsAvailable() {
    World w;
    w.apply(manifest(10, "  simulation: {startSeconds: 3}\n"));
    w.runTo(5000);
    ChaosCommand c = blow();
    c.percent = 25;
    w.send(c);
    QCOMPARE(w.outcome.pods.size(), std::size_t{3});
    w.runTo(6500);
    // Three new ones start, seven are available: those may be struck beyond the limit, these may not.
    c.percent = 100;
    c.limits.minAvailable = 6;
    w.send(c);
    QCOMPARE(w.outcome.pods.size(), std::size_t{4});
    QCOMPARE(newest(w, Reason::ChaosLimited).facts[2], std::int64_t{1});
    w.runTo(20000);
    QVERIFY(!w.send(blow(ChaosKind::Crash)).size());
    QCOMPARE(w.outcome.pods.size(), std::size_t{1});
  }

  void limitsOfChaosThatMakeNoSenseAreRefused() {
    World w;
    w.apply(manifest(4));
    w.runTo(5000);
    const auto refusalOf = [&](const ChaosLimits& limits) {
      ChaosCommand c = blow();
      c.limits = limits;
      const std::string preview = w.engine.preview(c).ok() ? std::string() : w.engine.preview(c).error().message();
      const std::string refusal = w.send(c);
      return preview == refusal ? refusal : "preview says otherwise: " + preview;
    };
    const std::size_t before = w.engine.lastSeq();
    QCOMPARE(refusalOf({-1, {}, {}}), std::string("minAvailable must be at least 0"));
    QCOMPARE(refusalOf({{}, 0, {}}), std::string("maxAtOnce must be at least 1"));
    QCOMPARE(refusalOf({{}, {}, -1}), std::string("minAge must not be negative"));
    QCOMPARE(w.engine.lastSeq(), before);
    QCOMPARE(refusalOf({0, 1, 0}), std::string());
    QCOMPARE(w.outcome.pods.size(), std::size_t{1});
  }

  void aDifferenceEndsAtTheBoundsOfReplicas() {
    World w;
    w.apply(manifest(4));
    const auto scaledBy = [&](std::int32_t delta) {
      const std::string refusal = w.send(ScaleCommand{"api", {}, delta});
      return refusal.empty() ? w.outcome.replicas : -1;
    };
    QCOMPARE(scaledBy(-3), 1);
    QCOMPARE(scaledBy(-3), 0);
    QCOMPARE(scaledBy(std::numeric_limits<std::int32_t>::min()), 0);
    QCOMPARE(scaledBy(2), 2);
    QCOMPARE(scaledBy(999999), 1000000);
    QCOMPARE(scaledBy(std::numeric_limits<std::int32_t>::max()), 1000000);
    QCOMPARE(w.service("api").replicas, 1000000);
    QVERIFY(!w.send(ScaleCommand{"api", 1000001, {}}).empty());
    QVERIFY(!w.send(ScaleCommand{"api", -1, {}}).empty());
    QVERIFY(!w.send(ScaleCommand{"api", {}, {}}).empty());
    QVERIFY(!w.send(ScaleCommand{"api", 1, 1}).empty());
    QCOMPARE(w.service("api").replicas, 1000000);
  }

  void chaosTellsWhichLimitHeldIt() {
    World w;
    w.apply(manifest(4));
    w.runTo(5000);
    ChaosCommand c = blow();
    c.percent = 100;
    c.limits.minAge = 5001;
    w.send(c);
    QVERIFY(w.outcome.pods.empty());
    QCOMPARE(newest(w, Reason::ChaosLimited).facts[2], std::int64_t{3});
    QCOMPARE(w.outcome.event, newest(w, Reason::ChaosLimited).seq);
    c.limits = {};
    c.limits.maxAtOnce = 3;
    w.send(c);
    QCOMPARE(w.outcome.pods.size(), std::size_t{3});
    QCOMPARE(newest(w, Reason::ChaosLimited).facts[2], std::int64_t{2});
    c.limits = {};
    c.limits.minAge = 5000;
    w.send(c);
    QCOMPARE(w.outcome.pods.size(), std::size_t{1});
    // What is only starting has no container to crash.
    w.runTo(5500);
    w.send(blow(ChaosKind::Crash));
    QVERIFY(w.outcome.pods.empty());
  }

  void stoppingChaosEndsSchedulesAndCuresButLeavesTheLoad() {
    World w;
    w.apply(manifest(3, kBothProbes));
    w.runTo(10000);
    ChaosScheduleCommand schedule;
    schedule.blow = blow();
    schedule.every = 5000;
    w.send(schedule);
    w.send(ill(ProbeTarget::Readiness));
    LoadPattern ramp;
    ramp.shape = LoadShape::Ramp;
    ramp.to = 100;
    w.send(LoadCommand{"api", {}, {}, ramp});
    w.runTo(16500);
    const Event& kill = newest(w, Reason::ChaosKilled);
    QCOMPARE(kill.root, newest(w, Reason::ChaosScheduled).seq);
    QCOMPARE(kill.cause, newest(w, Reason::ChaosScheduled).seq);
    w.send(ill(ProbeTarget::Readiness));
    w.send(ChaosStopCommand{});
    QCOMPARE(newest(w, Reason::ChaosStopped).facts[0], std::int64_t{1});
    QVERIFY(!w.outcome.pods.empty());
    w.runTo(90000);
    QCOMPARE(w.lines({"ChaosKilled"}).size(), std::size_t{1});
    QCOMPARE(w.service("api").serving(), 3);
    QCOMPARE(w.service("api").load.demand, std::int64_t{100});
  }

  void aDeletedServiceLeavesNoTimers() {
    World w;
    w.apply(manifest(1, "  simulation: {shutdownSeconds: 9}\n"));
    w.runTo(10000);
    ChaosScheduleCommand schedule;
    schedule.blow = blow();
    schedule.forTime = 60000;
    w.send(schedule);
    w.send(DeleteCommand{"api"});
    w.runTo(90000);
    QCOMPARE(w.lines({"ChaosKilled", "ChaosScheduleEnded", "AlertDown", "AlertHeldBack"}),
             Lines{"0 AlertHeldBack api"});
    QCOMPARE(w.lines({"DeleteRequested", "Deleted"}), (Lines{"10000 DeleteRequested api", "19000 Deleted api"}));
  }

  void alertsAreDueAfterTheirConfirmation() {
    EngineOptions options;
    options.alerts = {2000, 3000, 0, 8000};
    World w(options);
    w.apply(manifest(1, "  minReadySeconds: 100\n  simulation: {startSeconds: 4}\n"));
    w.runTo(10500);
    w.send(blow());
    w.runTo(60000);
    QCOMPARE(w.lines({"AlertDown", "AlertUp", "AlertHeldBack"}),
             (Lines{"0 AlertHeldBack api", "2000 AlertHeldBack api", "11000 AlertHeldBack api", "13000 AlertDown api",
                    "15000 AlertHeldBack api", "18000 AlertUp api"}));
    QCOMPARE(newest(w, Reason::AlertUp).facts[2], std::int64_t{4000});
  }

  void everythingFollowsFromItsCommand() {
    World w;
    w.apply(manifest(2));
    w.runTo(10000);
    w.send(ImageCommand{"api", "local://demo@v2"});
    const std::uint64_t root = w.outcome.event;
    w.runTo(60000);
    QCOMPARE(newest(w, Reason::RolloutStarted).cause, root);
    for (const Told& t : w.told) {
      if (t.event.seq < root) continue;
      QCOMPARE(t.event.root, root);
      QVERIFY(t.event.seq == root || t.event.cause >= root);
    }
    const auto snapshot = w.engine.publish();
    QVERIFY(snapshot->roots->find(root) != nullptr);
    QCOMPARE(w.service("api").revision, 2);
    w.send(ImageCommand{"api", "local://demo@v1"});
    w.runTo(90000);
    QCOMPARE(w.service("api").versions.size(), std::size_t{2});
    QCOMPARE(w.service("api").versions[0].revision, 3);
  }

  void applyAndScaleOverrideTheAutoscaler() {
    const std::string scaler = "  autoscale: {min: 1, max: 9}\n";
    World w;
    w.apply(manifest(3));
    w.runTo(5000);
    w.send(ScaleCommand{"api", {}, -10});
    QCOMPARE(w.service("api").replicas, 0);
    QCOMPARE(w.lines({"ReplicasOverridden"}), Lines{});
    w.apply(manifest(2, scaler));
    w.apply(manifest(3, scaler));
    w.send(ScaleCommand{"api", 5, {}});
    QCOMPARE(w.lines({"ReplicasOverridden"}).size(), std::size_t{3});
    std::string unnamed = manifest(3, scaler);
    unnamed.erase(unnamed.find("  replicas: 3\n"), 14);
    w.apply(unnamed);
    QCOMPARE(w.service("api").replicas, 5);
  }

  void aPictureShowsAvailabilityBetweenTicks() {
    World w;
    w.apply(manifest(1, "  minReadySeconds: 2.5\n"));
    w.runTo(3000);
    w.engine.publish();
    w.runTo(3500);
    QCOMPARE(w.engine.publish()->services.front().state->counts().available, 1);
  }

  void readinessKeepsItsRunWhenAProbeStopsTheContainer() {
    World w;
    w.apply(manifest(1,
                     "  readinessProbe: {initialDelaySeconds: 1, periodSeconds: 1}\n"
                     "  livenessProbe: {initialDelaySeconds: 1, periodSeconds: 2, failureThreshold: 3}\n"));
    w.runTo(2500);
    w.send(ill(ProbeTarget::Liveness));
    w.runTo(20000);
    // Runs from 1 s, is stopped at its liveness probe of 8 s; readiness succeeded at 2, 3 … 8 s, and once more afterwards.
    QCOMPARE(newest(w, Reason::Killing).t, SimTime{8000});
    QCOMPARE(newest(w, Reason::Ready).facts[0], std::int64_t{8});
  }

  void allPodsOfOneHealthCommandHaveOneBeginning() {
    World w;
    w.apply(manifest(2, "  autoscale: {periodSeconds: 1}\n  simulation: {startSeconds: 60}\n"));
    w.runTo(500);
    HealthCommand both = ill(ProbeTarget::Readiness);
    both.count = 2;
    w.send(both);
    w.runTo(1000);
    const Event& looked = newest(w, Reason::FailedGetResourceMetric);
    QCOMPARE(looked.cause, w.outcome.event + 1);
    QCOMPARE(looked.root, w.outcome.event);
  }

  void anAutoscalerThatSleptMissesNoLook() {
    EngineOptions options;
    options.tick = 300;
    World w(options);
    w.apply(manifest(2, "  autoscale: {min: 1, targetCPU: 50, periodSeconds: 1}\n  simulation: {startSeconds: 8}\n"));
    w.send(LoadCommand{"api", 100, {}, {}});
    w.runTo(8400);
    // The pods are ready at 8 s, a whole period; the next tick is at 8.1 s.
    QCOMPARE(w.lines({"SuccessfulRescale"}), Lines{"8100 SuccessfulRescale api"});
  }

  void aNewPeriodOfTheAutoscalerCountsAtOnce() {
    World w;
    w.apply(manifest(2, "  autoscale: {min: 1, targetCPU: 50, periodSeconds: 600}\n"));
    w.send(LoadCommand{"api", 100, {}, {}});
    w.runTo(2500);
    w.apply(manifest(2, "  autoscale: {min: 1, targetCPU: 50, periodSeconds: 1}\n"));
    w.runTo(3000);
    QCOMPARE(w.lines({"SuccessfulRescale"}), Lines{"3000 SuccessfulRescale api"});
  }

  void timePassesForAContainerThatFailsInTheInstantItStarts() {
    World w;
    w.apply(manifest(1,
                     "  env: [{name: HEALTHY, value: \"0\"}]\n  restartBackoff: {baseSeconds: 0}\n"
                     "  livenessProbe: {initialDelaySeconds: 0, failureThreshold: 1}\n"
                     "  simulation: {startSeconds: 0, shutdownSeconds: 0}\n"));
    w.runTo(100);
    QCOMPARE(w.service("api").restarts, std::int64_t{101});  // one in each millisecond
  }

  // From the Command on, not from the controller's next look on; a clock may stand still in between.
  void aServiceThatIsScaledSaysSoAtOnce() {
    World w;
    w.apply(manifest(3));
    w.runTo(10500);
    const auto phrase = [&w] { return statusOf(w.service("api")).phrase(); };
    QCOMPARE(phrase(), std::string("Stable"));
    w.send(ScaleCommand{"api", 5, {}});
    QCOMPARE(phrase(), std::string("Scaling 3/5"));
    w.runTo(11000);
    QCOMPARE(phrase(), std::string("Scaling 3/5"));
    w.runTo(20500);
    QCOMPARE(phrase(), std::string("Stable"));
    w.send(ScaleCommand{"api", 2, {}});
    QCOMPARE(phrase(), std::string("Scaling 5/2"));
    w.runTo(30500);
    QCOMPARE(phrase(), std::string("Stable"));
    // A pod that is lost is another matter, and one that backs off is no growth.
    w.send(blow());
    QCOMPARE(phrase(), std::string("Degraded 1/2"));
    w.runTo(40500);
    w.send(blow(ChaosKind::Crash));
    w.send(ScaleCommand{"api", 4, {}});
    QCOMPARE(phrase(), std::string("Degraded 1/4"));
  }

  // Agent effects, then Commands, then the tick, and within each as they came.
  void effectsOfACommandComeBeforeTheTickOfTheirInstant() {
    World w;
    w.apply(manifest(1, "  simulation: {shutdownSeconds: 0}\n"));
    w.runTo(4999);
    w.engine.advanceTo(5000);
    w.told.clear();
    w.send(blow());
    w.engine.settle();
    QCOMPARE(w.lines({"ChaosKilled", "PodGone", "SuccessfulCreate"}),
             (Lines{"5000 ChaosKilled api#0", "5000 PodGone api#0", "5000 SuccessfulCreate api#1"}));
  }
  void ordersOfOneInstantComeAsTheyWereGiven() {
    World w;
    for (const char* name : {"one", "two", "three"}) {
      w.apply("apiVersion: v1\nkind: Service\nmetadata: {name: " + std::string(name) + "}\n");
    }
    w.runTo(5000);
    for (const char* name : {"two", "three", "one"}) {
      ChaosScheduleCommand schedule;
      schedule.blow.service = name;
      schedule.every = 1500;
      w.send(schedule);
    }
    w.runTo(6500);
    QCOMPARE(w.lines({"ChaosKilled"}),
             (Lines{"6500 ChaosKilled two#0", "6500 ChaosKilled three#0", "6500 ChaosKilled one#0"}));
  }
  void anEndThatIsToComeIsNoScheduleToStop() {
    World w;
    w.apply(manifest(1));
    w.runTo(5000);
    ChaosScheduleCommand schedule;
    schedule.blow = blow();
    schedule.every = 10000;
    schedule.forTime = 5000;
    w.send(schedule);
    w.send(ChaosStopCommand{});
    QCOMPARE(newest(w, Reason::ChaosStopped).facts[0], std::int64_t{0});
    w.send(schedule);
    schedule.forTime = 50000;
    w.send(schedule);
    w.send(ChaosStopCommand{});
    QCOMPARE(newest(w, Reason::ChaosStopped).facts[0], std::int64_t{1});
  }

  // A startup probe's success tells no event; the picture shows it all the same.
  void aPictureShowsWhatTellsNoEvent() {
    World w;
    w.apply(manifest(1, "  startupProbe: {initialDelaySeconds: 3}\n  readinessProbe: {initialDelaySeconds: 30}\n"));
    w.runTo(3500);
    QVERIFY(!w.engine.publish()->find("api")->pods->at(0).started);
    w.runTo(4500);
    QVERIFY(w.engine.publish()->find("api")->pods->at(0).started);
  }
  void aDrainEndsWithItsPodsWhateverTheirVersion() {
    World w;
    w.apply(manifest(1));
    w.runTo(5000);
    w.apply(manifest(1, "  image: local://demo@v2\n"));
    w.runTo(20000);
    w.send(DeleteCommand{"api"});
    w.runTo(20500);
    SimTime until = 0;
    for (const Waiting& waits : w.engine.publish()->find("api")->state->waiting) {
      if (waits.what == WaitFor::Drain) until = waits.until;
    }
    QCOMPARE(until, SimTime{21000});
  }
  void eachStateOfAPodHasItsBeginning() {
    World w;
    w.apply(manifest(1));
    w.runTo(5000);
    w.send(blow(ChaosKind::Crash));
    const auto pod = [&w] { return w.engine.publish()->find("api")->pods->at(0); };
    QVERIFY(pod().state == PodState::BackOff && pod().since == 5000);
    w.runTo(5600);
    QVERIFY(pod().state == PodState::Starting && pod().since == 5500);
    w.runTo(7000);
    QVERIFY(pod().state == PodState::Running && pod().since == 6500);
  }

  void minReadySecondsCountsForPodsThatAreThere() {
    World w;
    w.apply(manifest(2));
    w.runTo(10000);
    w.apply(manifest(2, "  minReadySeconds: 60\n"));
    QCOMPARE(w.service("api").counts().available, 0);
    w.runTo(60999);
    QCOMPARE(w.service("api").counts().available, 0);
    w.runTo(61000);
    QCOMPARE(w.service("api").counts().available, 2);
    // In the very instant in which they have been ready for so long.
    World at;
    at.apply(manifest(2, "  minReadySeconds: 60\n"));
    at.runTo(11000);
    at.apply(manifest(2, "  minReadySeconds: 10\n"));
    QCOMPARE(at.service("api").counts().available, 2);
  }

  void theSameAgainStartsAnAbortedRolloutAnew_data() {
    QTest::addColumn<bool>("byImage");
    QTest::newRow("apply") << false;
    QTest::newRow("image") << true;
  }

  void theSameAgainStartsAnAbortedRolloutAnew() {
    QFETCH(bool, byImage);
    const std::string second = "  image: local://demo@v2\n";
    World w;
    w.apply(manifest(4));
    w.runTo(10000);
    QCOMPARE(w.apply(manifest(4, second)), std::string());
    w.runTo(10500);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Abort}), std::string());
    w.runTo(30000);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Aborted);
    QCOMPARE(byImage ? w.send(ImageCommand{"api", "local://demo@v2"}) : w.apply(manifest(4, second)), std::string());
    w.runTo(60000);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Complete);
    QCOMPARE(w.service("api").versions[1].counts.ready, 4);
    // Back: desired asks for the older template again, and restarting makes pods of a third version.
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Undo}), std::string());
    QCOMPARE(w.service("api").spec->podTemplate.image, std::string("local://demo@v1"));
    w.runTo(90000);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Restart}), std::string());
    w.runTo(120000);
    QCOMPARE(w.service("api").versions[2].counts.ready, 4);
    QVERIFY(w.service("api").versions[2].hash != w.service("api").versions[0].hash);
  }

  // Very many pods that become ready in one instant, in any order: the youngest of them still go first.
  void victimsOfACrowdedInstantAreTheYoungest() {
    World w;
    QCOMPARE(w.apply("apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: 400\n"
                     "  rollout: {strategy: RollingUpdate}\n"),
             std::string());
    w.runTo(5000);
    ChaosCommand crash;
    crash.kind = ChaosKind::Crash;
    crash.service = "api";
    crash.count = 399;
    QCOMPARE(w.send(crash), std::string());
    PodOrdinal spared = 0;
    std::vector<bool> crashed(400, false);
    for (const perfect::test::Told& t : w.told) {
      if (t.event.reason == Reason::ChaosCrashed) crashed[t.event.pod] = true;
    }
    while (crashed[spared]) ++spared;
    w.runTo(20000);
    QCOMPARE(w.service("api").counts().ready, 400);
    w.send(ScaleCommand{"api", 390, {}});
    w.runTo(30000);
    std::vector<PodOrdinal> gone;
    for (const perfect::test::Told& t : w.told) {
      if (t.event.reason == Reason::SuccessfulDelete) gone.push_back(t.event.pod);
    }
    std::vector<PodOrdinal> expected;
    for (PodOrdinal o = 400; expected.size() < 10;) {
      if (--o != spared) expected.push_back(o);
    }
    QCOMPARE(gone, expected);
  }
};

QTEST_GUILESS_MAIN(EngineRulesTest)
#include "test_engine_rules.moc"
