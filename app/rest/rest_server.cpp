// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/rest_server.h"

#include <QEventLoop>
#include <future>
#include <utility>

#include "app/rest/dispatcher.h"
#include "app/rest/routes/routes.h"
#include "app/rest/waits.h"

namespace perfect {

namespace {

QString authorityText(const QHostAddress& address, quint16 port) {
  const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
  return (v6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

struct Serving {
  quint16 port = 0;
  QEventLoop* loop = nullptr;  ///< lives until it is told to quit
};

using Listening = Result<Serving>;

/// The REST thread from beginning to end.
void serveUntilQuit(const RestOptions& options, Controller& controller, std::promise<Listening>& listening) {
  QEventLoop loop;  // first of all: sockets need the thread's event dispatcher
  auto* listener = new Listener(options.limits, options.maxConnections);
  if (!listener->listen(options.address, options.port)) {
    const QString text = QStringLiteral("cannot listen on %1: %2; choose another port, or 0 for a free one")
                             .arg(authorityText(options.address, options.port), listener->errorString());
    delete listener;
    return listening.set_value(Listening::failure(text.toStdString()));
  }
  QObject here;
  const auto replies = std::make_shared<ReplyQueue>(&here);
  const EngineLink engine(controller, replies);
  RouteTable routes;
  LiveDocument document(engine);
  Streams streams(engine, document, options.streams);
  Waits waits(engine);
  addRoutes(routes, engine, {routes, *listener, document, streams, waits});
  const Dispatcher dispatcher(listener, AccessRules(options.apiKey, options.allowedHosts), routes);
  // Told from inside the loop: what is told to quit before it runs would not.
  const Serving serving{listener->serverPort(), &loop};
  QMetaObject::invokeMethod(
      &here, [&listening, serving] { listening.set_value(serving); }, Qt::QueuedConnection);
  loop.exec();
  replies->close();
}

}  // namespace

Result<std::unique_ptr<RestServer>> RestServer::start(const RestOptions& options, Controller& controller) {
  using Started = Result<std::unique_ptr<RestServer>>;
  const auto promise =
      std::make_shared<std::promise<Listening>>();  // the thread may still be inside it when it is read
  std::future<Listening> listening = promise->get_future();
  std::thread thread([options, &controller, promise] { serveUntilQuit(options, controller, *promise); });
  const Listening serving = listening.get();
  if (!serving) {
    thread.join();
    return Started::failure(serving.error());
  }
  return std::unique_ptr<RestServer>(
      new RestServer(options.address, serving.value().port, serving.value().loop, std::move(thread)));
}

RestServer::RestServer(QHostAddress address, quint16 port, QEventLoop* loop, std::thread thread)
    : m_address(std::move(address)), m_port(port), m_loop(loop), m_thread(std::move(thread)) {}

RestServer::~RestServer() {
  // From this thread, as QThread does it: a posted call would need the application, which may be gone.
  m_loop->exit();
  m_thread.join();
}

QString RestServer::url() const { return QStringLiteral("http://") + authorityText(m_address, m_port); }

}  // namespace perfect
