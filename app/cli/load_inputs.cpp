// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_inputs.h"

#include <cstdio>
#include <utility>

#include "app/runtime/demo.h"
#include "app/runtime/load_files.h"

namespace perfect {

void printErrors(const QStringList& lines) {
  for (const QString& line : lines) std::fprintf(stderr, "%s\n", line.toLocal8Bit().constData());
}

Result<Inputs, InputFault> loadInputs(const Options& options) {
  using Loaded = Result<Inputs, InputFault>;
  LoadFaults faults;
  std::vector<LoadedFile> files = loadFiles(options.files, options.overrides, faults);
  if (faults.any()) return Loaded::failure({faults.invalid ? ExitCode::BadUsage : ExitCode::NoResource, faults.lines});
  Inputs inputs;
  for (LoadedFile& file : files) {
    if (!file.scenario) {
      inputs.applies.emplace_back(ApplyCommand{std::move(file.services)});
      continue;
    }
    if (inputs.scenario || options.demo) {
      const QString first = options.demo ? QStringLiteral("--demo") : inputs.scenarioPath;
      return Loaded::failure(
          {ExitCode::BadUsage,
           {QStringLiteral("%1: error: a second scenario beside %2; name one").arg(file.path, first)}});
    }
    inputs.scenario = std::move(file.scenario);
    inputs.scenarioPath = file.path;
  }
  if (options.demo) {
    auto demo = loadDemo();
    if (!demo) return Loaded::failure({ExitCode::BadUsage, {QString::fromStdString(demo.error())}});
    inputs.scenario = std::move(demo).value();
    inputs.scenarioPath = QStringLiteral("play-demo.yaml");
  }
  return inputs;
}

}  // namespace perfect
