// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a manifest may not say: each fault with its place, its path and its remedy, and all of them at once.
#include <QFile>
#include <QtTest>

#include <string>

#include "core/manifest/manifest.h"

using namespace perfect;

namespace {

std::string withSpec(const std::string& spec) {
  return "apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n" + spec;
}

std::string readFile(const QString& name) {
  QFile file(QStringLiteral(PERFECT_SOURCE_DIR "/") + name);
  if (!file.open(QIODevice::ReadOnly)) return {};
  return file.readAll().toStdString();
}

QString described(const ManifestErrors& errors) {
  QString text;
  for (const ManifestError& e : errors) text += QString::fromStdString(formatError("f", e)) + QLatin1Char('\n');
  return text;
}

}  // namespace

class TestManifest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void faultsHavePlacePathAndRemedy_data();
  void faultsHavePlacePathAndRemedy();
  void wholeDocuments_data();
  void wholeDocuments();
  void allErrorsComeAtOnceInOrderOfPlace();
  void oneBadDocumentSpoilsTheApply();
  void valuesReachTheSpec_data();
  void valuesReachTheSpec();
  void theSeedsExamplesAreExactlyThose();
  void defaultsAreTheDocumentedOnes();
  void namesAreLabels();
  void imagesAreCheckedAlone();
  void errorsAreFormattedForEditors();
};

