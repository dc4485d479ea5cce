// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/live_run.h"

#include <QCoreApplication>
#include <QDateTime>
#include <cstdio>
#include <utility>

#include "app/cli/load_inputs.h"
#include "app/mail/alert_post.h"
#include "app/rest/rest_server.h"

namespace perfect {

namespace {

Controller::Options controllerOptions(const Options& options, Inputs inputs) {
  Controller::Options controller;
  controller.engine.seed = options.seed;
  controller.engine.tick = options.tick;
  controller.engine.alerts = options.alertSetup.alerts;
  controller.engine.epochMs = QDateTime::currentMSecsSinceEpoch();
  controller.speedMilli = options.speedMilli;
  controller.startPaused = options.paused;
  controller.forTime = options.forTime;
  controller.seedWins = options.seedGiven;
  controller.questionsWait = options.mode == Mode::Desktop;
  controller.initial = std::move(inputs.applies);
  controller.play = std::move(inputs.scenario);
  return controller;
}

/// A scenario FILE plays in the world of the manifests beside it, as in `simulate`: they become its first steps.
void applyBeforePlay(Inputs& inputs) {
  if (!inputs.scenario) return;
  std::vector<ScenarioStep> steps;
  for (const Command& apply : inputs.applies) {
    steps.emplace_back();
    steps.back().what = apply;
  }
  inputs.scenario->steps.insert(inputs.scenario->steps.begin(), steps.begin(), steps.end());
}

}  // namespace

Result<std::unique_ptr<LiveRun>, ExitCode> LiveRun::start(const Options& options) {
  using Started = Result<std::unique_ptr<LiveRun>, ExitCode>;
  auto inputs = loadInputs(options);
  if (!inputs) {
    printErrors(inputs.error().lines);
    return Started::failure(inputs.error().code);
  }
  if (const QString fault = fileFault(options.alertSetup.mail); !fault.isEmpty()) {
    printErrors({QStringLiteral("perfect-system: error: environment variable %1").arg(fault)});
    return Started::failure(ExitCode::NoResource);
  }
  std::unique_ptr<LiveRun> run(new LiveRun(options));
  Inputs given = std::move(inputs).value();
  run->m_scenarioPath = given.scenarioPath;
  if (!options.demo) applyBeforePlay(given);
  auto exports = Exports::open(options);
  if (!exports) {
    printErrors({QString::fromStdString(exports.error())});
    return Started::failure(ExitCode::NoResource);
  }
  run->m_exports = std::move(exports).value();
  run->m_post = std::make_unique<AlertPost>(options.alertSetup.mail);
  run->m_post->onTold = [](const QString& line) { printErrors({line}); };
  Controller::Options controller = controllerOptions(options, std::move(given));
  controller.eventSink = [out = run->m_exports.get(), post = run->m_post.get()](const Event& event, const Names& names,
                                                                                const WorldMark& world) {
    if (out->wantsEvents()) out->addEvent(event, names, world.epochMs);
    post->onEvent(event, names, world);
  };
  run->m_controller = std::make_unique<Controller>(std::move(controller));
  if (const auto refusal = run->m_controller->initialRefusal()) {
    printErrors({QStringLiteral("error: %1").arg(QString::fromStdString(refusal->message()))});
    return Started::failure(ExitCode::BadUsage);
  }
  run->m_post->start(*run->m_controller);
  connect(run->m_controller.get(), &Controller::published, run.get(), &LiveRun::onPublished);
  QCoreApplication* const application = QCoreApplication::instance();
  connect(run->m_controller.get(), &Controller::ended, application, [] { QCoreApplication::exit(0); });
  // A short --for may have run out before anybody was connected.
  if (run->m_controller->clock().ended)
    QMetaObject::invokeMethod(
        application, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
  return run;
}

LiveRun::LiveRun(const Options& options)
    : m_options(options), m_alerts(options.alertSetup.alerts), m_apiKey(options.apiKey) {}

LiveRun::~LiveRun() {
  // It reads the Controller's pictures.
  if (m_post) m_post->stop();
}

void LiveRun::useAlerts(const MailSettings& mail, const AlertSettings& alerts) {
  m_post->configure(mail);
  if (alerts == m_alerts) return;
  m_alerts = alerts;
  m_controller->sendTo(m_post->mainEpoch(), AlertSettingsCommand{alerts.downConfirm, alerts.upConfirm, alerts.cooldown,
                                                                 alerts.startupGrace});
}

void LiveRun::onPublished() {
  m_exports->flush();
  if (m_exports->wantsSeries()) m_exports->addSample(*m_controller->snapshot());
}

QString LiveRun::listen(const ListenAddress& address) {
  RestOptions rest;
  rest.address =
      address.host == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(address.host);
  rest.port = address.port;
  rest.apiKey = m_apiKey.toLatin1();
  rest.allowedHosts = m_options.allowedHosts;
  auto server = RestServer::start(rest, *m_controller);
  if (!server) return QString::fromStdString(server.error());
  m_rest = std::move(server).value();
  std::printf("listening on %s\n", url().toLocal8Bit().constData());
  std::fflush(stdout);
  return {};
}

QString LiveRun::url() const { return m_rest ? m_rest->url() : QString(); }

ExitCode LiveRun::finish() {
  m_rest.reset();
  m_post->stop();
  m_controller->stop();
  ExitCode code = ExitCode::Done;
  const PlayState play = m_controller->play();
  if (!play.failure.isEmpty()) {
    printErrors(
        {QStringLiteral("%1: failed: %2").arg(m_scenarioPath.isEmpty() ? play.name : m_scenarioPath, play.failure)});
    code = ExitCode::ExpectationFailed;
  }
  for (const std::string& fault : m_exports->finish(*m_controller->snapshot(), m_controller->clock())) {
    printErrors({QString::fromStdString(fault)});
    code = ExitCode::NoResource;
  }
  return code;
}

}  // namespace perfect
