// SPDX-License-Identifier: GPL-3.0-or-later
//
// Abort, undo, retry, restart, pause, promote, analysis, the progress deadline and the automatic rollback.
#include <QtTest>

#include "core/reconcile/status.h"
#include "tests/support/mini_engine.h"

using namespace perfect;
using test::MiniEngine;

namespace {

MiniEngine stable(Strategy strategy, std::int32_t replicas = 4) {
  MiniEngine e(MiniEngine::spec(strategy, replicas, "x@v1"));
  e.tick();
  e.run(4);
  return e;
}

QString pods(const MiniEngine& e) {
  QStringList parts;
  for (const VersionState& v : e.state.versions) parts.append(QString::number(v.counts.total()));
  return parts.join(u'+');
}

constexpr int kVerbs = 8;
const char* const kVerbNames[kVerbs] = {"promote", "promoteFull", "pause", "resume",
                                        "abort",   "retry",       "undo",  "restart"};

/// A service in one state of the table of verbs.
MiniEngine inState(const QByteArray& name) {
  const bool canary = name.contains("canary");
  const bool rolling = name.contains("rolling");
  const Strategy strategy = canary ? Strategy::Canary : rolling ? Strategy::RollingUpdate : Strategy::BlueGreen;
  if (name.contains("first")) {
    MiniEngine e(MiniEngine::spec(strategy, 4, "x@v1"));
    e.tick();
    return e;
  }
  MiniEngine e = stable(strategy);
  if (name.startsWith("complete")) return e;
  if (name.contains("second")) {
    e.image("x@v2");
    e.run(40);
    return e;
  }
  ServiceSpec s = *e.state.spec;
  s.podTemplate.image = "x@v2";
  if (name.contains("waiting")) s.rollout.autoPromote = false;
  if (name.contains("manual")) s.rollout.steps.front().manual = true;
  if (name.contains("failed")) s.rollout.autoRollback = false;
  if (name.contains("broken") || name.contains("failed") || name.contains("rolled")) e.broken = {1};
  e.apply(s);
  e.run(name.contains("failed") || name.contains("rolled") ? 80 : 3);
  if (name.contains("paused")) e.verb(RolloutAction::Pause);
  if (name.contains("aborted")) e.verb(RolloutAction::Abort);
  if (name.contains("last")) {
    e.broken = {1};
    e.counts(1) = {};
    e.verb(RolloutAction::PromoteFull);
    e.step();
  }
  return e;
}

}  // namespace

class RolloutVerbsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void verbsDependOnTheState_data();
  void verbsDependOnTheState();
  void pauseStopsStepsAndResumeContinues_data();
  void pauseStopsStepsAndResumeContinues();
  void promoteEndsOneStepAndFullAll();
  void abortReturnsToStable_data();
  void abortReturnsToStable();
  void retryStartsAgain();
  void undoTakesTheNewestGoodRevision();
  void undoPassesOverFailedRevisions();
  void restartRollsTheSameTemplate();
  void deadlineRollsBackOnce_data();
  void deadlineRollsBackOnce();
  void withoutRollbackItStaysFailed();
  void unhealthyStableIsDegraded();
  void aFirstVersionKeepsTrying();
  void deadlineStandsStillWhilePaused();
  void everyProgressMovesTheDeadline();
  void canaryAnalysisAborts();
  void canaryAnalysisLetsGoodVersionsPass();
  void noTrafficIsNoMeasurement();
  void blueGreenIsMeasuredAfterTheSwitch();
  void blueGreenAnalysisGoesBack();
};

/// The table in the documentation is the test's: what it says is what happens.
void RolloutVerbsTest::verbsDependOnTheState_data() {
  QTest::addColumn<QByteArray>("state");
  QTest::addColumn<QByteArrayList>("allowed");  // "yes" or "-", a cell a verb
  QFile page(QStringLiteral(PERFECT_SOURCE_DIR "/core/reconcile/README.md"));
  QVERIFY(page.open(QIODevice::ReadOnly));
  int rows = 0;
  for (const QByteArray& line : page.readAll().split('\n')) {
    const QByteArrayList cells = line.split('|');
    if (cells.size() != kVerbs + 3) continue;
    QByteArrayList allowed;
    for (int i = 0; i < kVerbs; ++i) allowed.append(cells[i + 2].trimmed());
    const QByteArray state = cells[1].trimmed();
    if (state == "state" || state == "---") continue;
    QTest::newRow(state.constData()) << state << allowed;
    ++rows;
  }
  QCOMPARE(rows, 16);
}

