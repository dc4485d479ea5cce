// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/probing.h"

#include <algorithm>

#include "core/base/chance.h"

namespace perfect {

namespace {

constexpr int kLongestLook = 4096;

Purpose purposeOf(ProbeKind kind) {
  switch (kind) {
    case ProbeKind::Readiness:
      return Purpose::ReadinessProbe;
    case ProbeKind::Liveness:
      return Purpose::LivenessProbe;
    case ProbeKind::Startup:
      return Purpose::StartupProbe;
  }
  return Purpose::ReadinessProbe;
}

// From probe `n` on every outcome is the same.
bool settled(const ProbeCourse& course, std::uint32_t n) {
  const bool chancy = course.failureMilliPercent > 0 && course.failureMilliPercent < 100000;
  return course.broken || (!chancy && course.at(n) >= course.bootedAt);
}

// Nothing that can still be noticed follows, given settled().
bool nothingFollows(const ProbeCourse& course, const ProbeMemory& memory) {
  if (!settled(course, memory.track.counted)) return false;
  const bool failing = course.fails(memory.track.counted);
  return failing ? memory.result == ProbeResult::Failure && memory.lastFailed : memory.result == ProbeResult::Success;
}

// One outcome as the kubelet's worker counts it (pkg/kubelet/prober/worker.go, doProbe).
ProbeEffect countOne(const ProbeCourse& course, ProbeMemory& memory) {
  const std::uint32_t n = memory.track.counted++;
  const bool failed = course.fails(n);
  const bool continues = memory.track.run > 0 && memory.lastFailed == failed;
  memory.track.run = continues ? memory.track.run + 1 : 1;
  memory.lastFailed = failed;
  const auto needed = static_cast<std::uint32_t>(failed ? course.probe->failureThreshold : course.probe->successThreshold);
  const ProbeResult before = memory.result;
  if (memory.track.run >= needed) memory.result = failed ? ProbeResult::Failure : ProbeResult::Success;
  return ProbeEffect{course.at(n), memory.result != before, failed && memory.track.run == 1};
}

}  // namespace

SimTime ProbeCourse::at(std::uint32_t n) const {
  return later(runningSince, seconds(probe->initialDelaySeconds) + seconds(probe->periodSeconds) * static_cast<Millis>(n));
}

std::uint32_t ProbeCourse::firstAfter(SimTime t) const {
  const SimTime first = at(0);
  if (t < first) return 0;
  return static_cast<std::uint32_t>((t - first) / seconds(probe->periodSeconds)) + 1;
}

bool ProbeCourse::fails(std::uint32_t n) const {
  if (broken || at(n) < bootedAt) return true;
  return failureMilliPercent > 0 &&
         happens(draw(seed, purposeOf(kind), service, pod, container << 32U | n), failureMilliPercent);
}

ProbeEffect advanceToEffect(const ProbeCourse& course, ProbeMemory& memory) {
  const ProbeMemory before = memory;
  ProbeEffect effect;
  for (int i = 0; i < kLongestLook; ++i) {
    if (nothingFollows(course, memory)) {
      memory = before;
      return {};
    }
    effect = countOne(course, memory);
    if (effect.flipped || effect.firstFailure) break;
  }
  return effect;
}

void countUntil(const ProbeCourse& course, ProbeMemory& memory, SimTime t) {
  const std::uint32_t end = course.firstAfter(t);
  while (memory.track.counted < end) {
    if (nothingFollows(course, memory)) {
      const bool failing = course.fails(memory.track.counted);
      const std::uint32_t skipped = end - memory.track.counted;
      memory.track.run = memory.track.run > 0 && memory.lastFailed == failing ? memory.track.run + skipped : skipped;
      memory.lastFailed = failing;
      memory.track.counted = end;
      return;
    }
    countOne(course, memory);
  }
}

}  // namespace perfect
