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

/// What changes a pod, drawn by chance over the whole service. Health changes its record alone; a crash takes it out of
/// the list of ready pods, too, and so changes its two neighbours there.
enum class Change : std::uint8_t { Health, Crash };

ServiceSpec quicklyHealing(std::int32_t replicas) {
  ServiceSpec spec = service(replicas, false);
  spec.podTemplate.restartBackoff.base = 1;
  spec.podTemplate.simulation.start = 1;
  return spec;
}

void change(Engine& engine, Change what, std::int32_t count) {
  if (what == Change::Crash) {
    ChaosCommand blow;
    blow.kind = ChaosKind::Crash;
    blow.service = "api";
    blow.count = count;
    PERFECT_ASSERT(mustApply(engine, blow).pods.size() == static_cast<std::size_t>(count));
    return;
  }
  HealthCommand health;
  health.service = "api";
  health.count = count;
  PERFECT_ASSERT(mustApply(engine, health).pods.size() == static_cast<std::size_t>(count));
}

void heal(Engine& engine) {
  mustApply(engine, ChaosStopCommand{});
  runFor(engine, seconds(120));
  runUntilReady(engine);
}

void publishAlone(benchmark::State& state, Change what) {
  Engine engine = settledWorld(quicklyHealing(static_cast<std::int32_t>(state.range(0))));
  std::shared_ptr<const Snapshot> held;
  std::shared_ptr<const Snapshot> next;
  for (auto _ : state) {
    state.PauseTiming();
    heal(engine);
    next.reset();
    held = engine.publish();
    change(engine, what, static_cast<std::int32_t>(state.range(1)));
    state.ResumeTiming();
    next = engine.publish();
  }
}

void changesAlone(benchmark::State& state, Change what) {
  Engine engine = settledWorld(quicklyHealing(static_cast<std::int32_t>(state.range(0))));
  for (auto _ : state) {
    state.PauseTiming();
    heal(engine);
    state.ResumeTiming();
    change(engine, what, static_cast<std::int32_t>(state.range(1)));
  }
}

void changesAndPublish(benchmark::State& state, Change what) {
  Engine engine = settledWorld(quicklyHealing(static_cast<std::int32_t>(state.range(0))));
  std::shared_ptr<const Snapshot> held;
  std::shared_ptr<const Snapshot> next;
  for (auto _ : state) {
    state.PauseTiming();
    heal(engine);
    next.reset();
    held = engine.publish();
    state.ResumeTiming();
    change(engine, what, static_cast<std::int32_t>(state.range(1)));
    next = engine.publish();
  }
}

void PublishAlone(benchmark::State& state) { publishAlone(state, Change::Health); }
void ChangesAlone(benchmark::State& state) { changesAlone(state, Change::Health); }
void ChangesAndPublish(benchmark::State& state) { changesAndPublish(state, Change::Health); }
void CrashPublishAlone(benchmark::State& state) { publishAlone(state, Change::Crash); }
void CrashesAlone(benchmark::State& state) { changesAlone(state, Change::Crash); }
void CrashesAndPublish(benchmark::State& state) { changesAndPublish(state, Change::Crash); }

/// One pod in a hundred changes.
void sizes(benchmark::internal::Benchmark* benchmark) {
  for (std::int64_t pods = 1000; pods <= 1000000; pods *= 10) benchmark->Args({pods, pods / 100});
  benchmark->Unit(benchmark::kMillisecond)->Iterations(20);
}
BENCHMARK(PublishAlone)->Apply(sizes);
BENCHMARK(ChangesAlone)->Apply(sizes);
BENCHMARK(ChangesAndPublish)->Apply(sizes);
BENCHMARK(CrashPublishAlone)->Apply(sizes);
BENCHMARK(CrashesAlone)->Apply(sizes);
BENCHMARK(CrashesAndPublish)->Apply(sizes);

}  // namespace

}  // namespace perfect::bench
