// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where two plans differ, in words: for the message of a failed comparison. Pure; any thread.
#pragma once

#include <string>

#include "core/reconcile/plan.h"

namespace perfect::test {

/// The first thing in which `got` is not what `expected` says; empty where they are alike.
std::string planDifference(const Plan& expected, const Plan& got);
/// The same for answers to a verb.
std::string verbDifference(const Result<VerbPlan, Refusal>& expected, const Result<VerbPlan, Refusal>& got);
/// What a plan decides though it was not asked to look; empty where it changes nothing of `service`.
std::string decides(const ServiceState& service, const Plan& plan);
/// What the planners saw: counts and the state of the rollout, in one line.
std::string describe(const ServiceState& service);

}  // namespace perfect::test
