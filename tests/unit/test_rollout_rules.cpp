// SPDX-License-Identifier: GPL-3.0-or-later
// Single rules of rollouts that a rollout which simply succeeds does not show.
#include <QTest>

#include "tests/support/mini_engine.h"

using namespace perfect;
using test::MiniEngine;

namespace {

MiniEngine stable(Strategy strategy) {
  MiniEngine e(MiniEngine::spec(strategy, 4, "x@v1"));
  e.tick();
  e.run(4);
  return e;
}

ServiceSpec second(const MiniEngine& e) {
  ServiceSpec s = *e.state.spec;
  s.podTemplate.image = "x@v2";
  return s;
}

Facts factsOf(const MiniEngine& e, Reason reason) {
  for (const Action& a : e.log) {
    if (a.reason == reason) return a.facts;
  }
  return {};
}

}  // namespace

class RolloutRulesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aStepsOwnPauseCountsAndTheLastHasNone() {
    MiniEngine e = stable(Strategy::Canary);
    ServiceSpec s = second(e);
    s.rollout.steps = {{25, Millis{20000}, false}, {100, {}, true}};
    e.apply(s);
    e.run(60);
    QCOMPARE(factsOf(e, Reason::RolloutStepCompleted)[3], std::int64_t{20000});
    QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  }

  void anAbortedRolloutHasNoDeadline() {
    MiniEngine e = stable(Strategy::Canary);
    e.apply(second(e));
    e.run(2);
    e.broken = {0, 1};
    e.kill(0, 1);
    QVERIFY(e.verb(RolloutAction::Abort).empty());
    QCOMPARE(factsOf(e, Reason::RolloutAborted)[0], std::int64_t{0});
    e.run(200);
    QCOMPARE(e.rollout().phase, RolloutPhase::Aborted);
    QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 0);
  }

  void analysisBeginsWithTheSwitchAndSaysThatItAborts() {
    MiniEngine e = stable(Strategy::BlueGreen);
    ServiceSpec s = second(e);
    s.rollout.analysis.emplace();
    s.rollout.analysis->failureLimit = 0;
    s.rollout.autoPromote = false;
    e.apply(s);
    const auto failing = [&e](int steps) {
      for (int i = 0; i < steps; ++i) {
        e.state.versions[1].servedMilli += 100000;
        e.state.versions[1].failedMilli += 50000;
        e.step();
      }
    };
    failing(10);
    QCOMPARE(e.noted(Reason::MeasurementTaken), 0);
    QVERIFY(e.verb(RolloutAction::Promote).empty());
    failing(10);
    QCOMPARE(e.rollout().phase, RolloutPhase::Aborted);
    QCOMPARE(factsOf(e, Reason::RolloutAborted)[0], std::int64_t{1});
  }

  void strategiesWithoutAnalysisEndIt() {
    MiniEngine e = stable(Strategy::Canary);
    ServiceSpec s = second(e);
    s.rollout.analysis.emplace();
    e.apply(s);
    e.run(3);
    QVERIFY(e.rollout().analysis.running);
    s.rollout.strategy = Strategy::RollingUpdate;
    e.apply(s);
    e.state.versions[1].servedMilli += 100000;
    e.state.versions[1].failedMilli += 100000;
    e.run(20);
    QVERIFY(!e.rollout().analysis.running);
    QCOMPARE(e.noted(Reason::MeasurementTaken), 0);
    QCOMPARE(e.noted(Reason::AnalysisRunSuccessful), 0);
    QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  }

  /// A step that leaves the canary without a pod has nothing to measure, and does not wait for it.
  void aStepWithoutCanariesNeedsNoMeasurement() {
    MiniEngine e = stable(Strategy::Canary);
    ServiceSpec s = second(e);
    s.rollout.steps = {{0, {}, true}, {50, {}, true}, {100, {}, false}};
    s.rollout.analysis.emplace();
    e.apply(s);
    e.run(20);
    QCOMPARE(e.rollout().step, 0);
    QVERIFY(e.waitsFor(WaitFor::Promotion));
    QCOMPARE(e.waitsFor(WaitFor::Measurement), nullptr);
    QVERIFY(e.verb(RolloutAction::Promote).empty());
    e.run(20);
    // With canaries there is: promote ends the wait for a person, measurements are needed all the same.
    QCOMPARE(e.rollout().step, 1);
    QVERIFY(e.waitsFor(WaitFor::Measurement));
    QCOMPARE(e.noted(Reason::MeasurementTaken), 0);
  }

  /// Without a pause nothing at all holds such a step.
  void aStepWithoutCanariesPasses() {
    MiniEngine e = stable(Strategy::Canary);
    ServiceSpec s = second(e);
    s.rollout.steps = {{0, Millis{0}, false}, {50, {}, true}, {100, {}, false}};
    s.rollout.analysis.emplace();
    e.apply(s);
    e.run(20);
    QCOMPARE(e.rollout().step, 1);
  }
};

QTEST_GUILESS_MAIN(RolloutRulesTest)
#include "test_rollout_rules.moc"
