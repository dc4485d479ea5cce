// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pacing, pausing, stepping, --for and plays, on clocks that the test turns by hand.
#include <QtTest>

#include "app/runtime/live_simulation.h"

using namespace perfect;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

struct Clocks {
  Pace::TimePoint now = Pace::TimePoint() + std::chrono::hours(1);
  std::int64_t wall = 5000000;
  microseconds perLook{0};  ///< how much time every look at the clock costs: a slow machine

  RealClocks real() {
    return {[this] { return now += perLook; }, [this] { return wall; }};
  }
};

ServiceSpec spec(const std::string& name, std::int32_t replicas) {
  ServiceSpec s;
  s.name = name;
  s.replicas = replicas;
  s.replicasGiven = true;
  return s;
}

/// One pod killed again and again, for ever.
ChaosScheduleCommand killing(Millis every) {
  ChaosScheduleCommand schedule;
  schedule.blow.service = "api";
  schedule.every = every;
  return schedule;
}

Controller::Options withService(std::int32_t replicas) {
  Controller::Options options;
  options.initial = {ApplyCommand{{spec("api", replicas)}}};
  return options;
}

Scenario playOf(const std::string& name, Millis pause) {
  Scenario scenario;
  scenario.name = name;
  scenario.steps.resize(2);
  scenario.steps[0].say = "Hello.";
  scenario.steps[0].what = Command(ApplyCommand{{spec("web", 2)}});
  scenario.steps[1].after = pause;
  scenario.steps[1].what = Command(ScaleCommand{.service = "web", .replicas = 3, .delta = {}});
  return scenario;
}

/// Beats at 0, 2 and 5 s; a question at 2 s.
Scenario lesson() {
  Scenario scenario = playOf("lesson", 1000);
  scenario.steps.resize(5);
  scenario.steps[2].at = 2000;
  scenario.steps[2].say = "Second.";
  scenario.steps[2].what = Command(ScaleCommand{.service = "web", .replicas = 4, .delta = {}});
  scenario.steps[3].what = AskStep{"How many?", {"3", "4"}, "4", "It was scaled."};
  scenario.steps[4].at = 5000;
  scenario.steps[4].say = "Third.";
  return scenario;
}

Controller::Options asking() {
  Controller::Options options;
  options.questionsWait = true;
  return options;
}

Scenario failingPlay() {
  Scenario scenario = playOf("wrong", 1000);
  scenario.steps.emplace_back();
  scenario.steps.back().line = 12;
  ExpectStep expect;
  expect.condition.service = "web";
  expect.condition.ready = 99;
  scenario.steps.back().what = expect;
  return scenario;
}

SimTime clockOf(const LiveSimulation& simulation) { return simulation.reading().state.t; }

std::int32_t desired(LiveSimulation& simulation, const char* name) {
  const auto picture = simulation.publish();
  const ServiceEntry* entry = picture->find(name);
  return entry == nullptr ? -1 : entry->state->replicas;
}

/// Advances until the present moment is reached.
void catchUp(LiveSimulation& simulation) {
  for (int i = 0; i < 1000; ++i) simulation.advance();
}

}  // namespace

