// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole rollouts of each strategy, tick by tick.
#include <QtTest>

#include "core/reconcile/status.h"
#include "tests/support/mini_engine.h"

using namespace perfect;
using test::MiniEngine;

namespace {

MiniEngine stable(Strategy strategy, std::int32_t replicas) {
  MiniEngine e(MiniEngine::spec(strategy, replicas, "x@v1"));
  e.tick();
  e.run(4);
  return e;
}

/// "3+1": pods of each version, present and not terminating.
QString pods(const MiniEngine& e) {
  QStringList parts;
  for (const VersionState& v : e.state.versions) parts.append(QString::number(v.counts.total()));
  return parts.join(u'+');
}

/// The different distributions a run of `steps` steps goes through.
QStringList course(MiniEngine& e, int steps) {
  QStringList seen;
  for (int i = 0; i < steps; ++i) {
    e.step();
    if (seen.isEmpty() || seen.last() != pods(e)) seen.append(pods(e));
  }
  return seen;
}

}  // namespace

class RolloutsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void firstDeploymentComesUpAndCalmsDown_data();
  void firstDeploymentComesUpAndCalmsDown();
  void beforeStableAnotherVersionReplacesDirectly();
  void blueGreenServesWithOneSideAndEnoughPods();
  void blueGreenWaitsForPromotion();
  void goingBackInsideTheDelayIsInstant();
  void goingBackAfterTheDelayIsARollout();
  void aNewerVersionStartsFromStable();
  void canaryGoesThroughItsSteps();
  void canaryStepsMayWaitByHand();
  void canaryWithoutSurgeStaysWithinUnavailable();
  void canaryMidwayNewVersionDrainsTheOlderFirst();
  void goingBackToStableSkipsTheSteps();
  void rollingUpdateKeepsItsBounds();
  void rollingUpdateSharesANewNumberMidway();
  void rollingUpdateRemovesBrokenPodsFirst();
  void recreateNeverOverlaps();
  void healingHappensMidStep_data();
  void healingHappensMidStep();
  void replicasMayChangeMidway_data();
  void replicasMayChangeMidway();
  void strategyMayChangeMidway_data();
  void strategyMayChangeMidway();
  void deletionDrainsAllSides();
};

void RolloutsTest::firstDeploymentComesUpAndCalmsDown_data() {
  QTest::addColumn<int>("strategy");
  QTest::newRow("blue/green") << static_cast<int>(Strategy::BlueGreen);
  QTest::newRow("canary") << static_cast<int>(Strategy::Canary);
  QTest::newRow("rolling update") << static_cast<int>(Strategy::RollingUpdate);
  QTest::newRow("recreate") << static_cast<int>(Strategy::Recreate);
}

void RolloutsTest::firstDeploymentComesUpAndCalmsDown() {
  QFETCH(int, strategy);
  MiniEngine e(MiniEngine::spec(static_cast<Strategy>(strategy), 4, "x@v1"));
  e.tick();
  QCOMPARE(pods(e), QStringLiteral("4"));
  QCOMPARE(e.rollout().stable, kNoVersion);
  QVERIFY(e.waitsFor(WaitFor::PodsStarting) != nullptr);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Starting up 0/4"));
  const bool blueGreen = static_cast<Strategy>(strategy) == Strategy::BlueGreen;
  QCOMPARE(e.rollout().active, blueGreen ? 0 : kNoVersion);
  e.run(2);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QCOMPARE(e.rollout().stable, 0);
  QVERIFY(e.state.versions[0].onceStable);
  QVERIFY(e.calm());
  QVERIFY(e.state.waiting.empty());
  const int looks = e.looks;
  e.run(50);
  QCOMPARE(e.looks, looks);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Stable"));
}