void RolloutVerbsTest::verbsDependOnTheState() {
  QFETCH(QByteArray, state);
  QFETCH(QByteArrayList, allowed);
  for (int i = 0; i < kVerbs; ++i) {
    QVERIFY(allowed[i] == "yes" || allowed[i] == "-");
    MiniEngine e = inState(state);
    const RolloutState before = e.rollout();
    const std::size_t log = e.log.size();
    const std::string refusal = e.verb(static_cast<RolloutAction>(i));
    QVERIFY2(refusal.empty() == (allowed[i] == "yes"),
             kVerbNames[i] + QByteArray(": ") + QByteArray::fromStdString(refusal));
    if (refusal.empty()) continue;
    // A refused verb says why, and changed nothing.
    QVERIFY(refusal.size() > 15);
    QVERIFY(e.rollout() == before);
    QCOMPARE(e.log.size(), log);
  }
}

void RolloutVerbsTest::pauseStopsStepsAndResumeContinues_data() {
  QTest::addColumn<int>("strategy");
  QTest::addColumn<QString>("held");
  QTest::newRow("blue/green") << static_cast<int>(Strategy::BlueGreen) << QStringLiteral("4+4");
  QTest::newRow("canary ends its step only") << static_cast<int>(Strategy::Canary) << QStringLiteral("3+1");
  QTest::newRow("rolling update stops") << static_cast<int>(Strategy::RollingUpdate) << QStringLiteral("4+1");
}

void RolloutVerbsTest::pauseStopsStepsAndResumeContinues() {
  QFETCH(int, strategy);
  QFETCH(QString, held);
  MiniEngine e = stable(static_cast<Strategy>(strategy));
  e.image("x@v2");
  e.tick();
  QVERIFY(e.verb(RolloutAction::Pause).empty());
  e.run(200);
  QCOMPARE(pods(e), held);
  QCOMPARE(e.rollout().phase, RolloutPhase::Paused);
  QVERIFY(e.waitsFor(WaitFor::UserResume) != nullptr);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 0);
  QVERIFY(e.calm());
  QVERIFY(e.verb(RolloutAction::Resume).empty());
  e.run(40);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
}

void RolloutVerbsTest::promoteEndsOneStepAndFullAll() {
  MiniEngine e = stable(Strategy::Canary);
  e.image("x@v2");
  e.run(4);
  QCOMPARE(e.rollout().phase, RolloutPhase::Paused);
  QVERIFY(e.verb(RolloutAction::Promote).empty());
  e.step();
  QCOMPARE(e.rollout().step, 1);
  QVERIFY(!e.rollout().promote);
  QVERIFY(e.verb(RolloutAction::PromoteFull).empty());
  e.run(10);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QVERIFY(!e.rollout().promoteFull);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
}

void RolloutVerbsTest::abortReturnsToStable_data() {
  QTest::addColumn<int>("strategy");
  for (const Strategy s : {Strategy::BlueGreen, Strategy::Canary, Strategy::RollingUpdate, Strategy::Recreate}) {
    QTest::newRow(strategyName(s)) << static_cast<int>(s);
  }
}

