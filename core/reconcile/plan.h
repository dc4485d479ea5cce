// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a planner returns: actions with their reasons, the controller's new state, when it wants to
// look again, and what it waits for. Plain data; nothing here does anything.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/events/event.h"
#include "core/model/command.h"
#include "core/model/service_state.h"

namespace perfect {

enum class ActionKind : std::uint8_t {
  Create,      ///< `count` pods of `version`
  Remove,      ///< `count` pods of `version`, victims in the documented order
  Note,        ///< only tells: appends an event with `reason` and `facts`
  MarkStable,  ///< `version` is the stable one from now on (VersionState::onceStable)
  MarkFailed,  ///< `version`'s rollout failed or was aborted
};

struct Action {
  ActionKind kind = ActionKind::Note;
  VersionIndex version = kNoVersion;
  std::int32_t count = 0;
  Reason reason = Reason::None;
  Facts facts = {};
  bool operator==(const Action&) const = default;
};

/// The outcome of one look at one service. Applied by the Engine as one step, actions in order.
struct Plan {
  std::vector<Action> actions;
  RolloutState rollout;
  AutoscaleState autoscale;
  std::int32_t replicas = 0;
  std::vector<Waiting> waiting;  ///< most important first
  SimTime wakeAt = kNever;       ///< next time to look though nothing changes; > now
};

/// One look of the controller at one service at time `now`: rollout, healing, scaling, autoscaling.
/// Requires requests accounted up to `now`. Pure; any thread.
Plan reconcile(const ServiceState& service, SimTime now);

/// The desired version became `target` (apply, image, undo, restart, retry): begins, restarts or ends the
/// rollout. Returned: the notes to tell and the new rollout state (other fields as in `service`).
/// Requires `service.spec` to be the new spec and `target` to be in `service.versions`.
Plan beginRollout(const ServiceState& service, VersionIndex target, SimTime now);

/// What a rollout verb does in the present state, or why it is not allowed now (HTTP 409).
/// Undo, retry and restart name the version to go to in `target`; the caller then calls beginRollout.
struct VerbPlan {
  Plan plan;
  VersionIndex target = kNoVersion;  ///< undo, retry: roll to this version
  bool freshTemplate = false;        ///< restart: roll the same template as a new version
};
Result<VerbPlan, Refusal> planVerb(const ServiceState& service, RolloutAction action, SimTime now);

}  // namespace perfect
