// SPDX-License-Identifier: GPL-3.0-or-later
//
// One look of the controller at one service, while it is being planned: the state it sees and the Plan that
// grows step by step. Only the recipe (reconcile.cpp) and its steps use it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/reconcile/plan.h"
#include "core/reconcile/side.h"

namespace perfect {

class Look {
 public:
  Look(const ServiceState& service, SimTime now);

  const ServiceState& service() const { return m_service; }
  const ServiceSpec& spec() const { return *m_service.spec; }
  const Rollout& strategy() const { return m_service.spec->rollout; }
  SimTime now() const { return m_now; }
  std::int32_t desired() const { return m_plan.replicas; }
  VersionIndex versions() const { return static_cast<VersionIndex>(m_service.versions.size()); }
  const PodCounts& counts(VersionIndex version) const;

  RolloutState& rollout() { return m_plan.rollout; }
  const RolloutState& rollout() const { return m_plan.rollout; }
  Plan& plan() { return m_plan; }
  const Plan& plan() const { return m_plan; }

  /// The version that all pods shall have in the end: desired's, or stable while it returns there.
  VersionIndex target() const;
  bool hasStable() const { return rollout().stable != kNoVersion; }
  /// A rollout is under way: neither ended well nor badly.
  bool inProgress() const;

  std::int32_t size(VersionIndex version) const;
  void setSize(VersionIndex version, std::int32_t size);
  Side side(VersionIndex version) const { return {size(version), counts(version).available}; }
  /// Versions with a size or pods other than `a` and `b`, oldest first.
  std::vector<VersionIndex> others(VersionIndex a, VersionIndex b = kNoVersion) const;
  /// Pods of all versions but `version`, not terminating: all of them, and those that are ready.
  std::int32_t podsOfOthers(VersionIndex version) const;
  std::int32_t readyOfOthers(VersionIndex version) const;

  void note(Reason reason, VersionIndex version, Facts facts = {});
  void act(ActionKind kind, VersionIndex version, std::int32_t count = 0, Reason reason = Reason::None,
           Facts facts = {});
  /// Something that is progress by itself happened: a step done, traffic switched.
  void progress() { rollout().progressAt = m_now; }
  /// Look again at `at` (kNever: no wish); never later than wished before.
  void wakeAt(SimTime at) { m_plan.wakeAt = std::min(m_plan.wakeAt, std::max(at, m_now + 1)); }

 private:
  const ServiceState& m_service;
  SimTime m_now;
  Plan m_plan;
};

}  // namespace perfect
