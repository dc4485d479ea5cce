// SPDX-License-Identifier: GPL-3.0-or-later
//
// Play Demo as a class sees it: it runs through, keeps its time, and every caption is readable and true.
#include <QFile>
#include <QtTest>
#include <functional>
#include <set>

#include "core/events/texts.h"
#include "core/scenario/scenario_run.h"
#include "tests/support/world.h"

using namespace perfect;

namespace {

Result<std::string> readDemoFile(const std::string& path) {
  QFile file(
      QString::fromStdString(path.front() == '/' ? path : std::string(PERFECT_SOURCE_DIR) + "/resources/demo/" + path));
  if (!file.open(QIODevice::ReadOnly)) return Result<std::string>::failure("cannot read " + path);
  return file.readAll().toStdString();
}

Scenario demo() {
  auto scenario = parseScenario(readDemoFile("play-demo.yaml").value(), readDemoFile);
  if (!scenario) qFatal("%s", formatError("play-demo.yaml", scenario.error().front()).c_str());
  return scenario.value();
}

struct Played {
  std::vector<ScenarioFailure> failures;
  std::vector<Caption> captions;
  std::vector<Event> events;
  std::string lines;  ///< every event with its message and explanation
  SimTime end = 0;
};

/// Plays the demo; look() is called after every step of the clock, before and after the tick.
Played play(std::uint64_t seed, const std::function<void(const Engine&)>& look = {}) {
  Played played;
  EngineOptions options;
  options.seed = seed;
  Engine engine(options);
  engine.setEventSink([&](const Event& event, const Names& names) {
    played.events.push_back(event);
    played.lines += std::to_string(event.seq) + " " + std::to_string(event.t) + " " + messageText(event, names) +
                    " | " + explainText(event, names) + " <" + std::to_string(event.cause) + "\n";
  });
  ScenarioRun run(demo());
  while (!run.finished() && run.nextTime(engine) < 200000) {
    run.advanceTo(engine, run.nextTime(engine));
    if (look) look(engine);
    run.settle(engine);
    if (look) look(engine);
  }
  played.failures = run.failures();
  played.captions = run.captions();
  played.end = engine.now();
  return played;
}

std::string failureText(const Played& played) {
  if (played.failures.empty()) return {};
  const ScenarioFailure& first = played.failures.front();
  return "line " + std::to_string(first.line) + " at " + std::to_string(first.t) + ": " + first.message;
}

/// Ready pods that get traffic, by version: "v1:3 v2:1".
std::string serving(const ServiceState& service) {
  std::string text;
  for (std::size_t i = 0; i < service.versions.size(); ++i) {
    const VersionState& version = service.versions[i];
    if (version.counts.ready == 0 || !service.serves(static_cast<VersionIndex>(i))) continue;
    text += (text.empty() ? "" : " ") + version.digest + ":" + std::to_string(version.counts.ready);
  }
  return text;
}

/// The first event with this reason behind `from`; t = kNever where there is none.
Event firstEvent(const Played& played, Reason reason, SimTime from = 0) {
  for (const Event& event : played.events) {
    if (event.reason == reason && event.t >= from) return event;
  }
  Event none;
  none.t = kNever;
  return none;
}

}  // namespace

