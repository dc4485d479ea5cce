// SPDX-License-Identifier: GPL-3.0-or-later
//
// The right to answer one request, once, now or later. Copies are the same right. Answering a client
// that has gone does nothing.
// Thread rule: made and used on the REST thread; a copy may travel through other threads, and end there, unused.
#pragma once

#include <QPointer>

#include "app/rest/connection.h"

namespace perfect {

class Answer {
 public:
  /// The answer to the request that is with QHttpServer on this connection.
  explicit Answer(Connection* connection) : m_connection(connection), m_exchange(connection->exchange()) {}

  void send(const Response& response) const {
    if (m_connection != nullptr && m_connection->awaitsAnswer(m_exchange)) m_connection->answer(response);
  }

 private:
  QPointer<Connection> m_connection;
  quint64 m_exchange;
};

}  // namespace perfect