// Rows: the lines of `spec`, the place of the one fault (spec's first line is line 6), its path, words of it.
void TestManifest::faultsHavePlacePathAndRemedy_data() {
  QTest::addColumn<QString>("spec");
  QTest::addColumn<int>("line");
  QTest::addColumn<int>("column");
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* spec, int line, int column, const char* path, const char* says) {
    QTest::newRow(QByteArray(spec).replace('\n', "; ").constData())
        << QString::fromUtf8(spec) << line << column << QString::fromUtf8(path) << QString::fromUtf8(says);
  };
  // replicas
  row("  replicas: -5", 6, 13, "spec.replicas", "a whole number from 0 to 1000000, not -5");
  row("  replicas: abc", 6, 13, "spec.replicas", "from 0 to 1000000, not abc");
  row("  replicas: \"abc\"", 6, 13, "spec.replicas", "not \"abc\"");
  row("  replicas: 2.5", 6, 13, "spec.replicas", "a whole number from 0 to 1000000, not 2.5");
  row("  replicas: 1000000000", 6, 13, "spec.replicas", "from 0 to 1000000, not 1000000000");
  row("  replicas: 1000001", 6, 13, "spec.replicas", "from 0 to 1000000");
  row("  replicas: 99999999999999999999999", 6, 13, "spec.replicas", "from 0 to 1000000");
  row("  replicas: \"3\"", 6, 13, "spec.replicas", "without quotes");
  row("  replicas: 0x10", 6, 13, "spec.replicas", "plain decimal digits");
  row("  replicas: 1e3", 6, 13, "spec.replicas", "plain decimal digits");
  row("  replicas: 010", 6, 13, "spec.replicas", "plain decimal digits");
  row("  replicas: 1_000", 6, 13, "spec.replicas", "plain decimal digits");
  row("  replicas: .nan", 6, 13, "spec.replicas", "not .nan");
  row("  replicas: .inf", 6, 13, "spec.replicas", "not .inf");
  row("  replicas: true", 6, 13, "spec.replicas", "not true");
  row("  replicas: [3]", 6, 13, "spec.replicas", "not a list");
  row("  replicas: {a: 3}", 6, 13, "spec.replicas", "not a mapping");
  row("  replicas: 3\n  replicas: 4", 7, 3, "spec.replicas", "stands twice (first at line 6)");
  // unknown fields and near names
  row("  replica: 3", 6, 3, "spec.replica", "did you mean replicas?");
  row("  Replicas: 3", 6, 3, "spec.Replicas", "did you mean replicas?");
  row("  replicas: 3\n  ima", 7, 3, "spec.ima", "did you mean image?");
  row("  livelinessProbe: {}", 6, 3, "spec.livelinessProbe", "did you mean livenessProbe?");
  row("  restartPolicy: Always", 6, 3, "spec.restartPolicy", "unknown field \"restartPolicy\"");
  row("  template: {}", 6, 3, "spec.template", "stand directly in spec");
  row("  xyzzy: 1", 6, 3, "spec.xyzzy", "known here are replicas, minReadySeconds, image");
  row("  <<: {replicas: 3}", 6, 3, "spec.<<", "merge keys");
  row("  ? [a]\n  : 3", 6, 5, "spec", "a field's name must be a plain word");
  // image
  row("  image: 5", 6, 10, "spec.image", "quote it, \"5\"");
  row("  image: yes", 6, 10, "spec.image", "quote it, \"yes\"");
  row("  image: \"\"", 6, 10, "spec.image", "image is empty");
  row("  image: \"local://demo v1\"", 6, 10, "spec.image", "no blanks");
  row("  image: \"local://demo@\"", 6, 10, "spec.image", "write the digest");
  row("  image: [a]", 6, 10, "spec.image", "must be a text, not a list");
  // env
  row("  env: {A: b}", 6, 8, "spec.env", "must be a list");
  row("  env:\n    - name: A\n      value: 0", 8, 14, "spec.env[0].value", "quote it, \"0\"");
  row("  env:\n    - name: A\n      value: true", 8, 14, "spec.env[0].value", "quote it, \"true\"");
  row("  env:\n    - name: A\n      value: off", 8, 14, "spec.env[0].value", "quote it, \"off\"");
  row("  env:\n    - name: A\n      value: 1e3", 8, 14, "spec.env[0].value", "quote it, \"1e3\"");
  row("  env:\n    - name: A\n      value: {a: b}", 8, 14, "spec.env[0].value", "not a mapping");
  row("  env:\n    - value: a", 7, 7, "spec.env[0].name", "name is missing");
  row("  env:\n    - name: 1A\n      value: a", 7, 13, "spec.env[0].name", "not begin with a digit");
  row("  env:\n    - name: \"A=B\"", 7, 13, "spec.env[0].name", "letters, digits");
  row("  env:\n    - name: A\n    - name: B\n    - name: A", 9, 13, "spec.env[2].name",
      "stands twice (first at line 7)");
  row("  env:\n    - A", 7, 7, "spec.env[0]", "must be a mapping");
  row("  env:\n    - name: A\n      valu: b", 8, 7, "spec.env[0].valu", "did you mean value?");
  // seconds
  row("  terminationGracePeriodSeconds: 3601", 6, 34, "spec.terminationGracePeriodSeconds", "from 0 to 3600, not 3601");
  row("  terminationGracePeriodSeconds: 1.5", 6, 34, "spec.terminationGracePeriodSeconds", "a whole number");
  row("  minReadySeconds: -1", 6, 20, "spec.minReadySeconds", "from 0 to 2147483647, not -1");
  row("  minReadySeconds: 0.0005", 6, 20, "spec.minReadySeconds", "at most three decimals");
  row("  minReadySeconds: 5s", 6, 20, "spec.minReadySeconds", "plain decimal digits, not 5s");
  row("  minReadySeconds: 2147483648", 6, 20, "spec.minReadySeconds", "to 2147483647");
  // probes
  row("  readinessProbe: /healthz", 6, 19, "spec.readinessProbe", "must be a mapping");
  row("  readinessProbe:\n    periodSeconds: 0", 7, 20, "spec.readinessProbe.periodSeconds",
      "from 1 to 2147483647, not 0");
  row("  readinessProbe:\n    periodSeconds: 0.5", 7, 20, "spec.readinessProbe.periodSeconds", "a whole number");
  row("  readinessProbe:\n    timeoutSeconds: 0", 7, 21, "spec.readinessProbe.timeoutSeconds", "from 1");
  row("  readinessProbe:\n    initialDelaySeconds: -1", 7, 26, "spec.readinessProbe.initialDelaySeconds", "from 0");
  row("  readinessProbe:\n    failureThreshold: 0", 7, 23, "spec.readinessProbe.failureThreshold", "from 1");
  row("  readinessProbe:\n    successThreshold: 0", 7, 23, "spec.readinessProbe.successThreshold", "from 1");
  row("  livenessProbe:\n    successThreshold: 2", 7, 23, "spec.livenessProbe.successThreshold", "must be 1, not 2");
  row("  startupProbe:\n    successThreshold: 2", 7, 23, "spec.startupProbe.successThreshold", "must be 1, not 2");
  row("  readinessProbe:\n    httpGet: /", 7, 14, "spec.readinessProbe.httpGet", "must be a mapping");
  row("  readinessProbe:\n    httpGet: {path: \"\"}", 7, 21, "spec.readinessProbe.httpGet.path", "path is empty");
  row("  readinessProbe:\n    httpGet: {path: /, port: 80}", 7, 24, "spec.readinessProbe.httpGet.port", "need no port");
  row("  readinessProbe:\n    periodSecond: 1", 7, 5, "spec.readinessProbe.periodSecond",
      "did you mean periodSeconds?");
  // backoff
  row("  restartBackoff: {baseSeconds: -1}", 6, 33, "spec.restartBackoff.baseSeconds", "from 0");
  row("  restartBackoff: {factor: 0.5}", 6, 28, "spec.restartBackoff.factor", "from 1 to 1000, not 0.5");
  row("  restartBackoff: {maxSeconds: x}", 6, 32, "spec.restartBackoff.maxSeconds", "not x");
  row("  restartBackoff: {resetAfter: 1}", 6, 20, "spec.restartBackoff.resetAfter", "did you mean resetAfterSeconds?");
  // rollout
  row("  rollout: Canary", 6, 12, "spec.rollout", "must be a mapping");
  row("  rollout:\n    strategy: canary", 7, 15, "spec.rollout.strategy", "did you mean Canary?");
  row("  rollout:\n    strategy: Bluegren", 7, 15, "spec.rollout.strategy", "did you mean BlueGreen?");
  row("  rollout:\n    strategy: Rainbow", 7, 15, "spec.rollout.strategy",
      "one of BlueGreen, Canary, RollingUpdate and Recreate");
  row("  rollout:\n    strategy: 1", 7, 15, "spec.rollout.strategy", "not 1");
  row("  rollout:\n    type: Canary", 7, 5, "spec.rollout.type", "unknown field");
  row("  rollout:\n    strategy: Canary\n    steps: []", 8, 12, "spec.rollout.steps", "at least one step");
  row("  rollout:\n    strategy: Canary\n    steps: [25]", 8, 13, "spec.rollout.steps[0]", "must be a mapping");
  row("  rollout:\n    strategy: Canary\n    steps:\n      - percent: 25\n      - percent: 500", 10, 18,
      "spec.rollout.steps[1].percent", "from 0 to 100, not 500");
  row("  rollout:\n    steps:\n      - percent: -1", 8, 18, "spec.rollout.steps[0].percent", "from 0 to 100");
  row("  rollout:\n    steps:\n      - percent: 25%", 8, 18, "spec.rollout.steps[0].percent", "plain decimal digits");
  row("  rollout:\n    steps:\n      - pauseSeconds: 1", 8, 9, "spec.rollout.steps[0].percent", "percent is missing");
  row("  rollout:\n    steps:\n      - {percent: 1, setWeight: 20}", 8, 22, "spec.rollout.steps[0].setWeight",
      "write percent");
  row("  rollout:\n    steps:\n      - {percent: 1, pause: manual, pauseSeconds: 3}", 8, 29,
      "spec.rollout.steps[0].pause", "stand together");
  row("  rollout:\n    steps:\n      - {percent: 1, pause: 5}", 8, 29, "spec.rollout.steps[0].pause",
      "write pauseSeconds");
  row("  rollout:\n    steps:\n      - {percent: 1, pauseSeconds: -1}", 8, 36, "spec.rollout.steps[0].pauseSeconds",
      "from 0");
  row("  rollout: {pauseSeconds: -5}", 6, 27, "spec.rollout.pauseSeconds", "from 0");
  row("  rollout: {strategy: RollingUpdate, maxSurge: 0, maxUnavailable: 0}", 6, 48, "spec.rollout.maxSurge",
      "both 0, so");
  row("  rollout: {strategy: RollingUpdate, maxSurge: 0%, maxUnavailable: \"0%\"}", 6, 48, "spec.rollout.maxSurge",
      "both 0");
  row("  rollout: {strategy: Canary, maxSurge: 0}", 6, 41, "spec.rollout.maxSurge", "both 0 (one of them by default)");
  row("  rollout: {maxSurge: 500%}", 6, 23, "spec.rollout.maxSurge", "from 0% to 100%, not 500%");
  row("  rollout: {maxSurge: -1}", 6, 23, "spec.rollout.maxSurge", "a count from 0");
  row("  rollout: {maxSurge: -25%}", 6, 23, "spec.rollout.maxSurge", "a count from 0");
  row("  rollout: {maxSurge: 1.5}", 6, 23, "spec.rollout.maxSurge", "a count from 0");
  row("  rollout: {maxSurge: \"2\"}", 6, 23, "spec.rollout.maxSurge", "without quotes");
  row("  rollout: {maxUnavailable: many}", 6, 29, "spec.rollout.maxUnavailable", "not many");
  row("  rollout: {maxUnavailable: '%'}", 6, 29, "spec.rollout.maxUnavailable", "not \"%\"");
  row("  rollout: {autoPromote: 1}", 6, 26, "spec.rollout.autoPromote", "true or false, not 1");
  row("  rollout: {autoPromote: \"true\"}", 6, 26, "spec.rollout.autoPromote", "without quotes");
  row("  rollout: {scaleDownDelaySeconds: -1}", 6, 36, "spec.rollout.scaleDownDelaySeconds", "from 0");
  row("  rollout: {progressDeadlineSeconds: x}", 6, 38, "spec.rollout.progressDeadlineSeconds", "not x");
  row("  rollout: {autoRollback: maybe}", 6, 27, "spec.rollout.autoRollback", "true or false");
  row("  rollout: {analysis: {maxErrorPercent: 101}}", 6, 41, "spec.rollout.analysis.maxErrorPercent",
      "from 0 to 100, not 101");
  row("  rollout: {analysis: {intervalSeconds: 0.5}}", 6, 41, "spec.rollout.analysis.intervalSeconds", "from 1");
  row("  rollout: {analysis: {count: 0}}", 6, 31, "spec.rollout.analysis.count", "from 1");
  row("  rollout: {analysis: {failureLimit: -1}}", 6, 38, "spec.rollout.analysis.failureLimit", "from 0");
  // autoscale
  row("  autoscale: true", 6, 14, "spec.autoscale", "must be a mapping");
  row("  autoscale: {targetCPU: 0}", 6, 26, "spec.autoscale.targetCPU", "from 1 to 1000, not 0");
  row("  autoscale: {targetCPU: 1001}", 6, 26, "spec.autoscale.targetCPU", "from 1 to 1000");
  row("  autoscale: {min: 0}", 6, 20, "spec.autoscale.min", "from 1 to 1000000, not 0");
  row("  autoscale: {min: 5, max: 2}", 6, 28, "spec.autoscale.max", "min (5) is above max (2)");
  row("  autoscale: {min: 12}", 6, 20, "spec.autoscale.min", "above max (10 by default)");
  row("  autoscale: {maxReplicas: 3}", 6, 15, "spec.autoscale.maxReplicas", "write max");
  row("  autoscale: {tolerance: -0.1}", 6, 26, "spec.autoscale.tolerance", "from 0 to 1, not -0.1");
  row("  autoscale: {periodSeconds: 0}", 6, 30, "spec.autoscale.periodSeconds", "from 0.001");
  row("  autoscale: {scaleDownStabilizationSeconds: 3601}", 6, 46, "spec.autoscale.scaleDownStabilizationSeconds",
      "to 3600");
  row("  autoscale:\n    behavior: {}\n    scaleDownStabilizationSeconds: 3", 8, 36,
      "spec.autoscale.scaleDownStabilizationSeconds", "stand together");
  row("  autoscale: {behavior: {scaleup: {}}}", 6, 26, "spec.autoscale.behavior.scaleup", "did you mean scaleUp?");
  row("  autoscale: {behavior: {scaleUp: {stabilizationWindowSeconds: 3601}}}", 6, 64,
      "spec.autoscale.behavior.scaleUp.stabilizationWindowSeconds", "from 0 to 3600");
  row("  autoscale: {behavior: {scaleUp: {selectPolicy: max}}}", 6, 50, "spec.autoscale.behavior.scaleUp.selectPolicy",
      "did you mean Max?");
  row("  autoscale: {behavior: {scaleUp: {policies: []}}}", 6, 46, "spec.autoscale.behavior.scaleUp.policies",
      "at least one");
  row("  autoscale: {behavior: {scaleUp: {policies: [{type: Pod, value: 1, periodSeconds: 1}]}}}", 6, 54,
      "spec.autoscale.behavior.scaleUp.policies[0].type", "did you mean Pods?");
  row("  autoscale: {behavior: {scaleUp: {policies: [{type: Pods, value: 0, periodSeconds: 1}]}}}", 6, 67,
      "spec.autoscale.behavior.scaleUp.policies[0].value", "from 1");
  row("  autoscale: {behavior: {scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 1801}]}}}", 6, 85,
      "spec.autoscale.behavior.scaleUp.policies[0].periodSeconds", "from 1 to 1800");
  row("  autoscale: {behavior: {scaleUp: {policies: [{type: Pods, value: 1}]}}}", 6, 47,
      "spec.autoscale.behavior.scaleUp.policies[0].periodSeconds", "periodSeconds is missing");
  // simulation
  row("  simulation: {startSeconds: -1}", 6, 30, "spec.simulation.startSeconds", "from 0");
  row("  simulation: {jitter: 1.5}", 6, 24, "spec.simulation.jitter", "from 0 to 1, not 1.5");
  row("  simulation: {jitter: 0.0001}", 6, 24, "spec.simulation.jitter", "three decimals");
  row("  simulation: {crashAfterSeconds: 0}", 6, 35, "spec.simulation.crashAfterSeconds", "from 0.001");
  row("  simulation: {crashesPerHour: -1}", 6, 32, "spec.simulation.crashesPerHour", "from 0");
  row("  simulation: {probeFailurePercent: 101}", 6, 37, "spec.simulation.probeFailurePercent", "from 0 to 100");
  row("  simulation: {errorPercent: 500}", 6, 30, "spec.simulation.errorPercent", "from 0 to 100, not 500");
  row("  simulation: {capacityPerPod: 0}", 6, 32, "spec.simulation.capacityPerPod", "from 1");
  row("  simulation: {shutdown: 1}", 6, 16, "spec.simulation.shutdown", "did you mean shutdownSeconds?");
}