class TestLiveSimulation : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void timeFollowsTheRealClock_data() {
    QTest::addColumn<qint64>("speedMilli");
    QTest::addColumn<qint64>("sim");
    QTest::newRow("speed 1") << qint64{1000} << qint64{2500};
    QTest::newRow("speed 0.5") << qint64{500} << qint64{1250};
    QTest::newRow("speed 1000") << qint64{1000000} << qint64{2500000};
  }
  void timeFollowsTheRealClock() {
    QFETCH(qint64, speedMilli);
    QFETCH(qint64, sim);
    Clocks clocks;
    Controller::Options options = withService(3);
    options.speedMilli = speedMilli;
    LiveSimulation simulation(options, clocks.real());
    clocks.now += milliseconds(2500);
    catchUp(simulation);
    QCOMPARE(qint64{clockOf(simulation)}, sim);
  }

  void initialCommandsComeBeforeTheFirstTick() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    QVERIFY(!simulation.initialRefusal());
    clocks.now += milliseconds(1);
    simulation.advance();
    const auto picture = simulation.publish();
    QCOMPARE(picture->podCount(), std::int64_t{3});
    QCOMPARE(picture->events.at(picture->events.first()).t, SimTime{0});
  }

  void aRefusedInitialCommandIsTold() {
    Clocks clocks;
    Controller::Options options;
    options.initial = {ScaleCommand{.service = "nobody", .replicas = 3, .delta = {}}};
    const LiveSimulation simulation(options, clocks.real());
    QVERIFY(simulation.initialRefusal().has_value());
  }

  void theClockIsReadBetweenLooksButNeverAheadOfThem() {
    Clocks clocks;
    LiveSimulation simulation(Controller::Options(), clocks.real());
    clocks.now += milliseconds(1);
    simulation.advance();
    const ClockReading reading = simulation.reading();
    QCOMPARE(reading.at(clocks.now + milliseconds(400)).t, SimTime{401});
    QCOMPARE(reading.at(clocks.now + milliseconds(90000)).t, SimTime{1001});
    simulation.pause();
    QCOMPARE(simulation.reading().at(clocks.now + milliseconds(400)).t, SimTime{1});
  }

  void itSleepsUntilSomethingIsDue() {
    Clocks clocks;
    LiveSimulation simulation(Controller::Options(), clocks.real());
    simulation.advance();
    const auto wait = simulation.wakeAt() - clocks.now;
    QVERIFY(wait > milliseconds(0) && wait <= milliseconds(1001));
    simulation.pause();
    QVERIFY(simulation.wakeAt() == Pace::TimePoint::max());
    simulation.setSpeed(1000000);
    simulation.resume();
    QVERIFY(simulation.wakeAt() - clocks.now >= LiveSimulation::kShortestWait);
  }

  void aPausedClockStandsAndStillTakesCommands() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    clocks.now += milliseconds(1500);
    catchUp(simulation);
    simulation.pause();
    const std::uint64_t before = simulation.changes();
    clocks.now += milliseconds(60000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{1500});
    QVERIFY(simulation.apply(ScaleCommand{.service = "api", .replicas = 5, .delta = {}}).ok());
    QCOMPARE(desired(simulation, "api"), 5);
    QCOMPARE(simulation.publish()->podCount(), std::int64_t{3});
    QVERIFY(simulation.changes() != before);
    simulation.resume();
    clocks.now += milliseconds(1000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{2500});
    QCOMPARE(simulation.publish()->podCount(), std::int64_t{5});
  }

  void aRefusedCommandChangesNothing() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    const std::uint64_t before = simulation.changes();
    QVERIFY(!simulation.apply(ScaleCommand{.service = "nobody", .replicas = 5, .delta = {}}).ok());
    QCOMPARE(simulation.changes(), before);
  }

  void speedZeroPauses() {
    Clocks clocks;
    LiveSimulation simulation(Controller::Options(), clocks.real());
    simulation.setSpeed(0);
    QVERIFY(simulation.reading().state.paused);
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{1000});
  }

  void aStepGoesJustBehindTheNextTickAndPauses() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    simulation.step();
    QCOMPARE(clockOf(simulation), SimTime{1});
    QCOMPARE(simulation.publish()->podCount(), std::int64_t{3});
    simulation.step();
    QCOMPARE(clockOf(simulation), SimTime{1001});
    QVERIFY(simulation.reading().state.paused);
  }

  void runUntilStopsExactlyWhereItsGoalIsReached_data() {
    QTest::addColumn<int>("goal");
    QTest::addColumn<qint64>("t");
    QTest::addColumn<qint64>("speed");
    QTest::addColumn<qint64>("stopsAt");
    for (const qint64 speed : {qint64{1000}, qint64{1000000}, qint64{kSpeedMax}}) {
      const auto row = [&](const char* name, RunGoal goal, qint64 t, qint64 stopsAt) {
        QTest::addRow("%s, speed %lld", name, static_cast<long long>(speed))
            << static_cast<int>(goal) << t << speed << stopsAt;
      };
      row("a time", RunGoal::Time, 1234, 1234);
      row("a time that has passed", RunGoal::Time, 0, 0);
      row("the next event", RunGoal::NextEvent, kNever, 0);     // the first tick creates pods
      row("everything stable", RunGoal::Stable, kNever, 1000);  // started after a second; they have no probe
    }
  }
  void runUntilStopsExactlyWhereItsGoalIsReached() {
    QFETCH(const int, goal);
    QFETCH(const qint64, t);
    QFETCH(const qint64, speed);
    QFETCH(const qint64, stopsAt);
    Clocks clocks;
    Controller::Options options = withService(3);
    options.startPaused = true;
    options.speedMilli = speed;
    LiveSimulation simulation(options, clocks.real());
    simulation.runUntil(static_cast<RunGoal>(goal), t);
    for (int i = 0; i < 400; ++i) {
      clocks.now += milliseconds(10);
      simulation.advance();
    }
    const ClockState clock = simulation.reading().state;
    QVERIFY(clock.paused);
    QCOMPARE(clock.goal, RunGoal::None);
    QCOMPARE(qint64{clock.t}, stopsAt);
  }

  void aGoalEndsWithPauseAndWithAnotherRun() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    simulation.runUntil(RunGoal::Time, 3000);
    QCOMPARE(simulation.reading().state.goalAt, SimTime{3000});
    simulation.pause();
    QCOMPARE(simulation.reading().state.goal, RunGoal::None);
    simulation.resume();
    clocks.now += milliseconds(5000);
    catchUp(simulation);
    QVERIFY(clockOf(simulation) > 3000);
  }

  void everythingThatIsStableAlreadyStopsAtOnce() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    clocks.now += milliseconds(4500);
    catchUp(simulation);
    const SimTime before = clockOf(simulation);
    simulation.runUntil(RunGoal::Stable, kNever);
    QVERIFY(simulation.reading().state.paused);
    QCOMPARE(clockOf(simulation), before);
  }

  void anotherSeedIsDrawnFromByTheWorldsThatFollow() {
    Clocks clocks;
    LiveSimulation simulation(withService(1), clocks.real());
    simulation.resetWith(77);
    QCOMPARE(simulation.reading().state.seed, std::uint64_t{77});
    QCOMPARE(simulation.publish()->podCount(), std::int64_t{0});
    simulation.reset();
    QCOMPARE(simulation.reading().state.seed, std::uint64_t{77});
  }

  void runForPausesAfterItsTime() {
    Clocks clocks;
    Controller::Options options = withService(3);
    options.startPaused = true;
    LiveSimulation simulation(options, clocks.real());
    simulation.runFor(2000);
    clocks.now += milliseconds(60000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{2000});
    QVERIFY(simulation.reading().state.paused && !simulation.reading().state.ended);
  }

  void forEndsWithEverythingDueDone() {
    Clocks clocks;
    Controller::Options options = withService(3);
    options.forTime = 3000;
    LiveSimulation simulation(options, clocks.real());
    clocks.now += milliseconds(2999);
    catchUp(simulation);
    QVERIFY(!simulation.ended());
    QVERIFY(simulation.apply(ScaleCommand{.service = "api", .replicas = 4, .delta = {}}).ok());
    clocks.now += milliseconds(60000);
    catchUp(simulation);
    QVERIFY(simulation.ended());
    QCOMPARE(clockOf(simulation), SimTime{3000});
    QCOMPARE(simulation.publish()->podCount(), std::int64_t{4});  // the tick of 3000 is done
    simulation.resume();
    clocks.now += milliseconds(1000);
    simulation.advance();
    QCOMPARE(clockOf(simulation), SimTime{3000});
  }

  void forOfNothingStillDoesTheFirstInstant() {
    Clocks clocks;
    Controller::Options options = withService(3);
    options.forTime = 0;
    LiveSimulation simulation(options, clocks.real());
    simulation.advance();
    QVERIFY(simulation.ended());
    QCOMPARE(simulation.publish()->podCount(), std::int64_t{3});
  }

  void asFastAsItGoesStopsWhereNothingIsDue() {
    Clocks clocks;
    clocks.perLook = microseconds(1);
    Controller::Options options = withService(3);
    options.speedMilli = kSpeedMax;
    LiveSimulation simulation(options, clocks.real());
    catchUp(simulation);
    QVERIFY(clockOf(simulation) >= 1000);
    QVERIFY(simulation.wakeAt() == Pace::TimePoint::max());
    const SimTime settled = clockOf(simulation);
    clocks.now += milliseconds(5000);
    simulation.advance();
    QCOMPARE(clockOf(simulation), settled);
    QCOMPARE(simulation.publish()->find("api")->state->counts().ready, 3);
  }

  void asFastAsItGoesReachesTheEndOfFor() {
    Clocks clocks;
    Controller::Options options = withService(3);
    options.speedMilli = kSpeedMax;
    options.forTime = 7200000;
    LiveSimulation simulation(options, clocks.real());
    catchUp(simulation);
    QVERIFY(simulation.ended());
    QCOMPARE(clockOf(simulation), SimTime{7200000});
  }

  void aSlowMachineFallsBehindInSlices() {
    Clocks clocks;
    Controller::Options options = withService(50);
    options.initial.push_back(killing(100));
    options.speedMilli = 1000000;
    LiveSimulation simulation(options, clocks.real());
    clocks.perLook = milliseconds(1);
    clocks.now += milliseconds(10000);  // ten million simulated milliseconds to go
    const auto before = clocks.now;
    simulation.advance();
    QVERIFY(clocks.now - before <= 2 * LiveSimulation::kSlice + milliseconds(5));
    const ClockReading reading = simulation.reading();
    const auto behind = clocks.now - reading.pace.realAt(reading.state.t);
    QVERIFY(behind <= LiveSimulation::kMostLag + milliseconds(5));
    QVERIFY(simulation.wakeAt() <= clocks.now + milliseconds(2));
  }

  void tickLagIsMeasured() {
    Clocks clocks;
    LiveSimulation simulation(withService(1), clocks.real());
    clocks.now += milliseconds(1101);  // the tick of t = 1000 comes 0.1 s late
    catchUp(simulation);
    const ClockState state = simulation.reading().state;
    QVERIFY2(state.tickLag > 0.09 && state.tickLag < 0.11, qPrintable(QString::number(state.tickLag)));
    QVERIFY(state.tickLagMax >= state.tickLag);
  }

  void aPlayHasAWorldOfItsOwn() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    clocks.now += milliseconds(1500);
    catchUp(simulation);
    const std::int64_t epoch = simulation.reading().state.epochMs;
    simulation.startPlay(playOf("lesson", 2000));
    clocks.now += milliseconds(1000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{1000});
    QCOMPARE(desired(simulation, "api"), -1);
    QCOMPARE(desired(simulation, "web"), 2);
    QVERIFY(simulation.play().playing && !simulation.play().finished);
    QCOMPARE(simulation.play().caption.text, std::string("Hello."));
    QVERIFY(simulation.reading().state.epochMs != epoch);
    clocks.now += milliseconds(2000);
    catchUp(simulation);
    QVERIFY(simulation.play().finished);
    QCOMPARE(desired(simulation, "web"), 3);
    simulation.stopPlay();
    QVERIFY(!simulation.play().playing);
    QCOMPARE(clockOf(simulation), SimTime{1500});
    QCOMPARE(simulation.reading().state.epochMs, epoch);
    QCOMPARE(desired(simulation, "api"), 3);
    clocks.now += milliseconds(500);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{2000});
  }

  void aPlayRunsEvenWhereTheFormerClockStood() {
    Clocks clocks;
    Controller::Options options = withService(3);
    options.startPaused = true;
    LiveSimulation simulation(options, clocks.real());
    simulation.startPlay(playOf("lesson", 2000));
    QVERIFY(!simulation.reading().state.paused);
    simulation.stopPlay();
    QVERIFY(simulation.reading().state.paused);
  }

  void forCountsThePlaysTimeToo() {
    Clocks clocks;
    Controller::Options options = withService(3);
    options.forTime = 5000;
    LiveSimulation simulation(options, clocks.real());
    clocks.now += milliseconds(1000);
    catchUp(simulation);
    simulation.startPlay(playOf("lesson", 500));
    clocks.now += milliseconds(2000);
    catchUp(simulation);
    simulation.stopPlay();
    clocks.now += milliseconds(60000);
    catchUp(simulation);
    QVERIFY(simulation.ended());
    QCOMPARE(clockOf(simulation), SimTime{3000});
  }

  void aPlayFromTheStartEndsWithFor() {
    Clocks clocks;
    Controller::Options options;
    options.play = playOf("lesson", 500);
    options.forTime = 4000;
    LiveSimulation simulation(options, clocks.real());
    clocks.now += milliseconds(60000);
    catchUp(simulation);
    QVERIFY(simulation.ended());
    QCOMPARE(clockOf(simulation), SimTime{4000});
    QVERIFY(simulation.play().failure.isEmpty());
  }

  void aFailedStepIsToldAndTheWorldGoesOn() {
    Clocks clocks;
    LiveSimulation simulation(Controller::Options(), clocks.real());
    simulation.startPlay(failingPlay());
    clocks.now += milliseconds(4000);
    catchUp(simulation);
    QVERIFY(simulation.play().failure.startsWith(QStringLiteral("line 12: ")));
    QCOMPARE(clockOf(simulation), SimTime{4000});
  }

  void theSeedOfAScenarioStandsUnlessTheUsersWins_data() {
    QTest::addColumn<bool>("wins");
    QTest::addColumn<quint64>("seed");
    QTest::newRow("scenario's own") << false << quint64{7};
    QTest::newRow("--seed") << true << quint64{3};
  }
  void theSeedOfAScenarioStandsUnlessTheUsersWins() {
    QFETCH(bool, wins);
    QFETCH(quint64, seed);
    Clocks clocks;
    Controller::Options options;
    options.engine.seed = 3;
    options.seedWins = wins;
    LiveSimulation simulation(options, clocks.real());
    Scenario scenario = playOf("lesson", 500);
    scenario.seed = 7;
    simulation.startPlay(scenario);
    QCOMPARE(quint64{simulation.reading().state.seed}, seed);
  }

  void resetGivesAnEmptyWorld() {
    Clocks clocks;
    LiveSimulation simulation(withService(3), clocks.real());
    clocks.now += milliseconds(1500);
    catchUp(simulation);
    const std::int64_t epoch = simulation.reading().state.epochMs;
    simulation.reset();
    QCOMPARE(clockOf(simulation), SimTime{0});
    QCOMPARE(desired(simulation, "api"), -1);
    QVERIFY(simulation.reading().state.epochMs != epoch);
  }

  void eventsOfTheShownWorldAreHeard() {
    Clocks clocks;
    std::vector<std::pair<WorldMark, std::string>> heard;
    Controller::Options options = withService(1);
    options.eventSink = [&](const Event& event, const Names& names, const WorldMark& world) {
      heard.emplace_back(world, messageText(event, names));
    };
    LiveSimulation simulation(options, clocks.real());
    QVERIFY(!heard.empty());
    const std::size_t before = heard.size();
    simulation.startPlay(playOf("lesson", 500));
    clocks.now += milliseconds(100);
    catchUp(simulation);
    QVERIFY(heard.size() > before);
    QVERIFY(heard.back().first.epochMs != heard.front().first.epochMs);
    QVERIFY(heard.back().first.played && !heard.front().first.played);
  }

  void aCommandReachesTheWorldBehindAPlay() {
    Clocks clocks;
    LiveSimulation simulation(withService(1), clocks.real());
    const std::int64_t epoch = simulation.reading().state.epochMs;
    simulation.startPlay(playOf("lesson", 500));
    const std::int64_t playEpoch = simulation.reading().state.epochMs;
    QVERIFY(simulation.applyTo(epoch, ScaleCommand{"api", 4, {}}).ok());
    simulation.stopPlay();
    QCOMPARE(desired(simulation, "api"), 4);
    QCOMPARE(simulation.applyTo(playEpoch, ScaleCommand{"api", 2, {}}).error().kind, RefusalKind::NotFound);
    QCOMPARE(desired(simulation, "api"), 4);
  }

  void alertSettingsOutliveAReset() {
    Clocks clocks;
    LiveSimulation simulation(withService(1), clocks.real());
    AlertSettingsCommand change;
    change.cooldown = 60000;
    QVERIFY(simulation.apply(change).ok());
    simulation.reset();
    QCOMPARE(simulation.publish()->alerts.cooldown, Millis{60000});
  }

  void aQuestionHoldsTheClockUntilItIsAnswered() {
    Clocks clocks;
    LiveSimulation simulation(asking(), clocks.real());
    simulation.startPlay(lesson());
    clocks.now += milliseconds(2500);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{2000});
    QVERIFY(simulation.play().question.has_value());
    QCOMPARE(simulation.play().questions, 1);
    QVERIFY2(simulation.wakeAt() == Pace::TimePoint::max(), "nothing is done meanwhile");
    clocks.now += milliseconds(60000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{2000});
    const std::uint64_t stamp = simulation.playStamp();
    simulation.answer(2, 0);
    simulation.answer(1, 7);
    QVERIFY2(simulation.play().question.has_value(), "another question's answer, or none of its choices");
    simulation.answer(1, 1);
    QVERIFY(!simulation.play().question);
    QVERIFY(simulation.playStamp() != stamp);
    QCOMPARE(simulation.play().answered, 1);
    QCOMPARE(simulation.play().right, 1);
    clocks.now += milliseconds(1000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{3000});
  }

  void whereNobodyIsToAnswerQuestionsArePassedOver() {
    Clocks clocks;
    LiveSimulation simulation(Controller::Options{}, clocks.real());
    simulation.startPlay(lesson());
    clocks.now += milliseconds(3000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{3000});
    QVERIFY(!simulation.play().question);
  }

  void backGoesToTheStartOfTheBeatOrToTheOneBefore_data() {
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("beat");
    QTest::addColumn<qint64>("at");
    QTest::newRow("in the first beat") << 700 << 1 << qint64{0};
    QTest::newRow("well into the second") << 3800 << 2 << qint64{2000};
    QTest::newRow("just into the second") << 2700 << 1 << qint64{0};
    QTest::newRow("at the end") << 9000 << 3 << qint64{5000};
  }
  void backGoesToTheStartOfTheBeatOrToTheOneBefore() {
    QFETCH(int, after);
    QFETCH(int, beat);
    QFETCH(qint64, at);
    Clocks clocks;
    LiveSimulation simulation(asking(), clocks.real());
    simulation.startPlay(lesson());
    for (int ms = 0; ms < after; ms += 100) {
      clocks.now += milliseconds(100);
      simulation.advance();
      if (simulation.play().question) {
        simulation.answer(1, 0);
        clocks.now -= milliseconds(100);
        ms -= 100;
      }
    }
    const std::int64_t epoch = simulation.reading().state.epochMs;
    QVERIFY(simulation.apply(ChaosCommand{ChaosKind::Kill, "web", 1, {}, {}, {}}).ok());
    simulation.backToBeat();
    for (int i = 0; i < 1000 && simulation.play().rewinding; ++i) simulation.advance();
    QVERIFY(!simulation.play().rewinding);
    QCOMPARE(simulation.play().caption.beat, beat);
    QCOMPARE(qint64{clockOf(simulation)}, at);
    QVERIFY2(simulation.reading().state.epochMs != epoch, "another picture of another world");
    // The question belongs to the second beat: answered before it stays answered, from its start on it is asked again.
    QCOMPARE(simulation.play().question.has_value(), beat == 2);
    QCOMPARE(simulation.play().answered, beat == 3 ? 1 : 0);
    // The same moment of a run that never went back.
    Clocks others;
    LiveSimulation straight(Controller::Options{}, others.real());
    straight.startPlay(lesson());
    others.now += milliseconds(at);
    catchUp(straight);
    QCOMPARE(simulation.publish()->events.end(), straight.publish()->events.end());
    QCOMPARE(desired(simulation, "web"), desired(straight, "web"));
  }

  void backKeepsPauseAndSpeedAndTheWorldBehind() {
    Clocks clocks;
    Controller::Options options = withService(3);
    options.questionsWait = true;
    LiveSimulation simulation(options, clocks.real());
    clocks.now += milliseconds(1500);
    catchUp(simulation);
    simulation.startPlay(lesson());
    simulation.setSpeed(500);
    clocks.now += milliseconds(2000);
    catchUp(simulation);
    simulation.pause();
    simulation.backToBeat();
    for (int i = 0; i < 1000 && simulation.play().rewinding; ++i) simulation.advance();
    QVERIFY(simulation.reading().state.paused);
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{500});
    clocks.now += milliseconds(5000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{0});
    simulation.backToBeat();
    simulation.stopPlay();
    QVERIFY(!simulation.play().playing);
    QCOMPARE(desired(simulation, "api"), 3);
    QCOMPARE(clockOf(simulation), SimTime{1500});
    simulation.backToBeat();
    QVERIFY2(!simulation.play().playing, "nothing plays, nothing goes back");
  }

  void aHurryEndsExactlyAtTheNextBeat() {
    Clocks clocks;
    Scenario scenario = lesson();
    scenario.steps.erase(scenario.steps.begin() + 3);
    LiveSimulation simulation(Controller::Options{}, clocks.real());
    simulation.hurryToNextBeat();
    QVERIFY2(!simulation.play().playing, "nothing plays, nothing hurries");
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{1000});
    simulation.startPlay(scenario);
    simulation.setSpeed(500);
    simulation.pause();
    simulation.hurryToNextBeat();
    QVERIFY(!simulation.reading().state.paused);
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{20000});
    clocks.now += milliseconds(50);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{1000});
    QCOMPARE(simulation.play().caption.beat, 1);
    // Time enough at that speed for the whole scenario.
    clocks.now += milliseconds(10000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{2000});
    QCOMPARE(simulation.play().caption.beat, 2);
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{500});
    clocks.now += milliseconds(1000);
    catchUp(simulation);
    QCOMPARE(clockOf(simulation), SimTime{2500});
  }

  void aHurryStopsAtAQuestionAndAtTheEnd() {
    Clocks clocks;
    LiveSimulation simulation(asking(), clocks.real());
    simulation.startPlay(lesson());
    for (const SimTime expected : {SimTime{2000}, SimTime{5000}}) {
      simulation.hurryToNextBeat();
      clocks.now += milliseconds(10000);
      catchUp(simulation);
      QCOMPARE(clockOf(simulation), expected);
      QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{1000});
      QCOMPARE(simulation.play().question.has_value(), expected == 2000);
      simulation.answer(1, 0);
    }
    QVERIFY(simulation.play().finished);
    simulation.hurryToNextBeat();
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{1000});
  }

  void aHurryKeepsAHigherSpeedAndLeavesOneGivenMeanwhile() {
    Clocks clocks;
    LiveSimulation simulation(asking(), clocks.real());
    simulation.startPlay(lesson());
    simulation.setSpeed(50000);
    simulation.hurryToNextBeat();
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{50000});
    simulation.setSpeed(2000);
    clocks.now += milliseconds(10000);
    catchUp(simulation);
    QVERIFY(simulation.play().question);
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{2000});
  }

  void whatStopsTheClockEndsAHurry_data() {
    using Act = std::function<void(LiveSimulation&)>;
    QTest::addColumn<Act>("act");
    QTest::newRow("pause") << Act([](LiveSimulation& s) { s.pause(); });
    QTest::newRow("speed 0") << Act([](LiveSimulation& s) { s.setSpeed(0); });
    QTest::newRow("step") << Act([](LiveSimulation& s) { s.step(); });
    QTest::newRow("run for") << Act([](LiveSimulation& s) { s.runFor(1); });
    QTest::newRow("run until") << Act([](LiveSimulation& s) { s.runUntil(RunGoal::Time, 1); });
    QTest::newRow("way back") << Act([](LiveSimulation& s) { s.backToBeat(); });
    QTest::newRow("stop") << Act([](LiveSimulation& s) { s.stopPlay(); });
    QTest::newRow("another play") << Act([](LiveSimulation& s) { s.startPlay(lesson()); });
    QTest::newRow("reset") << Act([](LiveSimulation& s) { s.reset(); });
  }
  void whatStopsTheClockEndsAHurry() {
    QFETCH(std::function<void(LiveSimulation&)>, act);
    Clocks clocks;
    LiveSimulation simulation(asking(), clocks.real());
    simulation.startPlay(lesson());
    simulation.hurryToNextBeat();
    act(simulation);
    QCOMPARE(simulation.reading().state.speedMilli, std::int64_t{1000});
    const SimTime before = clockOf(simulation);
    simulation.resume();
    clocks.now += milliseconds(10);
    catchUp(simulation);
    QVERIFY2(clockOf(simulation) <= before + 20, "at the speed before");
  }
};

QTEST_GUILESS_MAIN(TestLiveSimulation)
#include "test_live_simulation.moc"
