// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/agent/probing.h"
#include "core/reconcile/backoff.h"
#include "core/reconcile/balancer.h"
#include "core/reconcile/health.h"
#include "core/reconcile/victims.h"

using namespace perfect;

namespace {

Probe probeWith(int successThreshold, int failureThreshold, int initialDelay = 0) {
  Probe probe;
  probe.successThreshold = successThreshold;
  probe.failureThreshold = failureThreshold;
  probe.initialDelaySeconds = initialDelay;
  return probe;
}

ProbeCounter counted(ProbeType type, const Probe& probe, const QString& outcomes) {
  ProbeCounter counter = newCounter(type);
  for (const QChar c : outcomes) {
    counter = countOutcomes(type, probe, counter,
                            c == u'+'   ? ProbeOutcome::Success
                            : c == u'-' ? ProbeOutcome::Failure
                                        : ProbeOutcome::Error);
  }
  return counter;
}

}  // namespace

class HealthTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void resultsFlipAfterARunOfOutcomes_data();
  void resultsFlipAfterARunOfOutcomes();
  void computedProbesEqualPolledOnes();
  void probesEndBeforeTheirNumbersDo();
  void restartKeepsOnlyTheReadinessRun();
  void terminatingPodsAreProbedForReadinessOnly();
  void onlyStartupRunsUntilItHasSucceeded();
  void readyNeedsRunningStartedAndReadiness_data();
  void readyNeedsRunningStartedAndReadiness();
  void backoffGrowsToItsMaximum_data();
  void backoffGrowsToItsMaximum();
  void aLongRunForgetsRestarts();
  void victimsAreOrdered();
  void balancerGoesRound_data();
  void balancerGoesRound();
};

void HealthTest::resultsFlipAfterARunOfOutcomes_data() {
  QTest::addColumn<int>("type");
  QTest::addColumn<QString>("outcomes");
  QTest::addColumn<int>("result");
  QTest::addColumn<int>("run");
  QTest::addColumn<bool>("onHold");
  const int readiness = static_cast<int>(ProbeType::Readiness);
  const int liveness = static_cast<int>(ProbeType::Liveness);
  const int startup = static_cast<int>(ProbeType::Startup);
  const int ok = static_cast<int>(ProbeResult::Success);
  const int bad = static_cast<int>(ProbeResult::Failure);
  const int unknown = static_cast<int>(ProbeResult::Unknown);
  QTest::newRow("readiness begins failed") << readiness << "" << bad << 0 << false;
  QTest::newRow("liveness begins well") << liveness << "" << ok << 0 << false;
  QTest::newRow("startup begins unknown") << startup << "" << unknown << 0 << false;
  QTest::newRow("one success of two") << readiness << "+" << bad << 1 << false;
  QTest::newRow("two successes") << readiness << "++" << ok << 2 << false;
  QTest::newRow("two failures of three") << readiness << "++--" << ok << 2 << false;
  QTest::newRow("a success between") << readiness << "++--+--" << ok << 2 << false;
  QTest::newRow("three failures") << readiness << "++---" << bad << 3 << false;
  QTest::newRow("errors count for nothing") << readiness << "++--?-" << bad << 3 << false;
  QTest::newRow("failed liveness holds") << liveness << "---" << bad << 0 << true;
  QTest::newRow("on hold nothing counts") << liveness << "---++++" << bad << 0 << true;
  QTest::newRow("startup holds once it succeeded") << startup << "++" << ok << 0 << true;
  QTest::newRow("failed startup holds") << startup << "---" << bad << 0 << true;
}

void HealthTest::resultsFlipAfterARunOfOutcomes() {
  QFETCH(int, type);
  QFETCH(QString, outcomes);
  const ProbeCounter counter = counted(static_cast<ProbeType>(type), probeWith(2, 3), outcomes);
  QTEST(static_cast<int>(counter.result), "result");
  QTEST(static_cast<int>(counter.run), "run");
  QTEST(counter.onHold, "onHold");
}

void HealthTest::computedProbesEqualPolledOnes() {
  const Probe probe = probeWith(2, 3);
  for (const ProbeType type : {ProbeType::Readiness, ProbeType::Liveness, ProbeType::Startup}) {
    for (const QString& before :
         {QStringLiteral(""), QStringLiteral("+"), QStringLiteral("++-"), QStringLiteral("---")}) {
      for (const ProbeOutcome outcome : {ProbeOutcome::Success, ProbeOutcome::Failure}) {
        const ProbeCounter start = counted(type, probe, before);
        ProbeCounter polled = start;
        std::optional<std::uint32_t> changedAfter;
        for (std::uint32_t i = 1; i <= 8; ++i) {
          const ProbeCounter next = countOutcomes(type, probe, polled, outcome);
          const bool changed = next.result != polled.result || next.onHold != polled.onHold;
          polled = next;
          if (changed && !changedAfter) changedAfter = i;
          QCOMPARE(countOutcomes(type, probe, start, outcome, i), polled);
        }
        QCOMPARE(outcomesUntilChange(type, probe, start, outcome), changedAfter);
      }
    }
  }
}

