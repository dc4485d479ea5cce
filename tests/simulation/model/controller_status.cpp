// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one phrase that tells how a service is.
#include <string>

#include "tests/simulation/model/controller.h"

namespace perfect {

namespace {

std::string outOf(const char* word, std::int32_t have, const ServiceState& s) {
  return std::string(word) + ' ' + std::to_string(have) + '/' + std::to_string(s.replicas);
}

bool isCanary(const ServiceState& s) {
  return s.spec->rollout.strategy == Strategy::Canary && s.rollout.stable >= 0 && s.rollout.stable != s.rollout.updated;
}

std::int32_t servingPods(const ServiceState& s) {
  std::int32_t ready = 0;
  for (std::size_t v = 0; v < s.versions.size(); ++v) {
    const bool serves = s.rollout.active < 0 || s.rollout.active == static_cast<VersionIndex>(v);
    if (serves) ready += s.versions[v].counts.ready;
  }
  return ready;
}

std::string phraseAtRest(const ServiceState& s) {
  const std::int32_t serving = servingPods(s);
  std::int32_t backingOff = 0;
  for (const VersionState& v : s.versions) backingOff += v.counts.backingOff;
  const bool short_ = serving < s.replicas;
  // More, or fewer, are wanted now than the controller last planned for.
  const bool grows = s.rollout.sizedFor < s.replicas;
  const bool shrinks = s.rollout.sizedFor > s.replicas;
  if (short_ && ((!s.rollout.scaling && !grows) || backingOff > 0)) return outOf("Degraded", serving, s);
  if (short_ || s.rollout.scaling || shrinks) return outOf("Scaling", serving, s);
  return "Stable";
}

}  // namespace

std::int32_t modelWeight(const ServiceState& s) {
  if (!isCanary(s)) return 100;
  if (s.rollout.toStable) return 0;
  const auto& steps = s.spec->rollout.steps;
  if (s.rollout.step >= static_cast<std::int32_t>(steps.size())) return 100;
  return steps[static_cast<std::size_t>(s.rollout.step)].percent;
}

std::string modelStatusPhrase(const ServiceState& s) {
  const RolloutState& r = s.rollout;
  if (s.deleting) return "Deleting";
  if (s.replicas == 0) return "Scaled to 0";
  if (r.updated < 0) return outOf("Starting up", 0, s);
  const std::string at = isCanary(s) ? " at " + std::to_string(modelWeight(s)) + " %" : "";
  const bool alone = r.stable < 0 || r.stable == r.updated;
  switch (r.phase) {
    case RolloutPhase::Complete:
      return phraseAtRest(s);
    case RolloutPhase::Aborted:
      return "Aborted";
    case RolloutPhase::RolledBack:
      return "Rolled back";
    case RolloutPhase::Failed: {
      // Where it should have rolled back and could not, stable does not work either.
      const bool stuck = s.spec->rollout.autoRollback && servingPods(s) < s.replicas;
      return alone || r.toStable || stuck ? outOf("Degraded", servingPods(s), s) : "Failed";
    }
    case RolloutPhase::Progressing:
    case RolloutPhase::Paused:
    case RolloutPhase::Analysing:
      break;
  }
  if (r.waitsForPromote && !r.userPaused) return "Waiting for promotion" + at;
  if (r.phase == RolloutPhase::Paused) return "Paused" + at;
  if (r.phase == RolloutPhase::Analysing) return "Analysing" + at;
  const std::int32_t available = s.versions[static_cast<std::size_t>(r.updated)].counts.available;
  return outOf(r.stable < 0 ? "Starting up" : "Rolling out", available, s);
}

}  // namespace perfect
