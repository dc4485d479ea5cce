// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything the controller knows about one service: the declared spec, its versions with their
// counters, and the state of rollout, autoscaler and load. The planners read it and return what
// should change; only the Engine writes it. A Snapshot holds immutable copies.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/alerts/alert.h"
#include "core/alerts/alert_timeline.h"
#include "core/base/units.h"
#include "core/model/pod.h"
#include "core/model/service_spec.h"

namespace perfect {

/// Kept, never counted: the engine adjusts them with every change of a pod.
struct PodCounts {
  std::int32_t pending = 0;   ///< first start not done
  std::int32_t notReady = 0;  ///< running but not ready, stopping its container, backing off or restarting
  std::int32_t ready = 0;
  std::int32_t available = 0;    ///< of ready: ready for minReadySeconds
  std::int32_t terminating = 0;  ///< not part of total()
  std::int32_t backingOff = 0;   ///< of notReady
  std::int32_t brokenReady = 0;  ///< of ready: the requests they serve fail

  std::int32_t total() const { return pending + notReady + ready; }
  std::int32_t unavailable() const { return total() - available; }
  bool operator==(const PodCounts&) const = default;
};

/// One version of a service's pods (Kubernetes: a ReplicaSet).
struct VersionState {
  std::shared_ptr<const PodTemplate> podTemplate;
  std::string hash;                ///< six characters, part of its pods' names
  std::string digest;              ///< what people call it: "v2"
  bool declaredUnhealthy = false;  ///< of its template, asked very often
  std::int32_t revision = 0;       ///< number of the newest change of the template that led to it
  PodCounts counts;
  bool onceStable = false;  ///< was fully available as the service's version at some time
  bool failed = false;      ///< its newest rollout failed or was aborted
  std::int64_t restarts = 0;
  std::int64_t servedMilli = 0;  ///< requests since creation, in thousandths, up to ServiceState::accountedAt
  std::int64_t failedMilli = 0;
  std::int64_t failedRest = 0;  ///< what is below a thousandth, in hundred-thousandths of it
};

enum class RolloutPhase : std::uint8_t { Progressing, Paused, Analysing, Complete, Aborted, Failed, RolledBack };

/// Counts at the last progress; any of them better is progress (Kubernetes: DeploymentProgressing).
struct ProgressMark {
  std::int32_t updated = 0;
  std::int32_t old = 0;
  std::int32_t ready = 0;
  std::int32_t available = 0;
  bool operator==(const ProgressMark&) const = default;
};

struct AnalysisState {
  bool running = false;
  SimTime nextAt = kNever;  ///< end of the present interval
  std::int32_t taken = 0;   ///< measurements of this rollout
  std::int32_t failed = 0;
  std::int32_t sinceStep = 0;        ///< measurements since the present step (or the switch) was done
  std::int64_t baseServedMilli = 0;  ///< the version's counters at the interval's beginning
  std::int64_t baseFailedMilli = 0;
  bool operator==(const AnalysisState&) const = default;
};

struct RolloutState {
  RolloutPhase phase = RolloutPhase::Complete;
  VersionIndex updated = kNoVersion;  ///< the version that desired asks for
  VersionIndex stable = kNoVersion;   ///< last fully available version; none until the first
  VersionIndex active = kNoVersion;   ///< blue/green: the one that serves; none: every ready pod serves
  std::int32_t step = 0;              ///< canary: index of the present step; steps.size(): past the last
  SimTime stepDoneAt = kNever;        ///< its counts are reached since; its pause counts from then
  SimTime pauseUntil = kNever;        ///< end of the present timed pause
  bool userPaused = false;
  bool waitsForPromote = false;  ///< pause: manual, or autoPromote: false
  bool promote = false;          ///< asked for: ends the present step or wait
  bool promoteFull = false;      ///< asked for: ends all of them
  bool toStable = false;         ///< returns to stable: abort, rollback
  SimTime switchedAt = kNever;   ///< blue/green: traffic moved to updated
  SimTime drainAt = kNever;      ///< blue/green: the idle side drains from then on
  SimTime startedAt = 0;
  SimTime progressAt = 0;              ///< last progress, shifted by the time the deadline stood still
  SimTime deadlineStoppedAt = kNever;  ///< the deadline stands still since
  ProgressMark mark;
  AnalysisState analysis;
  std::int32_t number = 0;  ///< counts rollouts of this service
  /// Pods each version's side shall have (Kubernetes: ReplicaSet.spec.replicas), by VersionIndex. Chaos does
  /// not change it: the difference to the pods that are there is what healing creates.
  std::vector<std::int32_t> sizes;
  std::int32_t sizedFor = 0;  ///< desired replicas that the sizes were last made for
  bool scaling = false;       ///< desired changed without a rollout, and is not reached yet

