// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the engine's thread does between two looks into its inbox: lets simulated time follow the real one,
// pauses, steps, and changes between the main world and that of a play. Knows no threads; the clocks are given.
// Thread rule: one thread (the engine's). Invariant: time never goes further than the pace allows, and where the
// machine is too slow it falls behind by at most kMostLag instead of hurrying after what cannot be caught.
#pragma once

#include <functional>
#include <memory>

#include "app/runtime/controller.h"
#include "app/runtime/headroom.h"
#include "app/runtime/pace.h"
#include "app/runtime/world.h"

namespace perfect {

/// The clocks of the real world.
struct RealClocks {
  std::function<Pace::TimePoint()> now;
  std::function<std::int64_t()> wallMs;  ///< since 1970
};

/// What clock() needs to say the time between two looks.
struct ClockReading {
  ClockState state;
  Pace pace;
  bool follows = false;  ///< t follows the pace, up to `horizon`
  SimTime horizon = 0;
  ClockState at(Pace::TimePoint real) const;
};

class LiveSimulation {
 public:
  using TimePoint = Pace::TimePoint;
  /// One call of advance() takes about this long at most (a single instant is never cut).
  static constexpr std::chrono::milliseconds kSlice{8};
  static constexpr std::chrono::milliseconds kMostLag{250};
  /// Between two looks, so that a high speed does not become a busy wait.
  static constexpr std::chrono::milliseconds kShortestWait{1};
  static constexpr std::chrono::seconds kLongestWait{1};

  LiveSimulation(const Controller::Options& options, RealClocks clocks);

  const std::optional<Refusal>& initialRefusal() const { return m_initialRefusal; }

  /// To be called once, on the engine's thread, before anything else is: the clock starts.
  void begin();
  /// To the present moment, or one slice towards it.
  void advance();
  /// When to call advance() again: a time that may have come already, or TimePoint::max() (only a message changes anything).
  TimePoint wakeAt() const;

  Result<Outcome, Refusal> apply(const Command& command);
  /// In the world with this epoch, which may be the one that stands still behind a play.
  Result<Outcome, Refusal> applyTo(std::int64_t epochMs, const Command& command);
  Result<Outcome, Refusal> preview(const ChaosCommand& command) const { return front().engine.preview(command); }
  void pause();
  void resume();
  void setSpeed(std::int64_t speedMilli);
  void step();
  void runFor(Millis duration);
  void runUntil(RunGoal goal, SimTime t);
  void reset();
  void resetWith(std::uint64_t seed);
  void startPlay(Scenario scenario);
  void stopPlay();
  void backToBeat();
  void hurryToNextBeat();
  void answer(int question, std::optional<std::size_t> choice);

  /// Grows with everything that a Snapshot would show.
  std::uint64_t changes() const;
  std::shared_ptr<const Snapshot> publish() { return front().engine.publish(); }
  ClockReading reading() const;
  PlayState play() const;
  /// Differs when play() would.
  std::uint64_t playStamp() const;
  bool ended() const { return m_ended; }

 private:
  World& front() { return m_play ? *m_play : *m_main; }
  const World& front() const { return m_play ? *m_play : *m_main; }
  void turned() {
    ++m_controls;
    anchor();
  }
  std::unique_ptr<World> newWorld(const EngineOptions& options, bool played);
  std::int64_t freshEpoch();
  void beginPlay(Scenario scenario);
  void endRewind() { m_rewind.reset(); }
  void rewindSlice();
  void arrive();
  /// The pace moves the front world.
  bool runs() const { return !m_paused && !m_ended && !front().asks() && !m_rewind; }
  SimTime forLimit() const;
  SimTime limit() const { return std::min(forLimit(), m_runUntil); }
  SimTime target(TimePoint real) const;
  void stepTo(SimTime t);
  void stopAtLimit();
  void stopAtGoal();
  void forgetGoal();
  /// Where a hurry goes on, back to the speed it had before.
  void endHurry();
  bool hurryArrived() const;
  /// Of NextEvent and Stable: at the present instant, when everything due in it has been done.
  bool goalReached();
  void anchor();
  void makeRoom(const Command& command);
  void measureRates(TimePoint real);

  const Controller::Options m_options;
  const RealClocks m_clocks;
  std::unique_ptr<World> m_main;
  std::unique_ptr<World> m_play;
  /// A play on its way to the start of a beat; the one before stays in front until it is there.
  struct Rewind {
    std::unique_ptr<World> world;
    int beat = 1;
    std::vector<GivenAnswer> answers;  ///< given before, and again
  };
  std::optional<Rewind> m_rewind;
  /// On the way out of a beat, faster than `speedBefore`.
  struct Hurry {
    int beat = 0;
    std::int64_t speedBefore = 0;
  };
  std::optional<Hurry> m_hurry;
  std::optional<Refusal> m_initialRefusal;
  Headroom m_headroom;
  Pace m_pace;
  std::int64_t m_speedMilli;
  bool m_paused;
  bool m_pausedBeforePlay = false;
  bool m_ended = false;
  RunGoal m_goal = RunGoal::None;
  SimTime m_runUntil = kNever;  ///< of RunGoal::Time
  std::uint64_t m_goalSeq = 0;  ///< the newest event when it was asked for, or when it was last looked at
  std::uint64_t m_seed;         ///< of worlds to come
  Millis m_spent = 0;           ///< simulated time of worlds that were left for good: forTime counts it too
  std::int64_t m_lastEpoch = 0;
  std::uint64_t m_worldChanges = 0;  ///< worlds shown so far, in the high part of changes()
  std::uint64_t m_controls = 0;      ///< accepted Commands and turns of the clock's knobs
  double m_tickLag = 0;
  double m_tickLagMax = 0;
  TimePoint m_rateSince{};
  std::uint64_t m_rateEvents = 0;
  SimTime m_rateSim = 0;
  double m_eventsPerSecond = 0;
  double m_simToReal = 0;
};

}  // namespace perfect
