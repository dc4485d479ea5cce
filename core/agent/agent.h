// SPDX-License-Identifier: GPL-3.0-or-later
//
// The simulated Agent (a cluster's kubelet): what happens inside a pod, and when. It executes what the
// controller asked for and lets the consequences follow: start, boot, probe outcomes, crashes, graceful
// stops, restarts with back-off.
// Invariant: a pod has at most one entry in the queue that counts, for Pod::timer, the earliest of
// everything that can happen to it by itself; a healthy pod has none. Entries that do not count any more
// are dropped when they come up, or all at once when they have become more than those that do.
// Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "core/agent/probing.h"
#include "core/base/chance.h"
#include "core/sim/cluster.h"
#include "core/sim/timing_wheel.h"

namespace perfect {

class Agent {
 public:
  Agent(Cluster& cluster, TimingWheel& queue, std::uint64_t seed)
      : m_cluster(&cluster), m_queue(&queue), m_seed(seed) {}

  /// The same Agent for a copy of its world.
  Agent copyFor(Cluster& cluster, TimingWheel& queue) const {
    Agent copy = *this;
    copy.m_cluster = &cluster;
    copy.m_queue = &queue;
    return copy;
  }

  /// A new pod of this version; its container begins to start.
  void create(ServiceRecord& service, VersionIndex version, SimTime now, Reason reason, Origin origin,
              const Facts& facts);
  /// Tells the pod to stop; it is gone after shutdownSeconds, at the latest after the grace period.
  void terminate(ServiceRecord& service, Pod& pod, SimTime now, Reason reason, Origin origin, const Facts& facts);
  /// Ends the container now; its pod restarts it after the back-off. Requires a running container.
  void crash(ServiceRecord& service, Pod& pod, SimTime now, Reason reason, Origin origin, const Facts& facts);
  /// Switches the health that probes and requests find. Requires a pod that is not terminating.
  void switchHealth(ServiceRecord& service, Pod& pod, SimTime now, const HealthCommand& health, Origin origin);
  /// minReadySeconds has changed: looks at every ready pod again.
  void reviewAvailability(ServiceRecord& service, SimTime now);

  /// Takes an entry of the queue that is due now. False: it did not count any more.
  bool fire(const TimingWheel::Entry& entry, SimTime now);
  /// Pods with something to come.
  std::int64_t pendingTimers() const { return m_pending; }

 private:
  static constexpr std::size_t kSweepFrom = 4096;
  using Service = ServiceRecord;
  std::uint64_t bits(Purpose purpose, const Service& service, const Pod& pod, std::uint64_t n) const;
  ProbeCourse course(ProbeType kind, const Service& service, const Pod& pod) const;
  static const std::optional<Probe>& probeOf(ProbeType kind, const PodTemplate& podTemplate);
  static ProbeMemory memoryOf(ProbeType kind, const Pod& pod);
  static void remember(ProbeType kind, Pod& pod, const ProbeMemory& memory);
  static bool probed(ProbeType kind, const Service& service, const Pod& pod);

  /// Its next outcomes are successes, as its result is: nothing to compute.
  static bool quiet(ProbeType kind, const Service& service, const Pod& pod);
  SimTime nextProbeEffect(const Service& service, const Pod& pod) const;
  SimTime crashTime(const Service& service, const Pod& pod) const;
  void schedule(Service& service, Pod& pod);
  void sweepQueue();
  void run(Service& service, Pod& pod, SimTime now);
  void startAgain(Service& service, Pod& pod, SimTime now);
  void containerEnds(Service& service, Pod& pod, SimTime now);
  void stopContainer(Service& service, Pod& pod, SimTime now, ProbeType probe);
  void backOff(Service& service, Pod& pod, SimTime now);
  void gone(Service& service, Pod& pod, SimTime now);
  void fireRunning(Service& service, Pod& pod, SimTime now);
  bool fireProbe(ProbeType kind, Service& service, Pod& pod, SimTime now);
  void settleReadiness(Service& service, Pod& pod, SimTime now);
  void freshContainer(Service& service, Pod& pod, SimTime now);
  void note(Service& service, Origin origin);

  Cluster* m_cluster;
  TimingWheel* m_queue;
  std::uint64_t m_seed;
  std::int64_t m_pending = 0;
  std::size_t m_sweepAt = kSweepFrom;  ///< so many entries are worth a look for those that do not count
};

}  // namespace perfect
