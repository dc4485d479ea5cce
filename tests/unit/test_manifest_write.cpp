// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is written parses to the same spec, whatever the spec; and two specs differ exactly where they differ.
#include <QtTest>

#include <random>
#include <string>

#include "core/manifest/manifest.h"

using namespace perfect;

namespace {

/// Specs by chance, each field now and then off its default, texts of the awkward kind.
class SpecMaker {
 public:
  explicit SpecMaker(std::uint32_t seed) : m_random(seed) {}

  ServiceSpec make() {
    ServiceSpec s;
    s.name = pick({"api", "a", "1", "123", "no", "x-9", "y", "0x10", "1e3", "null"});
    s.replicasGiven = coin();
    if (s.replicasGiven) s.replicas = number(0, 1000000);
    if (coin()) s.minReady = number(0, 100000);
    fill(s.podTemplate);
    fill(s.rollout);
    if (coin()) s.autoscale = autoscale();
    return s;
  }

 private:
  bool coin() { return m_random() % 2 == 0; }
  std::int32_t number(std::int32_t from, std::int32_t to) {
    return from + std::int32_t(m_random() % (std::uint32_t(to - from) + 1));
  }
  std::string pick(std::initializer_list<const char*> texts) { return *(texts.begin() + m_random() % texts.size()); }

  std::string awkward() {
    return pick({"",
                 "yes",
                 "No",
                 "0",
                 "1",
                 "null",
                 "~",
                 "true",
                 "a: b",
                 "a #b",
                 "#",
                 "- a",
                 "'",
                 "\"",
                 "\\",
                 "\\n",
                 "line\nbreak",
                 "\ttab ",
                 " ",
                 "trailing ",
                 " leading",
                 "\xc3\xa9\xe2\x82\xac\xf0\x9f\x9a\x80",
                 "\xe2\x80\xa8",
                 "\xef\xbb\xbf"
                 "bom",
                 "\xc2\x85",
                 "\r\n",
                 "%a",
                 "@b",
                 "`c",
                 "&d",
                 "*e",
                 "!f",
                 "|",
                 ">",
                 "[g]",
                 "{h}",
                 ",",
                 "?",
                 ": ",
                 ":",
                 "-",
                 "---",
                 "...",
                 "1e3",
                 "0x1f",
                 ".inf",
                 "1_0",
                 "1:30",
                 "2026-01-01",
                 "=",
                 "<<",
                 "http://a/b?c=d",
                 "a:",
                 "on",
                 "y",
                 "N",
                 "12.50",
                 "\x01\x1b",
                 "plain"});
  }

  void fill(PodTemplate& p) {
    if (coin())
      p.image = pick({"local://demo@v2", "nginx", "123", "yes", "a:b", "\"quoted\"", "#x", "\xc3\xbc@1", "a'b"});
    const int variables = number(0, 3);
    for (int i = 0; i < variables; ++i)
      p.env.push_back({pick({"A", "no", "y", "_", "null", "a.b", ".inf", "true", "-"}) + std::to_string(i), awkward()});
    if (coin()) p.terminationGracePeriodSeconds = number(0, 3600);
    if (coin()) p.readiness = probe(true);
    if (coin()) p.liveness = probe(false);
    if (coin()) p.startup = probe(false);
    if (coin()) p.restartBackoff = {number(0, 5000), number(1000, 9000), number(0, 90000), number(0, 90000)};
    if (coin()) {
      Simulation& s = p.simulation;
      s = {number(0, 3000), number(0, 3000),   number(0, 3000),   number(0, 1000), {},
           number(0, 5000), number(0, 100000), number(0, 100000), number(1, 500)};
      if (coin()) s.crashAfter = number(1, 9999);
    }
  }

  Probe probe(bool readiness) {
    Probe p;
    if (coin()) p.path = pick({"/", "/healthz", "no", "a b", "0", "\xc3\xa9"});
    if (coin()) p.initialDelaySeconds = number(0, 9);
    if (coin()) p.periodSeconds = number(1, 9);
    if (coin()) p.timeoutSeconds = number(1, 9);
    if (coin() && readiness) p.successThreshold = number(1, 9);
    if (coin()) p.failureThreshold = number(1, 9);
    return p;
  }

