// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/reconcile/autoscale.h"
#include "tests/support/mini_engine.h"

using namespace perfect;
using test::MiniEngine;

namespace {

/// Every pod requests 100; `usage` is the use of each measured pod.
LoadSample sample(int measured, int usage, int unready = 0, int missing = 0, int missingUsage = 100) {
  return {measured,      std::int64_t{measured} * usage,      measured * 100, unready, unready * 100, missing,
          missing * 100, std::int64_t{missing} * missingUsage};
}

MiniEngine autoscaled(std::int32_t replicas, std::int64_t demand, Strategy strategy = Strategy::RollingUpdate) {
  ServiceSpec s = MiniEngine::spec(strategy, replicas, "x@v1");
  s.autoscale = Autoscale{};
  MiniEngine e(s);
  e.state.load.byDemand = true;
  e.state.load.demand = demand;
  e.tick();
  return e;
}

}  // namespace

class AutoscaleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void loadAsksForPods_data();
  void loadAsksForPods();
  void boundsAreKept();
  void oneStepUpIsLimited_data();
  void oneStepUpIsLimited();
  void policiesLimitTheRate_data();
  void policiesLimitTheRate();
  void theWholeWindowHasToAgree_data();
  void theWholeWindowHasToAgree();
  void demandIsSharedByServingPods();
  void scalesOutUntilItIsCool();
  void scalesInAfterTheWindow();
  void sleepsWhileNothingChanges();
  void aSleepStillCountsForTheWindow();
  void whatLeftTheWindowStaysForgotten_data();
  void whatLeftTheWindowStaysForgotten();
  void zeroReplicasDisableIt();
  void outsideTheBoundsIsClamped();
  void handsetReplicasLastUntilTheNextLook();
  void everyReasonToHoldIsToldOnce();
  void behaviorLimitsSteps();
  void policiesCountTheirOwnStepsOnly();
  void aLongerPeriodCountsTheStepsInIt();
};

void AutoscaleTest::loadAsksForPods_data() {
  QTest::addColumn<int>("current");
  QTest::addColumn<QList<int>>("pods");  // measured, use, unready, missing
  QTest::addColumn<int>("target");
  QTest::addColumn<int>("expected");  // -1: nothing measured
  QTest::addColumn<int>("verdict");
  using L = QList<int>;
  const int none = static_cast<int>(AutoscaleVerdict::None);
  const int tolerance = static_cast<int>(AutoscaleVerdict::WithinTolerance);
  const int against = static_cast<int>(AutoscaleVerdict::AgainstSignal);
  QTest::newRow("up") << 3 << L{3, 50, 0, 0} << 30 << 5 << none;
  QTest::newRow("down") << 5 << L{5, 28, 0, 0} << 50 << 3 << none;
  QTest::newRow("upper edge of tolerance") << 3 << L{3, 110, 0, 0} << 100 << 3 << tolerance;
  QTest::newRow("above it") << 3 << L{3, 111, 0, 0} << 100 << 4 << none;
  QTest::newRow("lower edge of tolerance") << 10 << L{10, 90, 0, 0} << 100 << 10 << tolerance;
  QTest::newRow("below it") << 10 << L{10, 89, 0, 0} << 100 << 9 << none;
  QTest::newRow("exact multiples do not round up") << 3 << L{3, 40, 0, 0} << 30 << 4 << none;
  QTest::newRow("unready count 0 % on the way up") << 3 << L{2, 60, 1, 0} << 30 << 4 << none;
  QTest::newRow("unready are left out on the way down") << 5 << L{3, 20, 2, 0} << 50 << 2 << none;
  QTest::newRow("unready turn it inside tolerance") << 3 << L{2, 46, 1, 0} << 30 << 3 << tolerance;
  QTest::newRow("unready turn it across 1") << 3 << L{1, 40, 2, 0} << 30 << 3 << against;
  QTest::newRow("missing count 0 % on the way up") << 4 << L{3, 200, 0, 1} << 100 << 6 << none;
  QTest::newRow("missing count full on the way down") << 4 << L{3, 20, 0, 1} << 100 << 2 << none;
  QTest::newRow("missing turn it across 1") << 3 << L{1, 40, 0, 2} << 50 << 3 << against;
  QTest::newRow("never fewer on a signal up") << 10 << L{2, 200, 1, 0} << 100 << 10 << against;
  QTest::newRow("never fewer on a signal up because pods are lost") << 10 << L{2, 200, 0, 0} << 100 << 10 << against;
  QTest::newRow("never more on a signal down because of surge") << 4 << L{6, 80, 0, 0} << 100 << 4 << against;
  QTest::newRow("nothing measured") << 3 << L{0, 0, 3, 0} << 100 << -1 << none;
}

