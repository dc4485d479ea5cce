// SPDX-License-Identifier: GPL-3.0-or-later
//
// The controller's rules a second time, to compare core/reconcile with: plain and slow, written from the rules and not
// from the planners. It shares their data (ServiceState, Plan) and none of their decisions; where they compute, it
// counts one pod after the other or tries every possibility. Pure; any thread. For small worlds: what it does takes
// time in proportion to the pods.
#pragma once

#include <string>

#include "core/reconcile/plan.h"

namespace perfect {

/// One look, as reconcile(): may be taken at every tick, due or not, and then decides nothing.
Plan modelReconcile(const ServiceState& service, SimTime now);
/// As beginRollout().
Plan modelBeginRollout(const ServiceState& service, VersionIndex target, SimTime now);
/// As planVerb().
Result<VerbPlan, Refusal> modelPlanVerb(const ServiceState& service, RolloutAction action, SimTime now);

/// The one status phrase, as statusOf().
std::string modelStatusPhrase(const ServiceState& service);
/// The percent a canary is at, as currentWeight().
std::int32_t modelWeight(const ServiceState& service);

}  // namespace perfect
