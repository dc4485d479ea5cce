// SPDX-License-Identifier: GPL-3.0-or-later
//
// When a probe of a simulated container next changes anything. A healthy pod's probes are not polled:
// their outcomes follow from template, health and chance, so the Agent computes the next instant at which
// somebody could notice a difference, and sleeps until then. Results and counters: core/reconcile/health.h.
// Pure; any thread.
#pragma once

#include <cstdint>

#include "core/base/units.h"
#include "core/model/pod.h"
#include "core/model/service_spec.h"
#include "core/reconcile/health.h"

namespace perfect {

/// A container is probed so often and not again: 136 years at a period of a second.
inline constexpr std::uint32_t kProbesEnd = 0xFFFFFFFF;

/// Everything that decides the outcomes of one container's probe of one kind.
struct ProbeCourse {
  const Probe* probe = nullptr;
  ProbeType type = ProbeType::Readiness;
  SimTime runningSince = 0;
  SimTime bootedAt = 0;  ///< until then probes fail
  bool broken = false;   ///< declared or commanded unhealthy
  std::int64_t failureMilliPercent = 0;
  std::uint64_t seed = 0, service = 0, pod = 0, container = 0;  ///< place of the draws

  /// When probe number n (from 0) is made. kProbesEnd: never.
  SimTime at(std::uint32_t n) const;
  /// The number of the first probe made after `t`, or kProbesEnd.
  std::uint32_t firstAfter(SimTime t) const;
  bool fails(std::uint32_t n) const;
};

/// What is remembered between probes.
struct ProbeMemory {
  ProbeCounter counter;
  std::uint32_t counted = 0;  ///< probes of this container that are in it
};

/// One noticeable instant.
struct ProbeEffect {
  SimTime at = kNever;
  bool flipped = false;       ///< the result changed
  bool firstFailure = false;  ///< a run of failures began
};

/// Makes the probes that `memory` has not counted, one by one, until one is noticeable (or a long run of
/// unnoticeable ones has to be cut), and returns that one; `memory` is then as after it. Where nothing can
/// ever become noticeable: at == kNever and `memory` is unchanged.
ProbeEffect advanceToEffect(const ProbeCourse& course, ProbeMemory& memory);

/// Counts every probe made up to and including `t`. Requires that none of them is noticeable.
void countUntil(const ProbeCourse& course, ProbeMemory& memory, SimTime t);

}  // namespace perfect
