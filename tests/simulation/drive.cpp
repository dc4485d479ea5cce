// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/drive.h"

#include <algorithm>

#include "tests/simulation/picture.h"
#include "tests/simulation/rest.h"
#include "tests/simulation/tick_grid.h"

namespace perfect::storm {

namespace {

/// Plays a list, whatever happens.
class ListSource : public Source {
 public:
  explicit ListSource(const World& world) : m_world(world) {}
  Order next(const Snapshot&, SimTime) override {
    if (m_next == m_world.commands.size()) return {std::nullopt, 0, true};
    const TimedCommand& c = m_world.commands[m_next++];
    return {c.command, c.at, false};
  }

 private:
  const World& m_world;
  std::size_t m_next = 0;
};

class Driver {
 public:
  Driver(const EngineOptions& options, Source& source, const Limits& limits)
      : m_engine(options), m_source(source), m_limits(limits), m_checkers(allCheckers()), m_grid(options.tick) {
    m_run.world.options = m_options = options;
    for (std::uint64_t seq = 1; seq <= m_engine.lastSeq(); ++seq) m_fresh.push_back(*m_engine.events().find(seq));
    m_engine.setEventSink([this](const Event& event, const Names&) { m_fresh.push_back(event); });
    m_before = m_engine.publish();
    look(Stage::Agents, nullptr, nullptr);
  }

  Run play();

 private:
  bool failed() const { return bool(m_findings.failure()); }
  bool tooMuch() const { return m_run.events.size() >= m_limits.mostEvents; }
  void look(Stage stage, const Command* command, const Result<Outcome, Refusal>* answer);
  void lookIfAnything(Stage stage);
  void advanceTo(SimTime t);
  void finishInstant();
  void give(const Command& command);
  void rest();
  void keepPicture();
  void comparePictures();