void TestManifest::faultsHavePlacePathAndRemedy() {
  QFETCH(QString, spec);
  QFETCH(int, line);
  QFETCH(int, column);
  QFETCH(QString, path);
  QFETCH(QString, says);
  const auto parsed = parseManifests(withSpec(spec.toStdString() + "\n"));
  QVERIFY(!parsed.ok());
  const QString all = described(parsed.error());
  QVERIFY2(parsed.error().size() == 1, qPrintable(all));
  const ManifestError& error = parsed.error().front();
  QVERIFY2(QString::fromStdString(error.message).contains(says), qPrintable(all));
  QVERIFY2(error.line == line && error.column == column, qPrintable(all));
  QCOMPARE(QString::fromStdString(error.path), path);
  QVERIFY(!QString::fromStdString(error.message).contains(QLatin1Char('\n')));
}

void TestManifest::wholeDocuments_data() {
  QTest::addColumn<QString>("yaml");
  QTest::addColumn<QString>("errors");
  const auto row = [](const char* name, const char* yaml, const char* errors) {
    QTest::newRow(name) << QString::fromUtf8(yaml) << QString::fromUtf8(errors);
  };
  row("wrong kind", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, labels: {}}\n",
      "f:2:7: error: kind must be Service, not Deployment (kind)\n");
  row("near kind", "apiVersion: v1\nkind: service\nmetadata: {name: a}\n",
      "f:2:7: error: kind must be Service, not service: did you mean Service? (kind)\n");
  row("a scenario among manifests", "apiVersion: perfect.system/v1\nkind: Scenario\n",
      "f:2:7: error: a Scenario cannot stand here: give it as a file of its own (kind)\n");
  row("kind missing", "apiVersion: v1\nmetadata: {name: a}\n",
      "f:1:1: error: kind is missing: write kind: Service (kind)\n");
  row("kind null", "apiVersion: v1\nkind:\nmetadata: {name: a}\n",
      "f:2:1: error: kind is missing: write kind: Service (kind)\n");
  row("version missing", "kind: Service\nmetadata: {name: a}\n",
      "f:1:1: error: apiVersion is missing: write apiVersion: v1 (apiVersion)\n");
  row("wrong version", "apiVersion: v2\nkind: Service\nmetadata: {name: a}\n",
      "f:1:13: error: apiVersion must be v1, not v2: did you mean v1? (apiVersion)\n");
  row("metadata missing", "apiVersion: v1\nkind: Service\n",
      "f:1:1: error: metadata is missing: add metadata with a name (metadata)\n");
  row("name missing", "apiVersion: v1\nkind: Service\nmetadata: {}\n",
      "f:3:11: error: name is missing: name the service, for example name: api (metadata.name)\n");
  row("labels", "apiVersion: v1\nkind: Service\nmetadata: {name: a, labels: {a: b}}\n",
      "f:3:21: error: unknown field \"labels\": leave it out: a service is known by its metadata.name "
      "(metadata.labels)\n");
  row("upper-case name", "apiVersion: v1\nkind: Service\nmetadata: {name: Api}\n",
      "f:3:18: error: name must have lower-case letters, digits and '-' only, begin and end with a letter or digit, "
      "and be 1 to 63 long, not \"Api\" (metadata.name)\n");
  row("number as name", "apiVersion: v1\nkind: Service\nmetadata: {name: 123}\n",
      "f:3:18: error: name must be a text, not 123: quote it, \"123\" (metadata.name)\n");
  row("top-level slip", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspecs: {}\n",
      "f:4:1: error: unknown field \"specs\": did you mean spec? (specs)\n");
  row("same service twice",
      "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: a}\n",
      "f:7:18: error: service \"a\" stands twice in one apply (first at line 3): keep one, or rename it "
      "(metadata.name)\n");
  row("a fault in the second document", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n---\n- b\n",
      "f:5:1: error: a manifest must be a mapping that begins with 'apiVersion: v1' and 'kind: Service', not a list\n");
  row("faults before broken YAML", "apiVersion: v1\nkind: Service\nmetadata: {name: A}\n---\nkind: [\n",
      "f:3:18: error: name must have lower-case letters, digits and '-' only, begin and end with a letter or digit, "
      "and be 1 to 63 long, not \"A\" (metadata.name)\n"
      "f:5:7: error: '[' is not closed: add the missing ']', or a ',' between the entries\n");
  row("truncated", "apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  image: \"local://de",
      "f:6:21: error: the text ends inside quotes: add the missing quote\n");
}

