// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scenario files: every step of the interface reaches its Command, every fault its place.
#include <QtTest>

#include <map>
#include <string>

#include "core/scenario/scenario.h"

using namespace perfect;

namespace {

const std::map<std::string, std::string> kFiles = {
    {"../api-v1.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {replicas: 3}\n"},
    {"/abs/two.yaml",
     "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\n"},
    {"bad.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {replicas: -1, imag: x}\n"},
    {"empty.yaml", ""},
    {"lesson.yaml", "apiVersion: perfect.system/v1\nkind: Scenario\nspec: {steps: [{say: x}]}\n"},
};

Result<std::string> readText(const std::string& path) {
  const auto file = kFiles.find(path);
  if (file == kFiles.end()) return Result<std::string>::failure(path + " cannot be read: no such file");
  return file->second;
}

std::string withSteps(const std::string& steps) {
  return "apiVersion: perfect.system/v1\nkind: Scenario\nmetadata: {name: t}\nspec:\n  steps:\n" + steps;
}

QString described(const ManifestErrors& errors) {
  QString text;
  for (const ManifestError& e : errors) text += QString::fromStdString(formatError("f", e)) + QLatin1Char('\n');
  return text;
}

/// The one step of a good scenario.
ScenarioStep step(const std::string& yaml) {
  const auto parsed = parseScenario(withSteps("    - " + yaml + "\n"), readText);
  if (!parsed.ok()) {
    QTest::qFail(qPrintable(described(parsed.error())), __FILE__, __LINE__);
    return {};
  }
  return parsed.value().steps.front();
}

template <typename C>
C command(const std::string& yaml) {
  const ScenarioStep s = step(yaml);
  const Command* c = std::get_if<Command>(&s.what);
  if (c == nullptr || !std::holds_alternative<C>(*c)) {
    QTest::qFail(("not the expected command: " + yaml).c_str(), __FILE__, __LINE__);
    return {};
  }
  return std::get<C>(*c);
}

}  // namespace

class TestScenarioParse : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theDocumentedExampleIsUnderstood();
  void narrationAndWaiting();
  void applies();
  void blows();
  void loads();
  void otherCommands();
  void conditions();
  void faults_data();
  void faults();
  void everyFieldIsKnownOrRefused_data();
  void everyFieldIsKnownOrRefused();
  void actionsNeedTheirFields_data();
  void actionsNeedTheirFields();
  void numbersEndWhereTheyShould_data();
  void numbersEndWhereTheyShould();
  void wholeDocuments_data();
  void wholeDocuments();
  void faultsInsideABlockStandInTheScenariosPlaces();
  void overridesReachEveryManifest();
  void hostileScenariosStayBounded();
  void scenariosAreRecognised();
};

void TestScenarioParse::theDocumentedExampleIsUnderstood() {
  const auto parsed = parseScenario(R"(apiVersion: perfect.system/v1
kind: Scenario
metadata: { name: first-lesson, title: A first rollout }
spec:
  seed: 7
  steps:                                       # one after another
    - say: Three programs enter the Grid.      # narration; may stand on any step
      apply: ../api-v1.yaml
    - until: { service: api, ready: 3, timeout: 30s }
    - after: 2s
      kill: { service: api, count: 1 }
    - load: { service: api, cpu: 80 }
    - scale: { service: api, replicas: 5 }
    - health: { service: api, healthy: false, count: 1, probe: liveness }
    - rollout: { service: api, action: promote }
    - image: { service: api, image: local://demo@v3 }
    - delete: { service: api }
    - chaos: { service: api, every: 10s, kill: 1, for: 2m }
    - ask: { question: How many are ready now?, choices: ["2", "3"], answer: "3", because: one was killed }
    - expect: { service: api, ready: 5, within: 20s }
)",
                                    readText);
  QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(described(parsed.error())));
  const Scenario& s = parsed.value();
  QCOMPARE(s.name, std::string("first-lesson"));
  QCOMPARE(s.title, std::string("A first rollout"));
  QVERIFY(s.seed == std::uint64_t(7));
  QCOMPARE(s.steps.size(), std::size_t(12));
  QCOMPARE(s.steps[0].line, 7);
  QCOMPARE(s.steps[0].say, std::string("Three programs enter the Grid."));
  QCOMPARE(s.steps[2].line, 10);
  QVERIFY(s.steps[2].after == Millis(2000));
  const auto& ask = std::get<AskStep>(s.steps[10].what);
  QCOMPARE(ask.question, std::string("How many are ready now?"));
  QVERIFY((ask.choices == std::vector<std::string>{"2", "3"}));
  QCOMPARE(ask.answer, std::string("3"));
  QCOMPARE(ask.because, std::string("one was killed"));
  const auto& until = std::get<UntilStep>(s.steps[1].what);
  QCOMPARE(until.timeout, Millis(30000));
  QVERIFY(until.condition.ready == 3);
  const auto& expect = std::get<ExpectStep>(s.steps[11].what);
  QCOMPARE(expect.within, Millis(20000));
}

