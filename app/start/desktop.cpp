// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/desktop.h"

#include <unistd.h>

#include <QApplication>
#include <cstdio>
#include <cstdlib>

#include "app/cli/load_inputs.h"
#include "app/desktop/main_window.h"
#include "app/runtime/load_files.h"
#include "app/start/desktop_alerts.h"
#include "app/start/live_run.h"
#include "app/start/termination.h"

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
  if (type != QtDebugMsg && type != QtInfoMsg && !message.contains(QLatin1String("xcb")))
    std::fprintf(stderr, "%s\n", line.constData());
}

/// What the editor shows at first: the first manifest FILE.
QString firstManifest(const Options& options) {
  for (const QString& path : options.files) {
    const auto text = readTextFile(path);
    if (text.ok() && !looksLikeScenario(text.value())) return QString::fromStdString(text.value());
  }
  return {};
}

/// When alerts are due is part of a history from its beginning on; Preferences that are no good are told of later.
void addPreferences(Options& options) {
  AlertTexts texts = mergedTexts(options.alertTexts, DesktopAlerts::storedPreferences());
  for (const AlertVariable& variable : alertVariables()) {
    const QString name = QLatin1String(variable.name);
    if (!name.startsWith(QLatin1String("ALERT_"))) texts.remove(name);
  }
  const auto setup = readAlertSetup(texts);
  if (setup) options.alertSetup.alerts = setup.value().alerts;
}

/// A port that somebody asked for is had or is an error; where the default one is taken, a free one serves and a banner
/// says so.
QString listen(LiveRun& run, const Options& options, DesktopOptions& desktop) {
  QString fault = run.listen(options.listen);
  if (!fault.isEmpty() && !options.listenGiven) {
    ListenAddress free = options.listen;
    free.port = 0;
    const QString second = run.listen(free);
    desktop.banner =
        second.isEmpty() ? QStringLiteral("%1 The REST API listens on %2 instead.").arg(fault, run.url()) : fault;
    fault.clear();
  }
  desktop.restUrl = run.url();
  return fault;
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
  // Where Preferences are kept.
  QCoreApplication::setOrganizationName(QStringLiteral("perfect-system"));
  QCoreApplication::setApplicationName(QStringLiteral("perfect-system"));
  const Termination termination;
  QObject::connect(&termination, &Termination::asked, &application, &QCoreApplication::quit, Qt::QueuedConnection);
  Options complete = options;
  addPreferences(complete);
  auto started = LiveRun::start(complete);
  if (!started) return started.error();
  const std::unique_ptr<LiveRun> run = std::move(started).value();
  DesktopOptions desktop;
  desktop.editorText = firstManifest(options);
  desktop.offerTour = options.files.isEmpty() && !options.demo;
  if (!options.noListen) {
    const QString fault = listen(*run, options, desktop);
    if (!fault.isEmpty()) {
      printErrors({QStringLiteral("perfect-system: error: %1").arg(fault)});
      run->finish();
      return ExitCode::NoResource;
    }
  }
  DesktopAlerts alerts(*run, options.alertTexts);
  desktop.alertDesk = &alerts;
  {
    MainWindow window(run->controller(), desktop);
    window.show();
    QApplication::exec();
  }
  return run->finish();
}

}  // namespace perfect
