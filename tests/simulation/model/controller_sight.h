// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the model's controller sees of one service and makes of it, in one place: the state as it was, the state that
// comes of it, and what is to be done. The parts of the model work on it one after the other.
#pragma once

#include <cstdint>
#include <vector>

#include "core/reconcile/plan.h"

namespace perfect::controller_model {

struct Sight {
  Sight(const ServiceState& seen, SimTime at);

  const ServiceState& service;
  const Rollout& rules;
  SimTime now;
  RolloutState r;
  AutoscaleState scaler;
  std::int32_t n;  ///< desired
  std::vector<Action> actions;
  std::vector<Waiting> waits;
  SimTime wake = kNever;

  VersionIndex versionCount() const { return static_cast<VersionIndex>(service.versions.size()); }
  const VersionState& version(VersionIndex v) const { return service.versions[static_cast<std::size_t>(v)]; }
  std::int32_t& size(VersionIndex v) { return r.sizes[static_cast<std::size_t>(v)]; }
  std::int32_t size(VersionIndex v) const { return r.sizes[static_cast<std::size_t>(v)]; }
  std::int32_t pods(VersionIndex v) const;       ///< present, not terminating
  std::int32_t available(VersionIndex v) const;  ///< of them
  std::int32_t podsBeside(VersionIndex v) const;
  std::int32_t availableInAll() const;

  bool under(Strategy strategy) const { return rules.strategy == strategy; }
  bool underWay() const;             ///< a rollout that has not ended
  bool betweenVersions() const;      ///< there is a stable version, and another one is wanted
  VersionIndex goal() const;         ///< the version that is left in the end
  bool allOf(VersionIndex v) const;  ///< exactly the desired number, sized, present and available

  void tell(Reason reason, VersionIndex v, Facts facts = {});
  void mark(ActionKind kind, VersionIndex v);
  void wakeAt(SimTime at);
  void progress() { r.progressAt = now; }
  Plan takePlan();
};

/// Pods above and below the desired number that a canary or rolling update may have; others: none above, all below.
struct Room {
  std::int32_t above = 0;
  std::int32_t below = 0;
};
Room roomOf(const Rollout& rules, std::int32_t n);

// The parts, in the order of a look.
void scaleByLoad(Sight& s);
void forgetOtherStrategies(Sight& s);
/// The wait of a canary's step that is done, by the rules as they are now.
void pauseAsDeclared(Sight& s);
void watchDeadline(Sight& s);
void analyse(Sight& s);
void beginAnalysis(Sight& s);
void chooseSizes(Sight& s);
void noSides(Sight& s);
void completeRollout(Sight& s);
void makePods(Sight& s);
void runDeadline(Sight& s);
void listWaits(Sight& s);

/// Traffic is on the new side, which still has to be measured.
bool measuresAfterSwitch(const Sight& s);
/// The new version is given up.
void giveUp(Sight& s, RolloutPhase phase);

}  // namespace perfect::controller_model