void RolloutVerbsTest::abortReturnsToStable() {
  QFETCH(int, strategy);
  MiniEngine e = stable(static_cast<Strategy>(strategy));
  e.broken = {1};
  e.image("x@v2");
  e.run(4);
  QVERIFY(e.verb(RolloutAction::Abort).empty());
  QCOMPARE(e.rollout().phase, RolloutPhase::Aborted);
  QVERIFY(e.state.versions[1].failed);
  e.step();
  if (static_cast<Strategy>(strategy) == Strategy::BlueGreen) {
    QCOMPARE(e.rollout().active, 0);
    // The new side waits before it drains.
    QCOMPARE(pods(e), QStringLiteral("4+4"));
  }
  e.run(8);
  QCOMPARE(pods(e), QStringLiteral("4+0"));
  QCOMPARE(e.rollout().phase, RolloutPhase::Aborted);
  QCOMPARE(e.rollout().updated, 1);
  QCOMPARE(e.rollout().stable, 0);
  QVERIFY(e.calm());
  QVERIFY(e.waitsFor(WaitFor::Retry) != nullptr);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Aborted"));
  // Still healed and scaled.
  e.scale(6);
  e.run(4);
  QCOMPARE(pods(e), QStringLiteral("6+0"));
}

void RolloutVerbsTest::retryStartsAgain() {
  MiniEngine e = stable(Strategy::Canary);
  e.broken = {1};
  e.image("x@v2");
  e.run(4);
  QVERIFY(e.verb(RolloutAction::Abort).empty());
  e.run(5);
  e.broken.clear();
  QVERIFY(e.verb(RolloutAction::Retry).empty());
  QCOMPARE(e.rollout().phase, RolloutPhase::Progressing);
  QCOMPARE(e.rollout().step, 0);
  e.run(40);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
  QVERIFY(!e.state.versions[1].failed);
}

void RolloutVerbsTest::undoTakesTheNewestGoodRevision() {
  MiniEngine e = stable(Strategy::BlueGreen);
  e.image("x@v2");
  e.run(10);
  e.image("x@v3");
  e.run(10);
  QCOMPARE(e.rollout().stable, 2);
  QVERIFY(e.verb(RolloutAction::Undo).empty());
  e.run(10);
  QCOMPARE(e.rollout().stable, 1);
  // v2 is the newest revision now; the one before it is v3.
  QVERIFY(e.verb(RolloutAction::Undo).empty());
  e.run(10);
  QCOMPARE(e.rollout().stable, 2);
  QVERIFY(e.calm());
}

void RolloutVerbsTest::undoPassesOverFailedRevisions() {
  MiniEngine e = stable(Strategy::BlueGreen);
  e.broken = {1};
  e.image("x@v2");
  e.run(80);
  QCOMPARE(e.rollout().phase, RolloutPhase::RolledBack);
  e.image("x@v3");
  e.run(10);
  QCOMPARE(e.rollout().stable, 2);
  QVERIFY(e.verb(RolloutAction::Undo).empty());
  QCOMPARE(e.rollout().updated, 0);
}

void RolloutVerbsTest::restartRollsTheSameTemplate() {
  MiniEngine e = stable(Strategy::RollingUpdate);
  QVERIFY(e.verb(RolloutAction::Restart).empty());
  QCOMPARE(e.state.versions.size(), std::size_t{2});
  e.run(20);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
  QCOMPARE(e.rollout().stable, 1);
}

void RolloutVerbsTest::deadlineRollsBackOnce_data() { abortReturnsToStable_data(); }

void RolloutVerbsTest::deadlineRollsBackOnce() {
  QFETCH(int, strategy);
  MiniEngine e = stable(static_cast<Strategy>(strategy));
  e.broken = {1};
  e.image("x@v2");
  e.run(60);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 0);
  e.run(30);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 1);
  QCOMPARE(e.noted(Reason::RolledBack), 1);
  QCOMPARE(e.rollout().phase, RolloutPhase::RolledBack);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Rolled back"));
  QCOMPARE(pods(e), QStringLiteral("4+0"));
  QCOMPARE(e.rollout().updated, 1);
  QVERIFY(e.state.versions[1].failed);
  QVERIFY(e.calm());
  e.run(200);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 1);
  QCOMPARE(e.rollout().phase, RolloutPhase::RolledBack);
}