void TestManifest::wholeDocuments() {
  QFETCH(QString, yaml);
  QFETCH(QString, errors);
  const auto parsed = parseManifests(yaml.toStdString());
  QVERIFY(!parsed.ok());
  QCOMPARE(described(parsed.error()), errors);
}

void TestManifest::allErrorsComeAtOnceInOrderOfPlace() {
  const auto parsed =
      parseManifests(withSpec("  rollout: {strategy: Blue}\n  replicas: -1\n  env:\n    - {name: A, value: 1}\n    - "
                              "{name: A}\n  colour: blue\n  simulation: {jitter: 2}\n"));
  QVERIFY(!parsed.ok());
  QStringList places;
  for (const ManifestError& e : parsed.error()) places << QStringLiteral("%1:%2").arg(e.line).arg(e.column);
  QCOMPARE(places, QStringList({QStringLiteral("6:23"), QStringLiteral("7:13"), QStringLiteral("9:24"),
                                QStringLiteral("10:14"), QStringLiteral("11:3"), QStringLiteral("12:24")}));
}

void TestManifest::oneBadDocumentSpoilsTheApply() {
  const auto parsed = parseManifests(withSpec("  replicas: 1\n") +
                                     "---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\nspec: {replicas: x}\n");
  QVERIFY(!parsed.ok());
  QCOMPARE(parsed.error().size(), std::size_t(1));
  QCOMPARE(parsed.error().front().line, 11);
}

