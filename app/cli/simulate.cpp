// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulate.h"

#include <cstdio>
#include <utility>

#include "app/cli/exports.h"
#include "app/cli/load_inputs.h"
#include "app/cli/summary.h"
#include "app/cli/virtual_run.h"

namespace perfect {

namespace {

EngineOptions engineOptions(const Options& options, const Inputs& inputs) {
  EngineOptions engine;
  engine.seed = options.seed;
  if (!options.seedGiven && inputs.scenario) engine.seed = inputs.scenario->seed.value_or(options.seed);
  engine.tick = options.tick;
  engine.epochMs = kSimulateEpochMs;
  return engine;
}

/// Applies the manifests at t = 0. Empty, or why one was refused.
QStringList applyAll(Engine& engine, const Inputs& inputs) {
  for (const Command& apply : inputs.applies) {
    const auto applied = engine.apply(apply);
    if (!applied) return {QStringLiteral("error: %1").arg(QString::fromStdString(applied.error().message()))};
  }
  return {};
}

/// What the scenario left undone, and why, for people who read stderr.
void reportScenario(const Inputs& inputs, const Summary::Ending& ending) {
  const QByteArray file = inputs.scenarioPath.toLocal8Bit();
  for (const ScenarioFailure& failure : ending.failures) {
    std::fprintf(stderr, "%s:%d: failed: %s\n", file.constData(), failure.line, failure.message.c_str());
  }
  for (const std::string& step : ending.stepsNotReached) {
    std::fprintf(stderr, "%s: not reached: %s\n", file.constData(), step.c_str());
  }
}

Summary::Ending endingOf(const World& world) {
  Summary::Ending ending;
  ending.t = world.engine.now();
  ending.seed = world.engine.options().seed;
  ending.events = world.engine.lastSeq();
  if (world.run) {
    ending.stepsNotReached = world.run->stepsNotReached();
    ending.failures = world.run->failures();
  }
  return ending;
}

bool printSummary(const std::string& text, bool toStderr) {
  std::FILE* out = toStderr ? stderr : stdout;
  return std::fwrite(text.data(), 1, text.size(), out) == text.size() && std::fflush(out) == 0;
}

}  // namespace

ExitCode runSimulate(const Options& options) {
  auto inputs = loadInputs(options);
  if (!inputs) {
    printErrors(inputs.error().lines);
    return inputs.error().code;
  }
  World world(engineOptions(options, inputs.value()));
  Summary summary;
  std::unique_ptr<Exports> exports;
  // Set before the manifests are applied, whose events count too; the files are opened once they are known to be good.
  world.engine.setEventSink([&](const Event& event, const Names& names) {
    summary.addEvent(event, names);
    if (exports) exports->addEvent(event, names, kSimulateEpochMs);
  });
  {
    // A trial, so that nothing is created where a manifest is refused.
    Engine trial(world.engine);
    const QStringList refused = applyAll(trial, inputs.value());
    if (!refused.isEmpty()) {
      printErrors(refused);
      return ExitCode::BadUsage;
    }
  }
  auto opened = Exports::open(options);
  if (!opened) {
    printErrors({QString::fromStdString(opened.error())});
    return ExitCode::NoResource;
  }
  exports = std::move(opened).value();
  // What the world told while it was made.
  for (std::uint64_t seq = 1; seq <= world.engine.lastSeq(); ++seq) {
    if (const Event* event = world.engine.events().find(seq))
      exports->addEvent(*event, world.engine.names(), kSimulateEpochMs);
  }
  applyAll(world.engine, inputs.value());
  if (inputs.value().scenario) world.run.emplace(*inputs.value().scenario);

  VirtualRun run(world, options.forTime);
  run.onAdvanced = [&] { summary.observe(world.engine); };
  if (exports->wantsSeries()) {
    run.sampleEvery = 1000;
    run.onSample = [&] { exports->addSample(*world.engine.publish()); };
  }
  run.run();

  const Summary::Ending ending = endingOf(world);
  reportScenario(inputs.value(), ending);
  ClockState clock;
  bool written = true;
  for (const std::string& fault : exports->finish(*world.engine.publish(), clock)) {
    printErrors({QString::fromStdString(fault)});
    written = false;
  }
  const std::string text = options.summary == SummaryFormat::Json ? summary.json(ending) : summary.text(ending);
  if (!printSummary(text, exports->usesStdout()) && written) {
    printErrors({QStringLiteral("standard output: error: the summary cannot be written")});
    written = false;
  }
  if (!written) return ExitCode::NoResource;
  return ending.failures.empty() ? ExitCode::Done : ExitCode::ExpectationFailed;
}

}  // namespace perfect