  Engine m_engine;
  EngineOptions m_options;  ///< as Commands have changed them
  Source& m_source;
  Limits m_limits;
  Checkers m_checkers;
  Findings m_findings;
  TickGrid m_grid;
  Unrest m_unrest;
  Run m_run;
  std::shared_ptr<const Snapshot> m_before;
  std::vector<Event> m_fresh;
  std::uint64_t m_seen = 0;  ///< effects and looks up to the last step
  std::uint64_t m_steps = 0;
  std::vector<std::pair<std::shared_ptr<const Snapshot>, std::uint64_t>> m_pictures;
};

std::vector<ServiceStep> stepsOf(const Snapshot& before, const Snapshot& now) {
  std::vector<ServiceStep> steps(now.names->size());
  for (const ServiceEntry& entry : before.services) {
    steps[entry.state->index].was = entry.state.get();
    steps[entry.state->index].podsWere = entry.pods.get();
  }
  for (const ServiceEntry& entry : now.services) {
    ServiceStep& step = steps[entry.state->index];
    step.is = entry.state.get();
    step.pods = entry.pods.get();
  }
  for (ServiceStep& step : steps) step.changed = step.was != step.is || step.podsWere != step.pods;
  return steps;
}

void Driver::look(Stage stage, const Command* command, const Result<Outcome, Refusal>* answer) {
  const std::shared_ptr<const Snapshot> now = m_engine.publish();
  Moment moment;
  moment.stage = stage;
  moment.t = m_engine.now();
  moment.ticked = stage == Stage::Tick && m_grid.isTick(moment.t);
  moment.before = m_before.get();
  moment.now = now.get();
  moment.events = &m_fresh;
  moment.services = stepsOf(*m_before, *now);
  moment.command = command;
  moment.answer = answer;
  moment.nextTime = m_engine.nextTime();
  moment.options = &m_options;
  m_findings.begin(moment.t);
  if (stage == Stage::Tick) {
    m_findings.expect(moment.nextTime > moment.t, "time", [] { return "an instant that is done is due again"; });
  }
  for (const std::unique_ptr<Checker>& checker : m_checkers) checker->look(moment, m_findings);
  m_unrest.observe(m_fresh);
  m_run.events.insert(m_run.events.end(), m_fresh.begin(), m_fresh.end());
  m_fresh.clear();
  m_before = now;
  m_seen = m_engine.eventsHandled() + m_engine.servicesPlanned();
  if (++m_steps % 97 == 0) keepPicture();
}

// A step in which nothing was told and nothing published anew is none.
void Driver::lookIfAnything(Stage stage) {
  const std::uint64_t work = m_engine.eventsHandled() + m_engine.servicesPlanned();
  if (m_fresh.empty() && work == m_seen) {
    const std::shared_ptr<const Snapshot> now = m_engine.publish();
    const auto same = [](const ServiceEntry& a, const ServiceEntry& b) {
      return a.state == b.state && a.pods == b.pods;
    };
    const bool alike =
        now->chaosSchedules == m_before->chaosSchedules && now->services.size() == m_before->services.size();
    if (alike && std::equal(now->services.begin(), now->services.end(), m_before->services.begin(),
                            m_before->services.end(), same))
      return;
  }
  look(stage, nullptr, nullptr);
}

void Driver::finishInstant() {
  // What the instant's Commands bring about at once comes before its tick.
  if (m_engine.nextTime() <= m_engine.now()) m_engine.advanceTo(m_engine.now());
  lookIfAnything(Stage::Agents);
  m_engine.settle();
  lookIfAnything(Stage::Tick);
  m_findings.expect(m_engine.nextTime() > m_engine.now(), "time", [] { return "settled, and yet something is due"; });
}

// Everything before `t`, and the effects of `t` itself.
void Driver::advanceTo(SimTime t) {
  while (!failed() && !tooMuch()) {
    const SimTime next = m_engine.nextTime();
    m_findings.expect(next >= m_engine.now(), "time", [] { return "something was due in the past"; });
    if (next >= t) break;
    if (next > m_engine.now()) {
      m_engine.advanceTo(next);
      lookIfAnything(Stage::Agents);
    }
    finishInstant();
  }
  if (failed() || tooMuch()) return;
  if (m_engine.now() < t || m_engine.nextTime() <= t) m_engine.advanceTo(t);
  lookIfAnything(Stage::Agents);
}

void Driver::give(const Command& command) {
  const std::uint64_t seq = m_engine.lastSeq();
  const SimTime next = m_engine.nextTime();
  const auto answer = m_engine.apply(command);
  m_run.world.commands.push_back({m_engine.now(), command});
  m_run.taken.push_back(answer.ok());
  if (!answer.ok()) {
    m_findings.begin(m_engine.now());
    m_findings.expect(m_engine.lastSeq() == seq, "refused", [] { return "a refused Command told an event"; });
    m_findings.expect(m_engine.nextTime() == next, "refused", [] { return "a refused Command changed what is due"; });
  } else if (const auto* tick = std::get_if<TickCommand>(&command)) {
    m_grid.change(m_engine.now(), tick->tick);
  } else if (const auto* alerts = std::get_if<AlertSettingsCommand>(&command)) {
    AlertSettings& set = m_options.alerts;
    set = {alerts->downConfirm.value_or(set.downConfirm), alerts->upConfirm.value_or(set.upConfirm),
           alerts->cooldown.value_or(set.cooldown), alerts->startupGrace.value_or(set.startupGrace)};
  }
  look(Stage::Command, &command, &answer);
}

// Lets everything come to rest, and demands that it does.
void Driver::rest() {
  const SimTime bound = m_unrest.restBound(*m_before, m_options);
  const bool restless = m_unrest.isRestless(*m_before);
  const std::size_t patience = m_run.events.size() + 300;
  const std::uint64_t mostSteps = m_steps + 600;
  while (!failed() && !tooMuch() && m_engine.nextTime() != kNever && m_engine.nextTime() <= bound) {
    const bool longEnough = m_run.events.size() > patience || m_steps > mostSteps;
    if (longEnough && m_unrest.isRestless(*m_before)) return;
    const SimTime next = m_engine.nextTime();
    if (next > m_engine.now()) m_engine.advanceTo(next);
    lookIfAnything(Stage::Agents);
    finishInstant();
  }
  if (failed() || tooMuch()) return;
  const bool restlessNow = m_unrest.isRestless(*m_before);
  m_findings.begin(m_engine.now());
  m_findings.expect(m_engine.nextTime() == kNever || restless || restlessNow, "rest", [&] {
    return "still busy at the end of all that its manifests allow; next at " + std::to_string(m_engine.nextTime()) +
           " ms";
  });
  if (m_engine.nextTime() == kNever) expectRest(*m_before, m_unrest, m_options, m_findings);
}

void Driver::keepPicture() {
  if (m_pictures.size() < 12) m_pictures.emplace_back(m_before, hashOf(*m_before));
}

void Driver::comparePictures() {
  for (const auto& [snapshot, hash] : m_pictures) {
    m_findings.expect(hashOf(*snapshot) == hash, "immutable",
                      [&] { return "the snapshot of " + std::to_string(snapshot->t) + " ms has changed since"; });
  }
}

Run Driver::play() {
  while (!failed() && !tooMuch()) {
    const Source::Order order = m_source.next(*m_before, m_engine.nextTime());
    if (order.whenQuiet || !order.command) {
      finishInstant();
      rest();
      if (!order.command) break;
    }
    const SimTime at = std::max(order.at, order.whenQuiet ? m_engine.now() + 1 : m_engine.now());
    if (at > m_engine.now()) {
      finishInstant();
      advanceTo(at);
    }
    if (failed() || tooMuch()) break;
    if (m_limits.mostCommands && m_run.world.commands.size() >= *m_limits.mostCommands) {
      m_run.world.commands.push_back({at, *order.command});
      break;
    }
    give(*order.command);
  }
  comparePictures();
  m_run.failure = m_findings.failure();
  m_run.checks = m_findings.checks();
  m_run.handled = m_engine.eventsHandled();
  m_run.end = m_engine.now();
  return std::move(m_run);
}

/// Compares what is told with what was told before.
class Echo {
 public:
  explicit Echo(const std::vector<Event>& events) : m_events(events) {}
  void hear(const Event& event) {
    if (m_failure) return;
    if (event.seq > m_events.size()) {
      m_failure = Failure{"replay", "told once more: " + told(event), event.t};
    } else if (!sameEvent(event, m_events[event.seq - 1])) {
      m_failure = Failure{"replay", "told " + told(event) + " instead of " + told(m_events[event.seq - 1]), event.t};
    }
    m_last = event.seq;
  }
  Failure finish(SimTime t) const {
    if (m_failure || m_last == m_events.size()) return m_failure;
    return Failure{"replay", "never told again: " + told(m_events[m_last]), t};
  }

