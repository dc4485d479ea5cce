// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/validate.h"

#include <cstdio>

#include "app/cli/load_inputs.h"
#include "app/runtime/load_files.h"

namespace perfect {

namespace {

QString count(std::size_t n, const char* noun) {
  return QStringLiteral("%1 %2%3").arg(n).arg(QLatin1String(noun), n == 1 ? QString() : QStringLiteral("s"));
}

}  // namespace

ExitCode runValidate(const Options& options) {
  LoadFaults faults;
  for (const QString& path : options.files) {
    LoadFaults own;
    const std::vector<LoadedFile> files = loadFiles({path}, options.overrides, own);
    printErrors(own.lines);
    faults.invalid |= own.invalid;
    faults.unreadable |= own.unreadable;
    for (const LoadedFile& file : files) {
      const QString what = file.scenario
                               ? QStringLiteral("scenario, %1").arg(count(file.scenario->steps.size(), "step"))
                               : count(file.services.size(), "service");
      std::printf("%s: ok, %s\n", path.toLocal8Bit().constData(), what.toLocal8Bit().constData());
    }
  }
  if (std::fflush(stdout) != 0) {
    printErrors({QStringLiteral("standard output: error: cannot be written")});
    return ExitCode::NoResource;
  }
  if (faults.invalid) return ExitCode::BadUsage;
  return faults.unreadable ? ExitCode::NoResource : ExitCode::Done;
}

}  // namespace perfect
