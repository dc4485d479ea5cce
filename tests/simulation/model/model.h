// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second, plain implementation of the semantics, to compare the Engine with: it keeps no counters, no queues and no
// wake-ups. To go on it scans every pod of every service for what is due next; it makes every probe one by one; at every
// tick it looks at every service; before it decides it counts. Slow on purpose. It shares the Engine's plain data (specs,
// Commands, events, chance) and none of its code that decides. Same Commands at the same times: the same events.
// Thread rule: one thread at a time.
//
// Order at one instant: what pods do by themselves, in the order in which it was arranged; then Commands and what was
// ordered for this instant; then the tick. Commands of an instant have to be given before settle() of that instant.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/chance.h"
#include "core/base/result.h"
#include "core/events/event.h"
#include "core/events/texts.h"
#include "core/model/command.h"
#include "core/reconcile/plan.h"
#include "core/sim/engine.h"
#include "tests/simulation/model/plain_world.h"

namespace perfect::test {

using Answer = Result<Outcome, Refusal>;

class Model {
 public:
  explicit Model(const EngineOptions& options = {});

  /// Validates and applies a Command at the present instant. A refused one changes nothing.
  Answer apply(const Command& command);
  Answer preview(const ChaosCommand& command) const;

  SimTime now() const { return m_now; }
  /// The next instant at which there is anything to do, be it a probe that succeeds once more or a tick without work.
  SimTime nextTime() const;
  /// Does everything due before `t`, and everything due at `t` but the tick. Requires t >= now().
  void advanceTo(SimTime t);
  /// Does what is left of the present instant.
  void settle();

  const std::vector<Event>& events() const { return m_events; }
  const Names& names() const { return m_names; }
  /// By ServiceIndex; those that are gone are marked so.
  const std::vector<PlainService>& services() const { return m_services; }
  /// The service with this name, its counters counted anew; nullptr when there is none.
  const PlainService* service(std::string_view name);
  std::int32_t chaosSchedules() const;

 private:
  // events.cpp: what is told
  Link tell(PlainService* service, Reason reason, Link origin, const Facts& facts = {},
            VersionIndex version = kNoVersion, const std::string& text = {});
  Link tellPod(PlainService& service, PlainPod& pod, Reason reason, Link origin, const Facts& facts = {});
  std::string podId(const PlainService& service, const PlainPod& pod) const;

  // model.cpp: time
  void moveTo(SimTime t);
  SimTime nextPodTime() const;
  SimTime nextOrderTime() const;
  SimTime nextTick() const;
  bool anybody() const;
  void runPods();
  void forgetVoidArrangements();
  void runOrder();
  void runTick();

  // pods.cpp: what happens to a pod
  SimTime nextOf(const PlainService& service, const PlainPod& pod) const;
  void arrange(PlainService& service, PlainPod& pod);
  void act(PlainService& service, PlainPod& pod);
  void create(PlainService& service, VersionIndex version, Reason reason, Link origin, const Facts& facts);
  void terminate(PlainService& service, PlainPod& pod, Reason reason, Link origin, const Facts& facts);
  void crash(PlainService& service, PlainPod& pod, Reason reason, Link origin, const Facts& facts);
  void switchHealth(PlainService& service, PlainPod& pod, const HealthCommand& health, Link origin);
  void reviewAvailability(PlainService& service);
  void containerRuns(PlainService& service, PlainPod& pod);
  void live(PlainService& service, PlainPod& pod);
  void stopContainer(PlainService& service, PlainPod& pod, ProbeKind probe);
  void containerEnded(PlainService& service, PlainPod& pod);
  void backOff(PlainService& service, PlainPod& pod);
  void startAgain(PlainService& service, PlainPod& pod);
  void settleReadiness(PlainService& service, PlainPod& pod);
  SimTime crashTime(const PlainService& service, const PlainPod& pod) const;
  std::uint64_t bits(Purpose purpose, const PlainService& service, const PlainPod& pod, std::uint64_t n) const;
  std::uint32_t freePort() const;

  // probes.cpp: one probe after the other
  static bool itsTurn(const PlainService& service, const PlainPod& pod, ProbeKind kind);
  static SimTime probeTime(const PlainService& service, const PlainPod& pod, ProbeKind kind);
  bool probeFails(const PlainService& service, const PlainPod& pod, ProbeKind kind, std::uint64_t n) const;
  bool probe(PlainService& service, PlainPod& pod, ProbeKind kind);
  void startupSucceeded(PlainService& service, PlainPod& pod);
  SimTime nextNoticed(const PlainService& service, const PlainPod& pod, ProbeKind kind) const;

  // counts.cpp: everything that is counted
  static void recount(PlainService& service);
  void accountRequests(PlainService& service, Millis span) const;

  // looks.cpp: the controller at work
  void look(PlainService& service);
  static void keepAutoscalerAwake(PlainService& service);
  Link execute(PlainService& service, Plan plan, Link origin);
  std::vector<PodOrdinal> victims(const PlainService& service, VersionIndex version, std::int32_t count) const;
  void lookAtAlert(PlainService& service);

  // commands.cpp, load.cpp, chaos.cpp, alerts.cpp
  Answer obey(const ApplyCommand& c);
  Answer obey(const DeleteCommand& c);
  Answer obey(const ScaleCommand& c);
  Answer obey(const ImageCommand& c);
  Answer obey(const LoadCommand& c);
  Answer obey(const ChaosCommand& c);
  Answer obey(const ChaosScheduleCommand& c);
  Answer obey(const ChaosStopCommand& c);
  Answer obey(const HealthCommand& c);
  Answer obey(const RolloutCommand& c);
  Answer obey(const TickCommand& c);
  Answer obey(const AlertSettingsCommand& c);
  Answer obey(const MailResultCommand& c);
  PlainService* find(std::string_view name);
  const PlainService* find(std::string_view name) const;
  std::optional<Refusal> whyNot(const std::string& name) const;
  Link bringIn(const ServiceSpec& spec);
  Link change(PlainService& service, const ServiceSpec& spec);
  VersionIndex addVersion(PlainService& service, const PodTemplate& podTemplate, std::uint32_t salt);
  VersionIndex versionFor(PlainService& service, const PodTemplate& podTemplate);
  void rollTo(PlainService& service, VersionIndex target, Link origin);
  void sampleLoad(const StandingOrder& order);

  struct Blow {
    std::vector<PodOrdinal> victims;
    std::int32_t asked = 0;
    std::int64_t limit = 0;
  };
  using Wish = std::function<bool(const PlainPod&)>;
  Result<Blow, Refusal> choose(const PlainService& service, const ChaosCommand& c) const;
  std::vector<PodOrdinal> draw(const PlainService& service, std::int32_t wanted, const Wish& eligible) const;
  Result<PodOrdinal, Refusal> named(const PlainService& service, const std::string& id) const;
  Outcome strike(PlainService& service, const ChaosCommand& c, const Blow& blow, Link origin);
  void arrangeBlow(StandingOrder order);
  void perform(const StandingOrder& order);

  static PlainPod* podOf(PlainService& service, PodOrdinal ordinal);

  EngineOptions m_options;
  SimTime m_now = 0;
  SimTime m_tickBase = 0;  ///< ticks fall at m_tickBase + n * tick
  SimTime m_lastTick = -1;
  std::vector<PlainService> m_services;
  std::vector<Arrangement> m_arranged;
  std::vector<StandingOrder> m_orders;
  std::vector<Event> m_events;
  Names m_names;
};

}  // namespace perfect::test
