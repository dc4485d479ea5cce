// SPDX-License-Identifier: GPL-3.0-or-later
//
// Inside of Engine: the world, the queues, and the three sources of change (Agent, Commands, tick).
// Private to core/sim.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/agent/agent.h"
#include "core/reconcile/plan.h"
#include "core/sim/engine.h"
#include "core/sim/refusals.h"
#include "core/sim/schedule.h"

namespace perfect {

inline constexpr std::int32_t kMaxReplicas = 1000000;
/// Versions are kept for ever (undo, names in old events); a service that has had so many is applied under a new life.
inline constexpr std::size_t kMaxVersions = 10000;

class Engine::Impl {
 public:
  explicit Impl(const EngineOptions& o) : options(o), agent(cluster, queue, o.seed), tick(o.tick) {}
  Impl(const Impl& other)
      : options(other.options),
        cluster(other.cluster),
        queue(other.queue),
        schedule(other.schedule),
        agent(other.agent.copyFor(cluster, queue)),
        now(other.now),
        tick(other.tick),
        tickBase(other.tickBase),
        lastTick(other.lastTick),
        formerGrid(other.formerGrid),
        wakes(other.wakes),
        dirty(other.dirty),
        handled(other.handled),
        planned(other.planned),
        publications(other.publications) {}
  Impl& operator=(const Impl&) = delete;
  ~Impl() = default;
  Impl(Impl&&) = delete;
  Impl& operator=(Impl&&) = delete;

  EngineOptions options;
  Cluster cluster;
  TimingWheel queue;
  Schedule schedule;
  Agent agent;

  SimTime now = 0;
  Millis tick;
  SimTime tickBase = 0;   ///< ticks fall at tickBase + n * tick
  SimTime lastTick = -1;  ///< the last one done
  FormerTick formerGrid;  ///< the last tick before tickBase
  std::set<std::pair<SimTime, ServiceIndex>> wakes;
  std::vector<ServiceIndex> dirty;  ///< to be planned at the next tick
  std::uint64_t handled = 0;
  std::uint64_t planned = 0;
  std::uint64_t publications = 0;

  // Commands (engine_commands.cpp, engine_chaos.cpp, engine_alerts.cpp)
  using Answer = Result<Outcome, Refusal>;
  Answer apply(const ApplyCommand& c);
  Answer apply(const DeleteCommand& c);
  Answer apply(const ScaleCommand& c);
  Answer apply(const ImageCommand& c);
  Answer apply(const LoadCommand& c);
  Answer apply(const ChaosCommand& c);
  Answer apply(const ChaosScheduleCommand& c);
  Answer apply(const ChaosStopCommand& c);
  Answer apply(const HealthCommand& c);
  Answer apply(const RolloutCommand& c);
  Answer apply(const TickCommand& c);
  Answer apply(const AlertSettingsCommand& c);
  Answer apply(const MailResultCommand& c);
  Answer preview(const ChaosCommand& c) const;

  // Time (engine.cpp)
  SimTime nextTickAfterOrAt(SimTime t) const;
  SimTime nextTickWork() const;
  FormerTick formerTick() const;
  void runAgents();
  void forgetStaleTimers();
  void runSchedule();
  void arrange(SimTime at, const Scheduled& what);
  template <typename Match>
  std::int32_t cancel(Match&& match);
  void runTick();

  // One look at one service (engine_tick.cpp)
  void plan(ServiceRecord& service);
  Origin execute(ServiceRecord& service, Plan plan, Origin origin);
  void setWake(ServiceRecord& service, SimTime at);
  void touch(ServiceRecord& service);
  void act(ServiceRecord& service, Origin origin);
  void finishDeletion(ServiceRecord& service);

  // Alerts (engine_alerts.cpp)
  void planAlerts(ServiceRecord& service, SimTime& wakeAt);
  void tellAlert(ServiceRecord& service, const AlertPlan& plan, AlertDecision decision);

  // Chaos (engine_chaos.cpp)
  struct Victims {
    std::vector<PodOrdinal> pods;
    std::int32_t asked = 0;
    std::int64_t limit = 0;  ///< 0 none, 1 minAvailable, 2 maxAtOnce, 3 minAge: what held back
  };
  Result<Victims, Refusal> choose(const ServiceRecord& service, const ChaosCommand& c) const;
  Outcome strike(ServiceRecord& service, const ChaosCommand& c, const Victims& victims, Origin origin);
  Result<PodOrdinal, Refusal> podByName(const ServiceRecord& service, const std::string& id) const;
  void arrangeNext(const ChaosBlow& blow);
  void perform(const ChaosBlow& blow);
  void perform(const ChaosEnd& end);
  void perform(const LoadPatternStep& step);

  // Changing desired state (engine_commands.cpp)
  Result<ServiceRecord*, Refusal> existing(const std::string& name);
  void applyNew(const ServiceSpec& spec, Outcome& outcome);
  void applyChanged(ServiceRecord& service, const ServiceSpec& spec, Outcome& outcome);
  void rollTo(ServiceRecord& service, VersionIndex target, Origin origin);
  VersionIndex versionFor(ServiceRecord& service, const PodTemplate& podTemplate);
  void setLoad(ServiceRecord& service, const LoadState& load) const;
};

// What is arranged keeps the beginning of its chain readable.
inline void Engine::Impl::arrange(SimTime at, const Scheduled& what) {
  std::visit([this](const auto& w) { cluster.hold(w.origin); }, what);
  schedule.add(at, what);
}

// Takes out what `match` says yes to; returns how many chaos schedules were among them.
template <typename Match>
std::int32_t Engine::Impl::cancel(Match&& match) {
  return schedule.cancel([&](const Scheduled& what) {
    const bool out = match(what);
    if (out) std::visit([this](const auto& w) { cluster.release(w.origin); }, what);
    return out;
  });
}

}  // namespace perfect