void AutoscaleTest::loadAsksForPods() {
  QFETCH(int, current);
  QFETCH(QList<int>, pods);
  QFETCH(int, target);
  QFETCH(int, expected);
  const auto decision = desiredByLoad(current, sample(pods[0], pods[1], pods[2], pods[3]), target, 100);
  QCOMPARE(decision.has_value(), expected >= 0);
  if (!decision) return;
  QTEST(decision->replicas, "expected");
  QTEST(static_cast<int>(decision->verdict), "verdict");
}

void AutoscaleTest::boundsAreKept() {
  QCOMPARE(replicasOutsideBounds(5, 2, 10), std::nullopt);
  QCOMPARE(replicasOutsideBounds(1, 2, 10), std::optional(2));
  QCOMPARE(replicasOutsideBounds(12, 2, 10), std::optional(10));
  QCOMPARE(replicasOutsideBounds(0, 2, 10), std::optional(0));
  QCOMPARE(replicasOutsideBounds(0, 0, 10), std::nullopt);
}

void AutoscaleTest::oneStepUpIsLimited_data() {
  QTest::addColumn<int>("current");
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("max");
  QTest::addColumn<int>("expected");
  QTest::addColumn<QString>("limit");
  QTest::newRow("twice") << 3 << 21 << 50 << 6 << "ScaleUpLimit";
  QTest::newRow("at least 4") << 1 << 21 << 50 << 4 << "ScaleUpLimit";
  QTest::newRow("max first") << 3 << 21 << 5 << 5 << "TooManyReplicas";
  QTest::newRow("min") << 5 << 1 << 10 << 2 << "TooFewReplicas";
  QTest::newRow("free") << 5 << 7 << 10 << 7 << "DesiredWithinRange";
}

void AutoscaleTest::oneStepUpIsLimited() {
  QFETCH(int, current);
  QFETCH(int, desired);
  QFETCH(int, max);
  const LimitedReplicas limited = limitStep(current, desired, 2, max);
  QTEST(limited.replicas, "expected");
  QTEST(QString::fromLatin1(scaleLimitName(limited.limit)), "limit");
}

void AutoscaleTest::policiesLimitTheRate_data() {
  QTest::addColumn<int>("select");
  QTest::addColumn<int>("current");
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("added");    // 10 s ago
  QTest::addColumn<int>("removed");  // 10 s ago
  QTest::addColumn<int>("expected");
  QTest::addColumn<QString>("limit");
  const int max = static_cast<int>(PolicySelect::Max);
  const int min = static_cast<int>(PolicySelect::Min);
  const int off = static_cast<int>(PolicySelect::Disabled);
  // Policies: 4 pods in 60 s, 50 % in 60 s.
  QTest::newRow("up: the largest") << max << 10 << 100 << 0 << 0 << 15 << "ScaleUpLimit";
  QTest::newRow("up: the smallest") << min << 10 << 100 << 0 << 0 << 14 << "ScaleUpLimit";
  QTest::newRow("up: disabled") << off << 10 << 100 << 0 << 0 << 10 << "ScaleUpLimit";
  QTest::newRow("up: spent") << min << 14 << 100 << 4 << 0 << 14 << "ScaleUpLimit";
  QTest::newRow("up: partly spent") << min << 12 << 100 << 2 << 0 << 14 << "ScaleUpLimit";
  QTest::newRow("up: what was removed may come back") << min << 8 << 100 << 0 << 2 << 14 << "ScaleUpLimit";
  QTest::newRow("up: percent rounds up") << max << 9 << 100 << 0 << 0 << 14 << "ScaleUpLimit";
  QTest::newRow("down: the largest") << max << 10 << 1 << 0 << 0 << 5 << "ScaleDownLimit";
  QTest::newRow("down: the smallest") << min << 10 << 1 << 0 << 0 << 6 << "ScaleDownLimit";
  QTest::newRow("down: disabled") << off << 10 << 1 << 0 << 0 << 10 << "ScaleDownLimit";
  QTest::newRow("down: spent") << min << 6 << 1 << 0 << 4 << 6 << "ScaleDownLimit";
  QTest::newRow("free") << max << 10 << 12 << 0 << 0 << 12 << "DesiredWithinRange";
  QTest::newRow("max") << max << 150 << 1000 << 0 << 0 << 200 << "TooManyReplicas";
}