void TestScenarioParse::narrationAndWaiting() {
  ScenarioStep s = step("{say: Look., look: the top sector, at: 1m}");
  QCOMPARE(s.say, std::string("Look."));
  QCOMPARE(s.look, std::string("the top sector"));
  QVERIFY(s.at == SimTime(60000));
  QVERIFY(!s.after);
  QVERIFY(std::holds_alternative<std::monostate>(s.what));
  QVERIFY(step("after: 0.5s").after == Millis(500));
  QCOMPARE(step("say: 3").say, std::string("3"));
  QCOMPARE(step("{say: Who? Me?, look: \"why?\", after: 1s}").say, std::string("Who? Me?"));
  QCOMPARE(step("{look: Combien ?, say: \"why?\"}").look, std::string("Combien ?"));
  QCOMPARE(step("{? say : What?now}").say, std::string("What?now"));
  QCOMPARE(step("say: |\n        Is it\n        ready?\n").say, std::string("Is it\nready?\n"));
  QCOMPARE(step("{say: \"a\\x01b\"}").say, std::string("a\x01"
                                                       "b"));
  QCOMPARE(step("ask: {question: q, choices: [yes, no], answer: yes}").line, 6);
  QCOMPARE(std::get<AskStep>(step("ask: {question: q, choices: [yes, 2], answer: 2}").what).choices.front(),
           std::string("yes"));
}

void TestScenarioParse::applies() {
  QCOMPARE(command<ApplyCommand>("apply: ../api-v1.yaml").services.front().replicas, 3);
  QCOMPARE(command<ApplyCommand>("apply: /abs/two.yaml").services.size(), std::size_t(2));
  const auto inlined =
      command<ApplyCommand>("apply: {apiVersion: v1, kind: Service, metadata: {name: x}, spec: {replicas: 2}}");
  QCOMPARE(inlined.services.front().name, std::string("x"));
  QCOMPARE(inlined.services.front().replicas, 2);
  const auto list = command<ApplyCommand>(
      "apply: [{apiVersion: v1, kind: Service, metadata: {name: x}}, {apiVersion: v1, kind: Service, metadata: {name: "
      "y}}]");
  QCOMPARE(list.services.back().name, std::string("y"));
  const auto block = command<ApplyCommand>(
      "apply: |\n        apiVersion: v1\n        kind: Service\n        metadata: {name: x}\n        ---\n        "
      "apiVersion: v1\n        kind: Service\n        metadata: {name: y}\n");
  QCOMPARE(block.services.size(), std::size_t(2));
}

void TestScenarioParse::blows() {
  auto kill = command<ChaosCommand>("kill: {service: api}");
  QVERIFY(kill.kind == ChaosKind::Kill && !kill.count && !kill.percent && !kill.pod);
  kill =
      command<ChaosCommand>("kill: {service: api, percent: 50, limits: {minAvailable: 1, maxAtOnce: 2, minAge: 10s}}");
  QVERIFY(kill.percent == 50 && kill.limits.minAvailable == 1 && kill.limits.maxAtOnce == 2 &&
          kill.limits.minAge == Millis(10000));
  kill = command<ChaosCommand>("kill: {service: api, count: 2, minAvailable: 3}");
  QVERIFY(kill.count == 2 && kill.limits.minAvailable == 3);
  const auto crash = command<ChaosCommand>("crash: {service: api, pod: api-7d4b9c-x2k9q}");
  QVERIFY(crash.kind == ChaosKind::Crash && crash.pod == "api-7d4b9c-x2k9q");

  auto chaos =
      command<ChaosScheduleCommand>("chaos: {service: api, every: 10s, kill: 2, for: 2m, limits: {minAvailable: 1}}");
  QVERIFY(chaos.every == 10000 && chaos.blow.count == 2 && chaos.blow.kind == ChaosKind::Kill &&
          chaos.forTime == Millis(120000));
  QVERIFY(chaos.blow.limits.minAvailable == 1 && chaos.blow.service == "api");
  chaos = command<ChaosScheduleCommand>("chaos: {service: api, every: 1s, crash: 25%}");
  QVERIFY(chaos.blow.kind == ChaosKind::Crash && chaos.blow.percent == 25 && !chaos.blow.count && !chaos.forTime);
  chaos = command<ChaosScheduleCommand>("chaos: {service: api, every: 1s, percent: 10}");
  QVERIFY(chaos.blow.kind == ChaosKind::Kill && chaos.blow.percent == 10);
  command<ChaosStopCommand>("chaos: stop");
  command<ChaosStopCommand>("chaosStop: true");
  command<ChaosStopCommand>("chaosStop:");
  command<ChaosStopCommand>("chaosStop: {}");
}

