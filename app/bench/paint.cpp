// SPDX-License-Identifier: GPL-3.0-or-later
// The Grid's picture at 1600x900 on the software rasteriser: what one frame costs, from the request to paint until the
// window's picture is complete. Taking over what changed (setFrame) is a figure of its own.
#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QImage>
#include <array>
#include <cstring>

#include "app/bench/window.h"
#include "app/bench/world.h"
#include "app/desktop/grid/grid_view.h"
#include "core/base/assert.h"

namespace perfect::bench {

namespace {

constexpr QSize kView(1600, 900);

/// Two pictures of one world that differ in so many pods, scattered by chance. Shown in turns, each is news.
class Turns {
 public:
  Turns(std::int32_t pods, std::int32_t changed) : m_engine(settledWorld(service(pods, false))) {
    m_frames[0].snapshot = m_engine.publish();
    HealthCommand health;
    health.service = "api";
    health.count = changed;
    PERFECT_ASSERT(mustApply(m_engine, health).pods.size() == static_cast<std::size_t>(changed));
    m_frames[1].snapshot = m_engine.publish();
  }
  const Frame& next() { return m_frames[m_turn++ % 2]; }

 private:
  Engine m_engine;
  std::array<Frame, 2> m_frames;
  std::size_t m_turn = 0;
};

void show(GridView& grid, const Frame& frame) {
  grid.setMotion(false);
  grid.resize(kView);
  showPainted(grid);
  grid.setFrame(frame);
  grid.viewport()->repaint();
}

/// Paints what the last frame asked to be painted, as the event loop would.
void paintWanted(GridView& grid) { QCoreApplication::sendPostedEvents(&grid, QEvent::UpdateRequest); }

/// pods, changed.
void GridPaint(benchmark::State& state) {
  startQt();
  Turns turns(static_cast<std::int32_t>(state.range(0)), static_cast<std::int32_t>(state.range(1)));
  GridView grid;
  show(grid, turns.next());
  for (auto _ : state) {
    state.PauseTiming();
    grid.setFrame(turns.next());
    state.ResumeTiming();
    paintWanted(grid);
  }
}

/// The same frames, what is done before painting.
void GridTake(benchmark::State& state) {
  startQt();
  Turns turns(static_cast<std::int32_t>(state.range(0)), static_cast<std::int32_t>(state.range(1)));
  GridView grid;
  show(grid, turns.next());
  for (auto _ : state) {
    grid.setFrame(turns.next());
    state.PauseTiming();
    paintWanted(grid);
    state.ResumeTiming();
  }
}

/// pods, tile width: the Grid scrolls where they do not fit, and every tile in sight is drawn anew.
void GridTilesPaint(benchmark::State& state) {
  startQt();
  const auto pods = static_cast<std::int32_t>(state.range(0));
  Turns turns(pods, pods);
  GridView grid;
  show(grid, turns.next());
  grid.setTileWidth(static_cast<int>(state.range(1)));
  for (auto _ : state) {
    state.PauseTiming();
    grid.setFrame(turns.next());
    state.ResumeTiming();
    paintWanted(grid);
  }
}

/// What no painting can go below: every point of the view moved once. Tells how busy the machine's memory is.
void PictureCopy(benchmark::State& state) {
  QImage from(kView, QImage::Format_RGB32);
  from.fill(Qt::black);
  QImage to = from.copy();
  for (auto _ : state) {
    std::memcpy(to.bits(), from.constBits(), static_cast<std::size_t>(from.sizeInBytes()));
    benchmark::ClobberMemory();
  }
}

constexpr benchmark::IterationCount kIterations = 40;
BENCHMARK(PictureCopy)->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(GridPaint)->Args({1000000, 1000000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(GridPaint)->Args({1000000, 10000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(GridPaint)->Args({1000000, 1000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(GridTake)->Args({1000000, 1000000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(GridTake)->Args({1000000, 10000})->Unit(benchmark::kMillisecond)->Iterations(kIterations);
BENCHMARK(GridTilesPaint)->ArgsProduct({{5000}, {0, 40, 84}})->Unit(benchmark::kMillisecond)->Iterations(kIterations);

}  // namespace

}  // namespace perfect::bench
