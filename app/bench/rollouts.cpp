// SPDX-License-Identifier: GPL-3.0-or-later
// A whole rollout from apply of the new version until it is complete and the old pods are gone.
#include <benchmark/benchmark.h>

#include <optional>

#include "app/bench/world.h"

namespace perfect::bench {

namespace {

void rollOut(benchmark::State& state, Strategy strategy) {
  const ServiceSpec v1 = service(static_cast<std::int32_t>(state.range(0)), true, strategy);
  ServiceSpec v2 = v1;
  v2.podTemplate.image = "local://demo@v2";
  std::uint64_t events = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::optional<Engine> engine(settledWorld(v1));
    const std::uint64_t before = engine->lastSeq();
    state.ResumeTiming();
    mustApply(*engine, ApplyCommand{{v2}});
    engine->settle();
    runUntilComplete(*engine);
    state.PauseTiming();
    events += engine->lastSeq() - before;
    engine.reset();
    state.ResumeTiming();
  }
  state.counters["history_events_per_second"] =
      benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}

void RollOutBlueGreen(benchmark::State& state) { rollOut(state, Strategy::BlueGreen); }
void RollOutCanary(benchmark::State& state) { rollOut(state, Strategy::Canary); }
void RollOutRollingUpdate(benchmark::State& state) { rollOut(state, Strategy::RollingUpdate); }
void RollOutRecreate(benchmark::State& state) { rollOut(state, Strategy::Recreate); }

BENCHMARK(RollOutBlueGreen)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(RollOutCanary)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(RollOutRollingUpdate)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(RollOutRecreate)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace perfect::bench