// Rows: lines of `spec`, and a line that writeManifest shows for it (empty: a default, nothing is shown).
void TestManifest::valuesReachTheSpec_data() {
  QTest::addColumn<QString>("spec");
  QTest::addColumn<QString>("written");
  const auto row = [](const char* spec, const char* written) {
    QTest::newRow(spec) << QString::fromUtf8(spec) << QString::fromUtf8(written);
  };
  row("replicas: 0", "replicas: 0");
  row("replicas: 1", "replicas: 1");
  row("replicas: 1000000", "replicas: 1000000");
  row("replicas: +3", "replicas: 3");
  row("replicas: 3.0", "replicas: 3");
  row("replicas:", "");
  row("replicas: null", "");
  row("image: local://demo@v2", "image: local://demo@v2");
  row("image: \"registry:5000/a/b:1.2\"", "image: registry:5000/a/b:1.2");
  row("env: [{name: HEALTHY, value: \"0\"}]", "value: \"0\"");
  row("env: [{name: A}]", "value: \"\"");
  row("env: [{name: a.b-c_D, value: x y}]", "- name: a.b-c_D");
  row("env: []", "");
  row("terminationGracePeriodSeconds: 3600", "terminationGracePeriodSeconds: 3600");
  row("terminationGracePeriodSeconds: 30", "");
  row("minReadySeconds: 0.5", "minReadySeconds: 0.5");
  row("minReadySeconds: .25", "minReadySeconds: 0.25");
  row("minReadySeconds: 1.5000", "minReadySeconds: 1.5");
  row("readinessProbe: {}", "readinessProbe: {}");
  row("readinessProbe:", "");
  row("readinessProbe: {successThreshold: 3}", "successThreshold: 3");
  row("livenessProbe: {httpGet: {path: /livez}}", "path: /livez");
  row("startupProbe: {initialDelaySeconds: 0}", "initialDelaySeconds: 0");
  row("restartBackoff: {baseSeconds: 0}", "baseSeconds: 0");
  row("restartBackoff: {factor: 1.5}", "factor: 1.5");
  row("restartBackoff: {maxSeconds: 300}", "maxSeconds: 300");
  row("rollout: {strategy: Recreate}", "strategy: Recreate");
  row("rollout: {strategy: Canary}", "strategy: Canary");
  row("rollout: {strategy: BlueGreen, maxSurge: 2}", "maxSurge: 2");
  row("rollout: {strategy: BlueGreen, steps: [{percent: 10}]}", "- percent: 10");
  row("rollout: {strategy: Canary, steps: [{percent: 10, pause: manual}]}", "pause: manual");
  row("rollout: {strategy: Canary, steps: [{percent: 10, pauseSeconds: 0}]}", "pauseSeconds: 0");
  row("rollout: {strategy: RollingUpdate, maxSurge: 0}", "maxSurge: 0");
  row("rollout: {strategy: RollingUpdate, maxUnavailable: \"50%\"}", "maxUnavailable: 50%");
  row("rollout: {strategy: RollingUpdate, maxSurge: 25%}", "strategy: RollingUpdate");
  row("rollout: {autoPromote: no}", "autoPromote: false");
  row("rollout: {progressDeadlineSeconds: 2147483647}", "progressDeadlineSeconds: 2147483647");
  row("rollout: {progressDeadlineSeconds: 2.5}", "progressDeadlineSeconds: 2.5");
  row("rollout: {autoRollback: False}", "autoRollback: false");
  row("rollout: {analysis: {}}", "analysis: {}");
  row("rollout: {analysis: {maxErrorPercent: 0.5}}", "maxErrorPercent: 0.5");
  row("autoscale: {}", "autoscale: {}");
  row("autoscale: {min: 5, max: 5}", "max: 5");
  row("autoscale: {tolerance: 0.05}", "tolerance: 0.05");
  row("autoscale: {behavior: {}}", "behavior: {}");
  row("autoscale: {behavior: {scaleDown: {selectPolicy: Disabled}}}", "selectPolicy: Disabled");
  row("simulation: {startSeconds: 0}", "startSeconds: 0");
  row("simulation: {crashAfterSeconds: 0.001}", "crashAfterSeconds: 0.001");
  row("simulation: {crashesPerHour: 0.5}", "crashesPerHour: 0.5");
  row("simulation: {jitter: 1}", "jitter: 1");
  row("simulation: {capacityPerPod: 250}", "capacityPerPod: 250");
}

