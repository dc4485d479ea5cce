// SPDX-License-Identifier: GPL-3.0-or-later
//
// The controller that the plain model asks.
#pragma once

#include "core/reconcile/plan.h"

namespace perfect::test {

inline Plan modelReconcile(const ServiceState& service, SimTime now) { return reconcile(service, now); }
inline Plan modelBeginRollout(const ServiceState& service, VersionIndex target, SimTime now) {
  return beginRollout(service, target, now);
}
inline Result<VerbPlan, Refusal> modelPlanVerb(const ServiceState& service, RolloutAction action, SimTime now) {
  return planVerb(service, action, now);
}

}  // namespace perfect::test
