// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an apply would change, said beforehand: the same that the apply then does.
#include <QTest>

#include "core/manifest/manifest.h"
#include "core/snapshot/apply_preview.h"
#include "tests/support/world.h"

using namespace perfect;
using perfect::test::World;
using Action = ApplyPreview::Action;

namespace {

std::string manifest(const std::string& fields) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {" + fields + "}\n";
}

ApplyPreview previewOf(World& w, const std::string& fields) {
  const auto parsed = parseManifests(manifest(fields));
  return parsed ? previewApply(*w.engine.publish(), parsed.value().front()) : ApplyPreview{};
}

QString changes(const ApplyPreview& preview) {
  QStringList lines;
  for (const FieldDifference& d : preview.differences)
    lines << QString::fromStdString(d.path + ": " + d.from + " > " + d.to);
  return lines.join(QStringLiteral("; "));
}

}  // namespace

class ApplyPreviewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsNewIsCreated() {
    World w;
    const ApplyPreview preview = previewOf(w, "replicas: 3, image: \"local://demo@v1\"");
    QCOMPARE(preview.action, Action::Create);
    QCOMPARE(preview.service, std::string("api"));
    QVERIFY(!preview.rollout);
    QVERIFY(changes(preview).contains(QStringLiteral("spec.replicas: 1 > 3")));
  }

  void whatIsThereIsComparedWithWhatIsDesiredNow_data() {
    QTest::addColumn<QString>("applied");
    QTest::addColumn<int>("scaledTo");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<Action>("action");
    QTest::addColumn<bool>("rollout");
    QTest::addColumn<QString>("changed");
    const auto row = [](const char* name, const char* applied, int scaledTo, const char* wanted, Action action,
                        bool rollout, const char* changed) {
      QTest::newRow(name) << QString::fromUtf8(applied) << scaledTo << QString::fromUtf8(wanted) << action << rollout
                          << QString::fromUtf8(changed);
    };
    const char* three = "replicas: 3, image: \"local://demo@v1\"";
    const char* scaler = "image: \"local://demo@v1\", autoscale: {min: 2, max: 6}";
    row("the same", three, 3, three, Action::Unchanged, false, "");
    row("another number", three, 3, "replicas: 5, image: \"local://demo@v1\"", Action::Update, false,
        "spec.replicas: 3 > 5");
    row("the same, after it was scaled", three, 7, three, Action::Update, false, "spec.replicas: 7 > 3");
    row("another version", three, 3, "replicas: 3, image: \"local://demo@v2\"", Action::Update, true,
        "spec.image: local://demo@v1 > local://demo@v2");
    row("another grace", three, 3, "replicas: 3, image: \"local://demo@v1\", terminationGracePeriodSeconds: 5",
        Action::Update, true, "spec.terminationGracePeriodSeconds: 30 > 5");
    row("the autoscaler's number stays", scaler, 5, scaler, Action::Unchanged, false, "");
    row("unless one is named", scaler, 5, "replicas: 3, image: \"local://demo@v1\", autoscale: {min: 2, max: 6}",
        Action::Update, false, "spec.replicas: 5 > 3");
    row("without an autoscaler the default counts", three, 3, "image: \"local://demo@v1\"", Action::Update, false,
        "spec.replicas: 3 > 1");
  }

  void whatIsThereIsComparedWithWhatIsDesiredNow() {
    QFETCH(QString, applied);
    QFETCH(int, scaledTo);
    QFETCH(QString, wanted);
    QFETCH(Action, action);
    QFETCH(bool, rollout);
    QFETCH(QString, changed);
    World w;
    w.apply(manifest(applied.toStdString()));
    w.runTo(100);
    ScaleCommand scale;
    scale.service = "api";
    scale.replicas = scaledTo;
    QCOMPARE(w.send(scale), std::string());
    const ApplyPreview preview = previewOf(w, wanted.toStdString());
    QCOMPARE(preview.action, action);
    QCOMPARE(preview.rollout, rollout);
    QCOMPARE(changes(preview), changed);
    // And so it is.
    const std::size_t versions = w.service("api").versions.size();
    w.apply(manifest(wanted.toStdString()));
    QCOMPARE(w.service("api").versions.size(), versions + (rollout ? 1 : 0));
    QCOMPARE(previewOf(w, wanted.toStdString()).action, Action::Unchanged);
  }

  void whatIsBeingDeletedIsRefused() {
    World w;
    w.apply(manifest("replicas: 1"));
    w.runTo(5000);
    DeleteCommand remove;
    remove.service = "api";
    QCOMPARE(w.send(remove), std::string());
    QCOMPARE(previewOf(w, "replicas: 1").action, Action::Refused);
    w.runTo(100000);
    QCOMPARE(previewOf(w, "replicas: 1").action, Action::Create);
  }
};

QTEST_GUILESS_MAIN(ApplyPreviewTest)
#include "test_apply_preview.moc"
