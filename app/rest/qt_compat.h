// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything in which Qt 6.4 and later ones differ for this server, and nothing else. QHttpServer's own
// responder is not used: answers are written to the Connection, which is the same on every version and
// can say what that responder cannot (HEAD, 304, Connection: close, an answer that comes later).
// Thread rule: the REST thread.
#pragma once

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QTcpServer>
#include <QtGlobal>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QHttpServerResponder>
#endif

namespace perfect {

/// Every request of every server bound to it comes to receive(), whatever its method and path.
class HttpServerBase : public QAbstractHttpServer {
 public:
  using QAbstractHttpServer::QAbstractHttpServer;

  /// Requests of connections that `server` accepts come here; `server` listens already, or will.
  void serve(QTcpServer* server);

 protected:
  /// One whole request. Called while the server reads it, so it must not be kept.
  virtual void receive(const QHttpServerRequest& request) = 0;

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
  using HandlerEnd = QHttpServerResponder&;
  using MissingEnd = QHttpServerResponder&;
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  using HandlerEnd = QHttpServerResponder&;
  using MissingEnd = QHttpServerResponder&&;
#else
  using HandlerEnd = QTcpSocket*;
  using MissingEnd = QTcpSocket*;
#endif
  bool handleRequest(const QHttpServerRequest& request, HandlerEnd end) final;
  void missingHandler(const QHttpServerRequest& request, MissingEnd end) final;
};

}  // namespace perfect
