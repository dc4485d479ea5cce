// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of bad manifests and scenarios, in another language: nothing of it is said in English all the same, and
// every text that a translator is shown is one that is said.
#include <QDirIterator>
#include <QFile>
#include <QtTest>
#include <map>
#include <set>

#include "core/scenario/fault_patterns.h"
#include "core/scenario/scenario.h"

using namespace perfect;

namespace {

constexpr QChar kEdge(0x1f);

/// A language without words: of every text it leaves what is filled in, the last first, with edges around.
class Wordless final : public Wording {
 public:
  Wordless() {
    for (const std::string_view english : faultPatterns()) {
      std::string edges(1, static_cast<char>(kEdge.unicode()));
      for (char word = '9'; word >= '0'; --word) {
        const std::string placeholder = {'{', word, '}'};
        if (english.find(placeholder) == std::string_view::npos) continue;
        edges += placeholder + static_cast<char>(kEdge.unicode());
      }
      m_patterns[english] = std::move(edges);
    }
  }
  std::string_view pattern(std::string_view english) const override {
    const auto found = m_patterns.find(english);
    if (found == m_patterns.end()) return english;
    m_said.insert(found->first);
    return found->second;
  }
  const std::set<std::string_view>& said() const { return m_said; }

 private:
  std::map<std::string_view, std::string> m_patterns;
  mutable std::set<std::string_view> m_said;
};

const Wordless& wordless() {
  static const Wordless language;
  return language;
}

QString text(const std::string& bytes) { return QString::fromStdString(bytes); }

/// Values are shown cut, and without what cannot be shown.
QString lettersOf(const QString& of) {
  QString letters;
  for (const QChar c : of) {
    if (c.unicode() < 0x7f && c.isLetterOrNumber()) letters += c;
  }
  return letters;
}

/// Names, or a value of the text: no words of ours.
bool isOfTheText(const QString& part, const QString& given) {
  static const QRegularExpression names(QStringLiteral("^[^ ,]*(, [^ ,]+)*$"));
  static const QRegularExpression ours(
      QStringLiteral("\\b(a|an|the|is|must|not|nothing|of|or|and|list|error|write)\\b"));
  const bool isNames = names.match(part).hasMatch() && !ours.match(part).hasMatch();
  // What yaml-cpp says where it is quoted is its own.
  return isNames || part == QStringLiteral("bad YAML version: x") || given.contains(lettersOf(part));
}

Result<std::string> readBad(const std::string& path) {
  if (path == "bad.yaml") return std::string("kind: Service\nmetadata: {name: api}\nspec: {replicas: many}\n");
  if (path != "many.yaml") return Result<std::string>::failure(path);
  std::string many;
  for (int i = 0; i < 3000; ++i)
    many += "---\n{apiVersion: v1, kind: Service, metadata: {name: s" + std::to_string(i) + "}}\n";
  return many;
}

std::string fileText(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  return file.readAll().toStdString();
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

std::string service(const std::string& spec) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  " + spec + "\n";
}
std::string steps(const std::string& steps) {
  return "apiVersion: perfect.system/v1\nkind: Scenario\nspec:\n  steps:\n    - " + steps + "\n";
}

/// Texts that are no YAML, or too much of it.
std::vector<std::string> badYaml() {
  std::vector<std::string> all{std::string(kMaxManifestBytes + 1, '#'),
                               "a: \xff",
                               "a: \x01",
                               std::string(65, '['),
                               "a: &a 1\nb: [" + repeated("*a, ", 10001) + "]",
                               "a:\n" + repeated("- \n", 200001),
                               "'a' 'b'",
                               "a: *b",
                               "a: &a [*a]",
                               "a: !secret b",
                               "a: 'b\n",
                               "a:\n\tb: 1",
                               "a: [\t@",
                               "a: @b",
                               "a: {b: 1",
                               "a: [1",
                               "a: \"b",
                               "a: 1\n 2: 3\n",
                               "a: 1\n- b\n",
                               "- a\nb: 1\n",
                               "a: \"b\n---\nc\"",
                               "]",
                               "a: - b",
                               "a: b: c",
                               "a: ? b",
                               "[? a : b ? c]",
                               "a: * b",
                               "a: & b",
                               "a: *b{ c",
                               "a: &b{ c",
                               "a: \"\\q\"",
                               "a: \"\\xzz\"",
                               "a: \"\\ud800\"",
                               "a: |x\n  b",
                               "a: |0\n  b",
                               "a: !!str !!str b",
                               "a: &b &c d",
                               "a: \t- b",
                               "%YAML x\n---\na",
                               "a: %"};
  return all;
}

std::vector<std::string> badServices() {
  std::vector<std::string> all{"",
                               "- a",
                               "metadata: {name: a}",
                               "kind: Deployment",
                               "kind: service",
                               "kind: Scenario",
                               "kind: Service",
                               "kind: Service\napiVersion: v2\nmetadata: {}",
                               "kind: Service\napiVersion: v1\nmetadata: {name: Api, labels: {}}",
                               "kind: Service\napiVersion: v1\nmetadata: {name: 1, ? [a] : 1}",
                               service("{}") + "---\n" + service("{}"),
                               service("[]")};
  for (const char* spec : {"replicas: -5",
                           "replicas: \"3\"",
                           "replicas: 0x10",
                           "replicas: 2.5",
                           "replicas: [3]",
                           "replicas: {}",
                           "replicas: 1\n  replicas: 2",
                           "replica: 3",
                           "xyzzy: 1",
                           "<<: {}",
                           "namespace: a",
                           "selector: a",
                           "template: a",
                           "image: 5",
                           "image: \"\"",
                           "image: \"a b\"",
                           "image: a@",
                           "image: [a]",
                           "env: {}",
                           "env: [A, {value: 1}]",
                           "env: [{name: 1A}, {name: A}, {name: A}]",
                           "minReadySeconds: x",
                           "minReadySeconds: \"1\"",
                           "minReadySeconds: 0.0005",
                           "minReadySeconds: 5s",
                           "readinessProbe: {httpGet: {path: \"\", port: 1, scheme: 1}}",
                           "livenessProbe: {successThreshold: 2}",
                           "rollout: {strategy: Blue, autoPromote: 1, autoRollback: \"true\"}",
                           "rollout: {strategy: Rainbow, steps: []}",
                           "rollout: {steps: [{}, {percent: 1, pause: 5, weight: 1}]}",
                           "rollout: {steps: [{percent: 1, pause: manual, pauseSeconds: 5}]}",
                           "rollout: {maxSurge: x}",
                           "rollout: {maxSurge: \"2\"}",
                           "rollout: {strategy: Canary, maxSurge: 0}",
                           "rollout: {strategy: Canary, maxSurge: 0, maxUnavailable: 0}",
                           "autoscale: {min: 5, max: 2}",
                           "autoscale: {min: 20}",
                           "autoscale: {behavior: {}, scaleDownStabilizationSeconds: 3}",
                           "autoscale: {behavior: {scaleUp: {policies: []}}}",
                           "autoscale: {behavior: {scaleUp: {policies: [{}]}}}"})
    all.push_back(service(spec));
  all.push_back(service("image: " + std::string(1025, 'a')));
  all.push_back(service("env:" + repeated("\n    - A", 150)));
  return all;
}

std::vector<std::string> badScenarios() {
  const std::string head = "apiVersion: perfect.system/v1\nkind: Scenario\n";
  std::vector<std::string> all{"",
                               "- a",
                               "a: b",
                               head,
                               head + "spec: {seed: -1}",
                               head + "spec: {steps: []}",
                               head + "spec: {steps: [say: x]}\n---\na: b"};
  for (const char* step : {"{}",
                           "{kill: {service: a}, scale: {service: a, delta: 1}}",
                           "kill: ",
                           "kill: {count: 1, percent: 1}",
                           "load: {service: a}",
                           "apply: ",
                           "apply: \"\"",
                           "apply: []",
                           "apply: missing.yaml",
                           "apply: bad.yaml",
                           "apply: {kind: Service}",
                           "apply: |\n        kind: Service\n",
                           "chaos: x",
                           "chaos: {service: a, kill: 0}",
                           "load: {service: a, pattern: {}}",
                           "load: {service: a, pattern: {shape: ramp}}",
                           "image: {service: a}",
                           "image: {service: a, image: a@}",
                           "rollout: {service: a}",
                           "tick: ",
                           "tick: 1ms",
                           "alerts: {}",
                           "alerts: {cooldown: 25h}",
                           "mail: {service: a}",
                           "until: {service: a}",
                           "until: {ready: 1, minReady: 1}",
                           "until: {service: a, event: Redy}",
                           "until: {service: a, event: xyzzyxyzzy}",
                           "ask: {}",
                           "ask: {question: [a], choices: [a], answer: b}",
                           "ask: {question: a, choices: [[a], b], answer: b}",
                           "ask: {question: a, choices: [a, b], answer: c}",
                           "after: [1]",
                           "after: 5",
                           "after: -1s",
                           "after: x",
                           "after: 20000h",
                           "after: 0.0001s",
                           "chaos: {service: a, every: 0s}"})
    all.push_back(steps(step));
  all.push_back(steps("apply: missing.yaml") + repeated("    - say: x\n      sai: y\n", 150));
  all.push_back(steps("apply: many.yaml") + repeated("    - apply: many.yaml\n", 10));
  return all;
}

/// Every line of a good text once as each of these.
std::vector<std::string> spoiled(const std::string& good) {
  std::vector<std::string> all{good};
  const QStringList lines = text(good).split(u'\n');
  for (qsizetype i = 0; i < lines.size(); ++i) {
    const QString name = lines[i].section(u':', 0, 0);
    for (const QString& line :
         {name + u':', name + QStringLiteral(": [a"), name + QStringLiteral(": -1"), name + QStringLiteral(": \"1\""),
          name + QStringLiteral(": [[], {}]"), name + QStringLiteral(": {zzz: zzz}"), name + QStringLiteral("x: 1"),
          QStringLiteral(" ") + lines[i], QString()}) {
      QStringList changed = lines;
      changed[i] = line;
      all.push_back(changed.join(u'\n').toStdString());
    }
  }
  return all;
}

}  // namespace