void HealthTest::probesEndBeforeTheirNumbersDo() {
  Probe everySecond = probeWith(1, 3);
  everySecond.periodSeconds = 1;
  ProbeCourse course;
  course.probe = &everySecond;
  course.failureMilliPercent = 20000;
  const SimTime last = 1000 * (SimTime{kProbesEnd} - 1);
  QCOMPARE(course.at(course.firstAfter(last - 1)), last);
  // 136 years and more: a startup probe of the longest period may keep the others waiting so long.
  for (const SimTime t : {last, last + 1, last + 999, last + 2001, 2 * last, kNever - 1}) {
    QCOMPARE(course.firstAfter(t), kProbesEnd);
    QCOMPARE(course.at(course.firstAfter(t)), kNever);
  }
  ProbeMemory memory{{ProbeResult::Failure, 0, false, false}, kProbesEnd - 3};
  const SimTime effect = advanceToEffect(course, memory).at;
  QVERIFY(effect == kNever || effect <= last);
  memory.counted = kProbesEnd;
  QCOMPARE(advanceToEffect(course, memory).at, kNever);
  countUntil(course, memory, 2 * last);
  QCOMPARE(memory.counted, kProbesEnd);
}

void HealthTest::restartKeepsOnlyTheReadinessRun() {
  const Probe probe = probeWith(3, 3);
  ProbeCounter readiness =
      afterRestart(ProbeType::Readiness, counted(ProbeType::Readiness, probe, QStringLiteral("++")));
  QCOMPARE(readiness.result, ProbeResult::Failure);
  QCOMPARE(readiness.run, 2U);
  readiness = countOutcomes(ProbeType::Readiness, probe, readiness, ProbeOutcome::Success);
  QCOMPARE(readiness.result, ProbeResult::Success);
  const ProbeCounter liveness =
      afterRestart(ProbeType::Liveness, counted(ProbeType::Liveness, probe, QStringLiteral("--")));
  QCOMPARE(liveness, newCounter(ProbeType::Liveness));
}

void HealthTest::terminatingPodsAreProbedForReadinessOnly() {
  ProbeSight sight;
  sight.terminating = true;
  sight.outcome = ProbeOutcome::Failure;
  const ProbeWorker liveness = probeOnce(newWorker(ProbeType::Liveness), probeWith(1, 1), sight);
  QCOMPARE(liveness.result(), std::optional(ProbeResult::Success));
  QVERIFY(!liveness.keepGoing);
  sight.outcome = ProbeOutcome::Success;
  const ProbeWorker readiness = probeOnce(newWorker(ProbeType::Readiness), probeWith(1, 1), sight);
  QCOMPARE(readiness.result(), std::optional(ProbeResult::Success));
  QVERIFY(readiness.keepGoing);
}

void HealthTest::onlyStartupRunsUntilItHasSucceeded() {
  ProbeSight sight;
  sight.started = false;
  QCOMPARE(probeOnce(newWorker(ProbeType::Readiness), probeWith(1, 1), sight).counter.run, 0U);
  QCOMPARE(probeOnce(newWorker(ProbeType::Startup), probeWith(1, 1), sight).counter.result, ProbeResult::Success);
  sight.started = true;
  QCOMPARE(probeOnce(newWorker(ProbeType::Startup), probeWith(1, 1), sight).counter.result, ProbeResult::Unknown);
  // Nothing before the initial delay.
  sight.sinceStart = 1999;
  QCOMPARE(probeOnce(newWorker(ProbeType::Readiness), probeWith(1, 1, 2), sight).counter.run, 0U);
  sight.sinceStart = 2000;
  QCOMPARE(probeOnce(newWorker(ProbeType::Readiness), probeWith(1, 1, 2), sight).counter.run, 1U);
}

void HealthTest::readyNeedsRunningStartedAndReadiness_data() {
  QTest::addColumn<bool>("running");
  QTest::addColumn<bool>("hasStartup");
  QTest::addColumn<bool>("startupOk");
  QTest::addColumn<bool>("hasReadiness");
  QTest::addColumn<bool>("readinessOk");
  QTest::addColumn<bool>("started");
  QTest::addColumn<bool>("ready");
  QTest::newRow("no probes") << true << false << false << false << false << true << true;
  QTest::newRow("not running") << false << false << false << false << false << false << false;
  QTest::newRow("not started") << true << true << false << false << false << false << false;
  QTest::newRow("started") << true << true << true << false << false << true << true;
  QTest::newRow("not ready") << true << false << false << true << false << true << false;
  QTest::newRow("ready") << true << true << true << true << true << true << true;
  QTest::newRow("readiness before startup") << true << true << false << true << true << false << false;
}

void HealthTest::readyNeedsRunningStartedAndReadiness() {
  QFETCH(bool, running);
  QFETCH(bool, hasStartup);
  QFETCH(bool, startupOk);
  QFETCH(bool, hasReadiness);
  QFETCH(bool, readinessOk);
  const auto result = [](bool ok) { return ok ? std::optional(ProbeResult::Success) : std::nullopt; };
  const ContainerState state =
      containerReady(running, hasStartup, result(startupOk), hasReadiness, result(readinessOk));
  QTEST(state.started, "started");
  QTEST(state.ready, "ready");
}

