// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_run.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/events/texts.h"
#include "core/scenario/step_text.h"
#include "core/scenario/watch.h"

namespace perfect {
namespace {

/// A place within one instant. Commands are given before the tick only, so that a history in which they are
/// recorded with their times replays to the same one; what the tick brought about may be watched at once.
enum class Place : std::uint8_t { BeforeTick, AfterTick };

Millis patience(const ScenarioStep& step) {
  if (const auto* until = std::get_if<UntilStep>(&step.what)) return until->timeout;
  if (const auto* expect = std::get_if<ExpectStep>(&step.what)) return expect->within;
  return 0;
}

}  // namespace

class ScenarioRun::Impl {
 public:
  Impl(Scenario s, Questions q) : scenario(std::move(s)), watch(scenario), questions(q) {
    const auto narrated = [](const ScenarioStep& step) { return !step.say.empty(); };
    beats = static_cast<int>(std::count_if(scenario.steps.begin(), scenario.steps.end(), narrated));
  }

  bool finished() const { return !failures.empty() || next == scenario.steps.size(); }
  bool asking() const { return m_asking; }
  const AskStep* question() const { return m_asking ? std::get_if<AskStep>(&step().what) : nullptr; }
  void answer(Engine& engine, std::optional<std::size_t> choice);
  SimTime ownTime(const Engine& engine) const;
  SimTime nextLook(const Engine& engine) const;
  void begin(const Engine& engine);
  void doInstant(Engine& engine, SimTime t);
  void finishInstant(Engine& engine);

  Scenario scenario;
  Watch watch;
  Questions questions;
  std::size_t next = 0;  ///< the present step
  std::vector<ScenarioFailure> failures;
  std::vector<Caption> captions;
  std::vector<GivenAnswer> answers;
  int beats = 0;

 private:
  const ScenarioStep& step() const { return scenario.steps[next]; }
  SimTime dueAt() const;
  void runSteps(Engine& engine, Place place);
  bool runStep(Engine& engine, Place place);
  bool giveCommand(Engine& engine, const Command& command);
  bool check(const Engine& engine, const Condition& condition, Place place);
  void tellCaption(SimTime now);
  void stepDone(SimTime now);
  void fail(SimTime now, const std::string& message);