void TestManifest::valuesReachTheSpec() {
  QFETCH(QString, spec);
  QFETCH(QString, written);
  const auto parsed = parseManifests(withSpec("  " + spec.toStdString() + "\n"));
  QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(described(parsed.error())));
  const QString yaml = QString::fromStdString(writeManifest(parsed.value().front()));
  const QString bare = QString::fromStdString(writeManifest(parseManifests(withSpec("  {}\n")).value().front()));
  if (written.isEmpty()) {
    QCOMPARE(yaml, bare);
  } else {
    const QStringList lines = yaml.split(QLatin1Char('\n'));
    bool found = false;
    for (const QString& line : lines) found = found || line.trimmed() == written;
    QVERIFY2(found, qPrintable(yaml));
  }
}

void TestManifest::theSeedsExamplesAreExactlyThose() {
  ServiceSpec v1;
  v1.name = "api";
  v1.replicas = 3;
  v1.replicasGiven = true;
  v1.podTemplate.image = "local://demo@v1";
  v1.podTemplate.env = {{"HEALTHY", "1"}};
  v1.podTemplate.terminationGracePeriodSeconds = 30;
  v1.podTemplate.readiness = Probe{"/healthz", 1, 2, 1, 1, 3};
  v1.podTemplate.liveness = Probe{"/livez", 1, 2, 1, 1, 3};
  v1.rollout.strategy = Strategy::BlueGreen;
  ServiceSpec v2 = v1;
  v2.podTemplate.image = "local://demo@v2";
  ServiceSpec canary = v2;
  canary.replicas = 4;
  canary.rollout.strategy = Strategy::Canary;
  canary.rollout.steps = {{25, {}, false}, {50, {}, false}, {100, {}, false}};
  canary.rollout.pause = 5000;
  canary.rollout.maxSurge = {25, true};
  canary.rollout.maxUnavailable = {0, false};
  const std::pair<const char*, ServiceSpec> examples[] = {{"api-v1", v1}, {"api-v2", v2}, {"api-canary", canary}};
  for (const auto& [name, expected] : examples) {
    const auto parsed = parseManifests(readFile(QStringLiteral("examples/%1.yaml").arg(QLatin1String(name))));
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(described(parsed.error())));
    QCOMPARE(parsed.value().size(), std::size_t(1));
    QVERIFY2(parsed.value().front() == expected, name);
  }
}

