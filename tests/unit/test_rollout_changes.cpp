// SPDX-License-Identifier: GPL-3.0-or-later
// A person changes their mind in the middle of a rollout: on the real engine, seen from outside.
#include <QTest>

#include "core/reconcile/canary.h"
#include "tests/support/world.h"

using namespace perfect;
using perfect::test::World;

namespace {

std::string manifest(int version, const std::string& rollout) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: 4\n  image: local://demo@v" +
         std::to_string(version) + "\n  rollout: {" + rollout + "}\n";
}

std::int32_t podsOf(const World& w, std::size_t version) { return w.service("api").versions[version].counts.total(); }

}  // namespace

class RolloutChangesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rolloutsAreCounted() {
    World w;
    w.apply(manifest(1, "strategy: RollingUpdate"));
    w.runTo(10000);
    QCOMPARE(w.service("api").rollout.number, 1);
    w.apply(manifest(2, "strategy: RollingUpdate"));
    w.runTo(30000);
    QCOMPARE(w.service("api").rollout.number, 2);
    w.send(ScaleCommand{"api", 6, {}});
    w.runTo(40000);
    QCOMPARE(w.service("api").rollout.number, 2);
  }

  void anAbortedGreenStaysForTheDelay() {
    const std::string blueGreen = "strategy: BlueGreen, autoPromote: false, scaleDownDelaySeconds: 5";
    World w;
    w.apply(manifest(1, blueGreen));
    w.runTo(10000);
    w.apply(manifest(2, blueGreen));
    w.runTo(15500);
    QCOMPARE(podsOf(w, 1), 4);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Abort}), std::string());
    w.runTo(19500);
    QCOMPARE(podsOf(w, 1), 4);
    QCOMPARE(w.service("api").serving(), 4);
    QCOMPARE(w.service("api").rollout.active, 0);
    w.runTo(23000);
    QCOMPARE(podsOf(w, 1), 0);
    QCOMPARE(podsOf(w, 0), 4);
  }

  void aGreenGivenUpWhileItServesStaysForTheDelay() {
    const std::string blueGreen = "strategy: BlueGreen, scaleDownDelaySeconds: 12, analysis: {intervalSeconds: 60}";
    World w;
    w.apply(manifest(1, blueGreen));
    w.runTo(10000);
    w.apply(manifest(2, blueGreen));
    w.runTo(15500);
    QCOMPARE(w.service("api").rollout.active, 1);
    // Blue cannot serve at once when green is given up.
    w.send(ChaosCommand{ChaosKind::Crash, "api", 100, {}, {}, {}});
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Abort}), std::string());
    w.runTo(16100);
    QCOMPARE(w.service("api").rollout.active, 1);
    w.runTo(26900);
    QCOMPARE(w.service("api").rollout.active, 0);
    QCOMPARE(podsOf(w, 1), 4);
    w.runTo(30000);
    QCOMPARE(podsOf(w, 1), 0);
    QCOMPARE(podsOf(w, 0), 4);
  }

  void goingBackAfterTheSwitchIsInstantAndTheOtherSideStaysForTheDelay() {
    const std::string blueGreen = "strategy: BlueGreen, scaleDownDelaySeconds: 10";
    World w;
    w.apply(manifest(1, blueGreen));
    w.runTo(10000);
    w.apply(manifest(2, blueGreen));
    w.runTo(13000);
    QCOMPARE(w.service("api").rollout.active, 1);
    w.apply(manifest(1, blueGreen));
    w.runTo(14000);
    QCOMPARE(w.service("api").rollout.active, 0);
    QCOMPARE(w.service("api").serving(), 4);
    QCOMPARE(podsOf(w, 1), 4);
    w.runTo(22500);  // counted from the way back, not from the first switch
    QCOMPARE(podsOf(w, 1), 4);
    w.runTo(30000);
    QCOMPARE(podsOf(w, 1), 0);
    QCOMPARE(w.engine.nextTime(), kNever);
  }

  // Back to stable from a switch that is still measured, to and from versions that both were stable once.
  void goingBackFromAMeasuredSwitchKeepsTheOtherSideForTheDelay() {
    const std::string blueGreen = "strategy: BlueGreen, scaleDownDelaySeconds: 10";
    World w;
    for (const int version : {1, 2, 1}) {
      w.apply(manifest(version, blueGreen));
      w.runTo(w.engine.now() + 20000);
    }
    w.apply(manifest(2, blueGreen + ", analysis: {intervalSeconds: 600, count: 9}"));
    w.runTo(70000);
    QCOMPARE(w.service("api").rollout.active, 1);
    QCOMPARE(w.service("api").rollout.stable, 0);
    w.apply(manifest(1, blueGreen));
    w.runTo(70100);
    QCOMPARE(w.service("api").rollout.active, 0);
    w.runTo(79900);
    QCOMPARE(podsOf(w, 1), 4);
    w.runTo(80000);
    QCOMPARE(podsOf(w, 1), 0);
  }

  // A third version serves until stable can: that does not shorten the time of one that stands idle beside it.
  void anIdleSideStaysForTheDelayWhileAThirdVersionServes() {
    const std::string blueGreen = "strategy: BlueGreen, scaleDownDelaySeconds: 100";
    World w;
    w.apply(manifest(1, blueGreen));
    w.runTo(10000);
    w.apply(manifest(2, blueGreen));
    w.runTo(20000);
    w.apply(manifest(3, blueGreen + ", analysis: {intervalSeconds: 600, count: 9}"));
    w.runTo(30000);
    QCOMPARE(w.service("api").rollout.active, 2);
    w.send(ChaosCommand{ChaosKind::Crash, "api", 100, {}, {}, {}});
    w.apply(manifest(4, blueGreen));
    w.runTo(30500);
    QCOMPARE(w.service("api").rollout.stable, 1);
    QCOMPARE(w.service("api").rollout.active, 2);
    w.runTo(60000);
    QCOMPARE(podsOf(w, 0), 4);
  }

  // From rolling to blue/green and back to stable in one: all served till now, so none of them stands idle.
  void goingBackWhereEveryVersionServedLeavesNoIdleSide() {
    World w;
    for (const int version : {1, 2}) {
      w.apply(manifest(version, "strategy: RollingUpdate"));
      w.runTo(w.engine.now() + 20000);
    }
    w.apply(manifest(1, "strategy: RollingUpdate"));
    w.runTo(41500);
    QVERIFY(podsOf(w, 0) > 0 && podsOf(w, 1) > 0);
    w.apply(manifest(2, "strategy: BlueGreen, scaleDownDelaySeconds: 100"));
    w.runTo(50000);
    QCOMPARE(w.service("api").rollout.active, 1);
    QCOMPARE(podsOf(w, 0), 0);
    QCOMPARE(podsOf(w, 1), 4);
  }

  // An apply takes away the step that a rollout waits at, here promoted in the same moment: it goes on to the end, waits for
  // nothing but its pods, and a step that a later apply brings back is not passed unasked.
  void aStepThatIsGoneIsNotWaitedForNorPromotedFrom() {
    const auto steps = [](const char* list) {
      return std::string("strategy: Canary, pauseSeconds: 600, steps: ") + list;
    };
    const std::string slow = "  simulation: {startSeconds: 60}\n";
    World w;
    w.apply(manifest(1, steps("[{percent: 25}]")));
    w.runTo(10000);
    w.apply(manifest(2, steps("[{percent: 25}, {percent: 50}, {percent: 100}]")) + slow);
    w.runTo(100000);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Promote}), std::string());
    w.runTo(200000);
    QCOMPARE(w.service("api").rollout.step, 1);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Paused);
    w.apply(manifest(2, steps("[{percent: 25}]")) + slow);
    w.runTo(200100);
    QCOMPARE(w.service("api").rollout.step, 1);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Progressing);
    QCOMPARE(w.service("api").rollout.deadlineStoppedAt, kNever);
    w.apply(manifest(2, steps("[{percent: 25}, {percent: 50}, {percent: 100}]")) + slow);
    w.runTo(210000);
    QCOMPARE(w.service("api").rollout.step, 1);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Promote}), std::string());
    w.apply(manifest(2, steps("[{percent: 25}]")) + slow);
    w.runTo(210100);
    w.apply(manifest(2, steps("[{percent: 25}, {percent: 50}, {percent: 100}]")) + slow);
    w.runTo(300000);
    QCOMPARE(w.service("api").rollout.step, 1);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Paused);
  }

  // Before anything was stable no side is left serving that the next look gives no pods.
  void leavingBlueGreenBeforeAnythingIsStableKeepsNoServingSide() {
    const std::string slow = "  simulation: {startSeconds: 5}\n";
    World w;
    w.send(TickCommand{60000});
    w.apply(manifest(1, "strategy: BlueGreen") + slow);
    w.runTo(1000);
    w.apply(manifest(2, "strategy: BlueGreen") + slow);
    w.apply(manifest(1, "strategy: RollingUpdate") + slow);
    w.apply(manifest(1, "strategy: BlueGreen") + slow);
    w.runTo(20000);  // no look yet: the four pods of version 1 are ready
    QCOMPARE(podsOf(w, 0), 4);
    QCOMPARE(podsOf(w, 1), 0);
    QCOMPARE(w.service("api").serving(), 4);
    w.runTo(61000);
    QCOMPARE(w.service("api").rollout.active, 0);
    QCOMPARE(w.service("api").serving(), 4);
  }

  // From Recreate no side serves alone yet; the side that the way back gives up keeps its time all the same.
  void aGivenUpSideStaysThoughTheStrategyIsNew() {
    const std::string longAvailable = "  minReadySeconds: 600\n";
    World w;
    w.apply(manifest(1, "strategy: BlueGreen"));
    w.runTo(10000);
    w.apply(manifest(2, "strategy: Recreate") + longAvailable);
    w.runTo(20000);
    QCOMPARE(podsOf(w, 0), 0);
    w.apply(manifest(2, "strategy: BlueGreen, scaleDownDelaySeconds: 5") + longAvailable);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Abort}), std::string());
    w.runTo(20000);
    QCOMPARE(w.service("api").rollout.active, kNoVersion);
    QCOMPARE(w.service("api").serving(), 4);
    for (const Waiting& wait : w.service("api").waiting) QVERIFY(wait.what != WaitFor::ScaleDownDelay);
    w.runTo(24900);
    QCOMPARE(w.service("api").rollout.active, 0);
    QCOMPARE(podsOf(w, 0), 4);
    QCOMPARE(podsOf(w, 1), 4);
    w.runTo(25000);
    QCOMPARE(podsOf(w, 1), 0);
  }

  // Pods of a version that went by an undo and that never were ready take nothing away when they go.
  void nothingIsKeptThatServesNobody() {
    const std::string silent =
        "  env: [{name: HEALTHY, value: \"0\"}]\n  readinessProbe: {periodSeconds: 1, successThreshold: 1000}\n";
    World w;
    w.apply(manifest(1, "strategy: Canary") + silent);
    w.send(ScaleCommand{"api", 0, {}});
    w.runTo(3000);
    w.apply(manifest(2, "strategy: BlueGreen") + silent);
    w.runTo(5000);
    QCOMPARE(podsOf(w, 1), 4);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Undo}), std::string());
    w.runTo(9000);
    QCOMPARE(w.service("api").rollout.active, 0);
    QCOMPARE(podsOf(w, 0), 4);
    QCOMPARE(podsOf(w, 1), 0);
  }

  void idleBlueStaysThoughAnotherRolloutBegins() {
    const std::string blueGreen = "strategy: BlueGreen, scaleDownDelaySeconds: 20";
    World w;
    w.apply(manifest(1, blueGreen));
    w.runTo(10000);
    w.apply(manifest(2, blueGreen));
    w.runTo(13000);
    QCOMPARE(w.service("api").rollout.active, 1);
    const std::string slow = "  simulation: {startSeconds: 30}\n";
    w.apply(manifest(3, blueGreen) + slow);
    w.runTo(16000);
    QCOMPARE(podsOf(w, 0), 4);
    QCOMPARE(podsOf(w, 2), 4);
    // A version that never served has nothing to go back to: it leaves at once when the next one is applied.
    w.apply(manifest(4, blueGreen) + slow);
    w.runTo(18000);
    QCOMPARE(podsOf(w, 0), 4);
    QCOMPARE(podsOf(w, 2), 0);
    QCOMPARE(podsOf(w, 3), 4);
    QCOMPARE(w.service("api").rollout.active, 1);
    w.runTo(120000);
    QCOMPARE(podsOf(w, 0), 0);
    QCOMPARE(podsOf(w, 1), 0);
    QCOMPARE(w.service("api").rollout.active, 3);
  }

  void nothingIsCompleteWhileAPersonPauses() {
    const std::string allAtOnce = "strategy: RollingUpdate, maxSurge: 0, maxUnavailable: 100%";
    World w;
    w.apply(manifest(1, allAtOnce));
    w.runTo(10000);
    w.apply(manifest(2, allAtOnce) + "  simulation: {startSeconds: 8}\n");
    w.runTo(13000);
    QCOMPARE(podsOf(w, 1), 4);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Pause}), std::string());
    w.runTo(30000);
    QCOMPARE(podsOf(w, 0), 0);
    QCOMPARE(w.service("api").versions[1].counts.available, 4);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Paused);
    QCOMPARE(w.send(RolloutCommand{"api", RolloutAction::Resume}), std::string());
    w.runTo(30100);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Complete);
  }

  void autoPromoteSwitchedOnEndsTheWaiting() {
    World w;
    w.apply(manifest(1, "strategy: BlueGreen, autoPromote: false"));
    w.runTo(10000);
    w.apply(manifest(2, "strategy: BlueGreen, autoPromote: false"));
    w.runTo(20000);
    QCOMPARE(w.service("api").rollout.active, 0);
    w.apply(manifest(2, "strategy: BlueGreen, autoPromote: true"));
    w.runTo(22000);
    QCOMPARE(w.service("api").rollout.active, 1);
    w.runTo(40000);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Complete);
  }

  void anotherStrategyTakesOverWhereOneWaits() {
    World w;
    w.apply(manifest(1, "strategy: BlueGreen, autoPromote: false"));
    w.runTo(10000);
    w.apply(manifest(2, "strategy: BlueGreen, autoPromote: false"));
    w.runTo(20000);
    w.apply(manifest(2, "strategy: RollingUpdate"));
    w.runTo(60000);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Complete);
    QCOMPARE(podsOf(w, 1), 4);
    QCOMPARE(podsOf(w, 0), 0);
    QCOMPARE(w.service("api").serving(), 4);
  }

  // What waited for a person under blue/green is a step on its way under a canary.
  void aCanaryThatTakesOverFromOneThatWaitsDoesNotWaitYet() {
    const std::string slow = "  minReadySeconds: 20\n";
    World w;
    w.apply(manifest(1, "strategy: BlueGreen, autoPromote: false"));
    w.runTo(10000);
    w.apply(manifest(2, "strategy: BlueGreen, autoPromote: false"));
    w.runTo(20000);
    QVERIFY(w.service("api").rollout.waitsForPromote);
    w.apply(manifest(2, "strategy: Canary, maxSurge: 1, steps: [{percent: 25, pause: manual}, {percent: 50}]") + slow);
    w.runTo(20100);
    QVERIFY(!w.service("api").rollout.stepDone());
    QVERIFY(!w.service("api").rollout.waitsForPromote);
    w.runTo(60000);
    QVERIFY(w.service("api").rollout.stepDone());
    QVERIFY(w.service("api").rollout.waitsForPromote);
  }

  void fewerStepsThanAreDoneMeansTheLast() {
    World w;
    w.apply(manifest(1, "strategy: Canary"));
    w.runTo(10000);
    w.apply(manifest(
        2, "strategy: Canary, steps: [{percent: 25}, {percent: 50}, {percent: 75, pause: manual}, {percent: 100}]"));
    w.runTo(60000);
    QCOMPARE(w.service("api").rollout.step, 2);
    w.apply(manifest(2, "strategy: Canary, steps: [{percent: 100}]"));
    w.runTo(120000);
    QCOMPARE(w.service("api").rollout.phase, RolloutPhase::Complete);
    QCOMPARE(podsOf(w, 1), 4);
  }

  // Argo Rollouts, too, counts a pause from its beginning, by the present declaration. -1: over at once, -2: no end.
  void aPauseIsAsLongAsItIsDeclaredNow_data() {
    QTest::addColumn<QString>("steps");
    QTest::addColumn<qint64>("lasts");
    const auto row = [](const char* name, const char* steps, qint64 lasts) {
      QTest::newRow(name) << QString::fromUtf8(steps) << lasts;
    };
    row("shorter", "[{percent: 25, pauseSeconds: 30}, {percent: 50}]", 30000);
    row("shorter than it has lasted", "[{percent: 25, pauseSeconds: 3}, {percent: 50}]", -1);
    row("none", "[{percent: 25, pauseSeconds: 0}, {percent: 50}]", -1);
    row("longer", "[{percent: 25, pauseSeconds: 200}, {percent: 50}]", 200000);
    row("the rollout's", "[{percent: 25}, {percent: 50}], pauseSeconds: 40", 40000);
    row("a person", "[{percent: 25, pause: manual}, {percent: 50}]", -2);
    row("its step is the last one", "[{percent: 25}]", -1);
  }

  void aPauseIsAsLongAsItIsDeclaredNow() {
    QFETCH(QString, steps);
    QFETCH(qint64, lasts);
    for (const char* before : {"pauseSeconds: 100", "pause: manual"}) {
      World w;
      w.apply(manifest(1, "strategy: Canary"));
      w.runTo(10000);
      const std::string first = std::string("[{percent: 25, ") + before + "}, {percent: 50}]";
      w.apply(manifest(2, "strategy: Canary, maxSurge: 1, steps: " + first));
      w.runTo(20000);
      const SimTime doneAt = w.service("api").rollout.stepDoneAt;
      QVERIFY(doneAt > 10000 && doneAt < 17000);
      w.apply(manifest(2, "strategy: Canary, maxSurge: 1, steps: " + steps.toStdString()));
      w.runTo(20100);
      if (lasts == -1) {
        QCOMPARE(w.service("api").rollout.step, 1);
        continue;
      }
      QCOMPARE(w.service("api").rollout.waitsForPromote, lasts == -2);
      QCOMPARE(w.service("api").rollout.pauseUntil, lasts == -2 ? kNever : doneAt + lasts);
      const SimTime late = lasts == -2 ? 1000000 : doneAt + lasts - 100;
      w.runTo(late);
      QCOMPARE(w.service("api").rollout.step, 0);
      w.runTo(late + 200);
      QCOMPARE(w.service("api").rollout.step, lasts == -2 ? 0 : 1);
    }
  }

  // Where stable is ill, the bound of availability keeps a canary given up in favour of another one.
  void aStepIsNotDoneWhileAnOlderCanaryServes() {
    const std::string canary =
        "strategy: Canary, maxSurge: 1, maxUnavailable: 0, steps: [{percent: 25, pause: manual}, {percent: 50}]";
    const std::string probed = "  readinessProbe: {periodSeconds: 1, failureThreshold: 1}\n";
    World w;
    w.apply(manifest(1, canary) + probed);
    w.runTo(10000);
    HealthCommand ill;
    ill.service = "api";
    ill.count = 4;
    ill.probe = ProbeTarget::Readiness;
    ill.sticky = true;
    QCOMPARE(w.send(ill), std::string());
    w.apply(manifest(2, canary) + probed);
    w.runTo(20000);
    QVERIFY(w.service("api").rollout.stepDone());
    QCOMPARE(w.service("api").versions[0].counts.ready, 0);
    w.apply(manifest(3, canary) + probed);
    w.runTo(35000);
    QCOMPARE(w.service("api").versions[2].counts.available, 1);
    QCOMPARE(w.service("api").versions[1].counts.available, 1);
    QVERIFY(!w.service("api").rollout.stepDone());
    ill.healthy = true;
    ill.count = 3;
    QCOMPARE(w.send(ill), std::string());
    w.runTo(45000);
    QCOMPARE(podsOf(w, 1), 0);
    QVERIFY(w.service("api").rollout.stepDone());
  }

  void aStepIsNotDoneWhileStableHasAnotherSize() {
    QVERIFY(canaryStepComplete({1, 3}, {{1, 1}, 1}, {{3, 3}, 3}, 0));
    QVERIFY(!canaryStepComplete({1, 3}, {{1, 1}, 1}, {{4, 3}, 3}, 0));
    QVERIFY(!canaryStepComplete({1, 3}, {{1, 1}, 1}, {{3, 3}, 4}, 0));
    QVERIFY(!canaryStepComplete({1, 3}, {{2, 1}, 1}, {{3, 3}, 3}, 0));
    QVERIFY(!canaryStepComplete({1, 3}, {{1, 0}, 1}, {{3, 3}, 3}, 0));
    QVERIFY(!canaryStepComplete({1, 3}, {{1, 1}, 1}, {{3, 3}, 3}, 1));
  }
};

QTEST_GUILESS_MAIN(RolloutChangesTest)
#include "test_rollout_changes.moc"