void RolloutsTest::beforeStableAnotherVersionReplacesDirectly() {
  for (const Strategy strategy : {Strategy::BlueGreen, Strategy::Canary, Strategy::RollingUpdate}) {
    MiniEngine e(MiniEngine::spec(strategy, 4, "x@v1"));
    e.broken = {0};
    e.tick();
    e.run(3);
    e.image("x@v2");
    e.step();
    QCOMPARE(pods(e), QStringLiteral("0+4"));
    e.run(3);
    QCOMPARE(e.rollout().stable, 1);
    QVERIFY(!e.state.versions[0].onceStable);
  }
}

void RolloutsTest::blueGreenServesWithOneSideAndEnoughPods() {
  MiniEngine e = stable(Strategy::BlueGreen, 4);
  e.image("x@v2");
  bool switched = false;
  for (int i = 0; i < 8; ++i) {
    e.step();
    QVERIFY(e.rollout().active == 0 || e.rollout().active == 1);
    QVERIFY(e.counts(e.rollout().active).available >= 4);
    QVERIFY(e.state.counts().total() <= 8);
    switched = switched || e.rollout().active == 1;
    QVERIFY(!switched || e.rollout().active == 1);
  }
  QVERIFY(switched);
  QCOMPARE(e.noted(Reason::TrafficSwitched), 1);
  QCOMPARE(e.noted(Reason::DrainScheduled), 1);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
  QVERIFY(e.calm());
}

void RolloutsTest::blueGreenWaitsForPromotion() {
  MiniEngine e = stable(Strategy::BlueGreen, 3);
  ServiceSpec s = *e.state.spec;
  s.rollout.autoPromote = false;
  s.podTemplate.image = "x@v2";
  e.apply(s);
  e.run(200);
  // The deadline of 60 s stands still all the time.
  QCOMPARE(e.rollout().phase, RolloutPhase::Paused);
  QCOMPARE(e.rollout().active, 0);
  QCOMPARE(pods(e), QStringLiteral("3+3"));
  QCOMPARE(e.noted(Reason::WaitingForPromotion), 1);
  QVERIFY(e.waitsFor(WaitFor::Promotion) != nullptr);
  QVERIFY(e.calm());
  QCOMPARE(statusOf(e.state).kind, StatusKind::WaitingForPromotion);
  QVERIFY(e.verb(RolloutAction::Promote).empty());
  e.step();
  QCOMPARE(e.rollout().active, 1);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
}

void RolloutsTest::goingBackInsideTheDelayIsInstant() {
  MiniEngine e = stable(Strategy::BlueGreen, 3);
  ServiceSpec s = *e.state.spec;
  s.rollout.scaleDownDelay = 10000;
  s.rollout.autoPromote = false;
  s.podTemplate.image = "x@v2";
  e.apply(s);
  e.run(3);
  QVERIFY(e.verb(RolloutAction::Promote).empty());
  e.run(2);
  QCOMPARE(e.rollout().active, 1);
  QCOMPARE(pods(e), QStringLiteral("3+3"));
  QVERIFY(e.waitsFor(WaitFor::ScaleDownDelay) != nullptr);
  e.image("x@v1");
  e.step();
  // In the very next look, without a wait for promotion.
  QCOMPARE(e.rollout().active, 0);
  QCOMPARE(e.rollout().stable, 0);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  e.run(12);
  QCOMPARE(pods(e), QStringLiteral("3+0"));
  QVERIFY(e.calm());
}

void RolloutsTest::goingBackAfterTheDelayIsARollout() {
  MiniEngine e = stable(Strategy::BlueGreen, 3);
  e.image("x@v2");
  e.run(8);
  QCOMPARE(pods(e), QStringLiteral("0+3"));
  e.image("x@v1");
  e.step();
  QCOMPARE(e.rollout().active, 1);
  QCOMPARE(pods(e), QStringLiteral("3+3"));
  e.step();
  QCOMPARE(e.rollout().active, 0);
}

void RolloutsTest::aNewerVersionStartsFromStable() {
  MiniEngine e = stable(Strategy::BlueGreen, 3);
  e.broken = {1};
  e.image("x@v2");
  e.run(3);
  QCOMPARE(pods(e), QStringLiteral("3+3"));
  e.image("x@v3");
  e.step();
  QCOMPARE(pods(e), QStringLiteral("3+0+3"));
  QCOMPARE(e.rollout().active, 0);
  e.step();
  QCOMPARE(e.rollout().active, 2);
}