 private:
  const std::vector<Event>& m_events;
  std::uint64_t m_last = 0;
  Failure m_failure;
};

// From Command `from` on.
Failure playOn(Engine& engine, Echo& echo, const Run& run, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (!run.taken[i]) continue;
    if (run.world.commands[i].at > engine.now()) engine.advanceTo(run.world.commands[i].at);
    if (!engine.apply(run.world.commands[i].command))
      return Failure{"replay", "a Command that was taken is refused the second time", engine.now()};
  }
  if (to < run.taken.size()) return {};
  engine.advanceTo(run.end);
  engine.settle();
  return echo.finish(run.end);
}

}  // namespace

Run drive(const EngineOptions& options, Source& source, const Limits& limits) {
  return Driver(options, source, limits).play();
}

Run drive(const World& world, const Limits& limits) {
  ListSource source(world);
  return drive(world.options, source, limits);
}

Failure playAgain(const Run& run) {
  Engine engine(run.world.options);
  Echo echo(run.events);
  echo.hear(*engine.events().find(1));
  engine.setEventSink([&](const Event& event, const Names&) { echo.hear(event); });
  const std::size_t half = run.taken.size() / 2;
  if (Failure f = playOn(engine, echo, run, 0, half)) return f;
  Engine fork(engine);
  Echo forked = echo;
  fork.setEventSink([&](const Event& event, const Names&) { forked.hear(event); });
  if (Failure f = playOn(engine, echo, run, half, run.taken.size())) return f;
  if (Failure f = playOn(fork, forked, run, half, run.taken.size())) {
    f.check = "fork";
    return f;
  }
  return {};
}

}  // namespace perfect::storm
