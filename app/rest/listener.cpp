// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/listener.h"

#include <unistd.h>

#include <algorithm>

namespace perfect {

namespace {
/// Clients that are told why there is no room for them; more than that are just hung up on.
constexpr int kRefusedAtOnce = 64;
}  // namespace

Listener::Listener(const ConnectionLimits& limits, int maxConnections, QObject* parent)
    : QTcpServer(parent), m_limits(limits), m_maxConnections(maxConnections) {
  setListenBacklogSize(m_maxConnections);
  m_sweep.setInterval(static_cast<int>(std::clamp<qint64>(m_limits.requestMs / 8, 10, 250)));
  connect(&m_sweep, &QTimer::timeout, this, &Listener::enforceTimes);
  m_sweep.start();
}

void Listener::incomingConnection(qintptr descriptor) {
  if (m_connections.size() >= m_maxConnections + kRefusedAtOnce) {
    ::close(static_cast<int>(descriptor));
    return;
  }
  const bool room = m_connections.size() < m_maxConnections;
  auto* connection = new Connection(descriptor, m_limits, m_counts, this);
  m_connections.append(connection);
  connect(connection, &QObject::destroyed, this, [this, connection] { m_connections.removeOne(connection); });
  if (!room) {
    connection->refuse(busy(QStringLiteral("all %1 connections are taken").arg(m_maxConnections)));
    return;
  }
  connect(connection, &Connection::requestReady, this, [this, connection] { m_delivering = connection; });
  addPendingConnection(connection);
  connection->start();
}

void Listener::enforceTimes() {
  const QList<Connection*> connections = m_connections;
  for (Connection* connection : connections) connection->enforceTimes();
}

}  // namespace perfect
