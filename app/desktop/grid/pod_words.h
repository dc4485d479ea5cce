// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a pod is and what it waits for, in words: the hover card, the inspector and screen readers say the same.
// Pure; the GUI thread (translations).
#pragma once

#include <QString>
#include <optional>

#include "core/model/service_state.h"
#include "core/reconcile/health.h"

namespace perfect::words {

/// "api-7d4b9c-x2k9q".
QString podId(const ServiceState& service, const Pod& pod);

/// "1 restart", "3 restarts".
QString restarts(std::uint32_t n);

/// What happens to the pod next, and when. Times are absolute.
struct PodWait {
  QString what;         ///< "the container restarts"; empty: it waits for nothing
  SimTime at = kNever;  ///< kNever: until something happens, not until a time
};
PodWait podWait(const ServiceState& service, const Pod& pod, SimTime now);
/// "the container restarts in 3.2 s"; empty: it waits for nothing.
QString podWaitText(const ServiceState& service, const Pod& pod, SimTime now);

/// One probe of a pod as it stands at `now`. Counted from the pod's record and the probe's own rhythm.
struct ProbeStand {
  const Probe* probe = nullptr;  ///< none declared: always counts as succeeded
  ProbeResult result = ProbeResult::Unknown;
  bool asked = false;           ///< it is this probe's turn: the container runs, and startup is done (or not yet)
  bool broken = false;          ///< switched off by command, or declared unhealthy
  std::uint32_t failures = 0;   ///< in a row
  std::uint32_t successes = 0;  ///< in a row
  SimTime last = kNever;        ///< the newest one made; kNever: none yet
  SimTime next = kNever;
};
ProbeStand probeStand(ProbeType type, const ServiceState& service, const Pod& pod, SimTime now);

}  // namespace perfect::words
