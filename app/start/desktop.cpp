// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/desktop.h"

#include <unistd.h>

#include <QApplication>
#include <QFileInfo>
#include <cstdio>
#include <cstdlib>

#include "app/cli/load_inputs.h"
#include "app/desktop/main_window.h"
#include "app/desktop/preferences/keychain.h"
#include "app/runtime/load_files.h"
#include "app/runtime/preferences.h"
#include "app/start/desktop_alerts.h"
#include "app/start/language.h"
#include "app/start/live_run.h"
#include "app/start/single_instance.h"
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

/// The command line and the environment win over what is set for every start. Returns what is stored but no good.
QStringList addStoredPreferences(Options& options, Preferences& stored) {
  QStringList faults;
  stored = loadPreferences(&faults);
  if (!options.tickGiven && stored.tick) options.tick = *stored.tick;
  if (!options.seedGiven && stored.seed) options.seed = *stored.seed;
  if (!options.listenGiven) {
    if (!stored.host.isEmpty()) options.listen.host = stored.host;
    if (stored.port) options.listen.port = *stored.port;
    if (!stored.rest) options.noListen = true;
  }
  return faults;
}

/// FILEs as another program, started elsewhere, finds them; nothing where one cannot be read: that start tells so itself.
std::optional<QStringList> wholePaths(const QStringList& files) {
  QStringList paths;
  for (const QString& file : files) {
    const QFileInfo info(file);
    if (!info.isReadable()) return std::nullopt;
    paths << info.absoluteFilePath();
  }
  return paths;
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

/// The key came from the keychain, or did not. Returns what the person is to know.
QString listenWithKey(LiveRun& run, const Options& options, const QString& key, const QString& fault) {
  if (key.isEmpty())
    return QStringLiteral("The REST server is off: it shall ask for a key, and the keychain gave none%1.")
        .arg(fault.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(fault));
  run.setApiKey(key);
  DesktopOptions desktop;
  const QString said = listen(run, options, desktop);
  return said.isEmpty() ? desktop.banner : said;
}

/// Not QCoreApplication::quit(), which asks every window, and a window a person: unsaved text is kept all the same.
void endAtOnce() { QCoreApplication::exit(0); }

}  // namespace

ExitCode runDesktop(int& argc, char** argv, const Options& options) {
  if (!displayNamed()) {
    std::fputs(kNoDisplay, stderr);
    return ExitCode::NoResource;
  }
  const QtMessageHandler usual = qInstallMessageHandler(onQtMessage);
  QApplication application(argc, argv);
  qInstallMessageHandler(usual);
  // Where Preferences are kept.
  QCoreApplication::setOrganizationName(QStringLiteral("perfect-system"));
  QCoreApplication::setApplicationName(QStringLiteral("perfect-system"));
  SingleInstance instance;
  if (options.onlyFiles && !options.listenGiven) {
    const auto paths = wholePaths(options.files);
    if (paths && instance.handOver(*paths)) {
      std::puts("handed over to the window that is there");
      return ExitCode::Done;
    }
    instance.listen();
  }
  installLanguage(application, loadPreferences().language);
  const Termination termination;
  QObject::connect(&termination, &Termination::asked, &application, &endAtOnce, Qt::QueuedConnection);
  Options complete = options;
  addPreferences(complete);
  Preferences stored;
  const QStringList faults = addStoredPreferences(complete, stored);
  auto started = LiveRun::start(complete);
  if (!started) return started.error();
  const std::unique_ptr<LiveRun> run = std::move(started).value();
  DesktopOptions desktop;
  desktop.editorText = firstManifest(options);
  desktop.offerTour = options.files.isEmpty() && !options.demo;
  desktop.keepText = true;
  desktop.given = {options.tickGiven, options.seedGiven, options.listenGiven || options.noListen,
                   !options.apiKey.isEmpty()};
  if (!faults.isEmpty()) desktop.banner = QStringLiteral("Preferences: %1.").arg(faults.join(QStringLiteral("; ")));
  // A server that shall ask for a key does not open before the keychain gave it.
  const bool waitsForKey = stored.requireKey && options.apiKey.isEmpty() && !complete.noListen;
  if (!complete.noListen && !waitsForKey) {
    const QString fault = listen(*run, complete, desktop);
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
    Keychain keychain(QStringLiteral("X_API_KEY"));
    QObject::connect(&keychain, &Keychain::readDone, &window, [&](const QString& key, const QString& fault) {
      const QString said = listenWithKey(*run, complete, key, fault);
      window.setRestUrl(run->url());
      if (!said.isEmpty()) window.showBanner(said);
    });
    if (waitsForKey) keychain.read();
    QObject::connect(&instance, &SingleInstance::asked, &window, [&window](const QStringList& files) {
      window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
      window.raise();
      window.activateWindow();
      window.openFiles(files);
    });
    window.show();
    QApplication::exec();
  }
  return run->finish();
}

}  // namespace perfect
