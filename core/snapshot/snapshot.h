// SPDX-License-Identifier: GPL-3.0-or-later
//
// The immutable picture of one moment that everything outside the engine reads: Grid, charts, REST,
// exports. Cheap to make and to hold, because what did not change is shared with the one before.
// Thread rule: immutable once published; any thread may read and keep it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/event_log.h"
#include "core/events/root_events.h"
#include "core/events/texts.h"
#include "core/model/service_state.h"
#include "core/sim/pod_table.h"

namespace perfect {

/// A pod as readers see it: the record plus what its service knows.
struct PodView {
  Pod pod;
  const ServiceState* service = nullptr;
  const VersionState* version = nullptr;

  std::string id() const;
  bool serving() const { return pod.ready && service->serves(pod.version); }
};

/// One service and its pods.
struct ServiceEntry {
  std::shared_ptr<const ServiceState> state;
  std::shared_ptr<const PodTable> pods;
};

using ServicePositions = std::map<std::string, std::uint32_t, std::less<>>;

struct Snapshot {
  std::uint64_t number = 0;  ///< counts publications of a session
  SimTime t = 0;
  std::int64_t epochMs = 0;
  std::uint64_t seed = 0;
  Millis tick = 1000;
  std::uint64_t eventsHandled = 0;                 ///< agent effects since t = 0
  std::vector<ServiceEntry> services;              ///< in order of creation; deleted ones are left out
  std::shared_ptr<const ServicePositions> byName;  ///< name -> position in services
  EventLogView events;
  std::shared_ptr<const Names> names;
  /// Events that Commands made, for as long as pods or events refer to them, also when the log has forgotten them.
  std::shared_ptr<const RootEvents> roots;
  Event newestCommand;  ///< the newest event that a Command began a chain with; seq 0: none yet
  std::int32_t chaosSchedules = 0;
  AlertSettings alerts;  ///< the knobs in force

  const ServiceEntry* find(std::string_view service) const;
  /// Calls visit(PodView) for pods of a service in order of creation, beginning with ordinal `from`, until it returns false.
  template <typename Visit>
  static void forEachPod(const ServiceEntry& entry, PodOrdinal from, Visit&& visit);
  /// The pod with this id, if it is there.
  std::optional<PodView> pod(std::string_view id) const;
  /// The newest event about a pod that is still known: its last one, or else the one its story began with.
  std::uint64_t newestEvent(const Pod& pod) const { return events.contains(pod.lastEvent) ? pod.lastEvent : pod.root; }
  /// The event a chain begins with, if it is still known: always where a Command made it and a pod or an event refers to it.
  const Event* root(std::uint64_t seq) const { return events.contains(seq) ? &events.at(seq) : roots->find(seq); }
  /// Pods that are present (terminating ones too), over all services.
  std::int64_t podCount() const;
};

template <typename Visit>
void Snapshot::forEachPod(const ServiceEntry& entry, PodOrdinal from, Visit&& visit) {
  entry.pods->forEach(from, [&](const Pod& pod) {
    return visit(PodView{pod, entry.state.get(), &entry.state->versions[static_cast<std::size_t>(pod.version)]});
  });
}

/// The chain of causes of an event, oldest first, ending with the event itself; links that have left
/// memory are missing, the root (when a Command made it) is always there.
std::vector<Event> causes(const Snapshot& snapshot, std::uint64_t seq);

}  // namespace perfect
