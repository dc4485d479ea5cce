// SPDX-License-Identifier: GPL-3.0-or-later
//
// One simulated pod: a compact, trivially copyable record, because there may be a million of them.
// A pod is addressed by (service, ordinal); ordinals count up from 0 within a service and are never
// used twice, so an ordinal is an identity, an age and the source of the name's suffix.
// Thread rule: the mutable record belongs to the engine; readers see copies inside a Snapshot.
#pragma once

#include <cstdint>

#include "core/base/units.h"

namespace perfect {

using ServiceIndex = std::uint32_t;  ///< position in the order of creation; never used twice
using PodOrdinal = std::uint32_t;
using VersionIndex = std::int32_t;  ///< position in ServiceState::versions; -1: none

inline constexpr PodOrdinal kNoPod = 0xffffffffU;
inline constexpr ServiceIndex kNoService = 0xffffffffU;
inline constexpr VersionIndex kNoVersion = -1;

enum class PodState : std::uint8_t {
  Absent,       ///< the slot holds no pod (never created, or gone)
  Starting,     ///< container is being started (startSeconds)
  Running,      ///< container runs; ready or not
  Stopping,     ///< container got SIGTERM from a failed probe; its pod stays
  BackOff,      ///< waiting to restart (CrashLoopBackOff)
  Terminating,  ///< the pod itself is being removed
};

enum class ProbeResult : std::uint8_t { Unknown, Success, Failure };

/// A probe's worker: the kubelet's result, the run of equal outcomes behind it, and how many
/// probes of this container are already counted in it.
struct ProbeTrack {
  std::uint32_t run = 0;
  std::uint32_t counted = 0;
};

struct Pod {
  SimTime createdAt = 0;
  SimTime since = 0;            ///< entered `state`
  SimTime due = kNever;         ///< end of a state that ends by itself (start, stop, back-off, removal)
  SimTime timer = kNever;       ///< the one entry in the event queue that counts; others are stale
  SimTime readySince = 0;       ///< meaningful while `ready`
  std::uint64_t lastEvent = 0;  ///< seq of the newest event about this pod: the cause of the next one
  std::uint64_t root = 0;       ///< seq of the event its story began with
  PodOrdinal ordinal = 0;
  std::uint32_t port = 0;
  std::uint32_t restarts = 0;
  std::uint32_t backoffs = 0;  ///< restarts since the back-off last started anew
  PodOrdinal prev = kNoPod;    ///< neighbours in its version's list of pods of the same readiness
  PodOrdinal next = kNoPod;
  ProbeTrack readiness;
  ProbeTrack liveness;  ///< startup uses this track until it has succeeded
  std::int16_t version = 0;
  PodState state = PodState::Absent;
  ProbeResult readinessResult = ProbeResult::Failure;
  ProbeResult livenessResult = ProbeResult::Success;
  bool started : 1 = true;  ///< no startup probe, or it has succeeded
  bool ready : 1 = false;
  bool available : 1 = false;
  bool readinessBroken : 1 = false;  ///< health switched off by command
  bool livenessBroken : 1 = false;
  bool sticky : 1 = false;               ///< the commanded health survives a restart
  bool lastReadinessFailed : 1 = false;  ///< last outcome, to continue runs
  bool lastLivenessFailed : 1 = false;

  bool terminating() const { return state == PodState::Terminating; }
  bool present() const { return state != PodState::Absent; }
};

/// What kubectl prints: "Starting", "Running", "CrashLoopBackOff", "Terminating" ("Pending" is kept for
/// a pod that has not been given to the Agent).
const char* podStatus(const Pod& pod);
/// Kubernetes' phase: "Pending" until its container first ran, then "Running".
const char* podPhase(const Pod& pod);

}  // namespace perfect
