// SPDX-License-Identifier: GPL-3.0-or-later
// From nothing to the first picture: our window on a running controller beside a QMainWindow with one chart; and to the
// first picture of the window with all of its rooms, charts excepted.
#include <benchmark/benchmark.h>

#include <QChartView>
#include <QLineSeries>
#include <QMainWindow>

#include "app/bench/window.h"
#include "app/desktop/main_window.h"

namespace perfect::bench {

namespace {

constexpr QSize kWindow(1440, 900);
constexpr int kPoints = 600;

void FirstPaintOfOneChart(benchmark::State& state) {
  startQt();
  for (auto _ : state) {
    QMainWindow window;
    auto* line = new QLineSeries;
    QList<QPointF> points;
    for (int i = 0; i < kPoints; ++i) points.append(QPointF(i, i % 60));
    line->replace(points);
    auto* chart = new QChart;
    chart->addSeries(line);
    chart->createDefaultAxes();
    window.setCentralWidget(new QChartView(chart));
    window.resize(kWindow);
    showPainted(window);
    state.PauseTiming();
    window.hide();
    state.ResumeTiming();
  }
}

void FirstPaintOfTheWindow(benchmark::State& state) {
  startQt();
  Controller::Options options;
  options.startPaused = true;
  Controller controller(options);
  for (auto _ : state) {
    MainWindow window(controller, DesktopOptions{});
    window.resize(kWindow);
    showPainted(window);
    state.PauseTiming();
    window.hide();
    state.ResumeTiming();
  }
}

void FirstPaintOfTheRooms(benchmark::State& state) {
  startQt();
  Controller::Options options;
  options.startPaused = true;
  Controller controller(options);
  for (auto _ : state) {
    MainWindow window(controller, DesktopOptions{});
    window.resize(kWindow);
    window.workspace();
    showPainted(window);
    state.PauseTiming();
    window.hide();
    state.ResumeTiming();
  }
}

BENCHMARK(FirstPaintOfOneChart)->Unit(benchmark::kMillisecond);
BENCHMARK(FirstPaintOfTheWindow)->Unit(benchmark::kMillisecond);
BENCHMARK(FirstPaintOfTheRooms)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace perfect::bench
