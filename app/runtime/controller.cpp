// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/controller.h"

#include <QDateTime>
#include <atomic>
#include <thread>
#include <utility>

#include "app/runtime/inbox.h"
#include "app/runtime/live_simulation.h"
#include "app/runtime/published.h"

namespace perfect {

namespace {

using TimePoint = Pace::TimePoint;
/// At most 60 a second.
constexpr std::chrono::microseconds kPublishGap{16667};

RealClocks realClocks() {
  return {[] { return std::chrono::steady_clock::now(); }, [] { return QDateTime::currentMSecsSinceEpoch(); }};
}

}  // namespace

class Controller::Worker {
 public:
  /// What a task leaves to say once everything it did has been published.
  using Answer = std::function<void(const std::shared_ptr<const Snapshot>&)>;
  using Task = std::function<Answer(LiveSimulation&)>;

  Worker(Controller& owner, const Options& options)
      : m_owner(owner), m_inbox(options.inboxLimit), m_simulation(options, realClocks()) {
    publish(true);
    m_thread = std::thread([this] { run(); });
  }

  ~Worker() { stop(); }

  void stop() {
    m_inbox.close();
    if (m_thread.joinable()) m_thread.join();
  }

  bool post(Task task) { return m_inbox.post(std::move(task)); }
  const LiveSimulation& atStart() const { return m_simulation; }
  std::size_t inboxDepth() const { return m_inbox.size(); }
  TimePoint publishedAt() const { return m_publishedAt; }

  Published<Snapshot> snapshot;
  Published<ClockReading> clock;
  Published<PlayState> play;

 private:
  void run();
  void publish(bool atOnce);
  void announce();
  TimePoint wakeAt() const;

  Controller& m_owner;
  Inbox<Task> m_inbox;
  LiveSimulation m_simulation;
  std::uint64_t m_publishedChanges = 0;
  std::uint64_t m_publishedPlay = 0;
  std::atomic<TimePoint> m_publishedAt{};  ///< read by any thread
  TimePoint m_announcedAt{};
  bool m_unpublished = false;  ///< something happened that the newest Snapshot does not show yet
  bool m_unannounced = false;  ///< something newer is there than the last published() spoke of
  bool m_endedSaid = false;
  std::thread m_thread;
};

void Controller::Worker::run() {
  m_simulation.begin();
  for (bool goOn = true; goOn;) {
    std::deque<Task> tasks = m_inbox.take(wakeAt());
    // What is in a closed box is done, then nothing more comes.
    goOn = !m_inbox.closed() || !tasks.empty();
    if (goOn) m_simulation.advance();
    std::vector<Answer> answers;
    answers.reserve(tasks.size());
    for (Task& task : tasks) answers.push_back(task(m_simulation));
    publish(!tasks.empty() || (m_simulation.ended() && !m_endedSaid));  // commands show at once
    for (const Answer& answer : answers) {
      if (answer) answer(snapshot.load());
    }
    announce();
  }
}

void Controller::Worker::publish(bool atOnce) {
  const TimePoint now = std::chrono::steady_clock::now();
  const std::uint64_t changes = m_simulation.changes();
  m_unpublished = changes != m_publishedChanges;
  const bool first = snapshot.load() == nullptr;
  if (first || (m_unpublished && (atOnce || now - publishedAt() >= kPublishGap))) {
    snapshot.store(m_simulation.publish());
    m_publishedChanges = changes;
    m_publishedAt = now;
    m_unpublished = false;
    m_unannounced = true;
  }
  const std::uint64_t stamp = m_simulation.playStamp();
  if (stamp != m_publishedPlay || play.load() == nullptr) {
    play.store(std::make_shared<const PlayState>(m_simulation.play()));
    m_publishedPlay = stamp;
    m_unannounced = true;
  }
  auto reading = std::make_shared<const ClockReading>(m_simulation.reading());
  const auto before = clock.load();
  if (before == nullptr || before->state.t != reading->state.t) m_unannounced = true;
  clock.store(std::move(reading));
}

void Controller::Worker::announce() {
  const TimePoint now = std::chrono::steady_clock::now();
  if (m_unannounced && now - m_announcedAt >= kPublishGap) {
    m_unannounced = false;
    m_announcedAt = now;
    Q_EMIT m_owner.published();
  }
  if (m_simulation.ended() && !m_endedSaid) {
    m_endedSaid = true;
    Q_EMIT m_owner.ended();
  }
}

TimePoint Controller::Worker::wakeAt() const {
  TimePoint wake = m_simulation.wakeAt();
  if (m_unpublished) wake = std::min(wake, publishedAt() + kPublishGap);
  if (m_unannounced) wake = std::min(wake, m_announcedAt + kPublishGap);
  return wake;
}

Controller::Controller(Options options, QObject* parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(*this, options)) {}

Controller::~Controller() = default;

void Controller::stop() { m_worker->stop(); }

std::optional<Refusal> Controller::initialRefusal() const { return m_worker->atStart().initialRefusal(); }

namespace {

/// A task that applies a Command by `act` and tells the reply how that went.
template <typename Act>
auto applied(Act act, Controller::Reply reply) {
  return [act = std::move(act), reply = std::move(reply)](LiveSimulation& simulation) {
    auto result = act(simulation);
    std::function<void(const std::shared_ptr<const Snapshot>&)> answer;
    if (reply) answer = [result = std::move(result), reply](const auto& snapshot) { reply(result, snapshot); };
    return answer;
  };
}

}  // namespace

bool Controller::send(Command command, Reply reply) {
  return m_worker->post(
      applied([command = std::move(command)](LiveSimulation& s) { return s.apply(command); }, std::move(reply)));
}

bool Controller::sendTo(std::int64_t epochMs, Command command, Reply reply) {
  return m_worker->post(
      applied([epochMs, command = std::move(command)](LiveSimulation& s) { return s.applyTo(epochMs, command); },
              std::move(reply)));
}

bool Controller::preview(ChaosCommand command, Reply reply) {
  return m_worker->post([command = std::move(command), reply = std::move(reply)](LiveSimulation& simulation) {
    return Worker::Answer(
        [result = simulation.preview(command), reply](const auto& snapshot) { reply(result, snapshot); });
  });
}

std::shared_ptr<const Snapshot> Controller::snapshot() const { return m_worker->snapshot.load(); }

ClockState Controller::clock() const { return m_worker->clock.load()->at(std::chrono::steady_clock::now()); }

std::size_t Controller::inboxDepth() const { return m_worker->inboxDepth(); }

double Controller::snapshotAgeSeconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_worker->publishedAt()).count();
}

