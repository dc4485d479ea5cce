// SPDX-License-Identifier: GPL-3.0-or-later
//
// A service as the planners see it, in a random world: counts instead of pods, an agent whose pods take their time, fail
// and recover by chance, and a person who does anything. A world follows from its number alone.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "core/reconcile/plan.h"

namespace perfect::test {

/// Uniform integers that follow from a seed.
class WorldChance {
 public:
  explicit WorldChance(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15U + 1) {}
  std::int32_t below(std::int32_t n);  ///< 0 … n - 1
  bool oneIn(std::int32_t n) { return below(n) == 0; }
  template <typename T>
  T pick(std::initializer_list<T> values) {
    return *(values.begin() + below(static_cast<std::int32_t>(values.size())));
  }

 private:
  std::uint64_t m_state;
};

class ControllerWorld {
 public:
  explicit ControllerWorld(std::uint64_t seed);

  ServiceState state;
  SimTime now = 0;
  WorldChance chance;

  /// Time goes on by a tick: pods live, requests are served, and now and then somebody does something.
  void live();
  /// Something changed since the last look, or the last look's wish is due.
  bool due() const { return m_dirty || m_wakeAt <= now; }
  /// What the controller decided at a look becomes so.
  void obey(const Plan& plan);
  bool gone() const { return state.deleting && state.counts().total() == 0 && state.counts().terminating == 0; }
  Millis tick() const { return m_tick; }

  /// A verb that was allowed, and the rollout it begins.
  void follow(const VerbPlan& verb);
  /// A verb somebody gives at this moment; nothing: none.
  std::optional<RolloutAction> verbNow();

 private:
  ServiceSpec anySpec();
  void giveAnyRollout(Rollout& rollout);
  std::optional<Autoscale> anyAutoscale();
  void liveVersion(VersionState& version, bool broken);
  void serveRequests();
  void command();
  void applyImage(const std::string& image);
  void applySpec(ServiceSpec spec);
  void rollTo(VersionIndex target);
  void execute(const Plan& plan);

  Millis m_tick = 1000;
  SimTime m_wakeAt = kNever;
  bool m_dirty = true;
  std::int32_t m_haste = 0;             ///< how often something happens at present
  std::vector<std::int32_t> m_failing;  ///< by version: percent of its requests that fail
  std::vector<bool> m_broken;           ///< by version: its pods do not become ready
};

}  // namespace perfect::test
