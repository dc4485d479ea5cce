// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/blue_green.h"

namespace perfect {

namespace {

bool waitIsOver(const SwitchInput& in) {
  if (in.promoteFull || !in.somethingServes) return true;
  if (in.userPaused) return false;
  if (in.promoted) return true;
  if (in.autoPromote && in.autoPromoteAfter == 0) return true;
  return in.autoPromote && in.waitedFor && *in.waitedFor > in.autoPromoteAfter;
}

}  // namespace

SwitchPlan planSwitch(const SwitchInput& in) {
  SwitchPlan plan;
  plan.greenSize = in.desired;
  if (in.aborted) {
    plan.traffic = Traffic::ToStable;
    plan.greenSize = in.green.size;
    return plan;
  }
  const bool complete = in.green.size == in.desired && in.green.available == in.desired;
  if (in.greenServes) {
    plan.greenIsStable = complete && !in.measuresFirst;
    return plan;
  }
  if (!waitIsOver(in)) {
    plan.greenSize = in.previewSize.value_or(in.desired);
    plan.waits = in.green.size == plan.greenSize && in.green.available == plan.greenSize;
    // A wait that began goes on when a pod is lost meanwhile; only the switch needs all of them.
    plan.waits = plan.waits || in.waitedFor.has_value();
    return plan;
  }
  if (!complete) return plan;
  plan.traffic = Traffic::ToGreen;
  plan.greenIsStable = !in.measuresFirst;
  return plan;
}

}  // namespace perfect
