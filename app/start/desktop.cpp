// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/desktop.h"

#include <unistd.h>

#include <QApplication>
#include <cstdio>
#include <cstdlib>

#include "app/cli/load_inputs.h"
#include "app/start/live_run.h"
#include "app/start/termination.h"

#if __has_include("app/desktop/main_window.h")
#include "app/desktop/main_window.h"
#define PERFECT_HAS_WINDOW 1
#endif

namespace perfect {

namespace {

constexpr const char kNoDisplay[] =
    "error: there is no display for the window; start it with --headless, or set DISPLAY or WAYLAND_DISPLAY\n";

bool displayNamed() {
  return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
         qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Qt ends the program where a named display does not answer; it shall end as we promise.
void onQtMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (type == QtFatalMsg) {
    std::fputs(kNoDisplay, stderr);
    ::_exit(static_cast<int>(ExitCode::NoResource));
  }
  const QByteArray line = qFormatLogMessage(type, context, message).toLocal8Bit();
  if (type != QtDebugMsg && type != QtInfoMsg && !message.contains(QLatin1String("xcb"))) std::fprintf(stderr, "%s\n", line.constData());
}

}  // namespace

ExitCode runDesktop(int& argc, char** argv, const Options& options) {
  if (!displayNamed()) {
    std::fputs(kNoDisplay, stderr);
    return ExitCode::NoResource;
  }
  const QtMessageHandler usual = qInstallMessageHandler(onQtMessage);
  const QApplication application(argc, argv);
  qInstallMessageHandler(usual);
  const Termination termination;
  QObject::connect(&termination, &Termination::asked, &application, &QCoreApplication::quit, Qt::QueuedConnection);
  auto started = LiveRun::start(options);
  if (!started) return started.error();
  const std::unique_ptr<LiveRun> run = std::move(started).value();
  QString portFault;
  if (!options.noListen) {
    portFault = run->listen(options.listen);
    if (!portFault.isEmpty() && options.listenGiven) {
      printErrors({QStringLiteral("%1:%2: error: %3").arg(options.listen.host).arg(options.listen.port).arg(portFault)});
      run->finish();
      return ExitCode::NoResource;
    }
  }
#ifdef PERFECT_HAS_WINDOW
  DesktopOptions desktop;
  MainWindow window(run->controller(), desktop);
  window.show();
  QApplication::exec();
#else
  printErrors({QStringLiteral("error: the window is not part of this build; use --headless")});
#endif
  return run->finish();
}

}  // namespace perfect