void RolloutVerbsTest::withoutRollbackItStaysFailed() {
  MiniEngine e = stable(Strategy::Canary);
  ServiceSpec s = *e.state.spec;
  s.rollout.autoRollback = false;
  s.podTemplate.image = "x@v2";
  e.broken = {1};
  e.apply(s);
  e.run(80);
  QCOMPARE(e.rollout().phase, RolloutPhase::Failed);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Failed"));
  e.broken.clear();
  e.run(80);
  QCOMPARE(e.rollout().phase, RolloutPhase::Failed);
  QCOMPARE(e.rollout().step, 0);
  QCOMPARE(e.rollout().stable, 0);
}

void RolloutVerbsTest::unhealthyStableIsDegraded() {
  MiniEngine e = stable(Strategy::BlueGreen);
  e.broken = {0, 1};
  e.counts(0) = {0, 4, 0, 0, 0, 0, 0};
  e.image("x@v2");
  e.run(80);
  QCOMPARE(e.rollout().phase, RolloutPhase::Failed);
  QCOMPARE(e.noted(Reason::RollbackImpossible), 1);
  QCOMPARE(e.noted(Reason::RolledBack), 0);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Degraded 0/4"));
  // Stable recovers: what is left is a rollout that has failed.
  e.broken = {1};
  e.run(3);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Failed"));

  // Stable breaks on the way back.
  MiniEngine f = stable(Strategy::Recreate);
  f.broken = {0, 1};
  f.image("x@v2");
  f.run(200);
  QCOMPARE(f.noted(Reason::RolledBack), 1);
  QCOMPARE(f.noted(Reason::RollbackImpossible), 1);
  QCOMPARE(statusOf(f.state).kind, StatusKind::Degraded);
  QVERIFY(f.calm());
  f.broken.clear();
  f.run(3);
  QCOMPARE(statusOf(f.state).kind, StatusKind::RolledBack);
}

void RolloutVerbsTest::aFirstVersionKeepsTrying() {
  MiniEngine e(MiniEngine::spec(Strategy::BlueGreen, 3, "x@v1"));
  e.broken = {0};
  e.tick();
  e.run(100);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 1);
  QCOMPARE(QString::fromStdString(statusOf(e.state).phrase()), QStringLiteral("Degraded 0/3"));
  e.counts(0).notReady = 1;
  e.dirty = true;
  e.step();
  QCOMPARE(e.counts(0).total(), 3);
  e.broken.clear();
  e.run(2);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QCOMPARE(e.rollout().stable, 0);
}

void RolloutVerbsTest::deadlineStandsStillWhilePaused() {
  MiniEngine e = stable(Strategy::RollingUpdate);
  e.broken = {1};
  e.image("x@v2");
  e.run(34);
  QVERIFY(e.verb(RolloutAction::Pause).empty());
  e.run(500);
  QVERIFY(e.verb(RolloutAction::Resume).empty());
  e.run(20);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 0);
  e.run(20);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 1);
}

void RolloutVerbsTest::everyProgressMovesTheDeadline() {
  MiniEngine e = stable(Strategy::BlueGreen);
  e.broken = {1};
  e.image("x@v2");
  e.run(50);
  // One pod of four becomes ready: the 60 s begin anew.
  e.counts(1).notReady -= 1;
  e.counts(1).ready = e.counts(1).available = 1;
  e.dirty = true;
  e.run(55);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 0);
  // Readiness that only comes back is no progress.
  e.counts(1).ready = e.counts(1).available = 0;
  e.counts(1).notReady = 4;
  e.dirty = true;
  e.step();
  e.counts(1) = {0, 3, 1, 1, 0, 0, 0};
  e.dirty = true;
  e.run(8);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 1);
}

namespace {

MiniEngine measured(Strategy strategy, int failureLimit) {
  MiniEngine e = stable(strategy);
  ServiceSpec s = *e.state.spec;
  s.rollout.pause = 0;
  s.rollout.analysis = Analysis{};
  s.rollout.analysis->maxError = 5000;
  s.rollout.analysis->interval = 1000;
  s.rollout.analysis->count = 3;
  s.rollout.analysis->failureLimit = failureLimit;
  s.podTemplate.image = "x@v2";
  e.apply(s);
  return e;
}

/// Runs with `failedPercent` of the new version's requests failing.
void runWithTraffic(MiniEngine& e, int steps, int failedPercent) {
  for (int i = 0; i < steps; ++i) {
    e.state.versions[1].servedMilli += 100000;
    e.state.versions[1].failedMilli += failedPercent * 1000;
    e.step();
  }
}

}  // namespace

