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
    if (awaited()) m_connection->answer(response);
  }

  /// Somebody still waits for it.
  bool awaited() const { return m_connection != nullptr && m_connection->awaitsAnswer(m_exchange); }
  /// Answers with a body that goes on; what to push it to, or nothing where nobody reads it (HEAD, or gone).
  QPointer<Connection> stream(const Response& head) const {
    if (awaited()) m_connection->answerStream(head);
    return m_connection != nullptr && m_connection->streaming() ? m_connection : QPointer<Connection>();
  }

 private:
  QPointer<Connection> m_connection;
  quint64 m_exchange;
};

}  // namespace perfect