void RolloutsTest::canaryGoesThroughItsSteps() {
  MiniEngine e = stable(Strategy::Canary, 4);
  e.image("x@v2");
  QCOMPARE(course(e, 25),
           (QStringList{QStringLiteral("4+1"), QStringLiteral("3+1"), QStringLiteral("3+2"), QStringLiteral("2+2"),
                        QStringLiteral("2+3"), QStringLiteral("1+3"), QStringLiteral("1+4"), QStringLiteral("0+4")}));
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QCOMPARE(e.noted(Reason::RolloutStepCompleted), 3);
  QCOMPARE(e.noted(Reason::SetWeight), 3);
  QVERIFY(e.calm());

  MiniEngine again = stable(Strategy::Canary, 4);
  again.image("x@v2");
  again.run(4);
  QCOMPARE(pods(again), QStringLiteral("3+1"));
  QCOMPARE(again.rollout().phase, RolloutPhase::Paused);
  const Waiting* pause = again.waitsFor(WaitFor::CanaryPause);
  QVERIFY(pause != nullptr);
  // Reached at t = 7 s, then 5 s.
  QCOMPARE(pause->until, 12000);
  QCOMPARE(pause->facts[0], 1);
  QCOMPARE(pause->facts[1], 3);
  QCOMPARE(pause->facts[2], 25);
  QCOMPARE(QString::fromStdString(statusOf(again.state).phrase()), QStringLiteral("Paused at 25 %"));
  again.run(3);
  QCOMPARE(again.rollout().step, 0);
  again.run(1);
  QCOMPARE(again.now, 12000);
  QCOMPARE(again.rollout().step, 1);
}

void RolloutsTest::canaryStepsMayWaitByHand() {
  MiniEngine e = stable(Strategy::Canary, 4);
  ServiceSpec s = *e.state.spec;
  s.rollout.steps = {{50, {}, true}, {75, Millis{0}, false}, {60, {}, false}};
  s.podTemplate.image = "x@v2";
  e.apply(s);
  e.run(100);
  QCOMPARE(pods(e), QStringLiteral("2+2"));
  QCOMPARE(e.rollout().phase, RolloutPhase::Paused);
  QVERIFY(e.waitsFor(WaitFor::Promotion) != nullptr);
  QVERIFY(e.verb(RolloutAction::Promote).empty());
  // 75 without a pause, back to 60 (2 of 4 is nearest among N, 3 of 5 with surge), then all, whatever the last step said.
  e.run(20);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
}

void RolloutsTest::canaryWithoutSurgeStaysWithinUnavailable() {
  MiniEngine e = stable(Strategy::Canary, 4);
  ServiceSpec s = *e.state.spec;
  s.rollout.maxSurge = {0, false};
  s.rollout.maxUnavailable = {1, false};
  s.podTemplate.image = "x@v2";
  e.apply(s);
  for (int i = 0; i < 40; ++i) {
    e.step();
    QVERIFY(e.state.counts().total() <= 4);
    QVERIFY(e.state.counts().available >= 3);
  }
  QCOMPARE(pods(e), QStringLiteral("0+4"));
}

void RolloutsTest::canaryMidwayNewVersionDrainsTheOlderFirst() {
  MiniEngine e = stable(Strategy::Canary, 4);
  e.image("x@v2");
  e.run(12);
  QCOMPARE(pods(e), QStringLiteral("2+2"));
  e.image("x@v3");
  for (int i = 0; i < 40; ++i) {
    e.step();
    QVERIFY(e.state.counts().total() <= 5);
    QVERIFY(e.state.counts().available >= 4 - 0);
    QVERIFY2(e.counts(1).total() == 0 || e.rollout().step == 0, "no step ends while an older version has pods");
  }
  QCOMPARE(pods(e), QStringLiteral("0+0+4"));
}

