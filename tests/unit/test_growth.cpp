// SPDX-License-Identifier: GPL-3.0-or-later
// Work follows what changes, never what is there. Instead of times, which differ from machine to machine, these
// tests hold counts: the same change costs as many effects, looks, lines of history and changed places in a
// world of a thousand pods as in one of a hundred thousand.
#include <QTest>

#include <string>
#include <vector>

#include "tests/support/world.h"

using namespace perfect;
using namespace perfect::test;

namespace {

/// What one change costs.
struct Work {
  std::uint64_t effects = 0;
  std::uint64_t looks = 0;
  std::uint64_t events = 0;
  std::uint64_t changedPods = 0;   ///< between the pictures before and after
  std::uint64_t sharedTables = 0;  ///< services whose pods the later picture shares with the earlier one
  bool operator==(const Work&) const = default;
};

std::string shown(const Work& w) {
  return "effects " + std::to_string(w.effects) + ", looks " + std::to_string(w.looks) + ", events " +
         std::to_string(w.events) + ", changed pods " + std::to_string(w.changedPods) + ", shared tables " +
         std::to_string(w.sharedTables);
}

/// For QCOMPARE, which frees it.
char* toString(const Work& w) { return qstrdup(shown(w).c_str()); }

std::string service(const std::string& name, int replicas, const std::string& fields = {}) {
  return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name +
         "}\nspec:\n  replicas: " + std::to_string(replicas) +
         "\n  readinessProbe: {httpGet: {path: /}}\n  livenessProbe: {httpGet: {path: /}}\n" + fields;
}

std::string services(int count, int replicas, const std::string& fields = {}) {
  std::string text;
  for (int i = 0; i < count; ++i) text += service("api-" + std::to_string(i), replicas, fields);
  return text;
}

Engine settled(const std::string& manifests) {
  Engine engine;
  const auto specs = parseManifests(manifests);
  if (!specs.ok() || !engine.apply(ApplyCommand{specs.value()}).ok()) return engine;
  engine.advanceTo(120000);
  engine.settle();
  return engine;
}

Work measure(Engine& engine, const Command& command, Millis span) {
  const std::shared_ptr<const Snapshot> before = engine.publish();
  const Work start{engine.eventsHandled(), engine.servicesPlanned(), engine.lastSeq(), 0, 0};
  if (!engine.apply(command).ok()) return {};
  engine.advanceTo(engine.now() + span);
  engine.settle();
  const std::shared_ptr<const Snapshot> after = engine.publish();
  Work work{engine.eventsHandled() - start.effects, engine.servicesPlanned() - start.looks,
            engine.lastSeq() - start.events, 0, 0};
  for (std::size_t i = 0; i < after->services.size(); ++i) {
    if (after->services[i].pods == before->services[i].pods) {
      ++work.sharedTables;
      continue;
    }
    after->services[i].pods->forEachChanged(*before->services[i].pods, [&](PodOrdinal, const Pod* was, const Pod* now) {
      const bool same = was != nullptr && now != nullptr && was->state == now->state && was->ready == now->ready &&
                        was->lastEvent == now->lastEvent;
      work.changedPods += same ? 0 : 1;
    });
  }
  return work;
}

ChaosCommand kill(const std::string& name) {
  ChaosCommand command;
  command.service = name;
  command.count = 1;
  return command;
}

ScaleCommand scale(const std::string& name, std::int32_t replicas) {
  ScaleCommand command;
  command.service = name;
  command.replicas = replicas;
  return command;
}

}  // namespace

class GrowthTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aKillCostsTheSameAmongManyPods() {
    Engine few = settled(service("api", 1000));
    Engine many = settled(service("api", 100000));
    const Work work = measure(few, kill("api"), 60000);
    QCOMPARE(work.changedPods, std::uint64_t{2});  // the one that went and the one that came
    QCOMPARE(measure(many, kill("api"), 60000), work);
  }

  // Copying follows what changed: neighbours in the same chunks at most.
  void aPictureAfterAKillSharesAllButAFewChunks() {
    for (const int pods : {1000, 100000}) {
      Engine engine = settled(service("api", pods));
      const std::shared_ptr<const Snapshot> before = engine.publish();
      QVERIFY(engine.apply(kill("api")).ok());
      engine.advanceTo(engine.now() + 60000);
      engine.settle();
      std::uint64_t places = 0;
      engine.publish()->services.front().pods->forEachChanged(*before->services.front().pods,
                                                              [&](PodOrdinal, const Pod*, const Pod*) { ++places; });
      // The victim and its two neighbours in the list of ready pods, the new pod and the one before it.
      QVERIFY2(places <= std::uint64_t{6} * kPodsPerChunk, qPrintable(QString::number(places)));
    }
  }

  void aServiceCostsTheSameAmongManyServices() {
    Engine few = settled(services(10, 3));
    Engine many = settled(services(1000, 3));
    Work work = measure(few, scale("api-7", 5), 60000);
    QCOMPARE(work.sharedTables, std::uint64_t{9});
    work.sharedTables = 999;
    QCOMPARE(measure(many, scale("api-7", 5), 60000), work);
  }

  void anImageCostsTheSameAmongManyServices() {
    Engine few = settled(services(10, 3));
    Engine many = settled(services(1000, 3));
    Work work = measure(few, ImageCommand{"api-7", "local://demo@v2"}, 60000);
    QVERIFY(work.looks > 0 && work.effects > 0);
    work.sharedTables += 990;
    QCOMPARE(measure(many, ImageCommand{"api-7", "local://demo@v2"}, 60000), work);
  }

  // The autoscaler looks at those that have something to measure.
  void anAutoscalerCostsTheSameAmongManyThatHaveNothingToDo() {
    const std::string autoscale = "  autoscale: {targetCPU: 60, min: 1, max: 10}\n";
    LoadCommand load;
    load.service = "api-7";
    load.demand = 400;
    Engine few = settled(services(10, 3, autoscale));
    Engine many = settled(services(1000, 3, autoscale));
    Work work = measure(few, load, 120000);
    QVERIFY(work.effects > 0);
    work.sharedTables += 990;
    QCOMPARE(measure(many, load, 120000), work);
  }

  // Rolling over N pods takes effects in proportion to N and looks that do not depend on it.
  void aRolloutTakesEffectsInProportion_data() {
    QTest::addColumn<QString>("strategy");
    for (const char* strategy : {"BlueGreen", "Canary", "RollingUpdate", "Recreate"})
      QTest::newRow(strategy) << QString::fromLatin1(strategy);
  }
  void aRolloutTakesEffectsInProportion() {
    QFETCH(QString, strategy);
    const std::string fields = "  rollout: {strategy: " + strategy.toStdString() + "}\n";
    Engine few = settled(service("api", 400, fields));
    Engine many = settled(service("api", 40000, fields));
    const Work small = measure(few, ImageCommand{"api", "local://demo@v2"}, 300000);
    const Work large = measure(many, ImageCommand{"api", "local://demo@v2"}, 300000);
    const std::string text = shown(large);
    QVERIFY(small.effects > 0);
    QVERIFY2(large.effects <= 100 * small.effects, text.c_str());
    QVERIFY2(large.events <= 100 * small.events, text.c_str());
    QVERIFY2(large.looks <= small.looks + small.looks / 2, text.c_str());
  }

  void aHealthyDayCostsNothing() {
    Engine engine = settled(services(100, 100));
    const std::uint64_t effects = engine.eventsHandled();
    const std::uint64_t looks = engine.servicesPlanned();
    QCOMPARE(engine.nextTime(), kNever);
    engine.advanceTo(24 * 3600000);
    engine.settle();
    QCOMPARE(engine.eventsHandled(), effects);
    QCOMPARE(engine.servicesPlanned(), looks);
    const std::shared_ptr<const Snapshot> before = engine.publish();
    const std::shared_ptr<const Snapshot> after = engine.publish();
    for (std::size_t i = 0; i < after->services.size(); ++i) {
      QVERIFY(after->services[i].pods == before->services[i].pods);
      QVERIFY(after->services[i].state == before->services[i].state);
    }
  }
};

QTEST_GUILESS_MAIN(GrowthTest)
#include "test_growth.moc"
