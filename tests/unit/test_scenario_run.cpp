// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tiny scenarios on the real engine: when each step happens, what is watched, and how a failure reads.
#include <QtTest>

#include "core/scenario/scenario_run.h"
#include "tests/support/world.h"

using namespace perfect;
using perfect::test::World;

namespace {

/// One service: starts in 1 s, ready at once, stops in 1 s; `api` unless told otherwise.
Result<std::string> manifestText(const std::string& path) {
  const auto service = [](const std::string& name, const std::string& spec) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec:\n" + spec;
  };
  const auto named = [&path](const char* file) { return path.find(file) != std::string::npos; };
  if (named("api-v1")) return service("api", "  replicas: 2\n");
  if (named("api-v2")) return service("api", "  replicas: 2\n  image: local://demo@v2\n");
  if (named("sick"))
    return service("api",
                   "  replicas: 1\n  livenessProbe: {periodSeconds: 1, failureThreshold: 1}\n"
                   "  env: [{name: HEALTHY, value: \"0\"}]\n");
  return Result<std::string>::failure("no such file");
}

Scenario parsed(const QString& steps) {
  const std::string yaml =
      "apiVersion: perfect.system/v1\nkind: Scenario\nmetadata: {name: test}\nspec:\n  steps:\n" + steps.toStdString();
  auto scenario = parseScenario(yaml, manifestText);
  if (!scenario) qFatal("%s", formatError("test", scenario.error().front()).c_str());
  return scenario.value();
}

/// "1000 Ready" for every event with this code; what a run did, whatever its steps looked at.
QString times(const World& world, const std::vector<std::string>& codes) {
  QStringList words;
  for (const std::string& line : world.lines(codes))
    words << QString::fromStdString(line).section(QLatin1Char(' '), 0, 1);
  return words.join(QStringLiteral(", "));
}

/// Steps as `simulate` does: instant by instant, until the scenario is over or `end`.
void playAlone(ScenarioRun& run, Engine& engine, SimTime end) {
  while (!run.finished() && run.nextTime(engine) <= end) {
    run.advanceTo(engine, run.nextTime(engine));
    run.settle(engine);
  }
}

QString outcome(const ScenarioRun& run, const Engine& engine) {
  if (run.failed()) {
    const ScenarioFailure& failure = run.failures().front();
    return QStringLiteral("%1: %2").arg(failure.t).arg(QString::fromStdString(failure.message));
  }
  return run.finished() ? QStringLiteral("done %1").arg(engine.now()) : QStringLiteral("open");
}

}  // namespace

