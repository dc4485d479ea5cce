// SPDX-License-Identifier: GPL-3.0-or-later
// A reader of GET /events, as a browser's EventSource reads it.
#pragma once

#include <QDeadlineTimer>

#include "tests/rest/rest_client.h"

namespace perfect::test {

struct StreamMessage {
  QByteArray id;
  QByteArray data;  ///< empty: nothing came

  QJsonObject json() const { return QJsonDocument::fromJson(data).object(); }
};

/// RFC 7396.
inline QJsonObject applyPatch(QJsonObject target, const QJsonObject& patch) {
  for (auto member = patch.begin(); member != patch.end(); ++member) {
    const QJsonValue value = member.value();
    if (value.isNull()) {
      target.remove(member.key());
    } else if (value.isObject()) {
      target.insert(member.key(), applyPatch(target.value(member.key()).toObject(), value.toObject()));
    } else {
      target.insert(member.key(), value);
    }
  }
  return target;
}

/// A document as a reader of patches can have it: what is null is absent.
inline QJsonObject withoutNulls(const QJsonObject& document) { return applyPatch({}, document); }

class StreamClient {
 public:
  explicit StreamClient(quint16 port, const QByteArray& query = {}, const QByteArray& fields = {}) {
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(kPatience);
    m_socket.write(request("GET", "/events" + query, fields));
    m_socket.flush();
    while (head.indexOf("\r\n\r\n") < 0 && more(head)) {}
    const qsizetype end = head.indexOf("\r\n\r\n") + 4;
    m_in = head.mid(end);
    head.truncate(end);
  }
  QTcpSocket& socket() { return m_socket; }

  /// The next message that has data, within so many ms. Comments are counted.
  StreamMessage next(int patience = kPatience) {
    const QDeadlineTimer deadline(patience);
    for (;;) {
      qsizetype end = -1;
      while ((end = m_in.indexOf("\n\n")) < 0) {
        if (deadline.hasExpired() || !more(m_in, static_cast<int>(deadline.remainingTime()))) return {};
      }
      const QList<QByteArray> lines = m_in.left(end).split('\n');
      m_in.remove(0, end + 2);
      StreamMessage message;
      for (const QByteArray& line : lines) {
        if (line.startsWith(':')) ++comments;
        if (line.startsWith("retry: ")) retry = line.mid(7);
        if (line.startsWith("id: ")) message.id = line.mid(4);
        if (line.startsWith("data: ")) message.data = line.mid(6);
      }
      if (!message.data.isEmpty()) return message;
    }
  }
  bool closed() {
    while (more(m_in)) {}
    return m_socket.state() == QAbstractSocket::UnconnectedState;
  }

  QByteArray head;
  QByteArray retry;
  int comments = 0;

 private:
  bool more(QByteArray& into, int patience = kPatience) {
    if (m_socket.bytesAvailable() == 0) m_socket.waitForReadyRead(patience);
    const QByteArray bytes = m_socket.readAll();
    into.append(bytes);
    return !bytes.isEmpty();
  }

  QTcpSocket m_socket;
  QByteArray m_in;
};

}  // namespace perfect::test