PlayState Controller::play() const { return *m_worker->play.load(); }

namespace {

/// A task that does `act` and calls `done` once it is visible.
template <typename Act>
auto control(Act act, Controller::Done done) {
  return [act = std::move(act), done = std::move(done)](LiveSimulation& simulation) mutable {
    act(simulation);
    std::function<void(const std::shared_ptr<const Snapshot>&)> answer;
    if (done) answer = [done = std::move(done)](const auto&) { done(); };
    return answer;
  };
}

}  // namespace

bool Controller::pause(Done done) {
  return m_worker->post(control([](LiveSimulation& s) { s.pause(); }, std::move(done)));
}
bool Controller::resume(Done done) {
  return m_worker->post(control([](LiveSimulation& s) { s.resume(); }, std::move(done)));
}
bool Controller::setSpeed(std::int64_t speedMilli, Done done) {
  return m_worker->post(control([speedMilli](LiveSimulation& s) { s.setSpeed(speedMilli); }, std::move(done)));
}
bool Controller::step(Done done) {
  return m_worker->post(control([](LiveSimulation& s) { s.step(); }, std::move(done)));
}
bool Controller::runFor(Millis duration, Done done) {
  return m_worker->post(control([duration](LiveSimulation& s) { s.runFor(duration); }, std::move(done)));
}
bool Controller::reset(Done done) {
  return m_worker->post(control([](LiveSimulation& s) { s.reset(); }, std::move(done)));
}
bool Controller::runUntil(RunGoal goal, SimTime t, Done done) {
  return m_worker->post(control([goal, t](LiveSimulation& s) { s.runUntil(goal, t); }, std::move(done)));
}
bool Controller::resetWith(std::uint64_t seed, Done done) {
  return m_worker->post(control([seed](LiveSimulation& s) { s.resetWith(seed); }, std::move(done)));
}
bool Controller::startPlay(Scenario scenario, Done done) {
  return m_worker->post(
      control([scenario = std::move(scenario)](LiveSimulation& s) mutable { s.startPlay(std::move(scenario)); },
              std::move(done)));
}
bool Controller::backToBeat(Done done) {
  return m_worker->post(control([](LiveSimulation& s) { s.backToBeat(); }, std::move(done)));
}
bool Controller::hurryToNextBeat(Done done) {
  return m_worker->post(control([](LiveSimulation& s) { s.hurryToNextBeat(); }, std::move(done)));
}
bool Controller::answer(int question, std::optional<std::size_t> choice, Done done) {
  return m_worker->post(
      control([question, choice](LiveSimulation& s) { s.answer(question, choice); }, std::move(done)));
}
bool Controller::stopPlay(Done done) {
  return m_worker->post(control([](LiveSimulation& s) { s.stopPlay(); }, std::move(done)));
}

}  // namespace perfect