void RolloutsTest::goingBackToStableSkipsTheSteps() {
  MiniEngine e = stable(Strategy::Canary, 4);
  e.image("x@v2");
  e.run(4);
  QCOMPARE(pods(e), QStringLiteral("3+1"));
  e.image("x@v1");
  e.run(4);
  QCOMPARE(pods(e), QStringLiteral("4+0"));
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QCOMPARE(e.rollout().stable, 0);
  QVERIFY(e.calm());
}

void RolloutsTest::rollingUpdateKeepsItsBounds() {
  for (const int replicas : {1, 2, 3, 4, 7, 10, 33}) {
    MiniEngine e = stable(Strategy::RollingUpdate, replicas);
    e.image("x@v2");
    const int surge = (replicas + 3) / 4;
    const int unavailable = replicas / 4;
    for (int i = 0; i < 60; ++i) {
      e.step();
      QVERIFY(e.state.counts().total() <= replicas + surge);
      QVERIFY(e.state.counts().available >= replicas - unavailable);
    }
    QCOMPARE(e.counts(1).available, replicas);
    QCOMPARE(e.counts(0).total(), 0);
    QVERIFY(e.calm());
  }
}

void RolloutsTest::rollingUpdateSharesANewNumberMidway() {
  MiniEngine e = stable(Strategy::RollingUpdate, 10);
  e.broken = {1};
  e.image("x@v2");
  e.run(6);
  // 10 + 3: surge 3, unavailable 2: 8 old, 5 new that never become ready.
  QCOMPARE(pods(e), QStringLiteral("8+5"));
  e.scale(20);
  e.step();
  // 20 + 5 = 25 instead of 13, shared: 8·25/13 = 15.4, 5·25/13 = 9.6.
  QCOMPARE(pods(e), QStringLiteral("15+10"));
  e.run(20);
  QCOMPARE(e.counts(0).available, 15);
  e.broken.clear();
  e.run(20);
  QCOMPARE(pods(e), QStringLiteral("0+20"));
}

void RolloutsTest::rollingUpdateRemovesBrokenPodsFirst() {
  MiniEngine e = stable(Strategy::RollingUpdate, 4);
  e.broken = {0};
  e.counts(0) = {0, 3, 1, 1, 0, 0, 0};
  e.dirty = true;
  e.image("x@v2");
  e.run(2);
  // total 5 - (4 - 1) - 1 new not available: one broken old pod may go, the only available one stays.
  QCOMPARE(e.counts(0).available, 1);
  QVERIFY(e.counts(0).notReady < 3);
  e.run(20);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
}

void RolloutsTest::recreateNeverOverlaps() {
  MiniEngine e = stable(Strategy::Recreate, 3);
  e.image("x@v2");
  e.step();
  QCOMPARE(pods(e), QStringLiteral("0+0"));
  QCOMPARE(e.counts(0).terminating, 3);
  QVERIFY(e.waitsFor(WaitFor::Drain) != nullptr);
  // Still terminating: another look makes nothing.
  const Plan plan = reconcile(e.state, e.now + 1);
  QVERIFY(plan.actions.empty());
  e.step();
  QCOMPARE(pods(e), QStringLiteral("0+3"));
  e.run(3);
  QCOMPARE(e.rollout().stable, 1);
}

void RolloutsTest::healingHappensMidStep_data() { firstDeploymentComesUpAndCalmsDown_data(); }

void RolloutsTest::healingHappensMidStep() {
  QFETCH(int, strategy);
  MiniEngine e = stable(static_cast<Strategy>(strategy), 4);
  e.kill(0, 2);
  e.now += 0;
  e.tick();
  QCOMPARE(e.counts(0).total(), 4);
  QCOMPARE(e.counts(0).pending, 2);
  e.run(3);
  if (static_cast<Strategy>(strategy) == Strategy::Recreate) return;
  e.broken = {1};
  e.image("x@v2");
  e.run(5);
  const std::int32_t old = e.counts(0).total();
  e.kill(0, 1);
  if (static_cast<Strategy>(strategy) != Strategy::BlueGreen) QVERIFY(e.verb(RolloutAction::Pause).empty());
  e.step();
  // The same side gets its pod back, paused or not: healing is not progress.
  QCOMPARE(e.counts(0).total(), old);
}