void TestScenarioParse::loads() {
  QVERIFY(command<LoadCommand>("load: {service: api, cpu: 80}").cpu == 80);
  QVERIFY(command<LoadCommand>("load: {service: api, demand: 240}").demand == 240);
  auto pattern = *command<LoadCommand>(
                      "load: {service: api, pattern: {shape: ramp, from: 10, to: 300, period: 20s, every: 2s, unit: "
                      "cpu, for: 1m}}")
                      .pattern;
  QVERIFY(pattern.shape == LoadShape::Ramp && pattern.from == 10 && pattern.to == 300 && pattern.period == 20000);
  QVERIFY(pattern.every == 2000 && !pattern.demand && pattern.forTime == Millis(60000));
  pattern = *command<LoadCommand>("load: {service: api, pattern: {shape: sine, to: 100}}").pattern;
  QVERIFY(pattern.shape == LoadShape::Sine && pattern.demand && pattern.period == 60000 && pattern.every == 1000);
  pattern = *command<LoadCommand>("load: {service: api, pattern: {shape: constant, from: 70}}").pattern;
  QVERIFY(pattern.from == 70 && pattern.to == 70);
  QVERIFY(command<LoadCommand>("load: {service: api, pattern: {shape: spike, to: 1}}").pattern->shape ==
          LoadShape::Spike);
}

void TestScenarioParse::otherCommands() {
  QVERIFY(command<ScaleCommand>("scale: {service: api, replicas: 0}").replicas == 0);
  QVERIFY(command<ScaleCommand>("scale: {service: api, delta: -2}").delta == -2);
  const auto health =
      command<HealthCommand>("health: {service: api, healthy: true, percent: 50, probe: readiness, sticky: true}");
  QVERIFY(health.healthy && health.percent == 50 && health.probe == ProbeTarget::Readiness && health.sticky);
  QVERIFY(!command<HealthCommand>("health: {service: api}").healthy);
  QCOMPARE(command<ImageCommand>("image: {service: api, image: local://demo@v3}").image,
           std::string("local://demo@v3"));
  QCOMPARE(command<DeleteCommand>("delete: {service: api}").service, std::string("api"));
  QCOMPARE(command<TickCommand>("tick: 500ms").tick, Millis(500));
  const auto alerts = command<AlertSettingsCommand>("alerts: {downConfirm: 2s, startupGrace: 0s}");
  QVERIFY(alerts.downConfirm == Millis(2000) && alerts.startupGrace == Millis(0));
  QVERIFY(!alerts.upConfirm && !alerts.cooldown);
  const auto mail = command<MailResultCommand>(
      "mail: {service: api, alert: 17, result: deferred, code: 450, attempt: 2, retryAfter: 6s, text: come back}");
  QVERIFY(mail.service == "api" && mail.alert == 17 && mail.result == MailResult::Deferred && mail.code == 450);
  QVERIFY(mail.attempt == 2 && mail.retryAfter == 6000 && mail.text == "come back");
  const std::pair<const char*, RolloutAction> actions[] = {
      {"promote", RolloutAction::Promote}, {"promoteFull", RolloutAction::PromoteFull},
      {"pause", RolloutAction::Pause},     {"resume", RolloutAction::Resume},
      {"abort", RolloutAction::Abort},     {"retry", RolloutAction::Retry},
      {"undo", RolloutAction::Undo},       {"restart", RolloutAction::Restart}};
  for (const auto& [name, action] : actions) {
    QVERIFY(command<RolloutCommand>(std::string("rollout: {service: api, action: ") + name + "}").action == action);
  }
}

void TestScenarioParse::conditions() {
  const Condition c =
      std::get<ExpectStep>(
          step("expect: {service: api, ready: 1, minReady: 2, serving: 3, replicas: 4, version: v2, status: Stable, "
               "event: TrafficSwitched, restarts: 5, mails: 6}")
              .what)
          .condition;
  QVERIFY(c.service == "api" && c.ready == 1 && c.minReady == 2 && c.serving == 3 && c.replicas == 4 &&
          c.version == "v2");
  QVERIFY(c.status == "Stable" && c.event == "TrafficSwitched" && c.restarts == 5 && c.mails == 6);
  QCOMPARE(std::get<UntilStep>(step("until: {service: api, serving: 3}").what).timeout, Millis(60000));
  QCOMPARE(std::get<ExpectStep>(step("expect: {mails: 0}").what).within, Millis(0));
}

