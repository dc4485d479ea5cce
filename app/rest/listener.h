// SPDX-License-Identifier: GPL-3.0-or-later
//
// Accepts clients as Connections, no more than there is room for, and ends those that keep everybody waiting.
// Thread rule: the REST thread.
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTimer>

#include "app/rest/connection.h"

namespace perfect {

class Listener final : public QTcpServer {
  Q_OBJECT

 public:
  Listener(const ConnectionLimits& limits, int maxConnections, QObject* parent = nullptr);

  /// The Connection whose request QHttpServer is reading, or read last.
  Connection* delivering() const { return m_delivering; }
  const RequestCounts& counts() const { return m_counts; }
  int connections() const { return static_cast<int>(m_connections.size()); }

 protected:
  void incomingConnection(qintptr descriptor) override;

 private:
  void enforceTimes();
  bool makeRoom();
  void boundBacklog();

  ConnectionLimits m_limits;
  int m_maxConnections;
  RequestCounts m_counts;
  qint64 m_bodies = 0;  ///< bytes of unfinished requests
  QList<Connection*> m_connections;
  QPointer<Connection> m_delivering;
  QTimer m_sweep;
};

}  // namespace perfect
