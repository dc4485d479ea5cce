// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/connection.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "app/rest/monotonic.h"

namespace perfect {

namespace {

/// How long one client is served before the others get their turn.
constexpr qint64 kTurnMs = 2;
/// No further request is begun while this much of earlier answers waits for the client to take it.
constexpr qint64 kMaxBacklog = 256 * 1024;
/// More than that of an answer waiting is worth looking at all of them.
constexpr qint64 kLargeBacklog = 64 * 1024;
constexpr std::array<std::string_view, 7> kMethods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, const QByteArray& text) {
  return std::find(list.begin(), list.end(),
                   std::string_view(text.constData(), static_cast<std::size_t>(text.size()))) != list.end();
}

}  // namespace

Connection::Connection(qintptr descriptor, const ConnectionLimits& limits, RequestCounts& counts, qint64& bodies,
                       QObject* parent)
    : QTcpSocket(parent),
      m_limits(limits),
      m_counts(counts),
      m_bodies(bodies),
      m_wire(new Wire(descriptor, this)),
      m_framing(limits.framing) {
  setPeerAddress(m_wire->peerAddress());
  setPeerPort(m_wire->peerPort());
  setSocketState(QAbstractSocket::ConnectedState);
  QIODevice::open(QIODevice::ReadWrite);
  m_since = monotonicMs();
  m_takenAt = m_since;
  connect(m_wire, &Wire::readable, this, &Connection::pump);
  connect(m_wire, &Wire::gone, this, &Connection::end);
  connect(m_wire, &Wire::written, this, [this] {
    m_takenAt = monotonicMs();
    pump();
  });
}

Connection::~Connection() {
  m_bodies -= m_body;
  m_phase = Phase::Gone;
  setSocketState(QAbstractSocket::UnconnectedState);
}

void Connection::start() { pumpLater(); }

void Connection::pumpLater() {
  if (m_pumpQueued) return;
  m_pumpQueued = true;
  QMetaObject::invokeMethod(this, &Connection::pump, Qt::QueuedConnection);
}

/// Moves on as far as what has come in allows.
void Connection::pump() {
  m_pumpQueued = false;
  if (m_phase == Phase::Lingering) return finishLingering();
  if (m_phase == Phase::Streaming) return discardInput();
  if (m_pumping) return;
  m_pumping = true;
  const qint64 began = monotonicMs();
  while (m_phase == Phase::Receiving && m_wire->bytesToWrite() <= kMaxBacklog && fill()) {
    takeRequest();
    if (monotonicMs() - began >= kTurnMs) {
      m_pumping = false;
      return pumpLater();
    }
  }
  m_pumping = false;
  const bool allSaid = m_phase == Phase::Receiving && m_in.isEmpty() && m_wire->ended();
  if (allSaid && m_framing.started()) refuse(problem(400, QStringLiteral("the request ends before it is complete")));
  if (allSaid) linger();
}

bool Connection::fill() {
  if (m_in.isEmpty()) m_in = m_wire->read();
  return !m_in.isEmpty();
}

void Connection::takeRequest() {
  if (!m_framing.started()) m_since = monotonicMs();
  m_in.remove(0, m_framing.take(m_in));
  account();
  if (m_bodies > m_limits.bodiesBytes && !m_framing.complete())
    return refuse(busy(QStringLiteral("too much is being sent here at once")));
  if (m_framing.failed()) return refuseFraming();
  if (m_framing.complete()) return deliver();
  if (m_framing.headComplete() && m_framing.head().expectsContinue && !m_continued) {
    m_continued = true;
    m_wire->write("HTTP/1.1 100 Continue\r\n\r\n");
  }
}

/// Keeps the sum of what all connections hold of unfinished requests.
void Connection::account() {
  const qint64 body = m_framing.headComplete() ? m_framing.body().size() : 0;
  m_bodies += body - m_body;
  m_body = body;
}

void Connection::refuseFraming() { refuse(problem(m_framing.fault().status, m_framing.fault().detail)); }

void Connection::deliver() {
  ++m_exchange;
  m_route = RequestCounts::kNoRoute;
  m_forAnyPage = false;
  m_phase = Phase::Answering;
  if (!holds(kMethods, m_framing.head().method)) {
    const QString method = QString::fromLatin1(m_framing.head().method);
    return answer(problem(501, QStringLiteral("method %1 is not known here").arg(method)));
  }
  m_feed = canonicalRequest();
  m_fed = 0;
  const quint64 exchange = m_exchange;
  Q_EMIT requestReady();
  Q_EMIT readyRead();
  // QHttpServer did not understand what we did: answer nothing that could be taken for the next answer.
  if (m_fed < m_feed.size() && awaitsAnswer(exchange)) refuse(problem(400, QStringLiteral("the request is malformed")));
  m_feed.clear();
  m_fed = 0;
}

/// The request in the one form that all versions of QHttpServer read in the same way. Its fields stay here: handlers
/// read them from head(), where a repeated one has not been joined.
QByteArray Connection::canonicalRequest() const {
  const RequestHead& head = m_framing.head();
  const QByteArray& body = m_framing.body();
  QByteArray out;
  out.reserve(80 + head.target.size() + body.size());
  out.append(head.method).append(' ').append(head.target == "*" ? QByteArray("/") : head.target);
  out.append(" HTTP/1.1\r\nHost: localhost\r\n");
  if (!body.isEmpty()) out.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n");
  return out.append("\r\n").append(body);
}