// Rows: one step, and all that is said about it. The step stands at line 6, column 7.
void TestScenarioParse::faults_data() {
  QTest::addColumn<QString>("yaml");
  QTest::addColumn<QString>("errors");
  const auto row = [](const char* yaml, const char* errors) {
    QTest::newRow(QByteArray(yaml).left(120).constData()) << QString::fromUtf8(yaml) << QString::fromUtf8(errors);
  };
  row("{}",
      "f:6:7: error: this step does nothing: write what it says or does, for example say, apply, until or expect "
      "(spec.steps[0])\n");
  row("hello", "f:6:7: error: must be a mapping (lines of 'name: value'), not hello (spec.steps[0])\n");
  row("{kil: {service: api}}", "f:6:8: error: unknown field \"kil\": did you mean kill? (spec.steps[0].kil)\n");
  row("{look: there}",
      "f:6:7: error: this step does nothing: write what it says or does, for example say, apply, until or expect "
      "(spec.steps[0])\n");
  row("{after: 2}", "f:6:15: error: after: \"2\" is a duration without a unit: write 2s (spec.steps[0].after)\n");
  row("{at: -1s}", "f:6:12: error: at: \"-1s\" is negative: a duration is 0s or more (spec.steps[0].at)\n");
  row("{after: [1s]}", "f:6:15: error: after must be a duration such as 30s, not a list (spec.steps[0].after)\n");
  row("{kill: {service: api}, scale: {service: api, delta: 1}}",
      "f:6:37: error: a step does one thing, and this one has kill and scale: make two steps of it "
      "(spec.steps[0].scale)\n");
  row("{kill: }",
      "f:6:14: error: kill is empty: write its fields behind it, for example {service: api} (spec.steps[0].kill)\n");
  row("{kill: api}",
      "f:6:14: error: kill must be a mapping (lines of 'name: value' below it), not api (spec.steps[0].kill)\n");
  row("{kill: {count: 1}}",
      "f:6:14: error: service is missing: name the service, for example service: api (spec.steps[0].kill.service)\n");
  row("{kill: {service: api, count: 0}}",
      "f:6:36: error: count must be a whole number from 1 to 1000000, not 0 (spec.steps[0].kill.count)\n");
  row("{kill: {service: api, percent: 500}}",
      "f:6:38: error: percent must be a whole number from 1 to 100, not 500 (spec.steps[0].kill.percent)\n");
  row("{kill: {service: api, count: 1, percent: 5}}",
      "f:6:48: error: count and percent stand together: keep one of them (spec.steps[0].kill.percent)\n");
  row("{kill: {service: api, limits: {minAge: 5}}}",
      "f:6:46: error: minAge: \"5\" is a duration without a unit: write 5s (spec.steps[0].kill.limits.minAge)\n");
  row("{load: {service: api}}",
      "f:6:14: error: one of cpu, demand or pattern is missing: write it (spec.steps[0].load)\n");
  row("{load: {service: api, cpu: -1}}",
      "f:6:34: error: cpu must be a whole number from 0 to 1000000000, not -1 (spec.steps[0].load.cpu)\n");
  row("{load: {service: api, cpu: 1, demand: 2}}",
      "f:6:45: error: cpu and demand stand together: keep one of them (spec.steps[0].load.demand)\n");
  row("{load: {service: api, pattern: {shape: wave, to: 1}}}",
      "f:6:46: error: shape must be one of constant, ramp, sine and spike, not wave "
      "(spec.steps[0].load.pattern.shape)\n");
  row("{load: {service: api, pattern: {shape: ramp}}}",
      "f:6:38: error: to is missing: write the load it goes to, in percent of one pod "
      "(spec.steps[0].load.pattern.to)\n");
  row("{load: {service: api, pattern: {shape: ramp, to: 1, period: 0s}}}",
      "f:6:67: error: period must be at least 0.001s, not 0s (spec.steps[0].load.pattern.period)\n");
  row("{scale: {service: api}}",
      "f:6:15: error: one of replicas or delta is missing: write it (spec.steps[0].scale)\n");
  row("{scale: {service: api, replicas: 2.5}}",
      "f:6:40: error: replicas must be a whole number from 0 to 1000000, not 2.5 (spec.steps[0].scale.replicas)\n");
  row("{health: {service: api, probe: live}}",
      "f:6:38: error: probe must be one of readiness, liveness and both, not live: did you mean liveness? "
      "(spec.steps[0].health.probe)\n");
  row("{rollout: {service: api, action: promot}}",
      "f:6:40: error: action must be one of promote, promoteFull, pause, resume, abort, retry, undo and restart, not "
      "promot: did you mean promote? (spec.steps[0].rollout.action)\n");
  row("{rollout: {service: api}}",
      "f:6:17: error: action is missing: write promote, promoteFull, pause, resume, abort, retry, undo or restart "
      "(spec.steps[0].rollout.action)\n");
  row("{image: {service: api, image: \"a b\"}}",
      "f:6:37: error: image must have no blanks or control characters, not \"a b\" (spec.steps[0].image.image)\n");
  row("{chaos: {service: api, kill: 1}}",
      "f:6:15: error: every is missing: write the time between two blows, for example every: 10s "
      "(spec.steps[0].chaos.every)\n");
  row("{chaos: {service: api, every: 0s}}",
      "f:6:37: error: every must be at least 0.001s, not 0s (spec.steps[0].chaos.every)\n");
  row("{chaos: {service: api, every: 1s, kill: 0}}",
      "f:6:47: error: kill must take at least one pod: write 1 or more (spec.steps[0].chaos.kill)\n");
  row("{chaos: {service: api, every: 1s, kill: 1, crash: 1}}",
      "f:6:57: error: kill and crash stand together: keep one of them (spec.steps[0].chaos.crash)\n");
  row("{chaos: start}",
      "f:6:15: error: chaos must be stop, or a mapping such as {service: api, every: 10s, kill: 1}, not start "
      "(spec.steps[0].chaos)\n");
  row("{ask: {question: q, choices: [a], answer: a}}",
      "f:6:36: error: choices must have at least two answers: add one (spec.steps[0].ask.choices)\n");
  row("{ask: {question: q, choices: [a, b], answer: c}}",
      "f:6:52: error: answer \"c\" is none of the choices: write one of them (spec.steps[0].ask.answer)\n");
  row("{ask: {choices: [a, b], answer: a}}",
      "f:6:13: error: question is missing: write what is asked (spec.steps[0].ask.question)\n");
  row("{tick: 5ms}", "f:6:14: error: tick must be from 10ms to 60s, not 0.005s (spec.steps[0].tick)\n");
  row("{expect: {service: api}}",
      "f:6:16: error: a condition must compare something: write ready, serving, replicas, version, status, event, "
      "restarts or mails beside the service (spec.steps[0].expect)\n");
  row("{expect: {ready: 1}}",
      "f:6:16: error: service is missing: name the service that is compared, for example service: api "
      "(spec.steps[0].expect.service)\n");
  row("{until: {service: api, minReady: 1, ready: 1}}",
      "f:6:40: error: minReady looks back, so waiting for it is no use: write it in an expect, or wait for ready "
      "(spec.steps[0].until.minReady)\n");
  row("{until: {service: api, ready: 3, within: 3s}}",
      "f:6:40: error: unknown field \"within\": known here are service, ready, serving, replicas, version, status, "
      "event, restarts, mails, minReady and timeout (spec.steps[0].until.within)\n");
  row("{until: {service: api, ready: 3, timeout: 30}}",
      "f:6:49: error: timeout: \"30\" is a duration without a unit: write 30s (spec.steps[0].until.timeout)\n");
  row("{expect: {service: api, event: TrafficSwitch}}",
      "f:6:38: error: event must be the reason code of an event, not \"TrafficSwitch\": did you mean TrafficSwitched? "
      "(spec.steps[0].expect.event)\n");
  row("{expect: {service: api, version: 2}}",
      "f:6:40: error: version must be a text, not 2: quote it, \"2\" (spec.steps[0].expect.version)\n");
  row("{apply: }", "f:6:15: error: apply is empty: name a file, or let a manifest stand here (spec.steps[0].apply)\n");
  row("{apply: missing.yaml}",
      "f:6:15: error: missing.yaml: error: missing.yaml cannot be read: no such file: correct the path (relative to "
      "the scenario's file) (spec.steps[0].apply)\n");
  row("{apply: bad.yaml}",
      "f:6:15: error: bad.yaml:4:18: error: replicas must be a whole number from 0 to 1000000, not -1 (spec.replicas) "
      "(spec.steps[0].apply)\n"
      "f:6:15: error: bad.yaml:4:22: error: unknown field \"imag\": did you mean image? (spec.imag) "
      "(spec.steps[0].apply)\n");
  row("{apply: empty.yaml}",
      "f:6:15: error: empty.yaml:1:1: error: there is no document: begin with 'apiVersion: v1' and 'kind: Service', as "
      "in examples/api-v1.yaml (spec.steps[0].apply)\n");
  row("{apply: lesson.yaml}",
      "f:6:15: error: lesson.yaml:2:7: error: a Scenario cannot stand here: give it as a file of its own (kind) "
      "(spec.steps[0].apply)\n");
  row("{apply: []}",
      "f:6:15: error: there is no manifest in the list: add one, or remove the step (spec.steps[0].apply)\n");
  row("{apply: {apiVersion: v1, kind: Service, metadata: {name: x}, spec: {replicas: -1}}}",
      "f:6:85: error: replicas must be a whole number from 0 to 1000000, not -1 (spec.steps[0].apply.spec.replicas)\n");
  row("{apply: [{apiVersion: v1, kind: Service, metadata: {name: x}}, {apiVersion: v1, kind: Service, metadata: {name: "
      "x}}]}",
      "f:6:119: error: service \"x\" stands twice in one apply (first at line 6): keep one, or rename it "
      "(spec.steps[0].apply[1].metadata.name)\n");
}

