// SPDX-License-Identifier: GPL-3.0-or-later
//
// `--set PATH=VALUE`: as if the text had said so, in every document, and never in a shared part of it.
#include <QtTest>

#include <string>

#include "core/manifest/manifest.h"

using namespace perfect;

namespace {

const std::string kHead = "apiVersion: v1\nkind: Service\nmetadata: {name: api}\n";

QString described(const ManifestErrors& errors) {
  QString text;
  for (const ManifestError& e : errors) text += QString::fromStdString(formatError("f", e)) + QLatin1Char('\n');
  return text;
}

}  // namespace

class TestManifestSet : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void changesAreAsIfWritten_data() {
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sameAs");
    const auto row = [](const char* name, const char* spec, const char* path, const char* value, const char* sameAs) {
      QTest::newRow(name) << QString::fromUtf8(spec) << QString::fromUtf8(path) << QString::fromUtf8(value)
                          << QString::fromUtf8(sameAs);
    };
    row("replaces", "spec: {replicas: 3}", "spec.replicas", "1000000", "spec: {replicas: 1000000}");
    row("adds", "spec: {replicas: 3}", "spec.rollout.maxSurge", "2", "spec: {replicas: 3, rollout: {maxSurge: 2}}");
    row("creates parents", "", "spec.rollout.strategy", "Canary", "spec: {rollout: {strategy: Canary}}");
    row("fills a null", "spec:", "spec.readinessProbe.periodSeconds", "3",
        "spec: {readinessProbe: {periodSeconds: 3}}");
    row("list entry", "spec: {env: [{name: A, value: x}, {name: B}]}", "spec.env[1].value", "y",
        "spec: {env: [{name: A, value: x}, {name: B, value: y}]}");
    row("new list entry", "spec: {env: [{name: A}]}", "spec.env[1].name", "B", "spec: {env: [{name: A}, {name: B}]}");
    row("new list", "", "spec.rollout.steps[0].percent", "30", "spec: {rollout: {steps: [{percent: 30}]}}");
    row("a text without quotes", "spec: {env: [{name: A}]}", "spec.env[0].value", "0",
        "spec: {env: [{name: A, value: \"0\"}]}");
    row("an empty text", "spec: {env: [{name: A, value: x}]}", "spec.env[0].value", "",
        "spec: {env: [{name: A, value: \"\"}]}");
    row("a text with everything", "spec: {env: [{name: A}]}", "spec.env[0].value", "a: b # c",
        "spec: {env: [{name: A, value: \"a: b # c\"}]}");
    row("quoted", "spec: {env: [{name: A}]}", "spec.env[0].value", "\"a\\nb\"",
        "spec: {env: [{name: A, value: \"a\\nb\"}]}");
    row("null removes", "spec: {livenessProbe: {}}", "spec.livenessProbe", "null", "spec: {}");
    row("flow list", "", "spec.rollout.steps", "[{percent: 5}, {percent: 50, pause: manual}]",
        "spec: {rollout: {steps: [{percent: 5}, {percent: 50, pause: manual}]}}");
    row("flow mapping", "", "spec.autoscale", "{min: 2, max: 4}", "spec: {autoscale: {min: 2, max: 4}}");
    row("percentage", "", "spec.rollout", "{strategy: RollingUpdate, maxSurge: 10%}",
        "spec: {rollout: {strategy: RollingUpdate, maxSurge: 10%}}");
    row("shared part stays", "spec: {readinessProbe: &p {periodSeconds: 3}, livenessProbe: *p}",
        "spec.livenessProbe.periodSeconds", "9",
        "spec: {readinessProbe: {periodSeconds: 3}, livenessProbe: {periodSeconds: 9}}");
    row("mends a fault", "spec: {replicas: -1}", "spec.replicas", "1", "spec: {replicas: 1}");
  }
  void changesAreAsIfWritten() {
    QFETCH(QString, spec);
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, sameAs);
    const auto changed = parseManifests(kHead + spec.toStdString(), {{path.toStdString(), value.toStdString()}});
    const auto written = parseManifests(kHead + sameAs.toStdString());
    QVERIFY2(changed.ok(), changed.ok() ? "" : qPrintable(described(changed.error())));
    QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(described(written.error())));
    QVERIFY(changed.value() == written.value());
  }

  void faultsNameTheOption_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* path, const char* value, const char* error) {
      QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(value) << QString::fromUtf8(error);
    };
    row("spec.replicas", "-5",
        "f: error: --set spec.replicas=-5: replicas must be a whole number from 0 to 1000000, not -5 "
        "(spec.replicas)\n");
    row("spec.replica", "3",
        "f: error: --set spec.replica=3: unknown field \"replica\": did you mean replicas? (spec.replica)\n");
    row("spec.rollout.steps[0].percent", "500",
        "f: error: --set spec.rollout.steps[0].percent=500: percent must be a whole number from 0 to 100, not 500 "
        "(spec.rollout.steps[0].percent)\n");
    const QByteArray malformed = "the path is malformed: write it like spec.rollout.maxSurge or spec.env[0].value";
    for (const char* path : {"", ".", "spec.", ".spec", "spec..replicas", "[0]", "spec.env[x]", "spec.env[",
                             "spec.env[-1]", "spec.env[0]x", "spec.env[]", "spec env", "spec.env[9999999]"}) {
      row(path, "1",
          ("f: error: --set " + QByteArray(path) + "=1: " + malformed +
           (*path == '\0' ? "" : " (" + QByteArray(path) + ")") + "\n")
              .constData());
    }
    row("spec.image.tag", "x",
        "f: error: --set spec.image.tag=x: there is no field tag here: the manifest has no mapping at this place "
        "(spec.image.tag)\n");
    row("spec.image[0]", "x",
        "f: error: --set spec.image[0]=x: the manifest has no list at this place: leave the [index] out "
        "(spec.image[0])\n");
    row("spec.env[3].value", "x",
        "f: error: --set spec.env[3].value=x: the list has 1 entries: the next index is [1] (spec.env[3].value)\n");
    row("spec.autoscale", "{min: ",
        "f: error: --set spec.autoscale={min: : the value cannot be read: '{' is not closed: add the missing '}', or a "
        "',' between the fields (spec.autoscale)\n");
  }
  void faultsNameTheOption() {
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, error);
    const auto parsed =
        parseManifests(kHead + "spec: {image: a, env: [{name: A}]}", {{path.toStdString(), value.toStdString()}});
    QVERIFY(!parsed.ok());
    QCOMPARE(described(parsed.error()), error);
  }

  void everyDocumentIsChanged() {
    const auto parsed =
        parseManifests(kHead + "---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\nspec: {replicas: 7}\n",
                       {{"spec.replicas", "2"}, {"spec.rollout.strategy", "Recreate"}});
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.value().size(), std::size_t(2));
    for (const ServiceSpec& spec : parsed.value()) {
      QCOMPARE(spec.replicas, 2);
      QVERIFY(spec.rollout.strategy == Strategy::Recreate);
    }
  }

  void aFaultOfAllDocumentsIsToldOnce() {
    const auto parsed =
        parseManifests(kHead + "---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\n", {{"spec.replicas", "x"}});
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().size(), std::size_t(1));
    QCOMPARE(parsed.error().front().line, 0);
    QCOMPARE(parsed.error().front().path, std::string("spec.replicas"));
  }
};

QTEST_GUILESS_MAIN(TestManifestSet)
#include "test_manifest_set.moc"
