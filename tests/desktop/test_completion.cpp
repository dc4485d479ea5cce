// SPDX-License-Identifier: GPL-3.0-or-later
//
// Completion in the editor: it offers what the reader knows at that place, and every field that it can offer has help.
#include <QTest>

#include "app/desktop/editor/completion.h"
#include "app/desktop/editor/yaml_editor.h"

using namespace perfect;

namespace {

QString text(const char* s) { return QString::fromUtf8(s); }

/// `|` is where the cursor stands.
Completion at(QString yaml) {
  const qsizetype place = yaml.indexOf(u'|');
  const QString before = yaml.left(place);
  yaml.remove(place, 1);
  return completionAt(yaml, static_cast<int>(before.count(u'\n')),
                      static_cast<int>(place - (before.lastIndexOf(u'\n') + 1)));
}

const char* const kService = "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec:\n";
const char* const kScenario =
    "apiVersion: perfect.system/v1\nkind: Scenario\nmetadata: { name: lesson }\nspec:\n  steps:\n";

}  // namespace

class TestCompletion : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void placesOffer_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("offers");
    QTest::addColumn<QString>("begun");
    const auto row = [](const char* name, const char* head, const char* yaml, const char* offers,
                        const char* begun = "") {
      QTest::newRow(name) << text(head) + text(yaml) << text(offers) << text(begun);
    };
    row("a document", "", "kind: Service\n|", "metadata");
    row("spec", kService, "  rep|", "replicas", "rep");
    row("an empty line", kService, "  replicas: 3\n  |", "image");
    row("a probe", kService, "  readinessProbe:\n    p|\n", "periodSeconds", "p");
    row("a probe's page", kService, "  readinessProbe:\n    httpGet:\n      |\n", "path");
    row("rollout", kService, "  rollout:\n    strategy: Canary\n    |", "maxSurge");
    row("a step", kService, "  rollout:\n    strategy: Canary\n    steps:\n      - p|", "pauseSeconds", "p");
    row("analysis", kService, "  rollout:\n    analysis:\n      |", "maxErrorPercent");
    row("autoscale", kService, "  autoscale:\n    |", "targetCPU");
    row("behavior", kService, "  autoscale:\n    behavior:\n      scaleUp:\n        |", "policies");
    row("a policy", kService, "  autoscale:\n    behavior:\n      scaleUp:\n        policies:\n          - |",
        "periodSeconds");
    row("env", kService, "  env:\n    - |", "value");
    row("backoff", kService, "  restartBackoff:\n    |", "factor");
    row("simulation", kService, "  simulation:\n    |", "jitter");
    row("words", kService, "  rollout:\n    strategy: Can|", "Canary", "Can");
    row("true or false", kService, "  rollout:\n    autoPromote: |", "true");
    row("select", kService, "  autoscale:\n    behavior:\n      scaleDown:\n        selectPolicy: |", "Disabled");
    row("a scenario's step", kScenario, "    - |", "kill");
    row("an action", kScenario, "    - kill:\n        service: api\n        |", "percent");
    row("a verb", kScenario, "    - rollout:\n        service: api\n        action: pro|", "promoteFull", "pro");
    row("a condition", kScenario, "    - until:\n        |", "timeout");
    row("an expectation", kScenario, "    - expect:\n        |", "minReady");
    row("load", kScenario, "    - load:\n        service: api\n        pattern:\n          shape: |", "spike");
  }
  void placesOffer() {
    QFETCH(const QString, yaml);
    QFETCH(const QString, offers);
    QFETCH(const QString, begun);
    const Completion completion = at(yaml);
    QVERIFY2(completion.words.contains(offers), qPrintable(completion.words.join(u' ')));
    QCOMPARE(completion.begun, begun);
    // Whatever can be offered anywhere above is explained.
    if (!completion.field) return;
    for (const QString& word : completion.words) QVERIFY2(!fieldHelp(word).isEmpty(), qPrintable(word));
  }

  void whatIsThereIsNotOfferedAgain_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("fields");  // of those: image replicas env path httpGet periodSeconds value name
    const auto row = [](const char* name, const char* yaml, const char* fields) {
      QTest::newRow(name) << text(kService) + text(yaml) << text(fields);
    };
    row("above", "  replicas: 3\n  |", "image env");
    row("below", "  |\n  image: local://demo@v1\n  # comment\n\n  env: []\n", "replicas");
    row("past deeper lines", "  replicas: 3\n  readinessProbe:\n    httpGet:\n      path: /\n  |", "image env");
    row("deeper, the same name further up", "  readinessProbe:\n    periodSeconds: 2\n  livenessProbe:\n    |",
        "httpGet periodSeconds");
    row("deeper, with siblings", "  readinessProbe:\n    periodSeconds: 2\n    |\n  livenessProbe:\n    httpGet: {}\n",
        "httpGet");
    row("the same item", "  env:\n    - name: A\n      |", "value");
    row("the next item", "  env:\n    - name: A\n      value: b\n    - |", "value name");
    row("an item before another", "  env:\n    - |\n    - name: A\n", "value name");
    row("an item's first line", "  env:\n    - |\n      name: A\n    - value: b\n", "value");
    row("being written", "  replicas|", "image replicas env");
  }
  void whatIsThereIsNotOfferedAgain() {
    QFETCH(const QString, yaml);
    QFETCH(const QString, fields);
    const QStringList asked = text("image replicas env path httpGet periodSeconds value name").split(u' ');
    QStringList offered;
    const QStringList words = at(yaml).words;
    for (const QString& field : asked) {
      if (words.contains(field)) offered << field;
    }
    QCOMPARE(offered.join(u' '), fields);
  }

  void placesWithoutChoicesOfferNothing_data() {
    QTest::addColumn<QString>("yaml");
    QTest::newRow("a number") << text(kService) + text("  replicas: 3|");
    QTest::newRow("a comment") << text(kService) + text("  # rep|");
    QTest::newRow("text that is no YAML") << text("spec: [\n  rep|");
    QTest::newRow("a name") << text("kind: Service\nmetadata:\n  name: ap|");
  }
  void placesWithoutChoicesOfferNothing() {
    QFETCH(const QString, yaml);
    QVERIFY(at(yaml).words.isEmpty());
  }

  // QScintilla asks for the screen that the list would stand on.
  void aWindowOutsideEveryScreenOffersNothing() {
    YamlEditor editor;
    editor.resize(400, 300);
    editor.setText(text(kService) + text("  rep"));
    editor.setCursorPosition(4, 5);
    for (const QPoint& place : {QPoint(20, 20), QPoint(9000, 9000), QPoint(-395, 20), QPoint(20, 20)}) {
      editor.move(place);
      editor.show();
      QVERIFY(QTest::qWaitForWindowExposed(&editor));
      editor.complete(true);
      const bool listed = editor.SendScintilla(QsciScintillaBase::SCI_AUTOCACTIVE) != 0;
      QCOMPARE(listed, place == QPoint(20, 20));
      editor.SendScintilla(QsciScintillaBase::SCI_AUTOCCANCEL);
      editor.hide();
    }
  }

  void linesTellTheirField() {
    QCOMPARE(fieldOfLine(text("    - percent: 25")), text("percent"));
    QCOMPARE(fieldOfLine(text("  replicas : 3")), text("replicas"));
    QCOMPARE(fieldOfLine(text("# replicas")), QString());
    QVERIFY(fieldHelp(text("replicas")).contains(text("pods")));
    QVERIFY(fieldHelp(text("nonsense")).isEmpty());
  }
};

QTEST_MAIN(TestCompletion)
#include "test_completion.moc"
