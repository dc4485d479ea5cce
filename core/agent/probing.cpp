// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agent/probing.h"

#include <algorithm>

#include "core/base/chance.h"

namespace perfect {

namespace {

constexpr int kLongestLook = 4096;

Purpose purposeOf(ProbeType kind) {
  switch (kind) {
    case ProbeType::Readiness:
      return Purpose::ReadinessProbe;
    case ProbeType::Liveness:
      return Purpose::LivenessProbe;
    case ProbeType::Startup:
      return Purpose::StartupProbe;
  }
  return Purpose::ReadinessProbe;
}

// From probe `n` on every outcome is the same.
bool settled(const ProbeCourse& course, std::uint32_t n) {
  const bool chancy = course.failureMilliPercent > 0 && course.failureMilliPercent < 100000;
  return course.broken || (!chancy && course.at(n) >= course.bootedAt);
}

ProbeOutcome outcomeOf(bool failed) { return failed ? ProbeOutcome::Failure : ProbeOutcome::Success; }

// Nothing that can still be noticed follows.
bool nothingFollows(const ProbeCourse& course, const ProbeMemory& memory) {
  if (memory.counter.onHold || memory.counted == kProbesEnd) return true;
  if (!settled(course, memory.counted)) return false;
  const bool failing = course.fails(memory.counted);
  return failing ? memory.counter.result == ProbeResult::Failure && memory.counter.lastFailed && memory.counter.run > 0
                 : memory.counter.result == ProbeResult::Success;
}

ProbeEffect countOne(const ProbeCourse& course, ProbeMemory& memory) {
  const std::uint32_t n = memory.counted++;
  const bool failed = course.fails(n);
  const bool continues = memory.counter.run > 0 && memory.counter.lastFailed;
  const ProbeResult before = memory.counter.result;
  memory.counter = countOutcomes(course.type, *course.probe, memory.counter, outcomeOf(failed));
  return ProbeEffect{course.at(n), memory.counter.result != before, failed && !continues};
}

}  // namespace

SimTime ProbeCourse::at(std::uint32_t n) const {
  if (n == kProbesEnd) return kNever;
  return later(runningSince,
               seconds(probe->initialDelaySeconds) + seconds(probe->periodSeconds) * static_cast<Millis>(n));
}

std::uint32_t ProbeCourse::firstAfter(SimTime t) const {
  const SimTime first = at(0);
  if (t < first) return 0;
  const SimTime made = (t - first) / seconds(probe->periodSeconds) + 1;
  return static_cast<std::uint32_t>(std::min<SimTime>(made, kProbesEnd));
}

bool ProbeCourse::fails(std::uint32_t n) const {
  if (broken || at(n) < bootedAt) return true;
  return failureMilliPercent > 0 &&
         happens(draw(seed, purposeOf(type), service, pod, container << 32U | n), failureMilliPercent);
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
  while (memory.counted < end) {
    if (nothingFollows(course, memory)) {
      const ProbeOutcome outcome = outcomeOf(course.fails(memory.counted));
      memory.counter = countOutcomes(course.type, *course.probe, memory.counter, outcome, end - memory.counted);
      memory.counted = end;
      return;
    }
    countOne(course, memory);
  }
}

}  // namespace perfect
