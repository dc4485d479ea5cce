// SPDX-License-Identifier: GPL-3.0-or-later
// The largest manifest that is accepted: one MiB of services as people write them.
#include <benchmark/benchmark.h>

#include <string>

#include "core/base/assert.h"
#include "core/manifest/manifest.h"

namespace perfect::bench {

namespace {

std::string documents(std::size_t bytes) {
  std::string text;
  for (int i = 0;; ++i) {
    const std::string document =
        "---\napiVersion: v1\nkind: Service\nmetadata:\n  name: api-" + std::to_string(i) +
        "\nspec:\n  replicas: 3\n  image: local://demo@v1\n  env:\n    - name: HEALTHY\n"
        "      value: \"1\"\n  readinessProbe:\n    httpGet: { path: /healthz }\n"
        "    initialDelaySeconds: 1\n    periodSeconds: 2\n    failureThreshold: 3\n"
        "  rollout:\n    strategy: Canary\n    steps:\n      - percent: 25\n      - percent: 50\n"
        "      - percent: 100\n    pauseSeconds: 5\n";
    if (text.size() + document.size() > bytes) return text;
    text += document;
  }
}

void ParseManifest(benchmark::State& state) {
  const std::string text = documents(static_cast<std::size_t>(state.range(0)));
  std::size_t services = 0;
  for (auto _ : state) {
    const auto parsed = parseManifests(text);
    PERFECT_ASSERT(parsed.ok());
    services = parsed.value().size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * static_cast<std::int64_t>(state.iterations()));
  state.counters["services"] = static_cast<double>(services);
}

BENCHMARK(ParseManifest)
    ->Arg(1024)
    ->Arg(10240)
    ->Arg(102400)
    ->Arg(static_cast<std::int64_t>(kMaxManifestBytes))
    ->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace perfect::bench