void TestScenarioParse::faults() {
  QFETCH(QString, yaml);
  QFETCH(QString, errors);
  const auto parsed = parseScenario(withSteps("    - " + yaml.toStdString() + "\n"), readText);
  QVERIFY(!parsed.ok());
  QCOMPARE(described(parsed.error()), errors);
}

void TestScenarioParse::everyFieldIsKnownOrRefused_data() {
  QTest::addColumn<QString>("yaml");
  for (const char* yaml :
       {"kill: {service: api, %1}", "crash: {service: api, %1}", "kill: {service: api, limits: {minAvailable: 1, %1}}",
        "chaos: {service: api, every: 1s, %1}", "chaos: {service: api, every: 1s, limits: {maxAtOnce: 1, %1}}",
        "health: {service: api, %1}", "load: {service: api, cpu: 1, %1}",
        "load: {service: api, pattern: {shape: ramp, to: 1, %1}}", "scale: {service: api, delta: 1, %1}",
        "image: {service: api, image: local://demo@v2, %1}", "delete: {service: api, %1}",
        "rollout: {service: api, action: pause, %1}", "alerts: {cooldown: 1s, %1}",
        "mail: {service: api, alert: 1, result: sent, %1}", "ask: {question: q, choices: [a, b], answer: a, %1}",
        "until: {service: api, ready: 1, %1}", "expect: {service: api, ready: 1, %1}", "say: x, %1"})
    QTest::newRow(yaml) << QString::fromUtf8(yaml);
}

