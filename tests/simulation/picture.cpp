// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/picture.h"

#include <string>

#include "core/manifest/manifest.h"
#include "core/reconcile/status.h"

namespace perfect::storm {

namespace {

class Mixer {
 public:
  template <typename... Numbers>
  void add(Numbers... numbers) {
    (mix(static_cast<std::uint64_t>(numbers)), ...);
  }
  void text(const std::string& text) {
    mix(text.size());
    for (const char c : text) mix(static_cast<unsigned char>(c));
  }
  std::uint64_t value() const { return m_value; }

 private:
  void mix(std::uint64_t v) {
    m_value ^= v + 0x9e3779b97f4a7c15U + (m_value << 6U) + (m_value >> 2U);
    m_value *= 0xff51afd7ed558ccdU;
    m_value ^= m_value >> 33U;
  }
  std::uint64_t m_value = 1;
};

void addPod(Mixer& m, const Pod& p) {
  m.add(p.createdAt, p.since, p.due, p.timer, p.readySince, p.lastEvent, p.root, p.ordinal, p.port, p.restarts,
        p.backoffs);
  m.add(p.readiness.run, p.readiness.counted, p.liveness.run, p.liveness.counted, p.version, p.state, p.readinessResult,
        p.livenessResult);
  m.add(p.started, p.ready, p.available, p.readinessBroken, p.livenessBroken, p.sticky);
}

void addVersion(Mixer& m, const VersionState& v) {
  m.text(v.hash);
  m.text(v.digest);
  const PodCounts& c = v.counts;
  m.add(v.declaredUnhealthy, v.revision, c.pending, c.notReady, c.ready, c.available, c.terminating, c.backingOff,
        c.brokenReady, v.onceStable, v.failed, v.restarts, v.servedMilli, v.failedMilli);
}

void addRollout(Mixer& m, const RolloutState& r) {
  m.add(r.phase, r.updated, r.stable, r.active, r.step, r.stepDoneAt, r.pauseUntil, r.userPaused, r.waitsForPromote,
        r.toStable, r.switchedAt, r.drainAt, r.startedAt, r.progressAt, r.deadlineStoppedAt, r.number);
  m.add(r.analysis.running, r.analysis.nextAt, r.analysis.taken, r.analysis.failed, r.analysis.sinceStep);
  for (const std::int32_t size : r.sizes) m.add(size);
}

void addState(Mixer& m, const ServiceState& s) {
  m.text(writeManifest(*s.spec));
  m.text(statusOf(s).phrase());
  m.add(s.index, s.replicas, s.deleting, s.createdAt, s.revision, s.restarts, s.nextOrdinal, s.load.byDemand,
        s.load.cpu, s.load.demand, s.eventsByLevel[0], s.eventsByLevel[1], s.eventsByLevel[2]);
  for (const VersionState& v : s.versions) addVersion(m, v);
  addRollout(m, s.rollout);
  m.add(s.autoscale.nextAt, s.autoscale.verdict, s.autoscale.utilisation, s.autoscale.recommended,
        s.autoscale.recommendations.size());
  m.add(s.alert.status, s.alert.notified, s.alert.lastChange, s.alert.lastNotified, s.alert.pending);
  for (const Waiting& w : s.waiting) m.add(w.what, w.until, w.version, w.facts[0], w.facts[1], w.facts[2]);
}

}  // namespace

bool sameEvent(const Event& a, const Event& b) {
  const bool texts = a.text == b.text || (a.text && b.text && *a.text == *b.text);
  return texts && a.seq == b.seq && a.t == b.t && a.cause == b.cause && a.root == b.root && a.facts == b.facts &&
         a.service == b.service && a.pod == b.pod && a.version == b.version && a.reason == b.reason;
}

std::uint64_t hashOf(const ServiceEntry& entry) {
  Mixer m;
  addState(m, *entry.state);
  entry.pods->forEach(0, [&](const Pod& pod) {
    addPod(m, pod);
    return true;
  });
  return m.value();
}

std::uint64_t hashOf(const Snapshot& snapshot) {
  Mixer m;
  m.add(snapshot.number, snapshot.t, snapshot.epochMs, snapshot.seed, snapshot.tick, snapshot.eventsHandled,
        snapshot.chaosSchedules, snapshot.byName->size(), snapshot.events.first(), snapshot.events.end());
  for (const ServiceEntry& entry : snapshot.services) m.add(hashOf(entry));
  for (std::uint64_t seq = snapshot.events.first(); seq < snapshot.events.end(); ++seq) {
    const Event& e = snapshot.events.at(seq);
    m.add(e.seq, e.t, e.cause, e.root, e.service, e.pod, e.version, e.reason, e.facts[0], e.facts[1], e.facts[2],
          e.facts[3]);
  }
  return m.value();
}

}  // namespace perfect::storm
