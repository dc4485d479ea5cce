// SPDX-License-Identifier: GPL-3.0-or-later
//
// The mutable state of the simulated world: services, their pods, the counters kept beside them and the
// log of what happened. It keeps these consistent with one another; it decides nothing.
// Invariants: a pod is in exactly one list of its version, the one its state demands; PodCounts equal
// what a recount would find; every event has a smaller cause.
// Thread rule: one thread at a time.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/events/event_log.h"
#include "core/events/root_ledger.h"
#include "core/events/texts.h"
#include "core/model/command.h"
#include "core/model/service_state.h"
#include "core/sim/pod_table.h"
#include "core/sim/port_pool.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

enum class PodListKind : std::uint8_t { Pending, NotReady, Ready, Terminating };

/// Pods of one version in one state, linked through Pod::prev and Pod::next in order of arrival.
struct PodList {
  PodOrdinal head = kNoPod;
  PodOrdinal tail = kNoPod;
};

/// The lists of one version. Ready pods stand in the order in which victims are taken, from the tail; only
/// within an instant in which very many became ready at once that order may have to be made first.
struct PodLists {
  std::array<PodList, 4> all;
  std::set<SimTime> unsorted;  ///< such instants

  PodList& of(PodListKind kind) { return all[static_cast<std::size_t>(kind)]; }
  const PodList& of(PodListKind kind) const { return all[static_cast<std::size_t>(kind)]; }
};

/// Where an event comes from: what led to it, and what its chain begins with.
struct Origin {
  std::uint64_t cause = 0;
  std::uint64_t root = 0;
};

/// One service with what only the engine needs.
struct ServiceRecord {
  ServiceState state;
  PodTable pods;
  std::vector<PodLists> lists;  ///< by version
  std::uint64_t key = 0;        ///< its part of the place of draws
  SimTime wakeAt = kNever;      ///< the planner wants to look then
  SimTime plannedAt = kNever;   ///< last look
  bool dirty = false;           ///< the Agent saw something the planner should see
  bool queued = false;          ///< is to be planned at the next tick
  bool changed = true;          ///< differs from what was published
  Origin trigger;               ///< newest event the planner may act on; written by Cluster::setTrigger()
  Origin alertOrigin;           ///< what the present alert status came from, or was told of it since; setAlertOrigin()
  std::shared_ptr<const ServiceState> published;
  std::shared_ptr<const PodTable> publishedPods;
};

class Cluster {
 public:
  using EventSink = std::function<void(const Event&, const Names&)>;

  Cluster() = default;
  Cluster(const Cluster& other);
  Cluster& operator=(const Cluster&) = delete;

  // Services
  ServiceRecord* find(std::string_view name);
  const ServiceRecord* find(std::string_view name) const;
  /// nullptr where the service is gone.
  ServiceRecord* at(ServiceIndex index) { return m_services[index].get(); }
  ServiceRecord& addService(const ServiceSpec& spec, SimTime now);
  /// Requires that it has no pods.
  void removeService(ServiceRecord& service);
  const std::vector<std::unique_ptr<ServiceRecord>>& services() const { return m_services; }
  /// A new version with this template; `salt` makes it different from an equal template.
  VersionIndex addVersion(ServiceRecord& service, const PodTemplate& podTemplate, std::uint32_t salt);