void TestScenarioParse::everyFieldIsKnownOrRefused() {
  QFETCH(QString, yaml);
  const auto parsed = [&](const QString& field) {
    const QString step =
        QStringLiteral("    - {%1}\n").arg(yaml.arg(field)).replace(QStringLiteral(", }"), QStringLiteral("}"));
    return parseScenario(withSteps(step.toStdString()), readText);
  };
  const auto good = parsed({});
  QVERIFY2(good.ok(), good.ok() ? "" : qPrintable(described(good.error())));
  const auto bad = parsed(QStringLiteral("zzz: 1"));
  QVERIFY(!bad.ok());
  QVERIFY2(described(bad.error()).contains(QStringLiteral("unknown field \"zzz\"")),
           qPrintable(described(bad.error())));
}

void TestScenarioParse::actionsNeedTheirFields_data() {
  QTest::addColumn<QString>("yaml");
  for (const char* action : {"kill", "crash", "chaos", "health", "load", "scale", "image", "delete", "rollout",
                             "alerts", "mail", "ask", "until", "expect"}) {
    for (const char* rest : {": ", ": []", ": 7"}) {
      const QByteArray yaml = QByteArray(action) + rest;
      QTest::newRow(yaml.constData()) << QString::fromLatin1(yaml);
    }
  }
}

void TestScenarioParse::actionsNeedTheirFields() {
  QFETCH(QString, yaml);
  const auto parsed = parseScenario(withSteps("    - {" + yaml.toStdString() + "}\n"), readText);
  QVERIFY(!parsed.ok());
  QVERIFY2(parsed.error().size() == 1, qPrintable(described(parsed.error())));
}

