// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calm phase: what may keep a world busy for ever, by when everything else must have come to rest, and how it must
// look then. Derived from manifests and pods, not from what the planners say they wait for.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/simulation/moment.h"

namespace perfect::storm {

/// This pod's probes, or its template's chance, keep it from ever becoming or staying ready.
bool isIll(const Pod& pod, const PodTemplate& podTemplate);
/// Containers of this template end again and again, or their probes flap by chance.
bool isRestless(const PodTemplate& podTemplate);

/// Nothing but a person can move its rollout: paused, or waiting for promotion.
bool waitsForPerson(const ServiceState& service);

class Unrest {
 public:
  /// Takes note of load patterns that begin and end.
  void observe(const std::vector<Event>& events);
  /// Something goes on by the clock for ever: chaos, a load pattern, crashing or flapping pods, an analysis.
  bool isRestless(const Snapshot& snapshot) const;
  bool isRestless(const ServiceEntry& entry) const;
  /// The instant by which a world without that has nothing left to do: the sum of every wait that its manifests name,
  /// each as often as there are pods that could need it one after another.
  SimTime restBound(const Snapshot& snapshot, const EngineOptions& options) const;

 private:
  std::set<ServiceIndex> m_patterns;
};

/// Requires that nothing is due any more.
void expectRest(const Snapshot& snapshot, const Unrest& unrest, const EngineOptions& options, Findings& findings);

}  // namespace perfect::storm
