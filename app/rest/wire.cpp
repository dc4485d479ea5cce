// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/wire.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace perfect {

namespace {

constexpr std::size_t kReadAtOnce = 64 * 1024;

bool tryLater(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

struct Peer {
  QHostAddress address;
  quint16 port = 0;
};

Peer peerOf(int descriptor) {
  // The one way to look at a socket address is through another type of pointer.
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  auto* generic = static_cast<sockaddr*>(static_cast<void*>(&storage));
  if (::getpeername(descriptor, generic, &size) != 0) return {};
  Peer peer{QHostAddress(generic), 0};
  if (storage.ss_family == AF_INET)
    peer.port = ntohs(static_cast<sockaddr_in*>(static_cast<void*>(&storage))->sin_port);
  if (storage.ss_family == AF_INET6)
    peer.port = ntohs(static_cast<sockaddr_in6*>(static_cast<void*>(&storage))->sin6_port);
  return peer;
}

}  // namespace

Wire::Wire(qintptr descriptor, QObject* parent)
    : QObject(parent),
      m_descriptor(static_cast<int>(descriptor)),
      m_canRead(descriptor, QSocketNotifier::Read),
      m_canWrite(descriptor, QSocketNotifier::Write) {
  m_canWrite.setEnabled(false);
  ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
  const int on = 1;
  ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  connect(&m_canRead, &QSocketNotifier::activated, this, [this] {
    m_canRead.setEnabled(false);  // until somebody has read all of it
    Q_EMIT readable();
  });
  connect(&m_canWrite, &QSocketNotifier::activated, this, [this] {
    sendMore();
    if (open()) Q_EMIT written();
  });
}

Wire::~Wire() {
  m_canRead.setEnabled(false);
  m_canWrite.setEnabled(false);
  if (open()) ::close(m_descriptor);
}

QByteArray Wire::read() {
  if (!open() || m_ended) return {};
  std::array<char, kReadAtOnce> buffer;
  ssize_t size = 0;
  do {
    size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
  } while (size < 0 && errno == EINTR);
  if (size > 0) return QByteArray(buffer.data(), size);
  if (size == 0) {
    m_ended = true;
  } else if (tryLater(errno)) {
    m_canRead.setEnabled(true);
  } else {
    abort();
  }
  return {};
}

void Wire::write(const QByteArray& bytes) {
  if (!open()) return;
  m_out.append(bytes);
  sendMore();
}

void Wire::sendMore() {
  while (bytesToWrite() > 0) {
    const ssize_t size =
        ::send(m_descriptor, m_out.constData() + m_sent, static_cast<std::size_t>(bytesToWrite()), MSG_NOSIGNAL);
    if (size >= 0) {
      m_sent += size;
    } else if (tryLater(errno)) {
      break;
    } else if (errno != EINTR) {
      return abort();
    }
  }
  if (bytesToWrite() == 0) {
    m_out.clear();
    m_sent = 0;
  }
  m_canWrite.setEnabled(bytesToWrite() > 0);
}

void Wire::shutDownWriting() {
  if (open()) ::shutdown(m_descriptor, SHUT_WR);
}

void Wire::abort() {
  if (!open()) return;
  m_canRead.setEnabled(false);
  m_canWrite.setEnabled(false);
  ::close(m_descriptor);
  m_descriptor = -1;
  m_ended = true;
  m_out.clear();
  m_sent = 0;
  Q_EMIT gone();
}

QHostAddress Wire::peerAddress() const { return peerOf(m_descriptor).address; }
quint16 Wire::peerPort() const { return peerOf(m_descriptor).port; }

}  // namespace perfect
