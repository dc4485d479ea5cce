// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of services follows a world in which services come, change and go.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/desktop/services/services_model.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(const std::string& name, int replicas, int version = 1) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: " + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) + "\n  image: local://demo@v" + std::to_string(version) +
         "\n";
}

}  // namespace

class TestServicesModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itFollowsServicesThatComeChangeAndGo() {
    Stage stage;
    ServicesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const auto show = [&] { model.setSnapshot(stage.frame().snapshot); };
    show();
    QCOMPARE(model.rowCount(), 0);
    for (const char* name : {"web", "api", "cart"}) {
      QVERIFY(stage.apply(manifest(name, 3)));
      show();
    }
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(resets.size(), 3);
    stage.run(20000, 250, [&](const Frame& frame) { model.setSnapshot(frame.snapshot); });
    QVERIFY(stage.apply(manifest("api", 5, 2)));
    stage.run(20000, 250, [&](const Frame& frame) { model.setSnapshot(frame.snapshot); });
    QCOMPARE(resets.size(), 3);
    const int api = model.rowOf(QStringLiteral("api"));
    QCOMPARE(model.index(api).data(ServicesModel::Ready).toInt(), 5);
    QCOMPARE(model.index(api).data(ServicesModel::Phrase).toString(), QStringLiteral("Stable"));
    QVERIFY(model.index(api).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("5 of 5 ready")));
    QVERIFY(stage.command(DeleteCommand{"web"}));
    stage.run(10000, 250, [&](const Frame& frame) { model.setSnapshot(frame.snapshot); });
    QCOMPARE(model.rowOf(QStringLiteral("web")), -1);
    QCOMPARE(model.rowCount(), 2);
    model.setSnapshot(nullptr);
    QCOMPARE(model.rowCount(), 0);
  }

  void onlyRowsThatChangedAreSaidToHaveChanged() {
    Stage stage;
    ServicesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const char* name : {"api", "cart", "web"}) QVERIFY(stage.apply(manifest(name, 2)));
    stage.run(10000);
    model.setSnapshot(stage.frame().snapshot);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setSnapshot(stage.frame().snapshot);
    QCOMPARE(changed.size(), 0);
    QVERIFY(stage.command(ScaleCommand{"cart", 4, std::nullopt}));
    model.setSnapshot(stage.frame().snapshot);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), model.rowOf(QStringLiteral("cart")));
    QCOMPARE(changed.first().at(1).toModelIndex().row(), model.rowOf(QStringLiteral("cart")));
  }
};

QTEST_MAIN(TestServicesModel)
#include "test_services_model.moc"