void TestManifest::defaultsAreTheDocumentedOnes() {
  const auto spec = [](const char* lines) { return parseManifests(withSpec(lines)).value().front(); };
  const ServiceSpec bare = parseManifests("apiVersion: v1\nkind: Service\nmetadata: {name: a}\n").value().front();
  QCOMPARE(bare.replicas, 1);
  QVERIFY(!bare.replicasGiven);
  QCOMPARE(bare.podTemplate.image, std::string("local://demo@v1"));
  QCOMPARE(bare.minReady, Millis{0});
  QCOMPARE(bare.podTemplate.terminationGracePeriodSeconds, 30);
  QVERIFY(bare.podTemplate.env.empty() && !bare.autoscale);
  QVERIFY(!bare.podTemplate.readiness && !bare.podTemplate.liveness && !bare.podTemplate.startup);
  QVERIFY((bare.podTemplate.restartBackoff == RestartBackoff{500, 2000, 32000, 60000}));
  QVERIFY((bare.podTemplate.simulation == Simulation{1000, 0, 1000, 0, {}, 0, 0, 0, 100}));
  QVERIFY(
      (bare.rollout == Rollout{Strategy::BlueGreen, {}, 5000, {0, false}, {0, false}, true, 2000, {}, 60000, true}));

  const Rollout rolling = spec("  rollout: {strategy: RollingUpdate}").rollout;
  QVERIFY((rolling.maxSurge == IntOrPercent{25, true}) && (rolling.maxUnavailable == IntOrPercent{25, true}));
  const Rollout canary = spec("  rollout: {strategy: Canary}").rollout;
  QVERIFY((canary.maxSurge == IntOrPercent{25, true}) && (canary.maxUnavailable == IntOrPercent{0, false}));
  QVERIFY((canary.steps == std::vector<CanaryStep>{{25, {}, false}, {50, {}, false}, {100, {}, false}}));

  const ServiceSpec scaled = spec("  autoscale: {behavior: {scaleUp: {selectPolicy: Min}}}");
  QVERIFY(!scaled.replicasGiven);
  const ScalingBehavior& behavior = *scaled.autoscale->behavior;
  QVERIFY((behavior.scaleUp ==
           ScalingRules{0, PolicySelect::Min, {{PolicyType::Pods, 4, 15}, {PolicyType::Percent, 100, 15}}}));
  QVERIFY((behavior.scaleDown == ScalingRules{300, PolicySelect::Max, {{PolicyType::Percent, 100, 15}}}));
  // In numbers: a comparison with a section's own defaults would agree with any change of them.
  QVERIFY((spec("  autoscale: {}").autoscale == Autoscale{60, 1, 10, 100, 5000, 30000, {}}));
  QVERIFY((spec("  readinessProbe: {}").podTemplate.readiness == Probe{"/", 1, 2, 1, 1, 3}));
  QVERIFY((spec("  livenessProbe: {}").podTemplate.liveness == Probe{"/", 1, 2, 1, 1, 3}));
  QVERIFY((spec("  startupProbe: {}").podTemplate.startup == Probe{"/", 1, 2, 1, 1, 3}));
  QVERIFY((spec("  rollout: {analysis: {}}").rollout.analysis == Analysis{5000, 1000, 3, 1}));
  QCOMPARE(spec("  image: \"host/a@b@v2\"").podTemplate.digest(), std::string("v2"));
}

