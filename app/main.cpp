// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wiring only: understands the command line and starts what it asks for.
#include <QProcessEnvironment>
#include <csignal>
#include <cstdio>

#include "app/cli/exit_code.h"
#include "app/cli/options.h"
#include "app/cli/simulate.h"
#include "app/cli/validate.h"
#include "app/cli/version.h"
#include "app/runtime/allocator.h"
#include "app/runtime/resources.h"
#include "app/start/desktop.h"
#include "app/start/headless.h"

namespace {

using namespace perfect;

QHash<QString, QString> environment() {
  QHash<QString, QString> variables;
  const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
  for (const QString& name : system.keys()) variables.insert(name, system.value(name));
  return variables;
}

ExitCode run(int& argc, char** argv) {
  QStringList arguments;
  for (int i = 1; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
  const auto parsed = parseOptions(arguments, environment());
  if (!parsed) {
    std::fprintf(stderr, "perfect-system: error: %s\n", parsed.error().toLocal8Bit().constData());
    return ExitCode::BadUsage;
  }
  const Options& options = parsed.value();
  if (options.help || options.version) {
    const QString text =
        options.help ? helpText() : QStringLiteral("perfect-system %1\n").arg(QLatin1String(versionText()));
    std::fputs(text.toLocal8Bit().constData(), stdout);
    return std::fflush(stdout) == 0 ? ExitCode::Done : ExitCode::NoResource;
  }
  switch (options.mode) {
    case Mode::Simulate:
      return runSimulate(options);
    case Mode::Validate:
      return runValidate(options);
    case Mode::Headless:
      return runHeadless(argc, argv, options);
    case Mode::Desktop:
      break;
  }
  return runDesktop(argc, argv, options);
}

}  // namespace

int main(int argc, char** argv) {
  perfect::useLargePages();
  // A reader that goes away is a write that fails, not a death.
  std::signal(SIGPIPE, SIG_IGN);
  perfect::initResources();
  return static_cast<int>(run(argc, argv));
}