void AutoscaleTest::policiesLimitTheRate() {
  QFETCH(int, select);
  QFETCH(int, current);
  QFETCH(int, desired);
  QFETCH(int, added);
  QFETCH(int, removed);
  const ScalingRules rules{
      0, static_cast<PolicySelect>(select), {{PolicyType::Pods, 4, 60}, {PolicyType::Percent, 50, 60}}};
  const SimTime now = 1000000;
  std::vector<ScaleEvent> ups{{now - 60000, 1000}};  // exactly a period old: no longer counts
  std::vector<ScaleEvent> downs{{now - 60000, 1000}};
  if (added > 0) ups.push_back({now - 10000, added});
  if (removed > 0) downs.push_back({now - 10000, removed});
  const LimitedReplicas limited = limitRate(current, desired, 1, 200, {rules, rules}, ups, downs, now);
  QTEST(limited.replicas, "expected");
  QTEST(QString::fromLatin1(scaleLimitName(limited.limit)), "limit");
}

void AutoscaleTest::theWholeWindowHasToAgree_data() {
  QTest::addColumn<QList<int>>("ages");
  QTest::addColumn<QList<int>>("values");
  QTest::addColumn<int>("current");
  QTest::addColumn<int>("desired");
  QTest::addColumn<int>("expected");
  QTest::addColumn<QList<int>>("log");
  QTest::addColumn<int>("heldFor");  // -1: not held
  using L = QList<int>;
  QTest::newRow("nothing known") << L{} << L{} << 10 << 5 << 5 << L{5} << -1;
  QTest::newRow("down to the highest") << L{20, 10} << L{4, 6} << 10 << 3 << 6 << L{4, 6, 3} << 20;
  QTest::newRow("up to the lowest") << L{8, 5} << L{7, 12} << 5 << 20 << 7 << L{7, 12, 20} << 2;
  QTest::newRow("held where it is") << L{20} << L{10} << 10 << 3 << 10 << L{10, 3} << 10;
  QTest::newRow("exactly a window old no longer counts") << L{30} << L{10} << 10 << 3 << 3 << L{3} << -1;
  QTest::newRow("the forgotten place is reused") << L{40, 10} << L{9, 5} << 10 << 3 << 5 << L{3, 5} << 20;
}

void AutoscaleTest::theWholeWindowHasToAgree() {
  QFETCH(QList<int>, ages);
  QFETCH(QList<int>, values);
  QFETCH(int, current);
  QFETCH(int, desired);
  QFETCH(int, heldFor);
  const SimTime now = 1000000;
  std::vector<Recommendation> log;
  for (int i = 0; i < ages.size(); ++i) log.push_back({now - ages[i] * 1000, values[i]});
  const Stabilised got = stabilise(log, current, desired, 10000, 30000, now);
  QTEST(got.replicas, "expected");
  QList<int> numbers;
  for (const Recommendation& recommendation : got.log) numbers.append(recommendation.replicas);
  QTEST(numbers, "log");
  QCOMPARE(got.heldUntil, heldFor < 0 ? kNever : now + heldFor * 1000);
}

void AutoscaleTest::demandIsSharedByServingPods() {
  MiniEngine e = autoscaled(4, 240);
  e.run(2);
  QCOMPARE(utilisation(sampleLoad(e.state)), std::optional<std::int64_t>(60));
  e.kill(0, 1);
  QCOMPARE(utilisation(sampleLoad(e.state)), std::optional<std::int64_t>(80));
  e.state.load = {false, 37, 0};
  QCOMPARE(utilisation(sampleLoad(e.state)), std::optional<std::int64_t>(37));
  e.counts(0).ready = 0;
  QCOMPARE(utilisation(sampleLoad(e.state)), std::nullopt);

  // Blue/green: only the side that serves is measured.
  MiniEngine f = autoscaled(2, 100, Strategy::BlueGreen);
  f.run(2);
  f.image("x@v2");
  f.run(1);
  f.counts(1) = {0, 0, 2, 2, 0, 0, 0};
  QCOMPARE(sampleLoad(f.state).measured, 2);
  QCOMPARE(utilisation(sampleLoad(f.state)), std::optional<std::int64_t>(50));
}

void AutoscaleTest::scalesOutUntilItIsCool() {
  MiniEngine e = autoscaled(1, 360);
  QCOMPARE(e.state.autoscale.nextAt, 5000);
  e.run(4);
  QCOMPARE(e.state.replicas, 1);
  e.run(1);
  // 360 % of 60 %: six, but one step goes to 4 at most.
  QCOMPARE(e.state.replicas, 4);
  QCOMPARE(e.counts(0).total(), 4);
  e.run(5);
  QCOMPARE(e.state.replicas, 6);
  e.run(10);
  QCOMPARE(e.state.replicas, 6);
  QCOMPARE(e.noted(Reason::SuccessfulRescale), 2);
  QCOMPARE(e.state.autoscale.utilisation, 60);
  QVERIFY(e.calm());
}

