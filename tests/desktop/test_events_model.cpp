// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event table: what a filter lets through, the tree of causes, keeping up and staying bounded.
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/desktop/events/events_model.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

const std::string kApi = "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 3 }\n";
const std::string kWeb = "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { replicas: 2 }\n";

}  // namespace

class TestEventsModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rowsFollowTheLogAndTheModelIsClean() {
    Stage stage;
    EventsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(stage.apply(kApi));
    stage.run(4000, 500, [&](const Frame& frame) { model.setSnapshot(frame.snapshot); });
    const Frame last = stage.frame();
    model.setSnapshot(last.snapshot);
    QCOMPARE(static_cast<std::uint64_t>(model.rowCount()), last.snapshot->events.end() - last.snapshot->events.first());
    QCOMPARE(model.index(0, 0).data(EventsModel::Seq).toULongLong(), 1ULL);
  }

  void aConsequenceStandsDeeperThanItsCause() {
    Stage stage;
    EventsModel model;
    QVERIFY(stage.apply(kApi));
    stage.run(4000);
    const Frame frame = stage.frame();
    model.setSnapshot(frame.snapshot);
    int deeper = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
      const Event& event = frame.snapshot->events.at(model.index(row, 0).data(EventsModel::Seq).toULongLong());
      const int depth = model.index(row, 0).data(EventsModel::Depth).toInt();
      QCOMPARE(depth == 0, event.cause == 0);
      if (depth > 1) ++deeper;
    }
    QVERIFY(deeper > 0);
  }

  void filtersLetThroughWhatTheySay() {
    Stage stage;
    QVERIFY(stage.apply(kApi) && stage.apply(kWeb));
    stage.run(4000);
    QVERIFY(stage.command(ChaosCommand{ChaosKind::Crash, "web", 1, std::nullopt, std::nullopt, {}}));
    stage.run(200);
    const Frame frame = stage.frame();
    EventsModel model;
    model.setSnapshot(frame.snapshot);
    const int all = model.rowCount();

    EventFilter filter;
    filter.service = "web";
    model.setFilter(filter);
    QVERIFY(model.rowCount() > 0 && model.rowCount() < all);
    for (int row = 0; row < model.rowCount(); ++row)
      QCOMPARE(model.index(row, 0).data(EventsModel::Service).toString(), QStringLiteral("web"));

    filter = {};
    filter.least = Level::Warn;
    model.setFilter(filter);
    QVERIFY(model.rowCount() > 0);
    for (int row = 0; row < model.rowCount(); ++row)
      QVERIFY(model.index(row, 0).data(EventsModel::LevelRole).toInt() >= static_cast<int>(Level::Warn));

    filter = {};
    filter.type = EventType::Chaos;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 1);

    filter = {};
    filter.text = "BACKOFF";
    model.setFilter(filter);
    QVERIFY(model.rowCount() >= 1);
    filter.text = "no event says this";
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), all);
  }

  void aFloodStaysBoundedAndKeepsTheNewest() {
    Stage stage;
    EventsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(stage.apply("apiVersion: v1\nkind: Service\nmetadata: { name: sea }\nspec: { replicas: 4000 }\n"));
    stage.run(6000, 500, [&](const Frame& frame) { model.setSnapshot(frame.snapshot); });
    const Frame last = stage.frame();
    model.setSnapshot(last.snapshot);
    QVERIFY(last.snapshot->events.end() > kMostEventRows);
    QCOMPARE(model.rowCount(), static_cast<int>(kMostEventRows));
    QCOMPARE(model.index(model.rowCount() - 1, 0).data(EventsModel::Seq).toULongLong(),
             last.snapshot->events.end() - 1);
  }

  void anotherWorldBeginsAnew() {
    Stage first;
    QVERIFY(first.apply(kApi));
    first.run(3000);
    EventsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSnapshot(first.frame().snapshot);
    QVERIFY(model.rowCount() > 1);
    Stage second;
    model.setSnapshot(second.frame().snapshot);
    QCOMPARE(model.rowCount(), static_cast<int>(second.frame().snapshot->events.end() - 1));
  }
};

QTEST_GUILESS_MAIN(TestEventsModel)
#include "test_events_model.moc"