class TestScenarioRun : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void outcomes_data() {
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* steps, const char* expected) {
      QTest::newRow(name) << QString::fromUtf8(steps) << QString::fromUtf8(expected);
    };
    row("steps without waits share one instant",
        "    - say: a\n    - apply: api-v1.yaml\n    - scale: {service: api, replicas: 3}\n", "done 0");
    row("after counts from the end of the step before",
        "    - after: 2s\n      say: a\n    - after: 3s\n      say: b\n", "done 5000");
    row("at is a time of the clock", "    - after: 2s\n      say: a\n    - at: 3s\n      say: b\n", "done 3000");
    row("at in the past waits for nothing", "    - after: 2s\n      say: a\n    - at: 1s\n      say: b\n", "done 2000");
    row("until ends when its condition holds", "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n",
        "done 1000");
    row("after an until",
        "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n    - after: 1500ms\n      say: a\n",
        "done 2500");
    row("a Command right after an until is given in its instant",
        "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n    - scale: {service: api, replicas: 3}\n",
        "done 1000");
    row("a Command that follows a tick waits for the next place of Commands",
        "    - apply: api-v1.yaml\n    - until: {service: api, event: SuccessfulCreate}\n    - scale: {service: api, "
        "replicas: 3}\n",
        "done 1");
    row("a condition that follows a tick does not wait",
        "    - apply: api-v1.yaml\n    - until: {service: api, event: SuccessfulCreate}\n    - expect: {service: api, "
        "ready: 0}\n",
        "done 0");
    row("until that runs out", "    - apply: api-v1.yaml\n    - until: {service: api, ready: 3, timeout: 20s}\n",
        "20000: until api ready 3: 2 of 2 ready after 20 s");
    row("until that holds at the last instant",
        "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2, timeout: 1s}\n", "done 1000");
    row("expect looks at now", "    - apply: api-v1.yaml\n    - expect: {service: api, ready: 2}\n",
        "0: expect api ready 2: 0 of 2 ready");
    row("expect within", "    - apply: api-v1.yaml\n    - expect: {service: api, ready: 2, within: 5s}\n", "done 1000");
    row("expect within that runs out",
        "    - apply: api-v1.yaml\n    - expect: {service: api, ready: 5, serving: 5, within: 20s}\n",
        "20000: expect api ready 5, serving 5: 2 of 2 ready, 2 serving after 20 s");
    row("a refused Command fails", "    - kill: {service: api}\n", "0: kill api count 1: there is no service api");
    row("an unknown service is said to be unknown", "    - expect: {service: api, ready: 0}\n",
        "0: expect api ready 0: there is no service api");
    row("ask is passed over", "    - ask: {question: how many, choices: [\"1\", \"2\"], answer: \"2\", because: two}\n",
        "done 0");
    row("version that desired asks for",
        "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n    - expect: {service: api, version: v2}\n",
        "1000: expect api version v2: version v1");
    row("version that serves",
        "    - apply: api-v1.yaml\n    - until: {service: api, status: Stable}\n    - apply: api-v2.yaml\n    - "
        "expect: {service: api, version: v2}\n",
        "1001: expect api version v2: 2 serving in v1");
    row("version without a pod that serves", "    - apply: api-v1.yaml\n    - expect: {service: api, version: v1}\n",
        "0: expect api version v1: none serving");
    row("version after a rollout",
        "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n    - apply: api-v2.yaml\n    - until: "
        "{service: api, version: v2}\n",
        "done 2000");
    row("status by its beginning, whatever its case",
        "    - apply: api-v1.yaml\n    - until: {service: api, status: stab}\n", "done 1000");
    row("every count that differs is named",
        "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n"
        "    - expect: {service: api, ready: 1, serving: 3, replicas: 4, restarts: 1, version: v2, status: Rolling}\n",
        "1000: expect api ready 1, serving 3, replicas 4, version v2, status Rolling, restarts 1: 2 of 2 ready, 2 "
        "serving, 2 desired, 0 restarts, version v1, status Starting up 2/2");
    row("one restart is one",
        "    - apply: sick.yaml\n    - until: {service: api, restarts: 1}\n"
        "    - expect: {service: api, restarts: 2}\n",
        "3500: expect api restarts 2: 1 restart");
    row("an event of no service is nobody's",
        "    - apply: api-v1.yaml\n    - tick: 500ms\n    - until: {service: api, event: Ready}\n", "done 1000");
    row("replicas", "    - apply: api-v1.yaml\n    - expect: {service: api, replicas: 2}\n", "done 0");
    row("restarts at least",
        "    - apply: sick.yaml\n    - until: {service: api, restarts: 2}\n    - expect: {service: api, restarts: 1}\n",
        "done 7500");
    row("a deleted service has no pods",
        "    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n    - delete: {service: api}\n    - until: "
        "{service: api, event: Deleted}\n"
        "    - expect: {service: api, ready: 0, replicas: 0}\n",
        "done 2000");
  }
  void outcomes() {
    QFETCH(QString, steps);
    QFETCH(QString, expected);
    World alone;
    ScenarioRun run(parsed(steps));
    playAlone(run, alone.engine, 200000);
    QCOMPARE(outcome(run, alone.engine), expected);
    QVERIFY(run.failed() || run.stepsNotReached().empty());

    // In slices, as a live clock does, it is the same history.
    World sliced;
    ScenarioRun again(parsed(steps));
    while (!again.finished() && sliced.engine.now() < 200000) again.advanceTo(sliced.engine, sliced.engine.now() + 170);
    again.settle(sliced.engine);
    run.advanceTo(alone.engine, sliced.engine.now());
    run.settle(alone.engine);
    QCOMPARE(QString::fromStdString(sliced.all()), QString::fromStdString(alone.all()));
    if (again.failed()) QCOMPARE(outcome(again, sliced.engine), expected);
  }

  void memory_data() {
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* steps, const char* expected) {
      QTest::newRow(name) << QStringLiteral("    - apply: api-v1.yaml\n    - until: {service: api, ready: 2}\n") +
                                 QString::fromUtf8(steps)
                          << QString::fromUtf8(expected);
    };
    row("minReady begins when as many are ready as desired", "    - expect: {service: api, minReady: 2}\n",
        "done 1000");
    row("minReady sees a dip that is over",
        "    - kill: {service: api, count: 1}\n    - until: {service: api, ready: 2}\n    - expect: {service: api, "
        "minReady: 2}\n",
        "2000: expect api minReady 2: as few as 1 ready meanwhile");
    row("minReady is at least",
        "    - kill: {service: api}\n    - until: {service: api, ready: 2}\n    - expect: {service: api, minReady: "
        "1}\n",
        "done 2000");
    row("minReady looks back to the last expect",
        "    - kill: {service: api}\n    - until: {service: api, ready: 2}\n    - expect: {service: api, ready: 2}\n   "
        " - after: 1s\n"
        "      expect: {service: api, minReady: 2}\n",
        "done 3000");
    row("expects of one instant look back over the same stretch",
        "    - kill: {service: api}\n    - until: {service: api, ready: 2}\n    - expect: {service: api, minReady: 1}\n"
        "    - expect: {service: api, minReady: 2}\n",
        "2000: expect api minReady 2: as few as 1 ready meanwhile");
    row("expects of a later instant do not look back over an earlier stretch",
        "    - kill: {service: api}\n    - until: {service: api, ready: 2}\n    - expect: {service: api, minReady: 1}\n"
        "    - after: 1s\n      expect: {service: api, minReady: 2}\n    - expect: {service: api, minReady: 2}\n",
        "done 3000");
    row("an event since the last expect",
        "    - kill: {service: api}\n    - expect: {service: api, event: ChaosKilled}\n    - expect: {service: api, "
        "event: Ready}\n",
        "done 1000");
    row("an event before the last expect",
        "    - expect: {service: api, event: Ready}\n    - after: 1s\n      expect: {service: api, event: Ready}\n",
        "2000: expect api event Ready: no Ready seen");
    row("expects of one instant share the stretch since the last one, and no more",
        "    - expect: {service: api, event: Ready}\n    - after: 5s\n      expect: {service: api, ready: 2}\n"
        "    - expect: {service: api, event: Ready}\n",
        "6000: expect api event Ready: no Ready seen");
    row("an event of another service", "    - expect: {service: api, event: Deleted, within: 3s}\n",
        "4000: expect api event Deleted: no Deleted seen after 3 s");
    row("until waits for the next event of its kind",
        "    - scale: {service: api, replicas: 3}\n    - until: {service: api, event: Ready}\n    - scale: {service: "
        "api, replicas: 4}\n"
        "    - until: {service: api, event: Ready}\n",
        "done 3000");
    row("until finds an event between the step before and its own beginning",
        "    - kill: {service: api}\n    - after: 5s\n      until: {service: api, event: Ready, timeout: 1s}\n",
        "done 6000");
    row("until finds what followed an event that until found, in the same instant",
        "    - kill: {service: api}\n    - until: {service: api, event: Started}\n"
        "    - until: {service: api, event: Ready, timeout: 5s}\n",
        "done 2000");
    row("mails are counted from the beginning",
        "    - after: 6s\n      kill: {service: api}\n    - after: 5s\n      expect: {service: api, mails: 2}\n    - "
        "expect: {service: api, mails: 1}\n",
        "12000: expect api mails 1: 2 mails due");
  }
  void memory() {
    QFETCH(QString, steps);
    QFETCH(QString, expected);
    World world;
    ScenarioRun run(parsed(steps));
    playAlone(run, world.engine, 200000);
    QCOMPARE(outcome(run, world.engine), expected);
  }

  // A scenario that is played into a world with a past knows nothing of it.
  void theMemoryOfAScenarioBeginsWithIt_data() {
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("expected");
    QTest::newRow("expect") << QStringLiteral("    - expect: {service: api, event: Ready}\n")
                            << QStringLiteral("60000: expect api event Ready: no Ready seen");
    QTest::newRow("until") << QStringLiteral("    - until: {service: api, event: Ready, timeout: 1s}\n")
                           << QStringLiteral("61000: until api event Ready: no Ready seen after 1 s");
    QTest::newRow("mails") << QStringLiteral("    - expect: {service: api, mails: 1}\n")
                           << QStringLiteral("60000: expect api mails 1: 0 mails due");
  }
  void theMemoryOfAScenarioBeginsWithIt() {
    QFETCH(QString, steps);
    QFETCH(QString, expected);
    World world;
    world.apply(manifestText("api-v1").value());
    world.runTo(20000);
    ChaosCommand kill;
    kill.service = "api";
    world.send(kill);
    world.runTo(60000);
    QVERIFY(!world.lines({"AlertDown"}).empty());
    ScenarioRun run(parsed(steps));
    playAlone(run, world.engine, 200000);
    QCOMPARE(outcome(run, world.engine), expected);
  }

  void commandsComeBeforeTheTickOfTheirInstant() {
    World world;
    ScenarioRun run(parsed(QStringLiteral("    - at: 3s\n      apply: api-v1.yaml\n")));
    run.advanceTo(world.engine, 3000);
    QCOMPARE(times(world, {"Applied", "SuccessfulCreate"}), QStringLiteral("3000 Applied"));
    run.settle(world.engine);
    QCOMPARE(times(world, {"Applied", "SuccessfulCreate"}),
             QStringLiteral("3000 Applied, 3000 SuccessfulCreate, 3000 SuccessfulCreate"));
  }

  void itStopsWhereAStepFailed() {
    World world;
    ScenarioRun run(parsed(QStringLiteral("    - at: 3s\n      kill: {service: api}\n    - say: never\n")));
    run.advanceTo(world.engine, 60000);
    QVERIFY(run.failed() && run.finished());
    QCOMPARE(world.engine.now(), SimTime{3000});
    QCOMPARE(run.failures().front().line, 6);
    run.advanceTo(world.engine, 60000);
    QCOMPARE(world.engine.now(), SimTime{60000});
    QCOMPARE(run.failures().size(), std::size_t{1});
  }

  void theWorldGoesOnWhenItIsFinished() {
    World world;
    ScenarioRun run(parsed(QStringLiteral("    - apply: api-v1.yaml\n")));
    run.advanceTo(world.engine, 60000);
    QVERIFY(run.finished() && !run.failed());
    QCOMPARE(world.engine.now(), SimTime{60000});
    QCOMPARE(world.service("api").serving(), 2);
  }

  void theClockOfAScenarioBeginsWithIt() {
    World world;
    world.engine.advanceTo(10000);
    ScenarioRun run(parsed(QStringLiteral("    - at: 3s\n      say: a\n")));
    QCOMPARE(run.nextTime(world.engine), SimTime{10000});
    run.advanceTo(world.engine, 20000);
    QCOMPARE(run.caption().since, SimTime{13000});
  }

  void captionsTellWhereTheStoryIs() {
    World world;
    ScenarioRun run(
        parsed(QStringLiteral("    - say: one\n      look: the top sector\n      apply: api-v1.yaml\n"
                              "    - after: 1s\n    - after: 1s\n      say: two\n")));
    QVERIFY(run.caption().text.empty());
    run.advanceTo(world.engine, 1500);
    QCOMPARE(run.caption().text, std::string("one"));
    QCOMPARE(run.caption().look, std::string("the top sector"));
    QCOMPARE(run.caption().beat, 1);
    QCOMPARE(run.caption().beats, 2);
    run.advanceTo(world.engine, 5000);
    QCOMPARE(run.caption().text, std::string("two"));
    QCOMPARE(run.caption().since, SimTime{2000});
    QCOMPARE(run.captions().size(), std::size_t{2});
  }

  void stepsNotReachedAreNamed() {
    World world;
    ScenarioRun run(
        parsed(QStringLiteral("    - apply: api-v1.yaml\n    - at: 1m\n      kill: {service: api, count: 2}\n"
                              "    - expect: {service: api, ready: 2, event: Ready}\n")));
    run.advanceTo(world.engine, 30000);
    const std::vector<std::string> open = run.stepsNotReached();
    QCOMPARE(open.size(), std::size_t{2});
    QCOMPARE(open[0], std::string("line 7: kill api count 2"));
    QCOMPARE(open[1], std::string("line 9: expect api ready 2, event Ready"));
  }

  void aQuestionHoldsTimeAndItsAnswerChangesNothing_data() {
    QTest::addColumn<QString>("steps");
    const QString ask =
        QStringLiteral("    - ask: {question: How many?, choices: [\"1\", \"2\"], answer: \"2\", because: so}\n");
    const QString kill =
        QStringLiteral("    - kill: {service: api, count: 1}\n    - until: {service: api, ready: 2}\n");
    QTest::newRow("before the tick") << QStringLiteral("    - apply: api-v1.yaml\n") + ask +
                                            QStringLiteral("    - until: {service: api, ready: 2}\n") + kill;
    QTest::newRow("behind the tick that a condition waited for")
        << QStringLiteral("    - apply: api-v1.yaml\n    - until: {service: api, status: Stable}\n") + ask + kill;
    QTest::newRow("two in one instant") << QStringLiteral("    - apply: api-v1.yaml\n    - after: 3s\n      say: a\n") +
                                               ask + ask + kill;
    QTest::newRow("the last step") << QStringLiteral("    - apply: api-v1.yaml\n    - after: 2s\n      say: a\n") + ask;
  }
  void aQuestionHoldsTimeAndItsAnswerChangesNothing() {
    QFETCH(QString, steps);
    World passed;
    ScenarioRun alone(parsed(steps));
    playAlone(alone, passed.engine, 60000);
    QVERIFY(alone.finished() && !alone.failed());
    QVERIFY2(alone.answers().empty(), "nobody is there to answer");

    World asked;
    ScenarioRun run(parsed(steps), Questions::Wait);
    int questions = 0;
    for (int i = 0; i < 1000 && !run.finished(); ++i) {
      if (run.question() == nullptr) {
        run.advanceTo(asked.engine, run.nextTime(asked.engine) + 1);
        continue;
      }
      const SimTime held = asked.engine.now();
      run.advanceTo(asked.engine, held + 60000);
      run.settle(asked.engine);
      QCOMPARE(asked.engine.now(), held);
      QCOMPARE(run.question()->question, std::string("How many?"));
      run.answer(asked.engine, ++questions % 2 == 1 ? std::optional<std::size_t>(1) : std::nullopt);
    }
    QVERIFY(run.finished() && !run.failed() && questions > 0);
    QCOMPARE(run.answers().size(), static_cast<std::size_t>(questions));
    QVERIFY(run.answers()[0].right);
    asked.engine.advanceTo(60000);
    passed.engine.advanceTo(60000);
    QCOMPARE(asked.all(), passed.all());
  }
};

QTEST_GUILESS_MAIN(TestScenarioRun)
#include "test_scenario_run.moc"
