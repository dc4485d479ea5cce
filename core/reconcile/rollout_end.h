// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a rollout ends: completed, aborted, failed at its deadline, rolled back. Steps of the recipe.
#pragma once

#include "core/reconcile/look.h"

namespace perfect {

/// Every pod of `version` has what it needs: size, pods and available pods are the desired number.
bool fullyAvailable(const Look& look, VersionIndex version);

/// The new side of a blue/green rollout serves, but has not been measured often enough yet.
bool switchStillMeasured(const Look& look);

/// Gives the new version up: all waits end, everything goes back to stable. `phase` is Aborted or RolledBack.
void returnToStable(RolloutState& rollout, const Rollout& strategy, RolloutPhase phase, SimTime now);

/// Progress since the last look, and the deadline: fails the rollout, rolls it back once where that is allowed.
void watchProgress(Look& look);

/// Marks the new version stable when all of it is available and nothing else is left to do.
void completeIfReached(Look& look);

/// The deadline stands still while paused, waiting for promotion or analysis; otherwise it runs.
void stopOrRunDeadline(Look& look);

}  // namespace perfect
