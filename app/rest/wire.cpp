// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/wire.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace perfect {

namespace {

constexpr std::size_t kReadAtOnce = 64 * 1024;
constexpr std::size_t kPiecesAtOnce = 8;

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
    m_drained = false;
    Q_EMIT readable();
    // Nobody wants all of it now: be told again once somebody has read it.
    if (open() && !m_drained) m_canRead.setEnabled(false);
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
  if (!open() || m_ended || (m_drained && m_canRead.isEnabled())) return {};
  std::array<char, kReadAtOnce> buffer;
  ssize_t size = 0;
  do {
    size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
  } while (size < 0 && errno == EINTR);
  // Less than there was room for: that was all of it, for now.
  m_drained = size > 0 ? static_cast<std::size_t>(size) < buffer.size() : size < 0 && tryLater(errno);
  if (m_drained && !m_canRead.isEnabled()) m_canRead.setEnabled(true);
  if (size > 0) return QByteArray(buffer.data(), size);
  if (size == 0) {
    m_ended = true;
    m_canRead.setEnabled(false);
  } else if (!m_drained) {
    abort();
  }
  return {};
}

bool Wire::hasUnread() const {
  char byte = 0;
  return open() && !m_ended && ::recv(m_descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void Wire::write(const QByteArray& first, const QByteArray& second) {
  if (!open()) return;
  for (const QByteArray& bytes : {first, second}) {
    if (bytes.isEmpty()) continue;
    m_out.push_back(bytes);
    m_waiting += bytes.size();
  }
  sendMore();
}

void Wire::sendMore() {
  while (m_waiting > 0) {
    std::array<iovec, kPiecesAtOnce> pieces{};
    std::size_t count = 0;
    for (; count < std::min(m_out.size(), pieces.size()); ++count) {
      const QByteArray& bytes = m_out[count];
      const qsizetype from = count == 0 ? m_sent : 0;
      // iovec is made for reading too, so it wants what it points at to be writable; sendmsg does not write there.
      pieces[count].iov_base = const_cast<char*>(bytes.constData() + from);
      pieces[count].iov_len = static_cast<std::size_t>(bytes.size() - from);
    }
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = count;
    const ssize_t size = ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
    if (size >= 0) {
      sent(size);
    } else if (tryLater(errno)) {
      break;
    } else if (errno != EINTR) {
      return abort();
    }
  }
  const bool more = m_waiting > 0;
  if (more != m_canWrite.isEnabled()) m_canWrite.setEnabled(more);
}

void Wire::sent(qsizetype size) {
  m_waiting -= size;
  m_sent += size;
  while (!m_out.empty() && m_sent >= m_out.front().size()) {
    m_sent -= m_out.front().size();
    m_out.pop_front();
  }
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
  m_waiting = 0;
  Q_EMIT gone();
}

QHostAddress Wire::peerAddress() const { return peerOf(m_descriptor).address; }
quint16 Wire::peerPort() const { return peerOf(m_descriptor).port; }

}  // namespace perfect
