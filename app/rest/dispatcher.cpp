// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/dispatcher.h"

#include <utility>

namespace perfect {

Dispatcher::Dispatcher(Listener* listener, AccessRules access, const RouteTable& routes)
    : m_listener(listener), m_access(std::move(access)), m_routes(routes) {
  serve(listener);
}

void Dispatcher::receive(const QHttpServerRequest& request) {
  Connection* connection = m_listener->delivering();
  if (connection == nullptr) return;
  const Answer answer(connection);
  auto target = parseTarget(connection->head().target);
  if (!target) return answer.send(problem(400, target.error()));
  dispatch(*connection, {connection->head(), std::move(target).value(), request.body()}, answer);
}

void Dispatcher::dispatch(Connection& connection, Request request, const Answer& answer) const {
  if (const auto refusal = m_access.refuseHost(request.head)) return answer.send(*refusal);
  if (request.head.target == "*")
    return answer.send(Response{204, {}, {}, {{"Allow", "GET, HEAD, POST, DELETE, OPTIONS"}}});
  RouteTable::Match match = m_routes.find(request.head.method, request.target.path);
  connection.setForAnyPage(match.route == nullptr || !match.route->mutating || m_access.isKeyed(request.head));
  if (match.allowed.isEmpty()) {
    const QString path = QLatin1Char('/') + request.target.path.join(QLatin1Char('/'));
    return answer.send(problem(404, QStringLiteral("there is nothing at %1").arg(path.left(200))));
  }
  const QByteArray allowed = match.allowed.join(", ");
  if (request.head.method == "OPTIONS") return answer.send(m_access.allow(request.head, allowed));
  if (match.route == nullptr) {
    const QString method = QString::fromLatin1(request.head.method);
    return answer.send(
        problem(405, QStringLiteral("%1 is not possible here; use %2").arg(method, QString::fromLatin1(allowed)))
            .with("Allow", allowed));
  }
  connection.setRoute(m_routes.indexOf(*match.route));
  if (match.route->mutating) {
    if (const auto refusal = m_access.refuseChange(request.head)) return answer.send(*refusal);
  }
  auto parameters = Parameters::read(match.route->parameters, request.target.query);
  if (!parameters) return answer.send(problem(400, parameters.error()));
  match.route->handler({std::move(request), std::move(parameters).value(), std::move(match.path), answer});
}

}  // namespace perfect
