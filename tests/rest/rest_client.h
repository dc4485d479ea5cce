// SPDX-License-Identifier: GPL-3.0-or-later
// A server on a free port with a simulation behind it, and a client that sends bytes as they are.
#pragma once

#include <sys/socket.h>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

#include "app/rest/rest_server.h"
#include "tests/rest/recording.h"

namespace perfect::test {

constexpr int kPatience = 20000;  // ms; only a broken server takes that long

struct Reply {
  int status = 0;  ///< 0: nothing came
  QByteArray head;
  QByteArray body;

  QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
  QByteArray field(const QByteArray& name) const {
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray& line : lines) {
      if (line.toLower().startsWith(name.toLower() + ": ")) return line.mid(name.size() + 2).trimmed();
    }
    return {};
  }
};

/// One connection.
class RawClient {
 public:
  explicit RawClient(quint16 port) {
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(kPatience);
  }
  QTcpSocket& socket() { return m_socket; }

  void send(const QByteArray& bytes) {
    m_requests.send(bytes);
    m_socket.write(bytes);
    m_socket.flush();
  }
  /// Closes the sending side only.
  void finishSending() {
    while (m_socket.bytesToWrite() > 0) m_socket.waitForBytesWritten(kPatience);
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
  }
  /// The next answer on this connection. `bodyless`: it answers HEAD.
  Reply receive(bool bodyless = false) {
    Reply reply;
    qsizetype end = -1;
    while ((end = m_in.indexOf("\r\n\r\n")) < 0) {
      if (!more()) return reply;
    }
    reply.head = m_in.left(end + 2);
    m_in.remove(0, end + 4);
    reply.status = reply.head.mid(9, 3).toInt();
    if (reply.status == 100) return reply;
    const SentRequests::Line asked = m_requests.next();
    if (!bodyless) {
      const qsizetype length = reply.field("Content-Length").toLongLong();
      while (m_in.size() < length) {
        if (!more()) return {};
      }
      reply.body = m_in.left(length);
      m_in.remove(0, length);
    }
    record(asked, reply.status, reply.field("Content-Type"), reply.body);
    return reply;
  }
  /// Nothing more comes, because the server has ended the connection.
  bool closed() { return m_in.isEmpty() && !more(); }

 private:
  bool more() {
    if (m_socket.bytesAvailable() == 0) m_socket.waitForReadyRead(kPatience);
    const QByteArray bytes = m_socket.readAll();
    m_in.append(bytes);
    return !bytes.isEmpty();
  }

  QTcpSocket m_socket;
  SentRequests m_requests;
  QByteArray m_in;
};

inline QByteArray request(const QByteArray& method, const QByteArray& target, const QByteArray& fields = {},
                          const QByteArray& body = {}) {
  QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields;
  if (!body.isEmpty() || method == "POST") text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
  return text + "\r\n" + body;
}

/// The simulation stands still unless a test lets it go on.
struct Server {
  explicit Server(const RestOptions& wanted = {}, std::size_t inboxLimit = 1024) : controller(stillAt(inboxLimit)) {
    RestOptions options = wanted;
    options.port = 0;
    auto started = RestServer::start(options, controller);
    if (!started) qFatal("%s", started.error().c_str());
    rest = std::move(started).value();
  }

  Reply ask(const QByteArray& method, const QByteArray& target, const QByteArray& fields = {},
            const QByteArray& body = {}) const {
    return raw(request(method, target, fields, body), method == "HEAD");
  }
  Reply raw(const QByteArray& bytes, bool bodyless = false) const {
    RawClient client(rest->port());
    client.send(bytes);
    return client.receive(bodyless);
  }

  Controller controller;
  std::unique_ptr<RestServer> rest;

 private:
  static Controller::Options stillAt(std::size_t inboxLimit) {
    Controller::Options options;
    options.startPaused = true;
    options.inboxLimit = inboxLimit;
    return options;
  }
};

}  // namespace perfect::test
