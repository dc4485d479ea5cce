// SPDX-License-Identifier: GPL-3.0-or-later
//
// The simulated system as metrics: services, pods, restarts, rollouts, autoscaling, events, alerts, requests.
// Costs the number of services, whatever their pods. Pure; any thread.
#pragma once

#include "app/rest/metrics_text.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

void writeSimulationMetrics(MetricsText& out, const Snapshot& snapshot);

}  // namespace perfect