class TestPlayDemo : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itRunsThroughInItsTime() {
    const Played played = play(1);
    QCOMPARE(QString::fromStdString(failureText(played)), QString());
    QVERIFY2(played.end >= 70000 && played.end <= 75000, std::to_string(played.end).c_str());
  }

  void everySeedTellsTheStory() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Played played = play(seed);
      QVERIFY2(played.failures.empty(), ("seed " + std::to_string(seed) + ", " + failureText(played)).c_str());
      QVERIFY2(played.end >= 70000 && played.end <= 75000, std::to_string(played.end).c_str());
    }
  }

  void twoRunsAreTheSameToTheByte() { QVERIFY(play(1).lines == play(1).lines); }

  void everyCaptionCanBeRead() {
    const Played played = play(1);
    QVERIFY(played.captions.size() >= 12);
    for (std::size_t i = 0; i < played.captions.size(); ++i) {
      const Caption& caption = played.captions[i];
      const SimTime until = i + 1 < played.captions.size() ? played.captions[i + 1].since : played.end;
      QVERIFY2(until - caption.since >= 4000, (std::to_string(until - caption.since) + ": " + caption.text).c_str());
      QVERIFY2(!caption.look.empty(), caption.text.c_str());
      QVERIFY2(caption.text.size() <= 130, caption.text.c_str());
      QCOMPARE(caption.beat, static_cast<int>(i) + 1);
      if (i > 0) QVERIFY(caption.text != played.captions[i - 1].text);
    }
    QCOMPARE(played.captions.front().since, SimTime{0});
  }

  void somethingAlwaysMoves() {
    const Played played = play(1);
    SimTime last = 0;
    for (const Event& event : played.events) {
      if (event.reason == Reason::RescaleHeld) continue;
      QVERIFY2(event.t - last <= 6000, (std::to_string(last) + " to " + std::to_string(event.t)).c_str());
      last = event.t;
    }
    QVERIFY(played.end - last <= 6000);
  }

  void sixToTwelvePodsAreInView() {
    std::int32_t most = 0;
    play(1, [&](const Engine& engine) {
      std::int32_t pods = 0;
      for (const char* name : {"api", "web", "cart"}) {
        if (const ServiceState* service = engine.service(name)) pods += service->counts().total();
      }
      most = std::max(most, pods);
      if (engine.now() > 5000) QVERIFY2(pods >= 6, std::to_string(engine.now()).c_str());
    });
    QVERIFY2(most <= 12, std::to_string(most).c_str());
  }

  /// Exactly one version serves at every instant, with at least the desired number.
  void duringBlueGreenOneVersionServes() {
    std::set<std::string> seen;
    std::string wrong;
    bool rolling = false;
    play(1, [&](const Engine& engine) {
      const ServiceState* api = engine.service("api");
      if (api == nullptr || api->rollout.updated == kNoVersion) return;
      rolling = api->versions[static_cast<std::size_t>(api->rollout.updated)].digest == "v2";
      if (!rolling) return;
      seen.insert(serving(*api));
    });
    for (const std::string& versions : seen) {
      if (versions != "v1:4" && versions != "v2:4") wrong += versions + ";";
    }
    QCOMPARE(wrong, std::string());
    QCOMPARE(seen.size(), std::size_t{2});
  }

  /// While a step's pause runs, both versions stand in Argo's numbers for 4 pods; never fewer than 4 serve.
  void theCanaryStandsInItsNumbers() {
    std::map<std::int32_t, std::set<std::string>> atStep;
    std::int32_t least = 99;
    play(1, [&](const Engine& engine) {
      const ServiceState* api = engine.service("api");
      if (api == nullptr || api->rollout.updated == kNoVersion) return;
      if (api->versions[static_cast<std::size_t>(api->rollout.updated)].digest != "v3") return;
      if (api->rollout.phase == RolloutPhase::Complete) return;
      least = std::min(least, api->counts().available);
      if (api->rollout.stepDone()) atStep[api->rollout.step].insert(serving(*api));
    });
    QCOMPARE(atStep[0], std::set<std::string>{"v2:3 v3:1"});
    QCOMPARE(atStep[1], std::set<std::string>{"v2:2 v3:2"});
    QCOMPARE(least, 4);
  }

  void theLessonsAreSeen() {
    const Played played = play(1);
    const SimTime killed = firstEvent(played, Reason::ChaosKilled).t;
    const SimTime sick = firstEvent(played, Reason::HealthSwitched).t;
    QVERIFY(killed != kNever && sick != kNever);
    QVERIFY(firstEvent(played, Reason::SuccessfulCreate, killed).t - killed <= 1000);
    const Event firstWait = firstEvent(played, Reason::BackOff, sick);
    const Event secondWait = firstEvent(played, Reason::BackOff, firstWait.t + 1);
    QCOMPARE(firstWait.facts[0], std::int64_t{1000});
    QVERIFY(secondWait.t != kNever && secondWait.facts[0] >= 3000);
    QCOMPARE(secondWait.pod, firstWait.pod);
    QVERIFY(firstEvent(played, Reason::Killing, sick).t < firstWait.t);
    QCOMPARE(firstEvent(played, Reason::SuccessfulRescale).facts[1], std::int64_t{4});
    QCOMPARE(
        firstEvent(played, Reason::SuccessfulRescale, firstEvent(played, Reason::SuccessfulRescale).t + 1).facts[1],
        std::int64_t{2});
  }
};

QTEST_GUILESS_MAIN(TestPlayDemo)
#include "test_play_demo.moc"