class TestFaultTexts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() {
    const QStringList leaks = std::exchange(m_leaks, {});
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks.join(u'\n')));
  }

  void textsThatAreNoYaml() { lookAtAll(badYaml()); }
  void manifests() { lookAtAll(badServices()); }
  void scenarios() { lookAtAll(badScenarios()); }

  void whatTheCommandLineSets() {
    for (const auto& [path, value] : std::vector<std::pair<const char*, const char*>>{{"spec..x", "1"},
                                                                                      {"spec.image.tag", "x"},
                                                                                      {"spec.image[0]", "x"},
                                                                                      {"spec.env[3].value", "x"},
                                                                                      {"spec.autoscale", "{min: "},
                                                                                      {"spec.env", "[]\n---\n[]"},
                                                                                      {"spec.replicas", "x"}})
      lookAt(service("image: a\n  env: [{name: A}]"), {{path, value}});
  }

  void spoiledFiles_data() {
    QTest::addColumn<QString>("path");
    for (const char* folder : {"/tests/fuzz/corpus/manifest", "/tests/fuzz/corpus/scenario", "/examples"}) {
      QDirIterator files(QStringLiteral(PERFECT_SOURCE_DIR) + QLatin1String(folder), {QStringLiteral("*.yaml")},
                         QDir::Files, QDirIterator::Subdirectories);
      while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(path.section(u'/', -2))) << path;
      }
    }
  }
  void spoiledFiles() {
    QFETCH(QString, path);
    lookAtAll(spoiled(fileText(path)));
  }

  // Behind all others: a text that nothing says is translated for nobody, or is said past the wording.
  void everyTextIsSaid() {
    QStringList unsaid;
    for (const std::string_view english : faultPatterns()) {
      // The one for a yaml-cpp that reads tabs otherwise than today's.
      if (english == kYamlTexts.tabBegins.english()) continue;
      if (wordless().said().count(english) == 0) unsaid << text(std::string(english));
    }
    QVERIFY2(unsaid.isEmpty(), qPrintable(unsaid.join(u'\n')));
  }

 private:
  void lookAtAll(const std::vector<std::string>& texts) {
    for (const std::string& yaml : texts) lookAt(yaml, {});
  }

  void lookAt(const std::string& yaml, const std::vector<FieldOverride>& overrides) {
    QString given = text(yaml);
    for (const FieldOverride& o : overrides) given += text(o.path) + text(o.value);
    given = lettersOf(given + text(readBad("bad.yaml").value()));
    const auto manifest = parseManifests(yaml, overrides, wordless());
    compare(given, manifest, parseManifests(yaml, overrides));
    const auto scenario = parseScenario(yaml, readBad, overrides, wordless());
    compare(given, scenario, parseScenario(yaml, readBad, overrides));
  }

  /// The same faults in the same places, in two languages.
  template <typename Parsed>
  void compare(const QString& given, const Parsed& other, const Parsed& english) {
    QCOMPARE(other.ok(), english.ok());
    if (english.ok()) return;
    QCOMPARE(other.error().size(), english.error().size());
    for (std::size_t i = 0; i < english.error().size(); ++i) {
      const ManifestError& fault = other.error()[i];
      QCOMPARE(fault.line, english.error()[i].line);
      QCOMPARE(fault.path, english.error()[i].path);
      const QString line = text(formatError("f", {1, 1, "", fault.message}, wordless()));
      const QStringList parts = line.split(kEdge);
      const bool whole = parts.first().isEmpty() && parts.last().isEmpty();
      const bool clean =
          std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return isOfTheText(part, given); });
      if (!whole || !clean) m_leaks << text(english.error()[i].message) + QStringLiteral(" -> ") + parts.join(u'|');
    }
  }

  QStringList m_leaks;
};

QTEST_GUILESS_MAIN(TestFaultTexts)
#include "test_fault_texts.moc"
