// SPDX-License-Identifier: GPL-3.0-or-later
// Worlds that never come to rest: a service whose containers crash again and again, autoscalers that follow
// a load, and a whole day with a kill a second.
#include <benchmark/benchmark.h>

#include <optional>

#include "app/bench/world.h"
#include "core/base/assert.h"

namespace perfect::bench {

namespace {

/// Every container dies after a second; the waits between have grown to their longest.
void CrashLoopMinute(benchmark::State& state) {
  ServiceSpec spec = service(static_cast<std::int32_t>(state.range(0)), true);
  spec.podTemplate.simulation.crashAfter = seconds(1);
  spec.podTemplate.simulation.jitterMilli = 500;
  Engine engine;
  mustApply(engine, ApplyCommand{{spec}});
  engine.settle();
  runFor(engine, seconds(300));
  const std::uint64_t before = engine.lastSeq();
  for (auto _ : state) runFor(engine, seconds(60));  // their waves come twice a minute
  PERFECT_ASSERT(engine.lastSeq() > before);
  state.counters["history_events_per_second"] =
      benchmark::Counter(static_cast<double>(engine.lastSeq() - before), benchmark::Counter::kIsRate);
}

/// Services of up to ten pods, each under a load that rises and falls.
void AutoscaleMinute(benchmark::State& state) {
  const auto services = static_cast<std::int32_t>(state.range(0));
  ApplyCommand apply;
  for (std::int32_t i = 0; i < services; ++i) {
    ServiceSpec spec = service(3, true);
    spec.name = "api-" + std::to_string(i);
    spec.autoscale.emplace();
    apply.services.push_back(std::move(spec));
  }
  Engine engine;
  mustApply(engine, apply);
  for (const ServiceSpec& spec : apply.services) {
    LoadPattern wave;
    wave.shape = LoadShape::Sine;
    wave.from = 60;
    wave.to = 500;
    wave.period = seconds(120);
    wave.every = seconds(1);
    mustApply(engine, LoadCommand{spec.name, {}, {}, wave});
  }
  engine.settle();
  runFor(engine, seconds(300));
  const std::uint64_t before = engine.lastSeq();
  for (auto _ : state) runFor(engine, seconds(60));
  PERFECT_ASSERT(engine.lastSeq() > before);
}

/// 24 simulated hours with one kill a second, by a schedule or by hand, and a crash an hour in every pod.
void longRun(benchmark::State& state, bool byHand) {
  ServiceSpec spec = service(static_cast<std::int32_t>(state.range(0)), true);
  spec.podTemplate.simulation.crashesPerHourMilli = 1000;
  constexpr Millis kDay = 24 * 3600 * 1000;
  ChaosScheduleCommand chaos;
  chaos.blow.service = spec.name;
  chaos.blow.count = 1;
  chaos.every = seconds(1);
  for (auto _ : state) {
    std::optional<Engine> engine(std::in_place);
    mustApply(*engine, ApplyCommand{{spec}});
    if (byHand) {
      for (SimTime t = 0; t < kDay; t += chaos.every) {
        runFor(*engine, chaos.every);
        mustApply(*engine, chaos.blow);
      }
    } else {
      mustApply(*engine, chaos);
      runFor(*engine, kDay);
    }
    state.PauseTiming();
    const KeptSizes kept = engine->keptSizes();
    state.counters["kept_roots"] = static_cast<double>(kept.roots);
    state.counters["kept_timers"] = static_cast<double>(kept.timers);
    engine.reset();
    state.ResumeTiming();
  }
}

void LongRun(benchmark::State& state) { longRun(state, false); }
void LongRunByHand(benchmark::State& state) { longRun(state, true); }

BENCHMARK(CrashLoopMinute)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(AutoscaleMinute)->RangeMultiplier(10)->Range(10, 10000)->Unit(benchmark::kMillisecond);
BENCHMARK(LongRun)->RangeMultiplier(10)->Range(1000, 100000)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(LongRunByHand)->Arg(1000)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace

}  // namespace perfect::bench
