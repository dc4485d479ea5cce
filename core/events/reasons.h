// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every reason code with its level, its type, its message and its friendly explanation, in one
// place (the table in reasons.cpp). Codes are Kubernetes' or Argo Rollouts' own where they have one.
#pragma once

#include <cstdint>
#include <string_view>

namespace perfect {

enum class Level : std::uint8_t { Info, Warn, Error };
enum class EventType : std::uint8_t { Desired, Rollout, Scaling, Health, Chaos, Alert, System };

// The meaning of facts [0 … 3] stands behind each code; "s" marks milliseconds shown as seconds.
enum class Reason : std::uint8_t {
  None,
  // desired: an accepted change
  Applied,             // new service; desired replicas
  Configured,          // changed spec; desired replicas; text: what changed
  Unchanged,           // applied again, same spec
  Scaled,              // from, to
  ReplicasOverridden,  // autoscaled service given replicas by hand: from, to
  ImageSet,            // text: image
  LoadSet,             // cpu, demand (-1: not this one)
  LoadPatternStarted,  // from, to, period s
  LoadPatternEnded,    // last value
  DeleteRequested,     // pods to drain
  Deleted,             // the service is gone
  TickSet,             // ms
  // rollout
  RolloutStarted,        // version -> new; facts: stable version or -1, strategy, desired
  SetWeight,             // canary step begins: step, steps, percent
  RolloutStepCompleted,  // step, steps, percent, pause s (-1: none; -2: waits for promote)
  RolloutPaused,         // by the user
  RolloutResumed,
  Promoted,             // step (1-based), 1 when full
  WaitingForPromotion,  // blue/green: green is ready
  TrafficSwitched,      // version serves now; facts: previous version, available, desired
  RolloutCompleted,     // available, desired, duration s
  RolloutAborted,       // version that is given up; facts: 0 by a person, 1 by analysis
  RolloutRetried,
  RolloutUndone,  // target version
  RolloutRestarted,
  ProgressDeadlineExceeded,  // deadline s, updated available, desired
  RolledBack,                // version returned to; facts: failed version
  RollbackImpossible,        // stable is unhealthy too, or there is none
  MeasurementTaken,          // failed share in thousandths of a percent, limit, taken, failed
  AnalysisRunFailed,         // failed measurements, limit
  AnalysisRunSuccessful,     // measurements, failed
  DrainScheduled,            // blue/green: idle version; until s
  // scaling
  SuccessfulCreate,         // desired, actual before, missing
  SuccessfulDelete,         // desired, actual before, surplus; pod is told to stop
  PodGone,                  // it has stopped and left
  SuccessfulRescale,        // autoscaler: from, to, utilisation, target
  RescaleHeld,              // autoscaler wanted another number: recommended, current, verdict, until
  FailedGetResourceMetric,  // autoscaler: nothing to measure
  // health
  Started,        // container runs; facts: restarts
  Ready,          // takes traffic; facts: successes, threshold
  Unready,        // lost readiness: failures, threshold
  Unhealthy,      // a probe failed: probe (0 readiness, 1 liveness, 2 startup), failures, threshold
  Killing,        // container is stopped after a failed probe: probe
  ContainerDied,  // crashed by itself: ran s
  BackOff,        // wait s, restart number, failures in a row
  Restarted,      // restarts
  // chaos
  ChaosKilled,     // pod; facts: nth, of
  ChaosCrashed,    // pod
  ChaosLimited,    // asked, taken, limit kind
  HealthSwitched,  // pod; facts: probe target, 1 healthy
  ChaosScheduled,  // every s, for s (-1: until stopped)
  ChaosScheduleEnded,
  ChaosStopped,  // schedules, healths cured
  // alert
  AlertDown,         // ready, desired, since: a mail is due
  AlertUp,           // ready, desired, down for s, since
  AlertHeldBack,     // decision
  AlertSettingsSet,  // confirm DOWN s, confirm UP s, cooldown s, grace s
  MailSent,          // reply code or 0, attempt, 1 UP 2 DOWN; text: whom the server turned away
  MailDeferred,      // reply code or 0, attempt, 1 UP 2 DOWN, next attempt in s; text: why
  MailFailed,        // reply code or 0, attempt, 1 UP 2 DOWN; text: why
  // system
  SessionStarted,  // seed, tick
  Count_
};

struct ReasonInfo {
  Reason reason;
  std::string_view code;
  Level level;
  EventType type;
  /// Placeholders and choices: core/events/text_template.h.
  std::string_view message;
  std::string_view explain;
};

/// Never fails: the table is complete (checked at compile time).
const ReasonInfo& info(Reason reason);

std::string_view levelName(Level level);    ///< INFO, WARN, ERROR
std::string_view typeName(EventType type);  ///< desired, rollout, …

}  // namespace perfect