void RolloutsTest::replicasMayChangeMidway_data() {
  QTest::addColumn<int>("strategy");
  QTest::addColumn<int>("replicas");
  for (const Strategy s : {Strategy::BlueGreen, Strategy::Canary, Strategy::RollingUpdate, Strategy::Recreate}) {
    for (const int n : {0, 1, 2, 9}) {
      QTest::addRow("%s to %d", strategyName(s), n) << static_cast<int>(s) << n;
    }
  }
}

void RolloutsTest::replicasMayChangeMidway() {
  QFETCH(int, strategy);
  QFETCH(int, replicas);
  MiniEngine e = stable(static_cast<Strategy>(strategy), 4);
  e.image("x@v2");
  e.run(1);
  e.scale(replicas);
  e.run(40);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QCOMPARE(e.counts(0).total(), 0);
  QCOMPARE(e.counts(1).available, replicas);
  QVERIFY(e.calm());
  if (replicas == 0) QCOMPARE(statusOf(e.state).kind, StatusKind::ScaledToZero);
  // And up again from there.
  e.scale(3);
  e.step();
  QCOMPARE(statusOf(e.state).kind, StatusKind::Scaling);
  e.run(4);
  QCOMPARE(e.counts(1).available, 3);
  QVERIFY(e.calm());
}

void RolloutsTest::strategyMayChangeMidway_data() {
  QTest::addColumn<int>("from");
  QTest::addColumn<int>("to");
  for (const Strategy a : {Strategy::BlueGreen, Strategy::Canary, Strategy::RollingUpdate, Strategy::Recreate}) {
    for (const Strategy b : {Strategy::BlueGreen, Strategy::Canary, Strategy::RollingUpdate, Strategy::Recreate}) {
      if (a != b)
        QTest::addRow("%s to %s", strategyName(a), strategyName(b)) << static_cast<int>(a) << static_cast<int>(b);
    }
  }
}

void RolloutsTest::strategyMayChangeMidway() {
  QFETCH(int, from);
  QFETCH(int, to);
  for (const int after : {1, 2, 3, 4, 6}) {
    MiniEngine e = stable(static_cast<Strategy>(from), 4);
    e.image("x@v2");
    e.run(after);
    ServiceSpec s = MiniEngine::spec(static_cast<Strategy>(to), 4, "x@v2");
    e.apply(s);
    for (int i = 0; i < 40; ++i) {
      e.step();
      // Serving never falls below the bound of the new strategy, except where it is Recreate.
      if (static_cast<Strategy>(to) != Strategy::Recreate && static_cast<Strategy>(from) != Strategy::Recreate) {
        QVERIFY(e.state.serving() >= 3);
      }
    }
    QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
    QCOMPARE(pods(e), QStringLiteral("0+4"));
    QVERIFY(e.calm());
    QCOMPARE(e.rollout().active, static_cast<Strategy>(to) == Strategy::BlueGreen ? 1 : kNoVersion);
  }
}

void RolloutsTest::deletionDrainsAllSides() {
  MiniEngine e = stable(Strategy::BlueGreen, 3);
  e.image("x@v2");
  e.run(1);
  QCOMPARE(pods(e), QStringLiteral("3+3"));
  e.state.deleting = true;
  e.dirty = true;
  e.log.clear();
  e.step();
  QCOMPARE(pods(e), QStringLiteral("0+0"));
  for (const Action& action : e.log) QCOMPARE(action.kind, ActionKind::Remove);
  QVERIFY(e.waitsFor(WaitFor::Drain) != nullptr);
  QVERIFY(!e.verb(RolloutAction::Restart).empty());
  e.run(2);
  QVERIFY(e.calm());
}

QTEST_GUILESS_MAIN(RolloutsTest)
#include "test_rollouts.moc"
