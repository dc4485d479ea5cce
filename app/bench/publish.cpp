// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot after many scattered pods changed. Publishing itself is cheap because what did not change is
// shared; the price is paid by the changes that have to copy what a held snapshot still shows. So three
// figures: publishing alone; the changes with nobody holding a snapshot; the changes and publishing
// with the snapshot before still held. The third less the second is what a reader costs in all.
#include <benchmark/benchmark.h>

#include "app/bench/world.h"
#include "core/base/assert.h"

namespace perfect::bench {

namespace {

ServiceSpec quicklyHealing(std::int32_t replicas) {
  ServiceSpec spec = service(replicas, false);
  spec.podTemplate.restartBackoff.base = 1;
  spec.podTemplate.simulation.start = 1;
  return spec;
}

/// So many containers crash, drawn by chance over the whole service; their pods' records change at once.
void crash(Engine& engine, std::int32_t count) {
  ChaosCommand blow;
  blow.kind = ChaosKind::Crash;
  blow.service = "api";
  blow.count = count;
  PERFECT_ASSERT(mustApply(engine, blow).pods.size() == static_cast<std::size_t>(count));
}

void heal(Engine& engine) {
  runFor(engine, seconds(120));
  runUntilReady(engine);
}

void PublishAlone(benchmark::State& state) {
  Engine engine = settledWorld(quicklyHealing(static_cast<std::int32_t>(state.range(0))));
  std::shared_ptr<const Snapshot> held = engine.publish();
  for (auto _ : state) {
    state.PauseTiming();
    heal(engine);
    held = engine.publish();
    crash(engine, static_cast<std::int32_t>(state.range(1)));
    state.ResumeTiming();
    std::shared_ptr<const Snapshot> next = engine.publish();
    state.PauseTiming();
    PERFECT_ASSERT(next->services[0].state->counts().ready == held->services[0].state->counts().ready - state.range(1));
    next.reset();
    state.ResumeTiming();
  }
}

void ChangesAlone(benchmark::State& state) {
  Engine engine = settledWorld(quicklyHealing(static_cast<std::int32_t>(state.range(0))));
  for (auto _ : state) {
    state.PauseTiming();
    heal(engine);
    state.ResumeTiming();
    crash(engine, static_cast<std::int32_t>(state.range(1)));
  }
}

void ChangesAndPublish(benchmark::State& state) {
  Engine engine = settledWorld(quicklyHealing(static_cast<std::int32_t>(state.range(0))));
  std::shared_ptr<const Snapshot> held;
  std::shared_ptr<const Snapshot> next;
  for (auto _ : state) {
    state.PauseTiming();
    heal(engine);
    next.reset();
    held = engine.publish();
    state.ResumeTiming();
    crash(engine, static_cast<std::int32_t>(state.range(1)));
    next = engine.publish();
  }
}

constexpr benchmark::IterationCount kIterations = 20;
BENCHMARK(PublishAlone)->Args({1000000, 10000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(ChangesAlone)->Args({1000000, 10000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(ChangesAndPublish)->Args({1000000, 10000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);

}  // namespace

}  // namespace perfect::bench