void HealthTest::backoffGrowsToItsMaximum_data() {
  QTest::addColumn<qint64>("base");
  QTest::addColumn<qint64>("factorMilli");
  QTest::addColumn<qint64>("max");
  QTest::addColumn<int>("n");
  QTest::addColumn<qint64>("expected");
  QTest::newRow("first") << 500LL << 2000LL << 32000LL << 0 << 500LL;
  QTest::newRow("doubled") << 500LL << 2000LL << 32000LL << 1 << 1000LL;
  QTest::newRow("at the maximum") << 500LL << 2000LL << 32000LL << 6 << 32000LL;
  QTest::newRow("stays there") << 500LL << 2000LL << 32000LL << 2000000000 << 32000LL;
  QTest::newRow("a factor with decimals") << 1000LL << 1500LL << 60000LL << 2 << 2250LL;
  QTest::newRow("cut to milliseconds only at the end") << 1LL << 1500LL << 60000LL << 3 << 3LL;
  QTest::newRow("factor 1") << 700LL << 1000LL << 32000LL << 1000000000 << 700LL;
  QTest::newRow("nothing to wait") << 0LL << 2000LL << 32000LL << 1000000000 << 0LL;
  QTest::newRow("base above the maximum") << 5000LL << 2000LL << 3000LL << 0 << 3000LL;
  QTest::newRow("saturates") << 3600000LL << 1000000000LL << 360000000000LL << 50 << 360000000000LL;
  QTest::newRow("where the product would not fit")
      << 100000000000LL << 1000000000LL << 360000000000LL << 1 << 360000000000LL;
}

void HealthTest::backoffGrowsToItsMaximum() {
  QFETCH(qint64, base);
  QFETCH(qint64, factorMilli);
  QFETCH(qint64, max);
  QFETCH(int, n);
  const RestartBackoff backoff{base, factorMilli, max, 60000};
  QTEST(static_cast<qint64>(backoffWait(backoff, static_cast<std::uint32_t>(n))), "expected");
}

void HealthTest::aLongRunForgetsRestarts() {
  const RestartBackoff backoff{500, 2000, 32000, 60000};
  QCOMPARE(backoffsAfter(backoff, 4, 59999), 4U);
  QCOMPARE(backoffsAfter(backoff, 4, 60000), 0U);
}

void HealthTest::victimsAreOrdered() {
  std::vector<Pod> pods(9);
  const auto make = [&](std::size_t i, bool ready, SimTime readySince, std::uint32_t restarts, SimTime createdAt) {
    Pod& pod = pods[i];
    pod.ordinal = static_cast<PodOrdinal>(i);
    pod.state = PodState::Running;
    pod.ready = ready;
    pod.readySince = readySince;
    pod.restarts = restarts;
    pod.createdAt = createdAt;
  };
  // In the order in which they go.
  make(0, false, 0, 0, 90);
  make(1, false, 0, 0, 80);
  make(2, false, 0, 2, 10);
  make(3, false, 0, 1, 50);
  make(4, false, 0, 1, 40);
  make(5, true, 60, 0, 10);
  make(6, true, 50, 3, 10);
  make(7, true, 50, 1, 20);
  make(8, true, 50, 1, 10);
  pods[0].state = pods[1].state = PodState::Starting;
  // A container that is started again is not pending: its pod has run before.
  pods[2].state = PodState::Starting;
  for (std::size_t a = 0; a < pods.size(); ++a) {
    for (std::size_t b = 0; b < pods.size(); ++b) {
      QVERIFY2(goesFirst(pods[a], pods[b]) == (a < b), qPrintable(QStringLiteral("%1 %2").arg(a).arg(b)));
    }
  }
  // Twins: the later ordinal is the younger one.
  Pod twin = pods[8];
  twin.ordinal = 20;
  QVERIFY(goesFirst(twin, pods[8]));
  QVERIFY(!goesFirst(pods[8], twin));
}

void HealthTest::balancerGoesRound_data() {
  QTest::addColumn<QList<uint>>("serving");
  QTest::addColumn<uint>("last");
  QTest::addColumn<uint>("expected");
  QTest::newRow("first") << QList<uint>{1, 4, 7} << kNoPod << 1U;
  QTest::newRow("next") << QList<uint>{1, 4, 7} << 4U << 7U;
  QTest::newRow("round") << QList<uint>{1, 4, 7} << 7U << 1U;
  QTest::newRow("the last one left") << QList<uint>{1, 7} << 4U << 7U;
  QTest::newRow("nobody serves") << QList<uint>{} << 4U << kNoPod;
}

void HealthTest::balancerGoesRound() {
  QFETCH(QList<uint>, serving);
  QFETCH(uint, last);
  QTEST(chooseServing({serving.begin(), serving.end()}, last), "expected");
}

QTEST_GUILESS_MAIN(HealthTest)
#include "test_health.moc"