void AutoscaleTest::scalesInAfterTheWindow() {
  MiniEngine e = autoscaled(1, 360);
  e.run(20);
  QCOMPARE(e.state.replicas, 6);
  QVERIFY(e.calm());
  e.state.load.demand = 60;
  e.dirty = true;
  e.run(5);
  QCOMPARE(e.state.autoscale.verdict, AutoscaleVerdict::Stabilised);
  QVERIFY(e.waitsFor(WaitFor::ScaleDownWindow) != nullptr);
  QCOMPARE(e.state.replicas, 6);
  // The last look that wanted 6 was at t = 20 s, and the window is 30 s.
  e.run(20);
  QCOMPARE(e.now, 45000);
  QCOMPARE(e.state.replicas, 6);
  e.run(5);
  QCOMPARE(e.state.replicas, 1);
  e.run(10);
  QVERIFY(e.calm());
}

void AutoscaleTest::sleepsWhileNothingChanges() {
  MiniEngine e = autoscaled(2, 120);
  e.run(10);
  QVERIFY(e.calm());
  QCOMPARE(e.state.autoscale.nextAt, kNever);
  const int looks = e.looks;
  e.run(100);
  QCOMPARE(e.looks, looks);
  // A change is acted on at the next whole period, not before.
  e.run(2);
  e.state.load.demand = 240;
  e.dirty = true;
  e.step();
  QCOMPARE(e.now % 5000, 3000);
  QCOMPARE(e.state.replicas, 2);
  e.run(2);
  QCOMPARE(e.now % 5000, 0);
  QCOMPARE(e.state.replicas, 4);
}

void AutoscaleTest::aSleepStillCountsForTheWindow() {
  MiniEngine e = autoscaled(4, 240);
  e.run(400);
  QVERIFY(e.calm());
  // At t = 400 s every look so far has asked for 4; the newest of them holds for 30 s.
  e.state.load.demand = 60;
  e.dirty = true;
  e.run(29);
  QCOMPARE(e.state.replicas, 4);
  e.run(6);
  QCOMPARE(e.state.replicas, 1);
}

void AutoscaleTest::whatLeftTheWindowStaysForgotten_data() {
  QTest::addColumn<int>("sleepsFor");  // s
  QTest::addColumn<int>("expected");
  QTest::newRow("in the window at every look") << 0 << 6;
  QTest::newRow("still in it at the last look that was slept through") << 24 << 6;
  QTest::newRow("left it at that look") << 25 << 1;
  QTest::newRow("long ago") << 400 << 1;
}

// A window that is made longer later finds what a shorter one kept until then, whether every look was taken or slept
// through because nothing changed.
void AutoscaleTest::whatLeftTheWindowStaysForgotten() {
  QFETCH(int, sleepsFor);
  MiniEngine e = autoscaled(1, 360);
  e.run(100);
  QCOMPARE(e.state.replicas, 6);
  e.state.load.demand = 60;
  e.scale(1);
  e.run(5);
  e.run(sleepsFor);
  QCOMPARE(e.state.autoscale.nextAt, kNever);
  // 6 was asked for until t = 100 s, with a window of 30 s.
  ServiceSpec s = *e.state.spec;
  s.replicas = 6;
  s.autoscale->scaleDownStabilization = seconds(3600);
  e.apply(s);
  e.run(10);
  QTEST(e.state.replicas, "expected");
}

void AutoscaleTest::zeroReplicasDisableIt() {
  MiniEngine e = autoscaled(2, 120);
  e.run(10);
  e.scale(0);
  e.run(20);
  QCOMPARE(e.state.replicas, 0);
  QCOMPARE(e.state.autoscale.verdict, AutoscaleVerdict::Disabled);
  QVERIFY(e.calm());
}

void AutoscaleTest::outsideTheBoundsIsClamped() {
  MiniEngine e = autoscaled(14, 60);
  e.run(5);
  QCOMPARE(e.state.replicas, 10);
  QCOMPARE(e.state.autoscale.verdict, AutoscaleVerdict::Clamped);
  QVERIFY(e.state.autoscale.recommendations.empty());
}

void AutoscaleTest::handsetReplicasLastUntilTheNextLook() {
  MiniEngine e = autoscaled(2, 120);
  e.run(11);
  e.scale(8);
  e.run(3);
  QCOMPARE(e.state.replicas, 8);
  e.run(1);
  QCOMPARE(e.now, 15000);
  QCOMPARE(e.state.replicas, 2);
}

