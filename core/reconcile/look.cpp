// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/look.h"

#include "core/base/assert.h"

namespace perfect {

Look::Look(const ServiceState& service, SimTime now) : m_service(service), m_now(now) {
  PERFECT_ASSERT(service.spec != nullptr);
  m_plan.rollout = service.rollout;
  m_plan.autoscale = service.autoscale;
  m_plan.replicas = service.replicas;
  // A version that has no size yet (it just came) shall have what it has.
  for (auto v = static_cast<VersionIndex>(m_plan.rollout.sizes.size()); v < versions(); ++v) {
    m_plan.rollout.sizes.push_back(counts(v).total());
  }
}

const PodCounts& Look::counts(VersionIndex version) const {
  PERFECT_ASSERT(version >= 0 && version < versions());
  return m_service.versions[static_cast<std::size_t>(version)].counts;
}

VersionIndex Look::target() const { return rollout().toStable ? rollout().stable : rollout().updated; }

bool Look::inProgress() const {
  const RolloutPhase phase = rollout().phase;
  return phase == RolloutPhase::Progressing || phase == RolloutPhase::Paused || phase == RolloutPhase::Analysing;
}

std::int32_t Look::size(VersionIndex version) const { return rollout().sizes[static_cast<std::size_t>(version)]; }

void Look::setSize(VersionIndex version, std::int32_t size) {
  rollout().sizes[static_cast<std::size_t>(version)] = size;
}

std::vector<VersionIndex> Look::others(VersionIndex a, VersionIndex b) const {
  std::vector<VersionIndex> found;
  for (VersionIndex v = 0; v < versions(); ++v) {
    if (v != a && v != b && (size(v) > 0 || counts(v).total() > 0)) found.push_back(v);
  }
  return found;
}

std::int32_t Look::podsOfOthers(VersionIndex version) const {
  std::int32_t sum = 0;
  for (VersionIndex v = 0; v < versions(); ++v) sum += v == version ? 0 : counts(v).total();
  return sum;
}

std::int32_t Look::readyOfOthers(VersionIndex version) const {
  std::int32_t sum = 0;
  for (VersionIndex v = 0; v < versions(); ++v) sum += v == version ? 0 : counts(v).ready;
  return sum;
}

void Look::note(Reason reason, VersionIndex version, Facts facts) { act(ActionKind::Note, version, 0, reason, facts); }

void Look::act(ActionKind kind, VersionIndex version, std::int32_t count, Reason reason, Facts facts) {
  m_plan.actions.push_back(Action{kind, version, count, reason, facts});
}

}  // namespace perfect
