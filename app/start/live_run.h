// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the desktop and --headless have in common: the Controller with its FILEs applied, the REST server,
// alerts by e-mail, the exports, the end by --for, and the exit code.
// Thread rule: the main thread. Order at the end: close REST, let mails go out, drain and stop the engine, write the files.
#pragma once

#include <QObject>
#include <memory>

#include "app/cli/exit_code.h"
#include "app/cli/exports.h"
#include "app/cli/options.h"
#include "app/runtime/controller.h"

namespace perfect {

class AlertPost;
class RestServer;

class LiveRun final : public QObject {
  Q_OBJECT

 public:
  /// Loads FILEs, opens outputs, starts the clock. A failure has been printed; what is returned is its exit code.
  static Result<std::unique_ptr<LiveRun>, ExitCode> start(const Options& options);
  ~LiveRun() override;

  Controller& controller() { return *m_controller; }
  AlertPost& alertPost() { return *m_post; }
  /// From now on, in the world that people work in.
  void useAlerts(const MailSettings& mail, const AlertSettings& alerts);

  /// Before listen(): instead of the options' key.
  void setApiKey(const QString& key) { m_apiKey = key; }
  /// Opens the port of `address`, with the key and hosts of the options, and says so on stdout. Empty, or one line that
  /// says why it could not be had.
  QString listen(const ListenAddress& address);
  /// "http://127.0.0.1:8080", or empty.
  QString url() const;

  /// Ends everything, in order, and prints what went wrong. Call it once, after the event loop.
  ExitCode finish();

 private:
  explicit LiveRun(const Options& options);
  void onPublished();

  const Options m_options;
  AlertSettings m_alerts;  ///< as last asked for
  QString m_apiKey;
  QString m_scenarioPath;
  std::unique_ptr<Exports> m_exports;
  std::unique_ptr<AlertPost> m_post;
  std::unique_ptr<Controller> m_controller;
  std::unique_ptr<RestServer> m_rest;
};

}  // namespace perfect