void TestScenarioParse::numbersEndWhereTheyShould_data() {
  QTest::addColumn<bool>("good");
  const auto row = [](bool good, const char* yaml) { QTest::newRow(yaml) << good; };
  row(true, "kill: {service: api, count: 1}");
  row(true, "crash: {service: api, count: 1000000}");
  row(false, "kill: {service: api, count: 1000001}");
  row(true, "kill: {service: api, percent: 1}");
  row(true, "kill: {service: api, percent: 100}");
  row(false, "crash: {service: api, percent: 0}");
  row(false, "crash: {service: api, percent: 101}");
  row(true, "kill: {service: api, minAvailable: 0, maxAtOnce: 1, minAge: 0s}");
  row(true, "kill: {service: api, limits: {minAvailable: 1000000, maxAtOnce: 1000000}}");
  row(false, "kill: {service: api, minAvailable: -1}");
  row(false, "kill: {service: api, minAvailable: 1000001}");
  row(false, "kill: {service: api, maxAtOnce: 0}");
  row(false, "kill: {service: api, maxAtOnce: 1000001}");
  row(true, "chaos: {service: api, every: 1ms, kill: 1}");
  row(true, "chaos: {service: api, every: 1s, crash: 100%}");
  row(false, "chaos: {service: api, every: 1s, crash: 101%}");
  row(false, "chaos: {service: api, every: 1s, crash: 0%}");
  row(true, "chaos: {service: api, every: 1s, percent: 1}");
  row(true, "chaos: {service: api, every: 1s, percent: 100}");
  row(false, "chaos: {service: api, every: 1s, percent: 0}");
  row(false, "chaos: {service: api, every: 1s, percent: 101}");
  row(false, "chaos: {service: api, every: 1s, kill: 1, percent: 10}");
  row(true, "health: {service: api, count: 1000000}");
  row(false, "health: {service: api, count: 0}");
  row(false, "health: {service: api, count: 1000001}");
  row(true, "health: {service: api, percent: 100}");
  row(false, "health: {service: api, percent: 0}");
  row(false, "health: {service: api, percent: 101}");
  row(false, "health: {service: api, count: 1, pod: api-x}");
  row(true, "load: {service: api, cpu: 0}");
  row(true, "load: {service: api, demand: 1000000000}");
  row(false, "load: {service: api, demand: -1}");
  row(false, "load: {service: api, demand: 1000000001}");
  row(false, "load: {service: api, cpu: 1000000001}");
  row(true, "load: {service: api, pattern: {shape: ramp, from: 0, to: 1000000000, period: 1ms, every: 10ms}}");
  row(false, "load: {service: api, pattern: {shape: ramp, from: -1, to: 1}}");
  row(false, "load: {service: api, pattern: {shape: ramp, from: 1000000001, to: 1}}");
  row(false, "load: {service: api, pattern: {shape: ramp, to: 1000000001}}");
  row(false, "load: {service: api, pattern: {shape: ramp, to: -1}}");
  row(false, "load: {service: api, pattern: {shape: ramp, to: 1, every: 0s}}");
  row(false, "load: {service: api, pattern: {to: 1}}");
  row(true, "scale: {service: api, replicas: 1000000}");
  row(false, "scale: {service: api, replicas: 1000001}");
  row(true, "scale: {service: api, delta: -1000000}");
  row(true, "scale: {service: api, delta: 1000000}");
  row(false, "scale: {service: api, delta: -1000001}");
  row(false, "scale: {service: api, delta: 1000001}");
  row(false, "scale: {service: api, replicas: 1, delta: 1}");
  row(false, "image: {service: api}");
  row(true, "tick: 10ms");
  row(false, "tick: 9ms");
  row(true, "tick: 60s");
  row(false, "tick: 60001ms");
}

void TestScenarioParse::numbersEndWhereTheyShould() {
  QFETCH(bool, good);
  const std::string yaml = QTest::currentDataTag();
  const auto parsed = parseScenario(withSteps("    - " + yaml + "\n"), readText);
  QVERIFY2(parsed.ok() == good, parsed.ok() ? "" : qPrintable(described(parsed.error())));
}

void TestScenarioParse::wholeDocuments_data() {
  QTest::addColumn<QString>("yaml");
  QTest::addColumn<QString>("errors");
  const auto row = [](const char* name, const char* yaml, const char* errors) {
    QTest::newRow(name) << QString::fromUtf8(yaml) << QString::fromUtf8(errors);
  };
  const QByteArray head = "apiVersion: perfect.system/v1\nkind: Scenario\n";
  row("empty", "",
      "f:1:1: error: there is no document: begin with 'apiVersion: perfect.system/v1' and 'kind: Scenario'\n");
  row("no spec", head.constData(), "f:1:1: error: spec is missing: add spec with steps (spec)\n");
  row("no steps", (head + "spec: {seed: 1}\n").constData(),
      "f:3:7: error: steps is missing: write at least one step (spec.steps)\n");
  row("steps empty", (head + "spec: {steps: []}\n").constData(),
      "f:3:15: error: steps is empty: write at least one step (spec.steps)\n");
  row("steps no list", (head + "spec: {steps: {say: x}}\n").constData(),
      "f:3:15: error: steps must be a list (lines that begin with '- '), not a mapping (spec.steps)\n");
  row("negative seed", (head + "spec: {seed: -1, steps: [say: x]}\n").constData(),
      "f:3:14: error: seed must be a whole number from 0 to 18446744073709551615, not -1 (spec.seed)\n");
  row("seed too large", (head + "spec: {seed: 18446744073709551616, steps: [say: x]}\n").constData(),
      "f:3:14: error: seed must be a whole number from 0 to 18446744073709551615, not 18446744073709551616 "
      "(spec.seed)\n");
  row("wrong version", "apiVersion: v1\nkind: Scenario\nspec: {steps: [say: x]}\n",
      "f:1:13: error: apiVersion must be perfect.system/v1, not v1 (apiVersion)\n");
  row("two documents", (head + "spec: {steps: [say: x]}\n---\nkind: Service\n").constData(),
      "f:5:1: error: a scenario stands alone in its file: move this document to a file of its own\n");
  row("a list", "- a\n",
      "f:1:1: error: a scenario must be a mapping that begins with 'apiVersion: perfect.system/v1' and 'kind: "
      "Scenario', not a list\n");
  row("broken", (head + "spec: {steps: [\n").constData(),
      "f:3:15: error: '[' is not closed: add the missing ']', or a ',' between the entries\n");
  row("all at once",
      (head + "metadata: {nam: x}\nspec:\n  sed: 1\n  steps:\n    - {after: 1}\n    - {kill: {}}\n").constData(),
      "f:3:12: error: unknown field \"nam\": did you mean name? (metadata.nam)\n"
      "f:5:3: error: unknown field \"sed\": did you mean seed? (spec.sed)\n"
      "f:7:15: error: after: \"1\" is a duration without a unit: write 1s (spec.steps[0].after)\n"
      "f:8:14: error: service is missing: name the service, for example service: api (spec.steps[1].kill.service)\n");
}

