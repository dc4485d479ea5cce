// SPDX-License-Identifier: GPL-3.0-or-later
//
// The readers of GET /events: each gets the whole /state document, and on every change the document again or
// what changed in it. A reader gets the next message once it has taken the one before and its rate allows it,
// and then the newest: a slow one sees fewer states, never old ones, and keeps one message waiting at most.
// Thread rule: the REST thread.
// Invariants: what many readers get is serialised and kept once; what is kept for readers that do not take it,
// and the states kept for patches, are bounded.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <memory>
#include <vector>

#include "app/rest/answer.h"
#include "app/rest/live_document.h"

namespace perfect {

struct StreamLimits {
  qint64 gapMs = 100;                           ///< between two messages to a reader
  qint64 bytesPerSecond = 2'000'000;            ///< to a reader
  qint64 heartbeatMs = 15'000;                  ///< a comment line when nothing else was said for so long
  qint64 takeMs = 15'000;                       ///< for a reader to take a message, or it is dropped
  qint64 resumeMs = 30'000;                     ///< for the last reader to come back before what it has is forgotten
  qint64 keptBytes = qint64{16} * 1024 * 1024;  ///< of messages that readers have not taken yet
};

enum class StreamMode : std::uint8_t { Full, Delta };

class Streams final : public QObject {
  Q_OBJECT

 public:
  Streams(EngineLink engine, LiveDocument& document, const StreamLimits& limits = {});
  ~Streams() override;

  /// Answers with a stream. `lastEventId`: the version that the reader has, or empty.
  void add(const Answer& answer, StreamMode mode, const QByteArray& lastEventId);
  int readers() const { return static_cast<int>(m_readers.size()); }

 private:
  using Version = DocumentVersion;
  struct Reader {
    QPointer<Connection> connection;
    StreamMode mode = StreamMode::Full;
    QByteArray has;        ///< name of the version it was sent last
    QByteArray waiting;    ///< the message it has not taken wholly
    qint64 notBefore = 0;  ///< monotonic ms: its next message
    qint64 saidAt = 0;     ///< its last message, comments included
  };

  void serve();
  void beat();
  bool serveOne(Reader& reader, const std::shared_ptr<const Version>& now, qint64 at);
  const QByteArray& messageFor(const Reader& reader, const Version& now);
  std::shared_ptr<const Version> remembered(const QByteArray& name) const;
  void remember(const std::shared_ptr<const Version>& version);
  void dropSlow(qint64 at);
  void forgetGone();
  void listen();
  void rest(qint64 at);

  EngineLink m_engine;
  LiveDocument& m_document;
  StreamLimits m_limits;
  std::vector<Reader> m_readers;
  std::deque<std::shared_ptr<const Version>> m_history;  ///< oldest first
  QByteArray m_messagesOf;                               ///< the version that the messages lead to
  QHash<QByteArray, QByteArray> m_messages;              ///< by where they start: "" whole, or a version's name
  QMetaObject::Connection m_listening;
  qint64 m_leftAt = 0;  ///< the last reader has gone
  QTimer m_next;
  QTimer m_beat;
};

}  // namespace perfect
