// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated second costs when nothing happens, and when one pod in a hundred is killed in it.
#include <benchmark/benchmark.h>

#include "app/bench/world.h"

namespace perfect::bench {

namespace {

void HealthySecond(benchmark::State& state) {
  Engine engine = settledWorld(service(static_cast<std::int32_t>(state.range(0)), true));
  for (auto _ : state) runFor(engine, seconds(1));
}

// As a person sees it: every second is published, too.
void HealthySecondPublished(benchmark::State& state) {
  Engine engine = settledWorld(service(static_cast<std::int32_t>(state.range(0)), true));
  std::shared_ptr<const Snapshot> held;
  for (auto _ : state) {
    runFor(engine, seconds(1));
    held = engine.publish();
  }
}

void ChurnSecond(benchmark::State& state) {
  Engine engine = settledWorld(service(static_cast<std::int32_t>(state.range(0)), true));
  ChaosScheduleCommand chaos;
  chaos.blow.service = "api";
  chaos.blow.percent = 1;
  chaos.every = seconds(1);
  mustApply(engine, chaos);
  runFor(engine, seconds(10));  // until as many pods come up as go
  const std::uint64_t before = engine.lastSeq();
  for (auto _ : state) runFor(engine, seconds(1));
  state.counters["history_events_per_second"] =
      benchmark::Counter(static_cast<double>(engine.lastSeq() - before), benchmark::Counter::kIsRate);
}

BENCHMARK(HealthySecond)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMicrosecond);
BENCHMARK(HealthySecondPublished)->Arg(1000000)->Unit(benchmark::kMicrosecond);
BENCHMARK(ChurnSecond)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace perfect::bench