void TestManifest::namesAreLabels() {
  const auto taken = [](const std::string& name) {
    return parseManifests("apiVersion: v1\nkind: Service\nmetadata: {name: \"" + name + "\"}\n").ok();
  };
  for (const char* name : {"a", "7", "a-1", "0-z"}) QVERIFY2(taken(name), name);
  for (const char* name : {"", "-a", "a-", "A", "a.b", "a_b", "a b"}) QVERIFY2(!taken(name), name);
  QVERIFY(taken(std::string(63, 'a')));
  QVERIFY(!taken(std::string(64, 'a')));
}

void TestManifest::imagesAreCheckedAlone() {
  QVERIFY(imageFault("local://demo@v3").empty());
  QVERIFY(imageFault("nginx").empty());
  QVERIFY(!imageFault("").empty());
  QVERIFY(!imageFault("a b").empty());
  QVERIFY(!imageFault("a\n").empty());
  QVERIFY(!imageFault("a@").empty());
  QVERIFY(!imageFault(std::string(1025, 'a')).empty());
}

void TestManifest::errorsAreFormattedForEditors() {
  QCOMPARE(formatError("a.yaml", {3, 7, "spec.image", "m"}), std::string("a.yaml:3:7: error: m (spec.image)"));
  QCOMPARE(formatError("a.yaml", {3, 7, "", "m"}), std::string("a.yaml:3:7: error: m"));
  QCOMPARE(formatError("a.yaml", {0, 0, "spec", "m"}), std::string("a.yaml: error: m (spec)"));
}

QTEST_GUILESS_MAIN(TestManifest)
#include "test_manifest.moc"
