// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/rest.h"

#include <algorithm>

#include "core/reconcile/status.h"
#include "tests/simulation/checks/bounds.h"

namespace perfect::storm {

namespace {

constexpr std::int32_t kAlways = 100000;

Millis longest(Millis d, std::int32_t jitterMilli) { return d + d / 1000 * jitterMilli + jitterMilli; }

bool alwaysFails(const PodTemplate& t) { return t.declaredUnhealthy() || t.simulation.probeFailure == kAlways; }

/// Probes that find a booting container may end it before it has booted.
bool endsWhileBooting(const PodTemplate& t) {
  const std::optional<Probe>& probe = t.startup ? t.startup : t.liveness;
  if (!probe || t.simulation.boot == 0) return false;
  const Millis boot = longest(t.simulation.boot, t.simulation.jitterMilli);
  const Millis lastStraw = 1000 * (Millis{probe->initialDelaySeconds} +
                                   Millis{probe->periodSeconds} * (Millis{probe->failureThreshold} - 1));
  return boot > lastStraw;
}

Millis probeTime(const std::optional<Probe>& p) {
  if (!p) return 0;
  return 1000 * (Millis{p->initialDelaySeconds} +
                 Millis{p->periodSeconds} * (Millis{p->successThreshold} + Millis{p->failureThreshold} + 1));
}

Millis shutdownTime(const PodTemplate& t) {
  return std::min<Millis>(longest(t.simulation.shutdown, t.simulation.jitterMilli),
                          1000LL * t.terminationGracePeriodSeconds);
}

/// From nothing to available, or from a failure through the restart to available again.
Millis lifeTime(const PodTemplate& t, Millis minReady) {
  const Simulation& s = t.simulation;
  return 2 * (longest(s.start, s.jitterMilli) + longest(s.boot, s.jitterMilli) + shutdownTime(t)) +
         probeTime(t.readiness) + probeTime(t.liveness) + probeTime(t.startup) + t.restartBackoff.max + minReady;
}

Millis rolloutTime(const Rollout& r) {
  Millis sum = 2 * r.progressDeadline + 2 * r.scaleDownDelay;
  for (const CanaryStep& step : r.steps) sum += step.pause.value_or(r.pause);
  if (r.analysis)
    sum += r.analysis->interval * (std::min(r.analysis->count, 1000) + 2) * static_cast<Millis>(r.steps.size() + 1);
  return sum;
}

/// Every step may have to wait for a whole window and a policy's period: what the load of each pod (not of all together)
/// asks for grows with the number of pods, so that each step begins a window in which the former number was asked for.
Millis scalingTime(const ServiceSpec& spec) {
  if (!spec.autoscale) return 0;
  const Autoscale& a = *spec.autoscale;
  Millis windows = a.scaleDownStabilization;
  Millis policy = a.period;
  if (a.behavior) {
    for (const ScalingRules* rules : {&a.behavior->scaleUp, &a.behavior->scaleDown}) {
      windows += 1000LL * rules->stabilizationWindowSeconds;
      for (const ScalingPolicy& p : rules->policies) policy = std::max<Millis>(policy, 1000LL * p.periodSeconds);
    }
  }
  return (windows + policy + a.period) * (Millis{a.max} + 2);
}

Millis serviceTime(const ServiceState& s, const EngineOptions& options, Millis tick) {
  Millis life = lifeTime(s.spec->podTemplate, s.spec->minReady);
  for (std::size_t i = 0; i < s.versions.size(); ++i) {
    const VersionState& v = s.versions[i];
    // Stable gets pods again as soon as a rollout begins, whatever it has now.
    const bool concerned = v.counts.total() + v.counts.terminating > 0 || v.onceStable;
    if (concerned) life = std::max(life, lifeTime(*v.podTemplate, s.spec->minReady));
  }
  const std::int32_t most = std::max({s.replicas, s.counts().total(), s.spec->autoscale ? s.spec->autoscale->max : 0});
  const Millis alerts =
      options.alerts.cooldown + options.alerts.downConfirm + options.alerts.upConfirm + options.alerts.startupGrace;
  // One pod after another at worst; each of them takes a few looks of the controller.
  return (life + 6 * tick) * (2 * Millis{most} + 4) + rolloutTime(s.spec->rollout) + scalingTime(*s.spec) + 2 * alerts +
         tick * static_cast<Millis>(s.spec->rollout.steps.size() + 4);
}

}  // namespace

bool isRestless(const PodTemplate& t) {
  const Simulation& s = t.simulation;
  const bool probed = t.readiness || t.liveness || t.startup;
  const bool ended = t.liveness || t.startup;
  if (s.crashAfter || s.crashesPerHourMilli > 0) return true;
  if (s.probeFailure > 0 && s.probeFailure < kAlways && probed) return true;
  return (alwaysFails(t) && ended) || endsWhileBooting(t);
}

bool waitsForPerson(const ServiceState& s) { return s.rollout.userPaused || s.rollout.waitsForPromote; }

bool isIll(const Pod& pod, const PodTemplate& t) {
  if (isRestless(t) || (alwaysFails(t) && (t.readiness || t.startup))) return true;
  return (pod.readinessBroken && t.readiness) || (pod.livenessBroken && (t.liveness || t.startup));
}

void Unrest::observe(const std::vector<Event>& events) {
  for (const Event& event : events) {
    if (event.reason == Reason::LoadPatternStarted) m_patterns.insert(event.service);
    const bool over = event.reason == Reason::LoadPatternEnded || event.reason == Reason::LoadSet ||
                      event.reason == Reason::DeleteRequested;
    if (over) m_patterns.erase(event.service);
  }
}

/// Held between versions whose pods can take different loads, an autoscaler may go to and fro for ever, as a
/// HorizontalPodAutoscaler would: with another number the share of the stronger version is another, and with it the
/// utilisation. Example: 30 % of 1 are no pod, and 1 pod that takes 100 wants 2; 30 % of 2 are 1, and 2 pods that take 1100
/// want 1.
bool mayGoToAndFro(const ServiceState& s) {
  const RolloutState& r = s.rollout;
  const bool held = r.phase == RolloutPhase::Paused || r.phase == RolloutPhase::Progressing;
  if (!s.spec->autoscale || !held || r.stable == kNoVersion) return false;
  const auto capacity = [&](VersionIndex v) { return versionOf(s, v).podTemplate->simulation.capacityPerPod; };
  return capacity(r.stable) != capacity(r.updated);
}

bool Unrest::isRestless(const ServiceEntry& entry) const {
  const ServiceState& s = *entry.state;
  if (m_patterns.count(s.index) > 0 || s.rollout.analysis.running || mayGoToAndFro(s)) return true;
  bool restless = storm::isRestless(s.spec->podTemplate) && s.replicas > 0;
  entry.pods->forEach(0, [&](const Pod& pod) {
    const PodTemplate& t = *s.versions[static_cast<std::size_t>(pod.version)].podTemplate;
    restless = restless || storm::isRestless(t) || (pod.sticky && pod.livenessBroken && (t.liveness || t.startup));
    return !restless;
  });
  return restless;
}

bool Unrest::isRestless(const Snapshot& snapshot) const {
  return snapshot.chaosSchedules > 0 ||
         std::any_of(snapshot.services.begin(), snapshot.services.end(), [&](const auto& e) { return isRestless(e); });
}

SimTime Unrest::restBound(const Snapshot& snapshot, const EngineOptions& options) const {
  SimTime bound = snapshot.t;
  // An idle side keeps the time that was set for it when traffic left, whatever was applied since (Argo Rollouts keeps it
  // in an annotation of the ReplicaSet).
  for (const ServiceEntry& entry : snapshot.services) {
    const SimTime drainAt = entry.state->rollout.drainAt;
    if (drainAt != kNever) bound = std::max(bound, drainAt);
  }
  for (const ServiceEntry& entry : snapshot.services)
    bound = later(bound, 2 * serviceTime(*entry.state, options, snapshot.tick));
  return bound;
}

namespace {

void expectPods(const ServiceEntry& entry, Findings& findings) {
  const ServiceState& s = *entry.state;
  entry.pods->forEach(0, [&](const Pod& pod) {
    const PodTemplate& t = *s.versions[static_cast<std::size_t>(pod.version)].podTemplate;
    const bool well = pod.state == PodState::Running && pod.ready && pod.available;
    findings.expect(well || isIll(pod, t), "rest",
                    [&] { return serviceName(s) + ": a sound pod is at rest and not available"; });
    findings.expect(!pod.terminating(), "rest", [&] { return serviceName(s) + ": a pod terminates for ever"; });
    return true;
  });
}

/// A rolling update on its way to a version that does not work: Kubernetes lets old pods go, those that do not work
/// either among them, only as far as total - minAvailable exceeds the new pods that are missing
/// (reconcileOldReplicaSets: maxScaledDown). Nothing left of that, and no room for a new pod: they stay, as they would on
/// a cluster, until somebody applies what works. Example: 1 desired, surge 1, unavailable 0, one pod on each side and none
/// of them available: 2 - 1 - 1 = 0.
/// A canary on its way there (an undo to a version that never worked) keeps only old pods that work, and of those no more
/// than the bound of availability asks for; but of the two sides of a rollout, working or not, the draining one goes only
/// as far as (its count + the other's available) exceeds the bound (Argo Rollouts, CalculateReplicaCountsForBasicCanary):
/// aborted, 1 desired, neither side available, it stays. Blue/green keeps the side that serves.
bool holdsOldPods(const ServiceState& s) {
  const Rollout& r = s.spec->rollout;
  const VersionIndex to = targetOf(s.rollout);
  const PodCounts& target = versionOf(s, to).counts;
  const std::int64_t missing = target.total() - target.available;
  const std::int64_t total = totalOf(s);
  const std::int64_t bound = s.replicas - unavailableOf(r, s.replicas);
  const bool noneMayCome = target.total() == s.replicas || total >= s.replicas + surgeOf(r, s.replicas);
  if (missing <= 0) return false;
  if (r.strategy != Strategy::BlueGreen && !noneMayCome) return false;
  if (r.strategy == Strategy::RollingUpdate) return total - bound - missing <= 0;
  const PodCounts& all = s.counts();
  const bool oldOnesWork = all.available - target.available == total - target.total();
  if (r.strategy == Strategy::BlueGreen) {
    const VersionIndex serves = s.rollout.active;
    if (serves == kNoVersion) return oldOnesWork;  // a canary before has left no sides: all of them serve
    return serves != to && versionOf(s, serves).counts.total() == total - target.total();
  }
  if (r.strategy != Strategy::Canary) return false;
  const VersionIndex side = to == s.rollout.stable ? s.rollout.updated : s.rollout.stable;
  const std::int64_t old = total - target.total();
  const bool drains = side != kNoVersion && side != to && versionOf(s, side).counts.total() == old;
  return (drains && old + target.available <= bound) || (oldOnesWork && all.available <= bound);
}

void expectArrived(const ServiceState& s, Findings& findings) {
  const RolloutState& r = s.rollout;
  const bool under =
      r.phase == RolloutPhase::Progressing || r.phase == RolloutPhase::Analysing || r.phase == RolloutPhase::Paused;
  findings.expect(!under, "rest", [&] {
    return serviceName(s) + ": a rollout that nobody holds has stopped: " + statusOf(s).phrase();
  });
  // A rollout that failed and may not go back stays where it got stuck.
  const bool stuck = r.phase == RolloutPhase::Failed && !r.toStable && r.stable != kNoVersion && r.updated != r.stable;
  if (under || stuck || holdsOldPods(s)) return;
  const VersionIndex target = targetOf(r);
  for (std::size_t v = 0; v < s.versions.size(); ++v) {
    const PodCounts& c = s.versions[v].counts;
    const bool isTarget = static_cast<VersionIndex>(v) == target;
    findings.expect(c.total() == (isTarget ? s.replicas : 0), "rest", [&] {
      return serviceName(s) + ": " + std::to_string(c.total()) + " pods of version " + std::to_string(v) + " with " +
             std::to_string(s.replicas) + " desired";
    });
  }
  const PodCounts& c = s.versions[static_cast<std::size_t>(target)].counts;
  findings.expect(s.serving() == c.ready, "rest", [&] { return serviceName(s) + ": ready pods that do not serve"; });
  const bool complete = r.phase == RolloutPhase::Complete && s.replicas > 0;
  const bool stable = statusOf(s).kind == StatusKind::Stable;
  findings.expect(stable == (complete && c.ready == s.replicas), "rest",
                  [&] { return serviceName(s) + ": the status says " + statusOf(s).phrase(); });
}

constexpr Millis kSoon = 300000;

bool comesUpSoon(const PodTemplate& t, Millis minReady) {
  return !isRestless(t) && !alwaysFails(t) && lifeTime(t, minReady) < kSoon;
}

/// Steps back to a smaller share: pods of the new version leave and old ones come, which is no progress (nor is it Argo's),
/// so that many of them, one a look, outlast the deadline.
bool stepsBack(const Rollout& r) {
  if (r.strategy != Strategy::Canary) return false;
  const auto falls = [](const CanaryStep& a, const CanaryStep& b) { return b.percent < a.percent; };
  return std::adjacent_find(r.steps.begin(), r.steps.end(), falls) != r.steps.end();
}

/// A version that comes up well within its deadline has no reason to have been given up; its rollout may also have waited
/// for pods of an earlier version.
void expectSoundVersionStays(const ServiceState& s, Findings& findings) {
  const RolloutState& r = s.rollout;
  const Millis minReady = s.spec->minReady;
  bool sound = comesUpSoon(s.spec->podTemplate, minReady) && s.spec->rollout.progressDeadline >= 600000 &&
               !stepsBack(s.spec->rollout);
  for (const VersionState& v : s.versions) {
    // Of a version that was never stable only the end counts: Recreate waits for the last of its pods.
    sound = sound && (v.onceStable ? comesUpSoon(*v.podTemplate, minReady) : shutdownTime(*v.podTemplate) < kSoon);
  }
  const bool givenUp = r.phase == RolloutPhase::Failed || r.phase == RolloutPhase::RolledBack;
  findings.expect(!sound || !givenUp, "rest", [&] { return serviceName(s) + ": a sound version was given up"; });
}

void expectLastMailIsTrue(const ServiceState& s, Findings& findings) {
  const std::int32_t ready = s.counts().ready;
  const bool down = s.replicas > 0 && ready < s.replicas;
  findings.expect(!down || s.alert.notified == AlertStatus::Down, "rest",
                  [&] { return serviceName(s) + ": down for good, and nobody was told"; });
  const bool up = s.replicas > 0 && ready >= s.replicas;
  findings.expect(!up || s.alert.notified != AlertStatus::Down, "rest",
                  [&] { return serviceName(s) + ": up for good, and the last mail says down"; });
}

}  // namespace

void expectRest(const Snapshot& snapshot, const Unrest&, const EngineOptions&, Findings& findings) {
  for (const ServiceEntry& entry : snapshot.services) {
    const ServiceState& s = *entry.state;
    findings.expect(!s.deleting, "rest", [&] { return serviceName(s) + ": is being deleted for ever"; });
    expectPods(entry, findings);
    expectLastMailIsTrue(s, findings);
    expectSoundVersionStays(s, findings);
    for (const Waiting& w : s.waiting) {
      findings.expect(w.until == kNever, "rest", [&] {
        return serviceName(s) + ": waits until " + std::to_string(w.until) + " ms though nothing is due any more";
      });
    }
    if (s.spec->autoscale && s.replicas > 0) {
      findings.expect(s.replicas >= s.spec->autoscale->min && s.replicas <= s.spec->autoscale->max, "rest",
                      [&] { return serviceName(s) + ": outside the autoscaler's bounds"; });
    }
    if (!waitsForPerson(s)) expectArrived(s, findings);
  }
}

}  // namespace perfect::storm