  void fill(Rollout& r) {
    r.strategy = Strategy(number(0, 3));
    const bool counts = r.strategy == Strategy::Canary || r.strategy == Strategy::RollingUpdate;
    if (counts) r.maxSurge = {25, true};
    if (r.strategy == Strategy::RollingUpdate) r.maxUnavailable = {25, true};
    if (r.strategy == Strategy::Canary) r.steps = {{25, {}, false}, {50, {}, false}, {100, {}, false}};
    if (coin()) {
      r.steps.clear();
      const int steps = number(1, 4);
      for (int i = 0; i < steps; ++i) {
        CanaryStep step{number(0, 100), {}, coin()};
        if (!step.manual && coin()) step.pause = number(0, 9999);
        r.steps.push_back(step);
      }
    }
    if (coin()) r.maxSurge = {number(1, 100), coin()};
    if (coin()) r.maxUnavailable = {number(1, 100), coin()};
    if (coin()) r.pause = number(0, 9999);
    r.autoPromote = coin();
    if (coin()) r.scaleDownDelay = number(0, 9999);
    if (coin()) r.analysis = Analysis{number(0, 100000), number(1000, 9999), number(1, 9), number(0, 9)};
    if (coin()) r.progressDeadline = number(0, 99999);
    r.autoRollback = coin();
  }

  ScalingRules rules() {
    ScalingRules r{number(0, 3600), PolicySelect(number(0, 2)), {}};
    const int policies = number(1, 3);
    for (int i = 0; i < policies; ++i) r.policies.push_back({PolicyType(number(0, 1)), number(1, 99), number(1, 1800)});
    return r;
  }

  Autoscale autoscale() {
    Autoscale a;
    if (coin()) a.targetCpu = number(1, 1000);
    if (coin()) a.min = number(1, 10);
    if (coin()) a.max = number(10, 99);
    if (coin()) a.toleranceMilli = number(0, 1000);
    if (coin()) a.period = number(1, 9999);
    if (coin()) {
      a.behavior = ScalingBehavior{{0, PolicySelect::Max, {{PolicyType::Pods, 4, 15}, {PolicyType::Percent, 100, 15}}},
                                   {300, PolicySelect::Max, {{PolicyType::Percent, 100, 15}}}};
      if (coin()) a.behavior->scaleUp = rules();
      if (coin()) a.behavior->scaleDown = rules();
    } else if (coin()) {
      a.scaleDownStabilization = number(0, 3600000);
    }
    return a;
  }

  std::mt19937 m_random;
};

ServiceSpec baseline() {
  return parseManifests(
             "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: 3\n  image: local://demo@v1\n  "
             "env: [{name: A, value: "
             "x}, {name: B, value: y}]\n  readinessProbe: {}\n  rollout: {strategy: Canary}\n")
      .value()
      .front();
}

QString shown(const std::vector<FieldDifference>& differences) {
  QStringList lines;
  for (const FieldDifference& d : differences) lines << QString::fromStdString(d.path + ": " + d.from + " -> " + d.to);
  return lines.join(QLatin1Char('\n'));
}

QString changed(void (*change)(ServiceSpec&)) {
  ServiceSpec to = baseline();
  change(to);
  return shown(diffSpecs(baseline(), to));
}

}  // namespace