void TestScenarioParse::wholeDocuments() {
  QFETCH(QString, yaml);
  QFETCH(QString, errors);
  const auto parsed = parseScenario(yaml.toStdString(), readText);
  QVERIFY(!parsed.ok());
  QCOMPARE(described(parsed.error()), errors);
}

void TestScenarioParse::faultsInsideABlockStandInTheScenariosPlaces() {
  const auto parsed = parseScenario(withSteps("    - apply: |\n"
                                              "        apiVersion: v1\n"
                                              "        kind: Service\n"
                                              "        metadata: {name: \xc3\xa9}\n"
                                              "        spec: {image: \"\xc3\xa9\xc3\xa9\", replicas: -1}\n"),
                                    readText);
  QVERIFY(!parsed.ok());
  QCOMPARE(parsed.error().size(), std::size_t(2));
  QCOMPARE(parsed.error()[0].line, 9);
  QCOMPARE(parsed.error()[0].column, 26);
  QCOMPARE(parsed.error()[1].line, 10);
  QCOMPARE(parsed.error()[1].column, 39);
  QCOMPARE(parsed.error()[1].path, std::string("spec.steps[0].apply.spec.replicas"));
}

void TestScenarioParse::overridesReachEveryManifest() {
  const std::vector<FieldOverride> overrides = {{"spec.replicas", "9"}};
  const auto parsed = parseScenario(
      withSteps("    - apply: ../api-v1.yaml\n"
                "    - apply: {apiVersion: v1, kind: Service, metadata: {name: x}}\n"
                "    - apply: |\n        apiVersion: v1\n        kind: Service\n        metadata: {name: y}\n"),
      readText, overrides);
  QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(described(parsed.error())));
  for (const ScenarioStep& s : parsed.value().steps) {
    QCOMPARE(std::get<ApplyCommand>(std::get<Command>(s.what)).services.front().replicas, 9);
  }
  const auto malformed = parseScenario(withSteps("    - apply: ../api-v1.yaml\n"), readText, {{"spec..x", "1"}});
  QVERIFY(!malformed.ok());
  QCOMPARE(malformed.error().size(), std::size_t(1));
  QCOMPARE(malformed.error().front().line, 0);
}

void TestScenarioParse::hostileScenariosStayBounded() {
  std::string many = "apiVersion: perfect.system/v1\nkind: Scenario\nspec:\n  steps:\n";
  while (many.size() < 1000000) many += "    - apply: big\n";
  std::string big;
  for (int i = 0; i < 3000; ++i)
    big += "apiVersion: v1\nkind: Service\nmetadata: {name: s" + std::to_string(i) + "}\n---\n";
  int reads = 0;
  const auto parsed = parseScenario(many, [&](const std::string&) {
    ++reads;
    return Result<std::string>(big);
  });
  QVERIFY(!parsed.ok());
  QCOMPARE(reads, 1);
  QVERIFY(parsed.error().front().message.find("20,000 services") != std::string::npos);
  QVERIFY(!parseScenario(std::string(100000, '['), readText).ok());
  QVERIFY(!parseScenario(std::string(2 << 20, ' '), readText).ok());
}

void TestScenarioParse::scenariosAreRecognised() {
  QVERIFY(looksLikeScenario("apiVersion: perfect.system/v1\nkind: Scenario\n"));
  QVERIFY(looksLikeScenario("# a lesson\n---\nkind: Scenario\nspec: {steps: [\n"));
  QVERIFY(looksLikeScenario("kind: Scenario\nspec:\n  - @\n"));
  QVERIFY(looksLikeScenario("---\n---\nkind: Scenario\n"));
  QVERIFY(!looksLikeScenario("kind: Service\n---\nkind: Scenario\n"));
  QVERIFY(!looksLikeScenario(""));
  QVERIFY(!looksLikeScenario("- kind: Scenario\n"));
  QVERIFY(!looksLikeScenario("kind: [Scenario]\n"));
  QVERIFY(!looksLikeScenario("kind"));
}

QTEST_GUILESS_MAIN(TestScenarioParse)
#include "test_scenario_parse.moc"