  bool stepDone() const { return stepDoneAt != kNever; }
  bool operator==(const RolloutState&) const = default;
};

struct Recommendation {
  SimTime at = 0;
  std::int32_t replicas = 0;
  bool operator==(const Recommendation&) const = default;
};
struct ScaleEvent {
  SimTime at = 0;
  std::int32_t change = 0;  ///< always positive
  bool operator==(const ScaleEvent&) const = default;
};

/// Why the autoscaler's last decision was what it was.
enum class AutoscaleVerdict : std::uint8_t {
  None,
  Disabled,
  Clamped,
  NoMeasurement,
  WithinTolerance,
  Stabilised,
  LimitedByPolicy,
  LimitedByBounds,
  Rescaled,
  AgainstSignal,
};
struct AutoscaleState {
  SimTime enabledAt = kNever;  ///< its looks fall on whole periods from here
  Millis period = 0;           ///< those that it has followed so far
  SimTime nextAt =
      kNever;  ///< when it looks next; kNever: nothing it measures can change its mind until the service changes
  std::vector<Recommendation> recommendations;  ///< those younger than `window`, oldest first
  Millis window = 0;                            ///< the longer of the stabilisation windows at the last look
  std::vector<ScaleEvent> ups;
  std::vector<ScaleEvent> downs;
  AutoscaleVerdict verdict = AutoscaleVerdict::None;
  std::int32_t utilisation = 0;  ///< percent, at the last look
  std::int32_t recommended = 0;  ///< before stabilisation and limits
  SimTime heldUntil = kNever;    ///< end of the stabilisation that holds it back
  bool operator==(const AutoscaleState&) const = default;
};

/// The tick before this one, and the ticks' distance up to there. kNever: not known, every instant could be a tick.
struct FormerTick {
  SimTime at = kNever;
  Millis period = 1;
};

struct LoadState {
  bool byDemand = false;
  std::int64_t cpu = 0;     ///< percent of a pod, each (byDemand: ignored)
  std::int64_t demand = 0;  ///< percent of one pod, shared by the serving pods
  bool operator==(const LoadState&) const = default;
};

/// What a service waits for. Texts are rendered by core/events/texts.
enum class WaitFor : std::uint8_t {
  PodsStarting,  ///< facts: pods that are not ready, desired
  ProbeSuccess,  ///< running pods whose readiness has not succeeded; facts: pods, desired
  BackOff,       ///< facts: pods backing off
  MinReady,      ///< facts: ready, available, desired
  CanaryPause,   ///< facts: step (1-based), steps, percent
  Promotion,     ///< facts: step, steps, percent
  UserResume,
  ScaleDownDelay,    ///< version: the idle side
  Drain,             ///< facts: terminating pods
  Measurement,       ///< analysis; facts: taken since the step, needed, failed
  ProgressDeadline,  ///< the rollout fails if nothing progresses until then
  AutoscaleLook,     ///< facts: utilisation, target
  ScaleDownWindow,   ///< stabilisation; facts: recommended, current
  Retry,             ///< rolled back, aborted or failed: waits for retry, undo or apply
  Tick,              ///< the controller's next tick acts on what it sees now
};
struct Waiting {
  WaitFor what = WaitFor::Tick;
  SimTime until = kNever;  ///< kNever: until something happens, not until a time
  VersionIndex version = kNoVersion;
  std::int64_t facts[3] = {0, 0, 0};
  bool operator==(const Waiting&) const = default;
};

/// What is counted over a service's whole life, because the event log forgets.
enum class Tally : std::uint8_t {
  RolloutCompleted,
  RolloutAborted,
  RolloutFailed,  ///< missed its deadline, or its analysis failed
  RolledBack,
  RescaledUp,  ///< by the autoscaler
  RescaledDown,
  AlertDown,
  AlertUp,
  Count_
};
using Tallies = std::array<std::int64_t, static_cast<std::size_t>(Tally::Count_)>;

struct ServiceState {
  ServiceIndex index = 0;
  std::shared_ptr<const ServiceSpec> spec;  ///< as applied; replicas below may differ (scale, autoscaler)
  std::int32_t replicas = 0;                ///< desired now
  std::vector<VersionState> versions;       ///< append only; VersionIndex stays valid
  RolloutState rollout;
  AutoscaleState autoscale;
  LoadState load;
  AlertState alert;
  AlertCounts alertCounts;
  AlertTimeline alertTimeline;  ///< what the alerts' looks saw
  std::vector<Waiting> waiting;
  bool deleting = false;
  FormerTick formerTick;  ///< set for each look: what fell due behind it is due now
  SimTime createdAt = 0;
  SimTime accountedAt = 0;    ///< up to where requests are summed up
  std::int32_t revision = 0;  ///< counts changes of the template
  std::int64_t restarts = 0;
  std::int64_t eventsByLevel[3] = {0, 0, 0};
  Tallies tallies = {};
  PodOrdinal nextOrdinal = 0;  ///< pods ever created

  std::int64_t tally(Tally what) const { return tallies[static_cast<std::size_t>(what)]; }
  /// Sum over all versions.
  PodCounts counts() const;
  /// Ready pods that get traffic: of the active version, or of all where none is active.
  std::int32_t serving() const;
  bool serves(VersionIndex version) const { return rollout.active == kNoVersion || rollout.active == version; }
};

}  // namespace perfect