class TestManifestWrite : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void writtenManifestsParseToTheSameSpec() {
    SpecMaker maker(7);
    for (int i = 0; i < 3000; ++i) {
      const ServiceSpec spec = maker.make();
      const std::string yaml = writeManifest(spec);
      const auto parsed = parseManifests(yaml);
      QVERIFY2(parsed.ok(), parsed.ok() ? "" : (formatError("f", parsed.error().front()) + "\n" + yaml).c_str());
      QVERIFY2(parsed.value().front() == spec,
               (yaml + shown(diffSpecs(spec, parsed.value().front())).toStdString()).c_str());
      QCOMPARE(writeManifest(parsed.value().front()), yaml);
    }
  }

  void defaultsAreLeftOutExceptTheStrategy() {
    ServiceSpec spec;
    spec.name = "api";
    QCOMPARE(
        writeManifest(spec),
        std::string(
            "apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  rollout:\n    strategy: BlueGreen\n"));
  }

  void severalManifestsMakeOneFile() {
    SpecMaker maker(8);
    ServiceSpec a = maker.make();
    ServiceSpec b = maker.make();
    a.name = "a";
    b.name = "b";
    const auto parsed = parseManifests(writeManifest(a) + "---\n" + writeManifest(b));
    QVERIFY(parsed.ok());
    QVERIFY((parsed.value() == std::vector<ServiceSpec>{a, b}));
  }

  void aSpecDoesNotDifferFromItself() {
    SpecMaker maker(9);
    for (int i = 0; i < 500; ++i) {
      const ServiceSpec spec = maker.make();
      QCOMPARE(shown(diffSpecs(spec, spec)), QString());
    }
  }

  void differentSpecsDifferSomewhere() {
    SpecMaker maker(10);
    for (int i = 0; i < 1000; ++i) {
      ServiceSpec a = maker.make();
      ServiceSpec b = maker.make();
      a.replicasGiven = b.replicasGiven = true;
      const auto forth = diffSpecs(a, b);
      const auto back = diffSpecs(b, a);
      QCOMPARE(forth.empty(), a == b);
      QCOMPARE(forth.size(), back.size());
    }
  }

  void differencesAreToldFieldByField_data() {
    QTest::addColumn<QString>("got");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& got, const char* expected) {
      QTest::newRow(name) << got << QString::fromUtf8(expected);
    };
    row("image", changed([](ServiceSpec& s) { s.podTemplate.image = "local://demo@v2"; }),
        "spec.image: local://demo@v1 -> local://demo@v2");
    row("replicas first, whatever the order of change", changed([](ServiceSpec& s) {
          s.podTemplate.simulation.start = 2500;
          s.replicas = 5;
        }),
        "spec.replicas: 3 -> 5\nspec.simulation.startSeconds: 1 -> 2.5");
    row("env changed", changed([](ServiceSpec& s) { s.podTemplate.env[1].value = "z"; }), "spec.env[B]: y -> z");
    row("env added between", changed([](ServiceSpec& s) {
          s.podTemplate.env.insert(s.podTemplate.env.begin() + 1, {"C", ""});
        }),
        "spec.env[C]:  -> \"\"");
    row("env removed", changed([](ServiceSpec& s) { s.podTemplate.env.erase(s.podTemplate.env.begin()); }),
        "spec.env[A]: x -> ");
    row("env reordered", changed([](ServiceSpec& s) { std::swap(s.podTemplate.env[0], s.podTemplate.env[1]); }),
        "spec.env: A, B -> B, A");
    row("probe disappears", changed([](ServiceSpec& s) { s.podTemplate.readiness.reset(); }),
        "spec.readinessProbe.httpGet.path: / -> \nspec.readinessProbe.initialDelaySeconds: 1 -> "
        "\nspec.readinessProbe.periodSeconds: 2 -> \n"
        "spec.readinessProbe.timeoutSeconds: 1 -> \nspec.readinessProbe.successThreshold: 1 -> "
        "\nspec.readinessProbe.failureThreshold: 3 -> ");
    row("step by index", changed([](ServiceSpec& s) {
          s.rollout.steps[1] = {60, Millis(1500), false};
          s.rollout.steps.pop_back();
        }),
        "spec.rollout.steps[1].percent: 50 -> 60\nspec.rollout.steps[1].pauseSeconds:  -> "
        "1.5\nspec.rollout.steps[2].percent: 100 -> ");
    row("strategy", changed([](ServiceSpec& s) { s.rollout = Rollout(); }),
        "spec.rollout.strategy: Canary -> BlueGreen\nspec.rollout.steps[0].percent: 25 -> "
        "\nspec.rollout.steps[1].percent: 50 -> \n"
        "spec.rollout.steps[2].percent: 100 -> \nspec.rollout.pauseSeconds: 5 -> \nspec.rollout.maxSurge: 25% -> "
        "\nspec.rollout.maxUnavailable: 0 -> \n"
        "spec.rollout.autoPromote:  -> true\nspec.rollout.scaleDownDelaySeconds:  -> 2");
    row("tolerance", changed([](ServiceSpec& s) { s.autoscale = Autoscale(); }),
        "spec.autoscale.targetCPU:  -> 60\nspec.autoscale.min:  -> 1\nspec.autoscale.max:  -> "
        "10\nspec.autoscale.tolerance:  -> 0.1\n"
        "spec.autoscale.periodSeconds:  -> 5\nspec.autoscale.scaleDownStabilizationSeconds:  -> 30");
  }
  void differencesAreToldFieldByField() {
    QFETCH(QString, got);
    QFETCH(QString, expected);
    QCOMPARE(got, expected);
  }
};

QTEST_GUILESS_MAIN(TestManifestWrite)
#include "test_manifest_write.moc"
