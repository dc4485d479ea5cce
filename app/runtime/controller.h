// SPDX-License-Identifier: GPL-3.0-or-later
//
// The running simulation as the rest of the program sees it: a worker thread that owns the Engine and
// paces simulated time against the wall clock, an inbox for Commands, and the newest Snapshot.
// Thread rule: every public function may be called from any thread; signals are emitted from the engine's
// thread (connect with a context object, so that they are queued). Nothing here ever waits for a reader.
// Invariants: a world's epoch and a Snapshot's number together name one picture; a new Snapshot is there
// only when something happened in the world, not when only time went by (clock() shows the time).
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/model/command.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scenario_run.h"
#include "core/sim/engine.h"

namespace perfect {

/// Speed of the clock: simulated seconds per second, in thousandths (1 … 1,000,000). kSpeedMax: as fast as
/// it goes, and standing still where nothing is due.
inline constexpr std::int64_t kSpeedMax = -1;

/// What ends a run that stops by itself.
enum class RunGoal {
  None,       ///< it goes on
  Time,       ///< the instant ClockState::goalAt
  NextEvent,  ///< anything is told
  Stable,     ///< every service is Stable or Scaled to 0
};

struct ClockState {
  SimTime t = 0;
  std::int64_t epochMs = 0;
  std::int64_t speedMilli = 1000;  ///< what it runs at when it is not paused; kSpeedMax
  bool paused = false;
  bool ended = false;  ///< --for has run out
  RunGoal goal = RunGoal::None;
  SimTime goalAt = kNever;  ///< of RunGoal::Time
  Millis tick = 1000;
  std::uint64_t seed = 1;
  double eventsPerSecond = 0;  ///< agent effects per real second, lately
  double simToReal = 0;        ///< simulated seconds per real second, lately
  double tickLag = 0;          ///< seconds the last tick came late (real time), and the most so far
  double tickLagMax = 0;
};

/// The scenario being played, for the narration band.
struct PlayState {
  bool playing = false;   ///< a scenario's world is shown
  bool finished = false;  ///< its last step is done; the world goes on until stopPlay()
  QString name;
  QString title;
  Caption caption;
  QString failure;                  ///< text of the first failed step, or empty
  std::optional<AskStep> question;  ///< waits for answer(); the clock stands
  int questions = 0;                ///< in the whole scenario
  int answered = 0;                 ///< so far, those that were passed over too
  int right = 0;
  bool rewinding = false;  ///< on its way back to a beat's start
};

/// Which of a process's worlds something happened in.
struct WorldMark {
  std::int64_t epochMs = 0;  ///< no two worlds of a process share it
  bool played = false;       ///< a scenario's world: a show
};

class Controller final : public QObject {
  Q_OBJECT

 public:
  struct Options {
    EngineOptions engine;
    std::int64_t speedMilli = 1000;
    bool startPaused = false;
    std::optional<Millis> forTime;  ///< stop the clock once everything due up to then has happened; emits ended()
    std::size_t inboxLimit = 1024;
    std::vector<Command> initial;  ///< applied at t = 0, before the clock starts
    std::optional<Scenario> play;  ///< played from the beginning, as startPlay() would
    bool questionsWait = false;    ///< somebody is there to answer a scenario's questions
    bool seedWins = false;         ///< engine.seed stands before a scenario's own
    /// Every event of every world, as it happens; called on the engine's thread, so it must not wait.
    std::function<void(const Event&, const Names&, const WorldMark&)> eventSink;
  };

  /// The clock starts at once. See initialRefusal().
  explicit Controller(Options options, QObject* parent = nullptr);
  ~Controller() override;  ///< as stop()

  /// Does what is in the inbox, stops the clock and joins the thread; snapshot() shows the end. From then on the inbox
  /// takes nothing. The owner's thread only; calling it again is harmless.
  void stop();

  /// Why one of Options::initial was refused; the others were applied all the same.
  std::optional<Refusal> initialRefusal() const;

  using Reply = std::function<void(const Result<Outcome, Refusal>&, std::shared_ptr<const Snapshot>)>;
  /// Called on the engine's thread once it has been done and snapshot(), clock() and play() show it.
  using Done = std::function<void()>;

  /// Queues a Command; the reply is called on the engine's thread once it has been applied, with the Snapshot that shows it.
  /// False (and no reply): the inbox is full.
  bool send(Command command, Reply reply = {});
  /// As send(), for the world with this epoch, shown or not; refused as NotFound where that is gone.
  bool sendTo(std::int64_t epochMs, Command command, Reply reply = {});
  /// Which pods chaos would take; the world is not changed.
  bool preview(ChaosCommand command, Reply reply);

  /// The newest picture; never null after construction.
  std::shared_ptr<const Snapshot> snapshot() const;
  /// At the moment of the call: t goes on between two snapshots, but never past what the engine has looked at.
  ClockState clock() const;
  PlayState play() const;
  /// Tasks that wait for the engine's thread.
  std::size_t inboxDepth() const;
  /// Real time since the newest snapshot() was made.
  double snapshotAgeSeconds() const;

  // Each of these: false (and no done) where the inbox is full.
  bool pause(Done done = {});
  bool resume(Done done = {});
  /// 1 … 1,000,000 thousandths or kSpeedMax; 0 pauses.
  bool setSpeed(std::int64_t speedMilli, Done done = {});
  bool step(Done done = {});                     ///< to just behind the next tick; pauses
  bool runFor(Millis duration, Done done = {});  ///< at the present speed, then pauses; done is called when it begins
  /// At the present speed to exactly the instant that reaches the goal, everything due in it done, then pauses. done is
  /// called when it begins. `t`: of RunGoal::Time; one that has passed pauses at once, and so does a goal already reached.
  bool runUntil(RunGoal goal, SimTime t = kNever, Done done = {});
  bool reset(Done done = {});  ///< a new empty world with the same options; ends a play
  /// The same, and from now on worlds draw from this seed.
  bool resetWith(std::uint64_t seed, Done done = {});

  /// Plays a scenario in a world of its own; the former world stands still and comes back with stopPlay().
  /// The clock runs, at the present speed. A play already on begins anew with this scenario.
  bool startPlay(Scenario scenario, Done done = {});
  bool stopPlay(Done done = {});
  /// Plays the scenario anew up to the start of the present beat at once, or of the one before where the present one
  /// began less than a simulated second ago; then goes on as it was. What somebody else did to the show is not repeated.
  bool backToBeat(Done done = {});
  /// On at 20 simulated seconds a second (or the present speed, where that is faster) to exactly the next beat, question
  /// or end; then as fast as before. Nothing without a play, at its end, or while it hurries already. Resumes the clock;
  /// another speed, a pause, a step, a goal and a way back end it.
  bool hurryToNextBeat(Done done = {});
  /// Answers the question with this number (PlayState::answered + 1); none: passes it over. Another one is left alone.
  bool answer(int question, std::optional<std::size_t> choice, Done done = {});

 Q_SIGNALS:
  /// A newer snapshot(), clock() or play() is there; at most 60 times a second.
  void published();
  void ended();

 private:
  class Worker;
  std::unique_ptr<Worker> m_worker;
};

}  // namespace perfect
