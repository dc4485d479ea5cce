// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/single_instance.h"

#include <QDataStream>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>

namespace perfect {
namespace {

constexpr int kPatienceMs = 2000;
constexpr qint64 kMostBytes = 1 << 20;
constexpr quint32 kGreeting = 0x70733031;  // "ps01"
constexpr quint8 kTaken = 1;

}  // namespace

SingleInstance::SingleInstance(const QString& place)
    : m_place(place.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
                                    QStringLiteral("/perfect-system.socket")
                              : place) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

bool SingleInstance::handOver(const QStringList& files) {
  QLocalSocket socket;
  socket.connectToServer(m_place);
  if (!socket.waitForConnected(kPatienceMs)) return false;
  QByteArray message;
  QDataStream out(&message, QIODevice::WriteOnly);
  out.setVersion(QDataStream::Qt_6_4);
  out << kGreeting << files;
  QDataStream whole(&socket);
  whole << message;
  while (socket.bytesToWrite() > 0) {
    if (!socket.waitForBytesWritten(kPatienceMs)) return false;
  }
  // Only who answers has taken them: a program that hangs does not swallow anybody's files.
  while (socket.bytesAvailable() == 0) {
    if (!socket.waitForReadyRead(kPatienceMs)) return false;
  }
  quint8 answer = 0;
  QDataStream(&socket) >> answer;
  return answer == kTaken;
}

bool SingleInstance::listen() {
  // Two that start at once do not remove each other's place.
  QLockFile lock(m_place + QStringLiteral(".lock"));
  if (!lock.tryLock(kPatienceMs)) return false;
  QLocalSocket probe;
  probe.connectToServer(m_place);
  if (probe.waitForConnected(kPatienceMs)) return false;
  QLocalServer::removeServer(m_place);
  return m_server.listen(m_place);
}

void SingleInstance::greet() {
  while (QLocalSocket* socket = m_server.nextPendingConnection()) {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
      if (socket->bytesAvailable() > kMostBytes) return socket->abort();
      QDataStream in(socket);
      in.setVersion(QDataStream::Qt_6_4);
      in.startTransaction();
      QByteArray message;
      in >> message;
      if (!in.commitTransaction()) return;
      QDataStream content(message);
      content.setVersion(QDataStream::Qt_6_4);
      quint32 greeting = 0;
      QStringList files;
      content >> greeting >> files;
      if (greeting != kGreeting || content.status() != QDataStream::Ok) return socket->abort();
      QDataStream(socket) << kTaken;
      socket->disconnectFromServer();
      // Behind this call: whoever is asked may ask a person, and the socket goes while they think.
      QMetaObject::invokeMethod(
          this, [this, files] { Q_EMIT asked(files); }, Qt::QueuedConnection);
    });
  }
}

}  // namespace perfect
