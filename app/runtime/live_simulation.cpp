// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/live_simulation.h"

#include <algorithm>
#include <utility>

#include "app/runtime/allocator.h"
#include "core/reconcile/status.h"
#include "core/sim/refusals.h"

namespace perfect {

namespace {

/// Back from within the first second of a beat means the one before.
constexpr Millis kBeatBegun = 1000;
constexpr std::int64_t kHurrySpeed = 20000;

bool everythingStable(const Snapshot& snapshot) {
  return std::all_of(snapshot.services.begin(), snapshot.services.end(), [](const ServiceEntry& entry) {
    const StatusKind kind = statusOf(*entry.state).kind;
    return kind == StatusKind::Stable || kind == StatusKind::ScaledToZero;
  });
}

double secondsOf(Pace::TimePoint::duration span) { return std::chrono::duration<double>(span).count(); }

}  // namespace

ClockState ClockReading::at(Pace::TimePoint real) const {
  ClockState now = state;
  if (follows) now.t = std::clamp(pace.simAt(real), state.t, std::max(state.t, horizon));
  return now;
}

LiveSimulation::LiveSimulation(const Controller::Options& options, RealClocks clocks)
    : m_options(options),
      m_clocks(std::move(clocks)),
      m_headroom(keepsFreedMemory()),
      m_speedMilli(options.speedMilli),
      m_paused(options.startPaused) {
  m_lastEpoch = options.engine.epochMs;
  m_seed = options.engine.seed;
  m_main = newWorld(options.engine, false);
  std::int64_t pods = 0;
  for (const Command& command : options.initial) {
    pods += podsToCome(m_main->engine, command);
    const auto applied = m_main->engine.apply(command);
    if (!applied && !m_initialRefusal) m_initialRefusal = applied.error();
  }
  m_headroom.want(pods);
  if (options.play) {
    m_pausedBeforePlay = options.startPaused;
    beginPlay(*options.play);
  }
  m_rateSince = m_clocks.now();
  anchor();
}

void LiveSimulation::begin() {
  if (!m_headroom.lacking()) return;
  while (m_headroom.lacking()) m_headroom.grow();
  anchor();
}

std::unique_ptr<World> LiveSimulation::newWorld(const EngineOptions& options, bool played) {
  auto world = std::make_unique<World>(options);
  if (m_options.eventSink) {
    const WorldMark mark{options.epochMs, played};
    // What the world told while it was made.
    for (std::uint64_t seq = 1; seq <= world->engine.lastSeq(); ++seq) {
      if (const Event* event = world->engine.events().find(seq))
        m_options.eventSink(*event, world->engine.names(), mark);
    }
    world->engine.setEventSink(
        [sink = m_options.eventSink, mark](const Event& event, const Names& names) { sink(event, names, mark); });
  }
  ++m_worldChanges;
  return world;
}

std::int64_t LiveSimulation::freshEpoch() {
  // Two worlds of one process never share an epoch: it is part of a picture's identity.
  m_lastEpoch = std::max(m_clocks.wallMs(), m_lastEpoch + 1);
  return m_lastEpoch;
}

SimTime LiveSimulation::forLimit() const {
  if (!m_options.forTime) return kNever;
  const Millis elsewhere = m_play ? m_spent + m_main->engine.now() : m_spent;
  return std::max<SimTime>(0, *m_options.forTime - elsewhere);
}

SimTime LiveSimulation::target(TimePoint real) const {
  return m_speedMilli == kSpeedMax ? limit() : std::min(m_pace.simAt(real), limit());
}

void LiveSimulation::anchor() {
  m_pace.start(front().engine.now(), m_clocks.now(), m_speedMilli == kSpeedMax ? 1000 : m_speedMilli);
  m_rateSim = front().engine.now();
  m_rateEvents = front().engine.eventsHandled();
  m_rateSince = m_clocks.now();
}

void LiveSimulation::advance() {
  if (m_rewind) return rewindSlice();
  if (!runs()) return;
  const TimePoint begin = m_clocks.now();
  const SimTime goal = target(begin);
  World& world = front();
  while (world.engine.now() < goal) {
    const SimTime next = world.nextInstant();
    if (next <= goal && next != kNever) {
      stepTo(next);
    } else if (goal != kNever) {
      stepTo(goal);
    } else {
      break;  // as fast as it goes, and nothing is due
    }
    const bool arrived = hurryArrived();
    if (arrived) endHurry();
    if (world.asks()) break;
    if (goalReached()) return stopAtGoal();
    if (arrived) break;
    if (m_clocks.now() - begin >= kSlice) break;
  }
  const TimePoint end = m_clocks.now();
  if (world.asks()) ++m_controls;  // the clock stands now
  if (m_speedMilli != kSpeedMax && world.engine.now() < goal && end - m_pace.realAt(world.engine.now()) > kMostLag) {
    m_pace.start(world.engine.now(), end - kMostLag, m_speedMilli);
  }
  if (world.engine.now() >= limit()) stopAtLimit();
  measureRates(end);
}

void LiveSimulation::stepTo(SimTime t) {
  Engine& engine = front().engine;
  const SimTime due = engine.nextTick();
  front().advanceTo(t);
  const SimTime last = engine.nextTick() - engine.options().tick;
  if (m_speedMilli == kSpeedMax || last < due) return;
  m_tickLag = std::max(0.0, secondsOf(m_clocks.now() - m_pace.realAt(last + 1)));
  m_tickLagMax = std::max(m_tickLagMax, m_tickLag);
}

void LiveSimulation::forgetGoal() {
  m_goal = RunGoal::None;
  m_runUntil = kNever;
}

void LiveSimulation::endHurry() {
  if (!m_hurry) return;
  m_speedMilli = m_hurry->speedBefore;
  m_hurry.reset();
  turned();
}

bool LiveSimulation::hurryArrived() const {
  if (!m_hurry) return false;
  const ScenarioRun& run = *m_play->run;
  return run.finished() || run.question() != nullptr || run.caption().beat != m_hurry->beat;
}

bool LiveSimulation::goalReached() {
  if (m_goal != RunGoal::NextEvent && m_goal != RunGoal::Stable) return false;
  front().settle();
  const std::uint64_t before = std::exchange(m_goalSeq, front().engine.lastSeq());
  // Where nothing was told, no service is in another state.
  if (before == m_goalSeq) return false;
  return m_goal == RunGoal::NextEvent || everythingStable(*front().engine.publish());
}

void LiveSimulation::stopAtGoal() {
  endHurry();
  front().settle();
  ++m_controls;
  m_paused = true;
  forgetGoal();
  measureRates(m_clocks.now());
}

void LiveSimulation::stopAtLimit() {
  endHurry();
  if (front().engine.now() >= forLimit()) {
    front().settle();
    m_ended = true;
  }
  if (m_goal == RunGoal::Time) front().settle();
  ++m_controls;
  m_paused = true;
  forgetGoal();
}

LiveSimulation::TimePoint LiveSimulation::wakeAt() const {
  if (m_rewind) return m_clocks.now();
  if (!runs()) return TimePoint::max();
  const TimePoint real = m_clocks.now();
  const World& world = front();
  const SimTime next = std::min(world.nextInstant(), limit());
  if (m_speedMilli == kSpeedMax) return next == kNever ? TimePoint::max() : real;
  if (world.engine.now() < target(real) && m_pace.realAt(world.engine.now()) + kSlice < real) return real;
  const TimePoint due = m_pace.realAt(std::min(next, world.engine.nextTick() + 1));
  return std::clamp(due, real + kShortestWait, real + kLongestWait);
}

void LiveSimulation::makeRoom(const Command& command) {
  const Engine& engine = front().engine;
  if (const std::int64_t pods = podsToCome(engine, command); pods > 0) m_headroom.want(podsPresent(engine) + pods);
  while (m_headroom.lacking()) {
    m_headroom.grow();
    advance();  // no tick waits for it
  }
}

Result<Outcome, Refusal> LiveSimulation::apply(const Command& command) {
  makeRoom(command);
  auto result = front().engine.apply(command);
  if (result.ok()) ++m_controls;
  return result;
}

Result<Outcome, Refusal> LiveSimulation::applyTo(std::int64_t epochMs, const Command& command) {
  if (front().engine.options().epochMs == epochMs) return apply(command);
  if (m_main->engine.options().epochMs == epochMs) return m_main->engine.apply(command);
  return Result<Outcome, Refusal>::failure(notFound(kRefusalTexts.worldGone));
}

void LiveSimulation::pause() {
  endHurry();
  m_paused = true;
  forgetGoal();
  turned();
}

void LiveSimulation::resume() {
  m_paused = false;
  turned();
}

void LiveSimulation::setSpeed(std::int64_t speedMilli) {
  if (speedMilli == 0) {
    pause();
    return;
  }
  m_hurry.reset();
  m_speedMilli = speedMilli == kSpeedMax ? kSpeedMax : std::clamp<std::int64_t>(speedMilli, 1, 1000000);
  turned();
}

void LiveSimulation::step() {
  pause();
  if (m_ended) return;
  const SimTime goal = std::min(front().engine.nextTick() + 1, forLimit());
  // A failing step of a scenario stops the world short once; the second call goes on without it.
  front().advanceTo(goal);
  if (front().engine.now() < goal) front().advanceTo(goal);
  if (front().engine.now() >= forLimit()) stopAtLimit();
}

void LiveSimulation::runUntil(RunGoal goal, SimTime t) {
  endHurry();
  forgetGoal();
  m_goal = goal;
  if (goal == RunGoal::Time) m_runUntil = std::max(t, front().engine.now());
  m_goalSeq = front().engine.lastSeq();
  m_paused = false;
  turned();
  const bool already = goal == RunGoal::Stable && everythingStable(*front().engine.publish());
  if (m_ended || already || goalReached() || m_runUntil == front().engine.now()) stopAtGoal();
}

void LiveSimulation::runFor(Millis duration) {
  endHurry();
  forgetGoal();
  m_runUntil = later(front().engine.now(), std::max<Millis>(0, duration));
  m_paused = false;
  turned();
}

void LiveSimulation::resetWith(std::uint64_t seed) {
  m_seed = seed;
  reset();
}

void LiveSimulation::reset() {
  endHurry();
  endRewind();
  if (m_play) m_spent += m_play->engine.now();
  m_spent += m_main->engine.now();
  m_play.reset();
  EngineOptions options = m_options.engine;
  options.alerts = m_main->engine.options().alerts;  // a person's settings, not the world's
  options.epochMs = freshEpoch();
  options.seed = m_seed;
  m_main = newWorld(options, false);
  forgetGoal();
  turned();
}

void LiveSimulation::startPlay(Scenario scenario) {
  endHurry();
  endRewind();
  if (m_play) {
    m_spent += m_play->engine.now();
  } else {
    m_pausedBeforePlay = m_paused;
  }
  beginPlay(std::move(scenario));
  m_paused = false;
  forgetGoal();
  turned();
}

void LiveSimulation::beginPlay(Scenario scenario) {
  EngineOptions options = m_options.engine;
  options.seed = m_seed;
  if (!m_options.seedWins) options.seed = scenario.seed.value_or(options.seed);
  options.epochMs = freshEpoch();
  m_play = newWorld(options, true);
  m_play->run.emplace(std::move(scenario), m_options.questionsWait ? Questions::Wait : Questions::PassOver);
  m_play->advanceTo(0);  // its first steps show at once, whatever the clock does
}

void LiveSimulation::stopPlay() {
  if (!m_play) return;
  endHurry();
  endRewind();
  m_spent += m_play->engine.now();
  m_play.reset();
  ++m_worldChanges;
  m_paused = m_pausedBeforePlay;
  forgetGoal();
  turned();
}

void LiveSimulation::backToBeat() {
  if (!m_play || !m_play->run || m_rewind) return;
  endHurry();
  const ScenarioRun& run = *m_play->run;
  const Caption& caption = run.caption();
  const bool begun = m_play->engine.now() - caption.since >= kBeatBegun;
  EngineOptions options = m_play->engine.options();
  options.epochMs = freshEpoch();
  Rewind rewind;
  rewind.beat = std::max(1, begun ? caption.beat : caption.beat - 1);
  rewind.answers = run.answers();
  rewind.world = newWorld(options, true);
  rewind.world->run.emplace(run.scenario(), m_options.questionsWait ? Questions::Wait : Questions::PassOver);
  rewind.world->advanceTo(0);
  m_rewind.emplace(std::move(rewind));
  turned();
  rewindSlice();
}

void LiveSimulation::hurryToNextBeat() {
  if (!m_play || !m_play->run || m_play->run->finished() || m_hurry || m_rewind) return;
  m_hurry = Hurry{m_play->run->caption().beat, m_speedMilli};
  if (m_speedMilli != kSpeedMax) m_speedMilli = std::max(m_speedMilli, kHurrySpeed);
  m_paused = false;
  turned();
}

// As long as a slice of time at most, so that a long way back can be stopped and keeps nobody waiting.
void LiveSimulation::rewindSlice() {
  World& world = *m_rewind->world;
  const TimePoint begin = m_clocks.now();
  while (world.run->caption().beat < m_rewind->beat && !world.run->finished()) {
    if (world.asks()) {
      const std::size_t number = world.run->answers().size();
      if (number >= m_rewind->answers.size()) break;
      world.run->answer(world.engine, m_rewind->answers[number].choice);
    }
    const SimTime next = world.nextInstant();
    if (next == kNever) break;
    world.advanceTo(next);
    if (m_clocks.now() - begin >= kSlice) return;
  }
  arrive();
}

void LiveSimulation::arrive() {
  m_spent += m_play->engine.now() - m_rewind->world->engine.now();
  m_play = std::move(m_rewind->world);
  endRewind();
  ++m_worldChanges;
  m_runUntil = kNever;
  turned();
}

void LiveSimulation::answer(int question, std::optional<std::size_t> choice) {
  if (!m_play || !m_play->asks() || m_rewind) return;
  ScenarioRun& run = *m_play->run;
  if (static_cast<int>(run.answers().size()) + 1 != question) return;
  if (choice && *choice >= run.question()->choices.size()) return;
  run.answer(m_play->engine, choice);
  turned();
}

std::uint64_t LiveSimulation::changes() const {
  const Engine& engine = front().engine;
  return (m_worldChanges << 48) + engine.lastSeq() + engine.eventsHandled() + engine.servicesPlanned() + m_controls;
}

void LiveSimulation::measureRates(TimePoint real) {
  const double span = secondsOf(real - m_rateSince);
  if (span < 1.0) return;
  const Engine& engine = front().engine;
  m_eventsPerSecond = static_cast<double>(engine.eventsHandled() - m_rateEvents) / span;
  m_simToReal = static_cast<double>(engine.now() - m_rateSim) / 1000.0 / span;
  m_rateEvents = engine.eventsHandled();
  m_rateSim = engine.now();
  m_rateSince = real;
}

ClockReading LiveSimulation::reading() const {
  const World& world = front();
  ClockReading reading;
  ClockState& state = reading.state;
  state.t = world.engine.now();
  state.epochMs = world.engine.options().epochMs;
  state.speedMilli = m_speedMilli;
  state.paused = m_paused;
  state.ended = m_ended;
  state.goal = m_goal;
  state.goalAt = m_runUntil;
  state.tick = world.engine.options().tick;
  state.seed = world.engine.options().seed;
  state.eventsPerSecond = runs() ? m_eventsPerSecond : 0;
  state.simToReal = runs() ? m_simToReal : 0;
  state.tickLag = m_tickLag;
  state.tickLagMax = m_tickLagMax;
  reading.pace = m_pace;
  reading.follows = runs() && m_speedMilli != kSpeedMax;
  reading.horizon = std::min({world.nextInstant(), world.engine.nextTick() + 1, limit()});
  return reading;
}

PlayState LiveSimulation::play() const {
  PlayState state;
  if (!m_play || !m_play->run) return state;
  const ScenarioRun& run = *m_play->run;
  state.playing = true;
  state.finished = run.finished();
  state.name = QString::fromStdString(run.scenario().name);
  state.title = QString::fromStdString(run.scenario().title);
  state.caption = run.caption();
  if (const AskStep* question = run.question()) state.question = *question;
  state.rewinding = m_rewind.has_value();
  for (const ScenarioStep& step : run.scenario().steps) {
    if (std::holds_alternative<AskStep>(step.what)) ++state.questions;
  }
  state.answered = static_cast<int>(run.answers().size());
  for (const GivenAnswer& answer : run.answers()) state.right += answer.right ? 1 : 0;
  if (run.failed()) {
    const ScenarioFailure& first = run.failures().front();
    state.failure = QStringLiteral("line %1: %2").arg(first.line).arg(QString::fromStdString(first.message));
  }
  return state;
}

std::uint64_t LiveSimulation::playStamp() const {
  std::uint64_t stamp = (m_worldChanges << 40) + (m_rewind ? 1U << 23U : 0U);
  if (m_play && m_play->run) {
    const ScenarioRun& run = *m_play->run;
    stamp += (run.answers().size() * 2 + (run.question() != nullptr ? 1U : 0U)) << 24U;
    stamp += static_cast<std::uint64_t>(run.caption().beat) * 4 + (run.finished() ? 2U : 0U) + (run.failed() ? 1U : 0U);
  }
  return stamp;
}

}  // namespace perfect
