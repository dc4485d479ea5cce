// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a scenario. What it names is read from memory. A refused one names place and reason; an accepted
// one runs for some simulated seconds, and every failure it meets has a line.
#include <algorithm>

#include "core/scenario/scenario_run.h"
#include "tests/fuzz/entry.h"
#include "tests/fuzz/small_world.h"

using namespace perfect;
using namespace perfect::fuzz;

namespace {

constexpr SimTime kRunTime = 20000;

Result<std::string> readFromMemory(const std::string& path) {
  if (path.find("api") == std::string::npos) return Result<std::string>::failure(path + ": there is no such file");
  return std::string(
      "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  replicas: 3\n"
      "  readinessProbe: {httpGet: {path: /healthz}}\n");
}

bool isSmall(const Scenario& scenario) {
  std::int64_t pods = 0;
  for (const ScenarioStep& step : scenario.steps) {
    if (const auto* command = std::get_if<Command>(&step.what)) pods += podsOf(*command);
  }
  return pods <= kMostPods;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = textOf(data, size);
  static_cast<void>(looksLikeScenario(text));
  auto parsed = parseScenario(text, readFromMemory);
  if (!parsed) {
    checkErrors(parsed.error());
    return 0;
  }
  if (!isSmall(parsed.value())) return 0;
  Engine engine;
  ScenarioRun run(std::move(parsed).value());
  run.advanceTo(engine, kRunTime);
  run.settle(engine);
  for (const ScenarioFailure& failure : run.failures()) {
    check(failure.line >= 1 && !failure.message.empty(), "a failure has a line and a reason:", failure.message);
    check(failure.t >= 0 && failure.t <= kRunTime, "a failure has its time:", failure.message);
  }
  check(run.finished() || engine.now() == kRunTime, "a run that goes on has come to its time");
  check(engine.publish()->events.end() >= 1, "the world can be shown");
  return 0;
}
