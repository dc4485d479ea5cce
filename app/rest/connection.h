// SPDX-License-Identifier: GPL-3.0-or-later
//
// One client, as QHttpServer sees it: a socket on which only whole, well-formed requests ever arrive,
// one at a time, the next one after the last was answered. The real socket stands behind it; what
// comes in there goes through RequestFraming first. That gives every Qt version the same limits,
// the same strictness and the right order of pipelined answers, however late an answer comes.
// Thread rule: the REST thread.
// Invariants: at most one request is with QHttpServer; while it is, nothing more is read from the client
// than a small buffer holds (so a hasty client is slowed down by TCP, not by our memory).
#pragma once

#include <QTcpSocket>

#include "app/rest/request_counts.h"
#include "app/rest/request_framing.h"
#include "app/rest/response.h"
#include "app/rest/wire.h"

namespace perfect {

struct ConnectionLimits {
  FramingLimits framing;
  qint64 bodiesBytes = qint64{8} * 1024 * 1024;    ///< of unfinished requests, all connections together
  qint64 backlogBytes = qint64{16} * 1024 * 1024;  ///< of answers that clients do not take, all together
  qint64 requestMs = 10 * 1000;                    ///< for a request to arrive
  qint64 idleMs = 60 * 1000;                       ///< between two requests
  qint64 stalledMs = 30 * 1000;                    ///< for a client to take any of its answer
  qint64 lingerMs = 2 * 1000;                      ///< for a client to read why it is cut off
  qint64 yieldMs = 1000;  ///< a connection that has said nothing for so long gives its place to a new one
};

class Connection final : public QTcpSocket {
  Q_OBJECT

 public:
  /// Takes over a connected descriptor. Nothing is read before start(). What it answers is counted.
  /// `bodies`: bytes of unfinished requests that all connections hold together.
  Connection(qintptr descriptor, const ConnectionLimits& limits, RequestCounts& counts, qint64& bodies,
             QObject* parent);
  ~Connection() override;

  void start();
  /// Answers that nothing of it will be read, and ends it.
  void refuse(const Response& response);

  /// The request that is with QHttpServer; valid until it has been answered.
  const RequestHead& head() const { return m_framing.head(); }
  const QByteArray& requestBody() const { return m_framing.body(); }
  /// Counts requests, so that an answer that comes late cannot meet the next one.
  quint64 exchange() const { return m_exchange; }
  bool awaitsAnswer(quint64 exchange) const { return m_phase == Phase::Answering && m_exchange == exchange; }
  /// The route that answers the present request, as RequestCounts numbers them.
  void setRoute(int route) { m_route = route; }
  /// Pages of other origins may read the present answer.
  void setForAnyPage(bool forAnyPage) { m_forAnyPage = forAnyPage; }
  void answer(const Response& response);
  /// Answers with a body that has no end yet: push() goes on with it, until one side hangs up.
  void answerStream(const Response& head);
  bool streaming() const { return m_phase == Phase::Streaming; }
  /// Requires streaming(). What the client does not take is kept: whoever pushes looks at bytesToWrite().
  void push(const QByteArray& bytes);
  /// Hangs up, whatever it has not taken.
  void drop() { m_wire->abort(); }

  /// Ends it if it has been waited for too long.
  void enforceTimes();
  /// How long nothing has been under way on it, or a request has not been finished for twice the time it may keep its
  /// place; 0: it is in use.
  qint64 idleMs() const;
  /// Its client has sent something that is not looked at yet, so that it is not idle, only not served.
  bool hasUnread() const { return m_wire->hasUnread(); }
  /// When its client last took some of what waits for it; meaningful while bytesToWrite() > 0.
  qint64 takenAt() const { return m_takenAt; }
  const std::deque<QByteArray>& waiting() const { return m_wire->waiting(); }

  qint64 bytesAvailable() const override;
  qint64 bytesToWrite() const override;
  bool canReadLine() const override;
  void close() override;
  void disconnectFromHost() override;

 Q_SIGNALS:
  /// A whole request can be read: read it now, answer() now or later.
  void requestReady();
  /// Much of an answer waits for its client.
  void backlogged();

 protected:
  qint64 readData(char* data, qint64 maxSize) override;
  qint64 readLineData(char* data, qint64 maxSize) override;
  qint64 skipData(qint64 maxSize) override;
  qint64 writeData(const char* data, qint64 size) override;

 private:
  enum class Phase { Receiving, Answering, Streaming, Lingering, Gone };

  void pump();
  bool fill();
  void pumpLater();
  void takeRequest();
  void account();
  void refuseFraming();
  void deliver();
  QByteArray canonicalRequest() const;
  void linger();
  void discardInput();
  void finishLingering();
  void end();

  ConnectionLimits m_limits;
  RequestCounts& m_counts;
  qint64& m_bodies;
  qint64 m_body = 0;  ///< of m_bodies
  int m_route = RequestCounts::kNoRoute;
  bool m_forAnyPage = false;
  Wire* m_wire;
  RequestFraming m_framing;
  QByteArray m_in;    ///< read from the wire, not framed yet
  QByteArray m_feed;  ///< the request QHttpServer is to read
  qsizetype m_fed = 0;
  Phase m_phase = Phase::Receiving;
  bool m_pumping = false;
  bool m_pumpQueued = false;
  bool m_continued = false;  ///< 100 Continue has been said
  bool m_shutDown = false;
  bool m_probed = false;  ///< a stream's reader that says no more has been looked for
  quint64 m_exchange = 0;
  qint64 m_since = 0;    ///< monotonic ms: the present wait began
  qint64 m_takenAt = 0;  ///< the client last took some of its answer
};

}  // namespace perfect
