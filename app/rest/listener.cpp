// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/listener.h"

#include <unistd.h>

#include <QHash>
#include <algorithm>
#include <utility>

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
  const bool room = m_connections.size() < m_maxConnections || makeRoom();
  // Refused ones stay until they have read why; more of them than so many are not told.
  if (!room && m_connections.size() >= m_maxConnections + kRefusedAtOnce) {
    ::close(static_cast<int>(descriptor));
    return;
  }
  auto* connection = new Connection(descriptor, m_limits, m_counts, m_bodies, this);
  m_connections.append(connection);
  const auto forget = [this, connection] { m_connections.removeOne(connection); };
  connect(connection, &QAbstractSocket::disconnected, this, forget);
  connect(connection, &QObject::destroyed, this, forget);
  connect(connection, &Connection::backlogged, this, &Listener::boundBacklog);
  if (!room) {
    connection->refuse(busy(QStringLiteral("all %1 connections are taken").arg(m_maxConnections)));
    return;
  }
  connect(connection, &Connection::requestReady, this, [this, connection] { m_delivering = connection; });
  addPendingConnection(connection);
  connection->start();
}

/// A new client is worth more than one that says nothing: the one that has been silent longest goes.
bool Listener::makeRoom() {
  Connection* longest = nullptr;
  qint64 idle = m_limits.yieldMs - 1;
  for (Connection* connection : std::as_const(m_connections)) {
    if (connection->idleMs() <= idle || connection->hasUnread()) continue;
    longest = connection;
    idle = connection->idleMs();
  }
  if (longest != nullptr) longest->drop();
  return longest != nullptr;
}

/// What clients do not take of their answers is bounded for all of them together; what many wait for counts once.
/// Those who took nothing for the longest time go first.
void Listener::boundBacklog() {
  QHash<const char*, int> holders;
  QList<Connection*> waiting;
  qint64 bytes = 0;
  for (Connection* connection : std::as_const(m_connections)) {
    if (connection->bytesToWrite() == 0) continue;
    waiting.append(connection);
    for (const QByteArray& text : connection->waiting()) {
      if (++holders[text.constData()] == 1) bytes += text.size();
    }
  }
  if (bytes <= m_limits.backlogBytes) return;
  std::sort(waiting.begin(), waiting.end(), [](Connection* a, Connection* b) { return a->takenAt() < b->takenAt(); });
  for (Connection* connection : std::as_const(waiting)) {
    if (bytes <= m_limits.backlogBytes) return;
    for (const QByteArray& text : connection->waiting()) {
      if (--holders[text.constData()] == 0) bytes -= text.size();
    }
    connection->drop();
  }
}

void Listener::enforceTimes() {
  const QList<Connection*> connections = m_connections;
  for (Connection* connection : connections) connection->enforceTimes();
}

}  // namespace perfect
