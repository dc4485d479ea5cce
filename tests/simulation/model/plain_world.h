// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the plain model knows about a world: everything written down as it is, nothing kept beside it that could be
// counted or looked up. Data only.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/events/event.h"
#include "core/model/command.h"
#include "core/model/service_state.h"

namespace perfect::test {

/// Wide enough for every product of what manifests and Commands may say.
__extension__ typedef __int128 Wide;

/// Where an event comes from: what led to it, and what its chain begins with. 0: nothing.
struct Link {
  std::uint64_t cause = 0;
  std::uint64_t root = 0;
};

/// In the order in which one pod's probes of one instant are made. The numbers are those of facts.
enum class ProbeKind : std::uint8_t { Readiness, Liveness, Startup };
inline constexpr std::array kProbeOrder = {ProbeKind::Startup, ProbeKind::Liveness, ProbeKind::Readiness};

/// One probe of one pod's container.
struct Prober {
  ProbeResult result = ProbeResult::Unknown;
  std::uint32_t run = 0;        ///< equal outcomes in a row
  bool lastFailed = false;      ///< the outcome they are of
  std::uint64_t made = 0;       ///< probes of this container; the next one has this number
  std::uint32_t unnoticed = 0;  ///< probes since the last one that showed
};

struct PlainPod {
  PodOrdinal ordinal = 0;
  VersionIndex version = kNoVersion;
  std::uint32_t port = 0;
  PodState state = PodState::Starting;
  SimTime createdAt = 0;
  SimTime since = 0;        ///< entered `state`
  SimTime endsAt = kNever;  ///< end of a state that ends by itself
  SimTime readySince = 0;
  std::uint32_t restarts = 0;
  std::uint32_t backoffs = 0;  ///< restarts since the back-off last started anew
  std::array<Prober, 3> probers;
  bool started = false;  ///< no startup probe, or it has succeeded
  bool ready = false;
  bool available = false;
  bool readinessBroken = false;  ///< by command
  bool livenessBroken = false;
  bool sticky = false;
  Link story;                    ///< newest event about it, and the beginning of that one's chain
  SimTime arrangedFor = kNever;  ///< when it next does something that shows

  Prober& prober(ProbeKind kind) { return probers[static_cast<std::size_t>(kind)]; }
  const Prober& prober(ProbeKind kind) const { return probers[static_cast<std::size_t>(kind)]; }
  bool terminating() const { return state == PodState::Terminating; }
};

/// Requests of one version since its creation.
struct Requests {
  Wide served = 0;  ///< thousandths
  Wide failed = 0;  ///< hundred-thousandths of a thousandth
};

struct PlainService {
  ServiceState state;              ///< its counters are only right after a recount
  std::vector<PlainPod> pods;      ///< by ordinal
  std::vector<Requests> requests;  ///< by version
  Link trigger;                    ///< newest event the controller may act on
  Link alertOrigin;                ///< what its alert status came from, or what was told of that since
  SimTime lookedAt = 0;            ///< last tick
  Millis autoscalePeriod = 0;      ///< as it was then
  bool gone = false;

  VersionState& version(VersionIndex v) { return state.versions[static_cast<std::size_t>(v)]; }
  const VersionState& version(VersionIndex v) const { return state.versions[static_cast<std::size_t>(v)]; }
  const PodTemplate& templateOf(const PlainPod& pod) const { return *version(pod.version).podTemplate; }
};

/// "This pod does something then", in the order in which it was said.
struct Arrangement {
  SimTime at = 0;
  ServiceIndex service = kNoService;
  PodOrdinal pod = kNoPod;
};

enum class OrderKind : std::uint8_t { ChaosBlow, ChaosEnd, LoadSample };

/// What comes by the clock on somebody's order, in the order in which it was arranged.
struct StandingOrder {
  SimTime at = 0;
  OrderKind kind = OrderKind::ChaosBlow;
  ServiceIndex service = kNoService;
  Link origin;  ///< the event that announced it
  SimTime beganAt = 0;
  SimTime endsAt = kNever;
  ChaosScheduleCommand chaos;
  LoadPattern pattern;
};

}  // namespace perfect::test
