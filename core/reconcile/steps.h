// SPDX-License-Identifier: GPL-3.0-or-later
//
// The steps of the recipe in reconcile.cpp, in the order in which it takes them. Each reads the Look's state and
// writes its Plan; none knows another one. Sizes first, pods last: a strategy decides how large each side shall be,
// healing makes it so.
#pragma once

#include "core/reconcile/look.h"

namespace perfect {

/// Autoscaling: a due look at the load may change how many pods are desired.
void lookAtLoad(Look& look);
/// Clears what the present strategy does not know, so that a strategy may change in the middle of a rollout.
void adoptStrategy(Look& look);
/// Analysis: begins it, takes a due measurement, aborts after too many failed ones.
void measureNewVersion(Look& look);
/// The first interval begins now.
void beginMeasuring(Look& look);

/// Nothing is desired: no pods on any side.
void sizeForNothing(Look& look);
/// No version was ever stable, so nothing is worth protecting: the new one replaces all others at once.
void sizeDirectly(Look& look);
void sizeBlueGreen(Look& look);
void sizeCanary(Look& look);
/// Canary: the pause of a step that is done, as it is declared now, from when the step was done (Argo Rollouts,
/// CompletedCanaryPauseStep). None after the last step.
void waitAtStep(Look& look);
void sizeRollingUpdate(Look& look);
void sizeRecreate(Look& look);

/// Creates and removes pods until every side has its size.
void fillSides(Look& look);
/// What the service waits for after this look, most important first, and when to look again.
void listWaiting(Look& look);

}  // namespace perfect
