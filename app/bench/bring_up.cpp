// SPDX-License-Identifier: GPL-3.0-or-later
// From apply to all ready. A lifecycle event is one of: pod created, container started, pod became ready;
// each is a line of the history with its cause, and each changes the pod's record and its service's counters.
#include <benchmark/benchmark.h>

#include <optional>

#include "app/bench/world.h"
#include "core/base/assert.h"

namespace perfect::bench {

namespace {

constexpr std::int64_t kLifecycleEventsPerPod = 3;

void bringUp(benchmark::State& state, bool probes) {
  const auto replicas = static_cast<std::int32_t>(state.range(0));
  const ApplyCommand apply{{service(replicas, probes)}};
  for (auto _ : state) {
    std::optional<Engine> engine(std::in_place);
    const std::uint64_t before = engine->lastSeq();
    mustApply(*engine, apply);
    engine->settle();
    runUntilReady(*engine);
    state.PauseTiming();
    PERFECT_ASSERT(engine->lastSeq() - before >= static_cast<std::uint64_t>(kLifecycleEventsPerPod * replicas));
    engine.reset();
    state.ResumeTiming();
  }
  state.counters["lifecycle_events_per_second"] = benchmark::Counter(
      static_cast<double>(state.iterations() * kLifecycleEventsPerPod * replicas), benchmark::Counter::kIsRate);
}

void BringUp(benchmark::State& state) { bringUp(state, false); }
void BringUpWithProbes(benchmark::State& state) { bringUp(state, true); }

// Pods spread over services of a hundred each.
void BringUpServices(benchmark::State& state) {
  const auto services = static_cast<std::int32_t>(state.range(0));
  constexpr std::int32_t kReplicas = 100;
  ApplyCommand apply;
  for (std::int32_t i = 0; i < services; ++i) {
    apply.services.push_back(service(kReplicas, false));
    apply.services.back().name = "api-" + std::to_string(i);
  }
  for (auto _ : state) {
    std::optional<Engine> engine(std::in_place);
    mustApply(*engine, apply);
    engine->settle();
    runFor(*engine, seconds(1));
    state.PauseTiming();
    for (const ServiceSpec& spec : apply.services)
      PERFECT_ASSERT(engine->service(spec.name)->counts().ready == kReplicas);
    engine.reset();
    state.ResumeTiming();
  }
  state.counters["lifecycle_events_per_second"] =
      benchmark::Counter(static_cast<double>(state.iterations() * kLifecycleEventsPerPod * services * kReplicas),
                         benchmark::Counter::kIsRate);
}

BENCHMARK(BringUp)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(BringUpWithProbes)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(BringUpServices)->RangeMultiplier(10)->Range(10, 10000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace perfect::bench
