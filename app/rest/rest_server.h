// SPDX-License-Identifier: GPL-3.0-or-later
//
// The REST API: an HTTP server on a thread of its own in front of a Controller.
// Thread rule: start(), port(), url() and the destructor from one thread (main); everything else happens on
// the REST thread. The Controller must outlive the server.
#pragma once

#include <QHostAddress>
#include <QString>
#include <QStringList>
#include <memory>
#include <thread>

#include "app/rest/connection.h"
#include "app/rest/streams.h"
#include "app/runtime/controller.h"
#include "core/base/result.h"

class QEventLoop;

namespace perfect {

struct RestOptions {
  QHostAddress address = QHostAddress(QHostAddress::LocalHost);
  quint16 port = 8080;       ///< 0 takes a free one
  QByteArray apiKey;         ///< empty: mutating routes are open
  QStringList allowedHosts;  ///< further names of this server
  ConnectionLimits limits;
  StreamLimits streams;
  int maxConnections = 512;
};

class RestServer {
 public:
  /// Listens when it returns. Requires a QCoreApplication. The error names address, port and why not.
  static Result<std::unique_ptr<RestServer>> start(const RestOptions& options, Controller& controller);
  /// Stops listening, closes every connection, joins the thread.
  ~RestServer();
  RestServer(const RestServer&) = delete;
  RestServer& operator=(const RestServer&) = delete;

  quint16 port() const { return m_port; }
  /// "http://127.0.0.1:8080"
  QString url() const;

 private:
  RestServer(QHostAddress address, quint16 port, QEventLoop* loop, std::thread thread);

  QHostAddress m_address;
  quint16 m_port;
  QEventLoop* m_loop;  ///< of the REST thread
  /// Not a QThread: joined, it is gone for good, with all that libraries keep for each thread.
  std::thread m_thread;
};

}  // namespace perfect
