// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything in which Qt 6.4 and later ones differ for this server, and nothing else. QHttpServer's own
// responder is not used: answers are written to the Connection, which is the same on every version and
// can say what that responder cannot (HEAD, 304, Connection: close, an answer that comes later).
// Thread rule: the REST thread.
#pragma once

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace perfect {

/// What QAbstractHttpServer hands to its handlers beside the request: a socket in 6.4, a responder since, by one kind
/// of reference or another. Taken from Qt's own declarations, so that no version has to be named.
class HandlerTypes : public QAbstractHttpServer {
  template <typename Member>
  struct Second;
  template <typename Answer, typename Server, typename Request, typename End>
  struct Second<Answer (Server::*)(Request, End)> {
    using Type = End;
  };

 protected:
  using QAbstractHttpServer::QAbstractHttpServer;
  using HandlerEnd = Second<decltype(&HandlerTypes::handleRequest)>::Type;
  using MissingEnd = Second<decltype(&HandlerTypes::missingHandler)>::Type;
};

/// Every request of every server bound to it comes to receive(), whatever its method and path.
class HttpServerBase : public HandlerTypes {
 public:
  HttpServerBase() = default;

  /// Requests of connections that `server` accepts come here. Requires a server that listens; takes it over.
  void serve(QTcpServer* server);

 protected:
  /// One whole request. Called while the server reads it, so it must not be kept.
  virtual void receive(const QHttpServerRequest& request) = 0;

  bool handleRequest(const QHttpServerRequest& request, HandlerEnd end) final;
  void missingHandler(const QHttpServerRequest& request, MissingEnd end) final;
};

}  // namespace perfect