  // Pods. leave() before a change of state, readiness, restarts or version; enter() after it.
  Pod& createPod(ServiceRecord& service, VersionIndex version, SimTime now);
  void leave(ServiceRecord& service, Pod& pod);
  void enter(ServiceRecord& service, Pod& pod);
  /// Takes the pod out of the world. Requires leave() before.
  void removePod(ServiceRecord& service, PodOrdinal ordinal);
  /// Up to `count` victims of a scale-down, in the documented order.
  std::vector<PodOrdinal> victims(ServiceRecord& service, VersionIndex version, std::int32_t count);
  /// The template of the pod's version.
  static const PodTemplate& templateOf(const ServiceRecord& service, const Pod& pod) {
    return *service.state.versions[static_cast<std::size_t>(pod.version)].podTemplate;
  }
  static bool broken(const ServiceRecord& service, const Pod& pod) {
    return pod.readinessBroken || pod.livenessBroken ||
           service.state.versions[static_cast<std::size_t>(pod.version)].declaredUnhealthy;
  }
  /// Sums up requests until `now`; to be called before counts of ready pods, load or traffic change.
  static void account(ServiceRecord& service, SimTime now);
  static void markChanged(ServiceRecord& service) { service.changed = true; }

  // Events
  /// Appends an event about a service (or, without one, the whole); returns its origin for what follows from it.
  Origin tell(ServiceRecord* service, SimTime t, Reason reason, Origin origin, const Facts& facts = {},
              VersionIndex version = kNoVersion, std::string text = {});
  /// Appends an event about a service that is not there any more.
  Origin tellGone(ServiceIndex gone, SimTime t, Reason reason, Origin origin, const Facts& facts, std::string text);
  /// Appends an event about a pod that follows from the pod's last one (or from `origin`), and makes it the pod's last.
  Origin tellPod(ServiceRecord& service, Pod& pod, SimTime t, Reason reason, const Facts& facts = {});
  Origin tellPod(ServiceRecord& service, Pod& pod, SimTime t, Reason reason, Origin origin, const Facts& facts);
  /// While a Command is applied: events that begin a chain are kept readable for as long as something refers to them.
  void setCommanding(bool commanding) { m_commanding = commanding; }
  /// What the planner does next follows from this.
  void setTrigger(ServiceRecord& service, Origin origin) { keepOrigin(service.trigger, origin); }
  /// What is told of the service's alert next follows from this.
  void setAlertOrigin(ServiceRecord& service, Origin origin) { keepOrigin(service.alertOrigin, origin); }
  /// Something outside the cluster begins, or ceases, to need this chain's beginning.
  void hold(Origin origin) { m_roots.hold(origin.root); }
  void release(Origin origin) { m_roots.release(origin.root); }

  const EventLog& log() const { return m_log; }
  const Names& names() const { return m_names; }
  std::shared_ptr<const Names> publishedNames();
  std::shared_ptr<const RootEvents> publishedRoots() { return m_roots.published(); }
  /// The newest event that a Command began a chain with; seq 0: none yet.
  const Event& newestCommand() const { return m_newestCommand; }
  std::shared_ptr<const ServicePositions> positions(std::vector<ServiceEntry>& entries);
  std::size_t keptRoots() const { return m_roots.size(); }
  void setEventSink(EventSink sink) { m_sink = std::move(sink); }
  std::string podId(const ServiceRecord& service, const Pod& pod) const;

 private:
  /// `kept` follows `origin` from now on; the ledger counts what it refers to.
  void keepOrigin(Origin& kept, Origin origin);
  Origin append(ServiceRecord* service, Event event);
  void unlink(ServiceRecord& service, Pod& pod, PodList& list);
  void sortInstant(ServiceRecord& service, VersionIndex version, SimTime readySince);
  void linkBehind(ServiceRecord& service, Pod& pod, PodList& list, PodOrdinal before);
  void count(ServiceRecord& service, const Pod& pod, std::int32_t by);

  std::vector<std::unique_ptr<ServiceRecord>> m_services;
  ServicePositions m_byName;  ///< name -> ServiceIndex
  EventLog m_log;
  RootLedger m_roots;
  Event m_newestCommand;
  Names m_names;
  PortPool m_ports;
  EventSink m_sink;
  bool m_commanding = false;
  std::shared_ptr<const Names> m_publishedNames;
  std::shared_ptr<const ServicePositions> m_positions;  ///< name -> place among the services that exist
};

}  // namespace perfect
