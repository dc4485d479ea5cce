// SPDX-License-Identifier: GPL-3.0-or-later
// perfect-bench: takes Google Benchmark's own options (--benchmark_filter, --benchmark_format=json …).
#include <benchmark/benchmark.h>

#include "app/runtime/allocator.h"

int main(int argc, char** argv) {
  perfect::useLargePages();  // as in perfect-system
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  if (benchmark::RunSpecifiedBenchmarks() == 0) return 2;  // a filter that matches nothing
  benchmark::Shutdown();
  return 0;
}
