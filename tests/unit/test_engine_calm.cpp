// SPDX-License-Identifier: GPL-3.0-or-later
// What random worlds brought to light: things that should have been seen, ended or left alone.
#include <QTest>

#include "core/reconcile/autoscale.h"
#include "core/reconcile/status.h"
#include "tests/support/world.h"

using namespace perfect;
using perfect::test::World;

namespace {

std::string manifest(const std::string& replicas, const std::string& spec) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: " + replicas + "\n" + spec;
}

QString phraseOf(const World& w) { return QString::fromStdString(statusOf(w.service("api")).phrase()); }

}  // namespace

class EngineCalmTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void becomingAvailableIsPublishedInItsInstant() {
    World w;
    w.apply(manifest("1", "  minReadySeconds: 0.5\n"));
    w.engine.advanceTo(1499);
    QCOMPARE(w.engine.publish()->services.front().state->counts().available, 0);
    w.engine.advanceTo(1500);
    QCOMPARE(w.engine.publish()->services.front().state->counts().available, 1);
  }

  void aRefusedVerbChangesNothingThatIsPublished() {
    World w;
    w.apply(manifest("1", "  simulation: {errorPercent: 30}\n"));
    w.send(LoadCommand{"api", 70, {}, {}});
    w.runTo(10000);
    const auto before = w.engine.publish();
    w.engine.advanceTo(10500);
    QVERIFY(!w.send(RolloutCommand{"api", RolloutAction::Resume}).empty());
    QCOMPARE(w.engine.publish()->services.front().state, before->services.front().state);
  }

  void aLowLoadNeverRaisesTheNumber() {
    // In the middle of a rollout three pods are measured and one is desired: ceil(40/60 · 3) = 2 would go up.
    LoadSample sample;
    sample.measured = 3;
    sample.usage = 3 * 40;
    sample.requested = 3 * 100;
    const auto decision = desiredByLoad(1, sample, 60, 100);
    QVERIFY(decision.has_value());
    QCOMPARE(decision->replicas, 1);
    QCOMPARE(decision->verdict, AutoscaleVerdict::AgainstSignal);
  }

  void aWeightThatLeavesNoCanaryPodNeedsNoMeasurement() {
    World w;
    const std::string rollout =
        "  rollout:\n    strategy: Canary\n    maxSurge: 0\n    maxUnavailable: 1\n    pauseSeconds: 1\n"
        "    steps: [{percent: 20}, {percent: 100}]\n    analysis: {}\n";
    w.apply(manifest("1", rollout));
    w.send(LoadCommand{"api", 50, {}, {}});
    w.runTo(10000);
    w.send(ImageCommand{"api", "local://demo@v2"});
    w.runTo(60000);
    QCOMPARE(phraseOf(w), QStringLiteral("Stable"));
    QCOMPARE(w.service("api").rollout.stable, 1);
  }

  void aCanaryThatNeverWorksMakesRoomForStableBesideAnOlderVersion() {
    World w;
    const std::string rollout = "  rollout: {strategy: Canary, maxSurge: 1, steps: [{percent: 58, pauseSeconds: 0}]}\n";
    w.apply(manifest("2", rollout));
    w.runTo(10000);
    w.send(ImageCommand{"api", "local://demo@v2"});
    w.engine.advanceTo(14000);
    w.apply(manifest("2", "  env: [{name: HEALTHY, value: \"0\"}]\n  readinessProbe: {}\n" + rollout));
    w.runTo(200000);
    QCOMPARE(phraseOf(w), QStringLiteral("Rolled back"));
    QCOMPARE(w.service("api").versions[0].counts.available, 2);
    QCOMPARE(w.service("api").counts().total(), 2);
  }

  void aFirstVersionThatIsNeverReadyMissesItsDeadlineInSpiteOfAnAnalysis() {
    World w;
    w.apply(manifest("1",
                     "  env: [{name: HEALTHY, value: \"0\"}]\n  readinessProbe: {}\n"
                     "  rollout: {strategy: BlueGreen, progressDeadlineSeconds: 10, analysis: {}}\n"));
    w.runTo(5000);
    QCOMPARE(phraseOf(w), QStringLiteral("Starting up 0/1"));
    w.runTo(30000);
    QCOMPARE(phraseOf(w), QStringLiteral("Degraded 0/1"));
    QCOMPARE(w.lines({"ProgressDeadlineExceeded"}).size(), std::size_t{1});
  }

  void nothingIsDueOnceTheLastTimerIsGone() {
    World w;
    w.apply(manifest("1", "  readinessProbe: {initialDelaySeconds: 1000}\n  simulation: {shutdownSeconds: 0}\n"));
    w.runTo(5000);
    QVERIFY(w.engine.nextTime() != kNever);
    w.send(DeleteCommand{"api"});
    w.runTo(10000);
    QVERIFY(w.engine.service("api") == nullptr);
    QCOMPARE(w.engine.nextTime(), kNever);
  }

  void whatFollowsAHealthCommandHasItsRoot() {
    World w;
    w.apply(manifest("3", "  readinessProbe: {periodSeconds: 1, failureThreshold: 1}\n"));
    w.runTo(10000);
    w.told.clear();
    HealthCommand ill;
    ill.service = "api";
    ill.count = 3;
    w.send(ill);
    w.runTo(30000);
    const std::uint64_t root = w.told.front().event.root;
    for (const auto& told : w.told) QCOMPARE(told.event.root, root);
  }
};

QTEST_GUILESS_MAIN(EngineCalmTest)
#include "test_engine_calm.moc"
