// SPDX-License-Identifier: GPL-3.0-or-later
//
// The worlds that the benchmarks measure: one service of N pods, brought up and settled.
// Thread rule: one thread.
#pragma once

#include <cstdint>

#include "core/sim/engine.h"

namespace perfect::bench {

/// A service "api" of so many pods; with probes: the readiness and liveness probe of the example api-v1.
ServiceSpec service(std::int32_t replicas, bool probes, Strategy strategy = Strategy::BlueGreen);

/// Does what the engine has to do, instant after instant, until all desired pods are ready. Requires that they will be.
void runUntilReady(Engine& engine);
/// The same until the rollout is complete and no pod is left that terminates.
void runUntilComplete(Engine& engine);
/// So many simulated milliseconds, everything due at their end included.
void runFor(Engine& engine, Millis duration);

/// An engine whose service has come up and in which nothing is pending.
Engine settledWorld(const ServiceSpec& spec);

/// The Command must be accepted; a benchmark of a refused one would measure nothing.
Outcome mustApply(Engine& engine, const Command& command);

}  // namespace perfect::bench