void AutoscaleTest::everyReasonToHoldIsToldOnce() {
  MiniEngine e = autoscaled(10, 100000);
  e.run(30);
  QCOMPARE(e.state.autoscale.verdict, AutoscaleVerdict::LimitedByBounds);
  QCOMPARE(e.noted(Reason::RescaleHeld), 1);
  QVERIFY(e.calm());
  e.state.load.demand = 620;
  e.dirty = true;
  e.run(30);
  QCOMPARE(e.state.autoscale.verdict, AutoscaleVerdict::WithinTolerance);
  QCOMPARE(e.noted(Reason::RescaleHeld), 2);

  MiniEngine f = autoscaled(2, 100);
  f.broken = {0};
  f.counts(0) = {2, 0, 0, 0, 0, 0, 0};
  f.run(30);
  QCOMPARE(f.noted(Reason::FailedGetResourceMetric), 1);
  QCOMPARE(f.state.replicas, 2);
}

void AutoscaleTest::behaviorLimitsSteps() {
  ServiceSpec s = MiniEngine::spec(Strategy::RollingUpdate, 2, "x@v1");
  s.autoscale = Autoscale{};
  s.autoscale->max = 40;
  s.autoscale->behavior = ScalingBehavior{{0, PolicySelect::Max, {{PolicyType::Pods, 2, 10}}},
                                          {10, PolicySelect::Max, {{PolicyType::Percent, 50, 10}}}};
  MiniEngine e(s);
  e.state.load = {true, 0, 1200};
  e.tick();
  e.run(5);
  QCOMPARE(e.state.replicas, 4);
  e.run(5);
  QCOMPARE(e.state.replicas, 4);
  QCOMPARE(e.state.autoscale.verdict, AutoscaleVerdict::LimitedByPolicy);
  e.run(5);
  QCOMPARE(e.state.replicas, 6);
  e.run(200);
  // 18 pods at 66 %: inside the tolerance of 60 %.
  QCOMPARE(e.state.replicas, 18);
  QVERIFY(e.calm());
  e.state.load.demand = 60;
  e.dirty = true;
  e.run(200);
  QCOMPARE(e.state.replicas, 1);
  QVERIFY(e.calm());
}

// What was changed before there was a policy is not in its period (Kubernetes: storeScaleEvent).
void AutoscaleTest::policiesCountTheirOwnStepsOnly() {
  MiniEngine e = autoscaled(2, 1200);
  e.run(5);
  QCOMPARE(e.state.replicas, 4);
  QVERIFY(e.state.autoscale.ups.empty());
  ServiceSpec s = *e.state.spec;
  s.replicas = 4;
  s.autoscale->behavior = ScalingBehavior{{0, PolicySelect::Max, {{PolicyType::Pods, 2, 60}}},
                                          {0, PolicySelect::Max, {{PolicyType::Pods, 1, 60}}}};
  e.apply(s);
  e.run(5);
  QCOMPARE(e.state.replicas, 6);
  QCOMPARE(e.state.autoscale.ups.size(), std::size_t{1});
  e.run(20);
  QCOMPARE(e.state.replicas, 6);
}
// A period that is made longer counts what was changed within it, whether looks were taken since then or not.
void AutoscaleTest::aLongerPeriodCountsTheStepsInIt() {
  for (const std::int64_t demand : {240, 60}) {  // it sleeps at its target; held by the window it goes on to look
    ServiceSpec s = MiniEngine::spec(Strategy::RollingUpdate, 2, "x@v1");
    s.autoscale = Autoscale{};
    s.autoscale->max = 40;
    s.autoscale->behavior = ScalingBehavior{{0, PolicySelect::Max, {{PolicyType::Pods, 2, 10}}},
                                            {300, PolicySelect::Max, {{PolicyType::Pods, 1, 10}}}};
    MiniEngine e(s);
    e.state.load = {true, 0, 1200};
    e.tick();
    e.run(5);
    QCOMPARE(e.state.replicas, 4);
    e.state.load.demand = demand;
    e.dirty = true;
    e.run(35);
    QCOMPARE(e.calm(), demand == 240);
    s.replicas = 4;
    s.autoscale->behavior->scaleUp.policies.front().periodSeconds = 60;
    e.state.load.demand = 1200;
    e.apply(s);
    e.run(20);
    QCOMPARE(e.state.replicas, 4);
    QCOMPARE(e.state.autoscale.verdict, AutoscaleVerdict::LimitedByPolicy);
    e.run(10);
    QCOMPARE(e.state.replicas, 6);
  }
}

QTEST_GUILESS_MAIN(AutoscaleTest)
#include "test_autoscale.moc"