void RolloutVerbsTest::canaryAnalysisAborts() {
  MiniEngine e = measured(Strategy::Canary, 1);
  runWithTraffic(e, 20, 6);
  QCOMPARE(e.noted(Reason::AnalysisRunFailed), 1);
  QCOMPARE(e.noted(Reason::RolloutAborted), 1);
  QCOMPARE(e.noted(Reason::MeasurementTaken), 2);
  QCOMPARE(e.rollout().phase, RolloutPhase::Aborted);
  QCOMPARE(pods(e), QStringLiteral("4+0"));
  QVERIFY(e.state.versions[1].failed);
}

void RolloutVerbsTest::canaryAnalysisLetsGoodVersionsPass() {
  MiniEngine e = measured(Strategy::Canary, 1);
  runWithTraffic(e, 4, 5);
  QCOMPARE(e.rollout().phase, RolloutPhase::Analysing);
  QVERIFY(e.waitsFor(WaitFor::Measurement) != nullptr);
  QCOMPARE(e.rollout().step, 0);
  runWithTraffic(e, 40, 5);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QCOMPARE(e.noted(Reason::AnalysisRunSuccessful), 1);
  // Three for each of three steps, and those taken while the pods moved.
  QVERIFY(e.noted(Reason::MeasurementTaken) >= 9);
  QVERIFY(e.calm());
}

void RolloutVerbsTest::noTrafficIsNoMeasurement() {
  MiniEngine e = measured(Strategy::Canary, 1);
  e.run(300);
  QCOMPARE(e.noted(Reason::MeasurementTaken), 0);
  QCOMPARE(e.rollout().step, 0);
  QCOMPARE(e.rollout().phase, RolloutPhase::Analysing);
  QCOMPARE(e.noted(Reason::ProgressDeadlineExceeded), 0);
  QVERIFY(e.verb(RolloutAction::PromoteFull).empty());
  e.run(15);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
}

void RolloutVerbsTest::blueGreenIsMeasuredAfterTheSwitch() {
  MiniEngine e = measured(Strategy::BlueGreen, 1);
  runWithTraffic(e, 2, 0);
  QCOMPARE(e.rollout().active, 1);
  QCOMPARE(e.rollout().stable, 0);
  QCOMPARE(e.rollout().phase, RolloutPhase::Analysing);
  runWithTraffic(e, 1, 50);
  runWithTraffic(e, 2, 0);
  // Three must pass: the failed one does not count.
  QCOMPARE(e.rollout().phase, RolloutPhase::Analysing);
  QCOMPARE(pods(e), QStringLiteral("4+4"));
  runWithTraffic(e, 1, 0);
  QCOMPARE(e.rollout().phase, RolloutPhase::Complete);
  QCOMPARE(e.rollout().stable, 1);
  runWithTraffic(e, 3, 0);
  QCOMPARE(pods(e), QStringLiteral("0+4"));
}

void RolloutVerbsTest::blueGreenAnalysisGoesBack() {
  MiniEngine e = measured(Strategy::BlueGreen, 0);
  runWithTraffic(e, 2, 0);
  QCOMPARE(e.rollout().active, 1);
  runWithTraffic(e, 1, 50);
  QCOMPARE(e.rollout().phase, RolloutPhase::Aborted);
  QCOMPARE(e.rollout().active, 0);
  QCOMPARE(pods(e), QStringLiteral("4+4"));
  runWithTraffic(e, 3, 0);
  QCOMPARE(pods(e), QStringLiteral("4+0"));
}

QTEST_GUILESS_MAIN(RolloutVerbsTest)
#include "test_rollout_verbs.moc"
