// SPDX-License-Identifier: GPL-3.0-or-later
// A window that lives in real time: what it costs while hardly anything happens, and whether its painting makes the
// controller's ticks late. The time of an iteration is how long it is looked at; the figures are the counters.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <QEventLoop>
#include <QTimer>
#include <chrono>
#include <string>

#include "app/bench/window.h"
#include "app/desktop/main_window.h"
#include "app/desktop/workspace.h"
#include "core/base/assert.h"
#include "core/manifest/manifest.h"

namespace perfect::bench {

namespace {

constexpr QSize kLiveWindow(1440, 900);
constexpr int kSettleMs = 6000;
constexpr int kLookMs = 10000;

void goOn(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  loop.exec();
}

/// Processor seconds of all threads of this process so far.
double processorSeconds() {
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(use.ru_utime) + seconds(use.ru_stime);
}

void declare(Controller& controller, std::int64_t pods, const std::string& simulation) {
  auto specs = parseManifests("apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec:\n  replicas: " +
                              std::to_string(pods) + "\n" + simulation);
  PERFECT_ASSERT(specs.ok());
  PERFECT_ASSERT(controller.send(ApplyCommand{std::move(specs).value()}));
}

/// So many pods at speed 1: how much of one core the whole process takes.
void IdleWindow(benchmark::State& state) {
  startQt();
  Controller controller(Controller::Options{});
  MainWindow window(controller, DesktopOptions{});
  window.workspace();
  window.resize(kLiveWindow);
  showPainted(window);
  declare(controller, state.range(0), {});
  goOn(kSettleMs);
  double used = 0;
  double looked = 0;
  for (auto _ : state) {
    const double before = processorSeconds();
    const auto begin = std::chrono::steady_clock::now();
    goOn(kLookMs);
    looked += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    used += processorSeconds() - before;
  }
  state.counters["core_percent"] = 100 * used / looked;
}

/// So many pods that crash all the time, at speed 5, with the window painting them: the latest tick.
void TickLagBesideTheWindow(benchmark::State& state) {
  startQt();
  Controller controller(Controller::Options{});
  MainWindow window(controller, DesktopOptions{});
  window.workspace();
  window.resize(kLiveWindow);
  showPainted(window);
  declare(controller, state.range(0), "  simulation: { jitter: 0.5, crashesPerHour: 20 }\n");
  controller.setSpeed(5000);
  for (auto _ : state) goOn(kLookMs);
  state.counters["lag_ms_max"] = 1000 * controller.clock().tickLagMax;
}

BENCHMARK(IdleWindow)->Arg(50)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(TickLagBesideTheWindow)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

}  // namespace

}  // namespace perfect::bench