  bool m_begun = false;
  SimTime m_beginAt = 0;
  SimTime m_previousEnd = 0;
  SimTime m_waitsSince = kNever;  ///< the present step has begun and watches since then
  SimTime m_notBefore = 0;        ///< a Command found its instant's tick done and waits for the next one
  bool m_captionTold = false;
  bool m_asking = false;
  bool m_askedBehindTick = false;
};

// --- time --------------------------------------------------------------------------------------------

SimTime ScenarioRun::Impl::dueAt() const {
  SimTime due = std::max(m_previousEnd, m_notBefore);
  if (step().after) due = std::max(due, later(m_previousEnd, *step().after));
  if (step().at) due = std::max(due, later(m_beginAt, *step().at));
  return due;
}

SimTime ScenarioRun::Impl::ownTime(const Engine& engine) const {
  if (finished()) return kNever;
  if (!m_begun) return engine.now();
  return std::max(engine.now(), m_waitsSince != kNever ? later(m_waitsSince, patience(step())) : dueAt());
}

// Where nobody watches, the engine may run on to the next step without a stop.
SimTime ScenarioRun::Impl::nextLook(const Engine& engine) const {
  const bool watching = m_waitsSince != kNever || watch.remembers();
  return watching ? std::min(engine.nextTime(), ownTime(engine)) : ownTime(engine);
}

void ScenarioRun::Impl::begin(const Engine& engine) {
  if (m_begun) return;
  m_begun = true;
  m_beginAt = m_previousEnd = engine.now();
  watch.begin(engine);
}

// Everything of instant t but its tick. A Command may have effects in its own instant.
void ScenarioRun::Impl::doInstant(Engine& engine, SimTime t) {
  engine.advanceTo(t);
  for (;;) {
    const std::size_t before = next;
    runSteps(engine, Place::BeforeTick);
    if (next == before || finished() || m_asking) return;
    engine.advanceTo(t);
  }
}

void ScenarioRun::Impl::finishInstant(Engine& engine) {
  if (m_asking) return;
  engine.settle();
  if (!finished()) runSteps(engine, Place::AfterTick);
}

// --- steps -------------------------------------------------------------------------------------------

void ScenarioRun::Impl::runSteps(Engine& engine, Place place) {
  watch.observe(engine);
  while (!finished() && !m_asking && runStep(engine, place)) {}
}

/// True when the present step is done and the next one may follow in this instant.
bool ScenarioRun::Impl::runStep(Engine& engine, Place place) {
  const SimTime now = engine.now();
  if (m_waitsSince == kNever && now < dueAt()) return false;
  const auto* command = std::get_if<Command>(&step().what);
  if (command != nullptr && place == Place::AfterTick) {
    m_notBefore = now + 1;
    return false;
  }
  tellCaption(now);
  if (command != nullptr) return giveCommand(engine, *command);
  if (const Condition* condition = conditionOf(step())) return check(engine, *condition, place);
  if (questions == Questions::Wait && std::holds_alternative<AskStep>(step().what)) {
    m_asking = true;
    m_askedBehindTick = place == Place::AfterTick;
    return false;
  }
  stepDone(now);
  return true;
}

void ScenarioRun::Impl::answer(Engine& engine, std::optional<std::size_t> choice) {
  const AskStep* asked = question();
  PERFECT_ASSERT(asked != nullptr && (!choice || *choice < asked->choices.size()));
  answers.push_back({choice, choice && asked->choices[*choice] == asked->answer});
  m_asking = false;
  stepDone(engine.now());
  // What stands behind the tick of this instant stays behind it.
  if (m_askedBehindTick) runSteps(engine, Place::AfterTick);
}

bool ScenarioRun::Impl::giveCommand(Engine& engine, const Command& command) {
  const auto answer = engine.apply(command);
  watch.observe(engine);
  if (!answer) {
    fail(engine.now(), commandText(command) + ": " + answer.error().message());
    return false;
  }
  stepDone(engine.now());
  return true;
}

bool ScenarioRun::Impl::check(const Engine& engine, const Condition& condition, Place place) {
  const SimTime now = engine.now();
  if (m_waitsSince == kNever) m_waitsSince = now;
  const bool expects = std::holds_alternative<ExpectStep>(step().what);
  const Looking looking = expects ? Looking::Expect : Looking::Until;
  const std::string differences = watch.differences(condition, engine, looking);
  if (differences.empty()) {
    watch.conditionHeld(condition, engine, looking);
    stepDone(now);
    return true;
  }
  const Millis waited = now - m_waitsSince;
  const bool immediate = expects && patience(step()) == 0;
  if (immediate || (place == Place::AfterTick && waited >= patience(step()))) {
    const std::string wait = patience(step()) == 0 ? std::string() : " after " + secondsText(waited) + " s";
    fail(now, stepText(step()) + ": " + differences + wait);
  }
  return false;
}

void ScenarioRun::Impl::tellCaption(SimTime now) {
  if (m_captionTold || step().say.empty()) return;
  m_captionTold = true;
  captions.push_back({step().say, step().look, now, static_cast<int>(captions.size()) + 1, beats});
}

void ScenarioRun::Impl::stepDone(SimTime now) {
  ++next;
  m_previousEnd = now;
  m_waitsSince = kNever;
  m_notBefore = 0;
  m_captionTold = false;
}

void ScenarioRun::Impl::fail(SimTime now, const std::string& message) {
  failures.push_back({step().line, now, message});
}

// --- the public face -----------------------------------------------------------------------------------

ScenarioRun::ScenarioRun(Scenario scenario, Questions questions)
    : m_impl(std::make_unique<Impl>(std::move(scenario), questions)) {}
ScenarioRun::~ScenarioRun() = default;
ScenarioRun::ScenarioRun(ScenarioRun&&) noexcept = default;
ScenarioRun& ScenarioRun::operator=(ScenarioRun&&) noexcept = default;

SimTime ScenarioRun::nextTime(const Engine& engine) const {
  return std::min(engine.nextTime(), m_impl->ownTime(engine));
}

void ScenarioRun::advanceTo(Engine& engine, SimTime t) {
  PERFECT_ASSERT(t >= engine.now());
  Impl& run = *m_impl;
  run.begin(engine);
  const bool failedBefore = failed();
  while (!run.finished()) {
    if (run.asking()) return;
    const SimTime instant = std::max(engine.now(), run.nextLook(engine));
    run.doInstant(engine, std::min(instant, t));
    if (instant >= t || run.asking()) return;
    if (!failed()) run.finishInstant(engine);
  }
  if (failedBefore || !failed()) engine.advanceTo(t);
}

void ScenarioRun::settle(Engine& engine) {
  m_impl->begin(engine);
  m_impl->finishInstant(engine);
}

bool ScenarioRun::finished() const { return m_impl->finished(); }
const std::vector<ScenarioFailure>& ScenarioRun::failures() const { return m_impl->failures; }

const AskStep* ScenarioRun::question() const { return m_impl->question(); }
void ScenarioRun::answer(Engine& engine, std::optional<std::size_t> choice) { m_impl->answer(engine, choice); }
const std::vector<GivenAnswer>& ScenarioRun::answers() const { return m_impl->answers; }

std::vector<std::string> ScenarioRun::stepsNotReached() const {
  std::vector<std::string> steps;
  for (std::size_t i = m_impl->next; i < m_impl->scenario.steps.size(); ++i) {
    const ScenarioStep& step = m_impl->scenario.steps[i];
    steps.push_back("line " + std::to_string(step.line) + ": " + stepText(step));
  }
  return steps;
}

const Caption& ScenarioRun::caption() const {
  static const Caption none;
  return m_impl->captions.empty() ? none : m_impl->captions.back();
}

const std::vector<Caption>& ScenarioRun::captions() const { return m_impl->captions; }
const Scenario& ScenarioRun::scenario() const { return m_impl->scenario; }

}  // namespace perfect