void Connection::answer(const Response& response) {
  if (m_phase != Phase::Answering) return;
  m_counts.count(m_route, response.status);
  const RequestHead& head = m_framing.head();
  const bool keepAlive = head.keepAlive;
  m_takenAt = monotonicMs();
  const Ending ending = !keepAlive ? Ending::Close : head.http10 ? Ending::KeepAlive10 : Ending::KeepAlive;
  const bool bodyless = head.method == "HEAD" || isBodyless(response);
  m_wire->write(serialiseHead(response, ending, m_forAnyPage), bodyless ? QByteArray() : response.body);
  if (m_phase != Phase::Answering) return;  // writing found that the client has gone
  m_framing = RequestFraming(m_limits.framing);
  account();
  if (m_wire->bytesToWrite() > kLargeBacklog) Q_EMIT backlogged();
  if (m_phase != Phase::Answering) return;  // too much waits for it
  m_continued = false;
  m_since = monotonicMs();
  if (!keepAlive) return linger();
  m_phase = Phase::Receiving;
  if (!m_pumping) pumpLater();
}

void Connection::answerStream(const Response& head) {
  if (m_phase != Phase::Answering) return;
  m_counts.count(m_route, head.status);
  const bool bodyless = m_framing.head().method == "HEAD";
  m_takenAt = monotonicMs();
  m_wire->write(serialiseHead(head, Ending::UntilClosed, m_forAnyPage));
  if (m_phase != Phase::Answering) return;
  if (bodyless) return linger();
  m_phase = Phase::Streaming;
  m_in.clear();
  m_framing = RequestFraming(m_limits.framing);
  account();
  pumpLater();
}

void Connection::push(const QByteArray& bytes) {
  if (m_phase != Phase::Streaming) return;
  if (m_wire->bytesToWrite() == 0) m_takenAt = monotonicMs();
  m_wire->write(bytes);
}

/// A reader of a stream has nothing more to say; but while nobody reads, its hanging up would go unnoticed.
void Connection::discardInput() {
  const qint64 began = monotonicMs();
  while (!m_wire->read().isEmpty()) {
    if (monotonicMs() - began >= kTurnMs) return pumpLater();
  }
  // Half-closed or gone? A client that has gone answers what is sent to it with a reset.
  if (m_phase == Phase::Streaming && m_wire->ended() && !m_probed) {
    m_probed = true;
    push(":\n\n");
  }
}

void Connection::refuse(const Response& response) {
  if (m_phase == Phase::Gone || m_phase == Phase::Lingering) return;
  m_counts.count(RequestCounts::kNoRoute, response.status);
  m_takenAt = monotonicMs();
  m_wire->write(serialiseHead(response, Ending::Close), response.body);
  linger();
}

/// The last answer is out or on its way; what still comes is thrown away, because closing a socket with
/// unread bytes makes the client lose that answer.
void Connection::linger() {
  if (m_phase == Phase::Gone || m_phase == Phase::Lingering) return;
  m_phase = Phase::Lingering;
  m_since = monotonicMs();
  m_in.clear();
  m_framing = RequestFraming(m_limits.framing);
  account();
  finishLingering();
}

void Connection::finishLingering() {
  if (!m_shutDown && m_wire->bytesToWrite() == 0) {
    m_shutDown = true;
    m_since = monotonicMs();
    m_wire->shutDownWriting();
  }
  const qint64 began = monotonicMs();
  while (!m_wire->read().isEmpty()) {
    if (monotonicMs() - began >= kTurnMs) return pumpLater();
  }
  if (m_shutDown && m_wire->ended()) m_wire->abort();
}

void Connection::enforceTimes() {
  const qint64 now = monotonicMs();
  const bool stalled = m_wire->bytesToWrite() > 0 && now - m_takenAt >= m_limits.stalledMs;
  if (stalled || (m_phase == Phase::Lingering && m_shutDown && now - m_since >= m_limits.lingerMs))
    return m_wire->abort();
  if (m_phase != Phase::Receiving) return;
  const bool between = m_exchange > 0 && !m_framing.started();
  if (between) {
    if (now - m_since >= m_limits.idleMs) linger();
  } else if (now - m_since >= m_limits.requestMs) {
    refuse(problem(408, QStringLiteral("the request did not arrive within %1 ms").arg(m_limits.requestMs)));
  }
}

qint64 Connection::idleMs() const {
  if (m_phase != Phase::Receiving) return 0;
  const qint64 waited = monotonicMs() - m_since;
  return m_framing.started() ? waited / 2 : waited;
}

/// The client has gone. QHttpServer lets go of a socket when it says so.
void Connection::end() {
  if (m_phase == Phase::Gone) return;
  m_phase = Phase::Gone;
  setSocketState(QAbstractSocket::UnconnectedState);
  Q_EMIT disconnected();
  deleteLater();
}

qint64 Connection::bytesAvailable() const { return QIODevice::bytesAvailable() + m_feed.size() - m_fed; }
qint64 Connection::bytesToWrite() const { return m_wire->bytesToWrite(); }
bool Connection::canReadLine() const { return m_feed.indexOf('\n', m_fed) >= 0 || QIODevice::canReadLine(); }

qint64 Connection::readData(char* data, qint64 maxSize) {
  const qint64 size = std::min<qint64>(maxSize, m_feed.size() - m_fed);
  std::memcpy(data, m_feed.constData() + m_fed, static_cast<std::size_t>(size));
  m_fed += size;
  return size;
}
qint64 Connection::readLineData(char* data, qint64 maxSize) { return QIODevice::readLineData(data, maxSize); }
qint64 Connection::skipData(qint64 maxSize) { return QIODevice::skipData(maxSize); }
qint64 Connection::writeData(const char* data, qint64 size) {
  m_wire->write(QByteArray(data, size));
  return size;
}

void Connection::close() { linger(); }
void Connection::disconnectFromHost() { linger(); }

}  // namespace perfect
