// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/headless.h"

#include <QCoreApplication>

#include "app/cli/load_inputs.h"
#include "app/start/live_run.h"
#include "app/start/termination.h"

namespace perfect {

ExitCode runHeadless(int& argc, char** argv, const Options& options) {
  const QCoreApplication application(argc, argv);
  // First of all, so that nobody's SIGTERM comes too early to be a clean end.
  const Termination termination;
  QObject::connect(&termination, &Termination::asked, &application, &QCoreApplication::quit, Qt::QueuedConnection);
  auto started = LiveRun::start(options);
  if (!started) return started.error();
  const std::unique_ptr<LiveRun> run = std::move(started).value();
  printErrors(alertNotes(options.alertTexts, options.alertSetup.mail));
  if (!options.noListen) {
    const QString fault = run->listen(options.listen);
    if (!fault.isEmpty()) {
      printErrors({QStringLiteral("perfect-system: error: %1").arg(fault)});
      run->finish();
      return ExitCode::NoResource;
    }
  }
  QCoreApplication::exec();
  return run->finish();
}

}  // namespace perfect
