// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/streams.h"

#include <QSet>
#include <algorithm>

#include "app/json/state_patch.h"
#include "app/rest/monotonic.h"

namespace perfect {

namespace {

/// How soon to look again at readers that have not taken their message.
constexpr qint64 kLookAgainMs = 20;
/// States kept for patches: so many, or fewer where each is large.
constexpr std::int64_t kMostVersions = 64;
constexpr std::int64_t kMostVersionPods = 200'000;
const QByteArray kWhole;               // starts from nothing
const QByteArray kWholeWithId = "\n";  // no version is called so

Response streamHead() {
  return Response{200, "text/event-stream", {}, {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}}};
}

ShownState shown(const DocumentVersion& version) { return {*version.snapshot, version.clock}; }

QByteArray message(const QByteArray& id, const QByteArray& data) {
  QByteArray text;
  text.reserve(id.size() + data.size() + 16);
  if (!id.isEmpty()) text.append("id: ").append(id).append('\n');
  return text.append("data: ").append(data).append("\n\n");
}

}  // namespace

Streams::Streams(EngineLink engine, LiveDocument& document, const StreamLimits& limits)
    : m_engine(std::move(engine)), m_document(document), m_limits(limits) {
  m_next.setSingleShot(true);
  m_next.setTimerType(Qt::PreciseTimer);
  connect(&m_next, &QTimer::timeout, this, &Streams::serve);
  m_beat.setInterval(static_cast<int>(std::clamp<qint64>(m_limits.heartbeatMs / 15, 5, 1000)));
  connect(&m_beat, &QTimer::timeout, this, &Streams::beat);
}

Streams::~Streams() { disconnect(m_listening); }

void Streams::listen() {
  if (m_listening) return;
  m_listening = m_engine.onPublished(this, [this] { serve(); });
  m_beat.start();
}

/// Nobody reads; but one that lost its connection comes back with what it has.
void Streams::rest(qint64 at) {
  disconnect(m_listening);
  m_listening = {};
  m_next.stop();
  m_messages.clear();
  m_messagesOf.clear();
  m_leftAt = at;
}

void Streams::add(const Answer& answer, StreamMode mode, const QByteArray& lastEventId) {
  Reader reader;
  reader.connection = answer.stream(streamHead());
  if (reader.connection == nullptr) return;
  reader.mode = mode;
  if (mode == StreamMode::Delta && remembered(lastEventId) != nullptr) reader.has = lastEventId;
  reader.saidAt = monotonicMs();
  reader.connection->push("retry: 1000\n\n");
  m_readers.push_back(std::move(reader));
  listen();
  serve();
}

/// Gives every reader what it may have now.
void Streams::serve() {
  if (m_readers.empty()) return;
  const qint64 at = monotonicMs();
  const auto now = m_document.current();
  qint64 next = -1;
  for (Reader& reader : m_readers) {
    if (reader.connection == nullptr || serveOne(reader, now, at)) continue;
    const qint64 due = std::max(reader.notBefore, at + (reader.waiting.isNull() ? 1 : kLookAgainMs));
    next = next < 0 ? due : std::min(next, due);
  }
  forgetGone();
  if (next >= 0) {
    m_next.start(static_cast<int>(next - at));
  } else {
    m_next.stop();
  }
}

/// False: there is more for it than it may have now.
bool Streams::serveOne(Reader& reader, const std::shared_ptr<const Version>& now, qint64 at) {
  if (reader.connection->bytesToWrite() == 0) reader.waiting = QByteArray();
  if (reader.has == now->name) return true;
  if (at < reader.notBefore || !reader.waiting.isNull()) return false;
  const QByteArray text = messageFor(reader, *now);
  reader.has = now->name;
  reader.saidAt = at;
  reader.notBefore = at + std::max(m_limits.gapMs, text.size() * 1000 / m_limits.bytesPerSecond);
  if (reader.mode == StreamMode::Delta) remember(now);
  reader.connection->push(text);
  if (reader.connection != nullptr && reader.connection->bytesToWrite() > 0) reader.waiting = text;
  return true;
}

const QByteArray& Streams::messageFor(const Reader& reader, const Version& now) {
  if (m_messagesOf != now.name) {
    m_messages.clear();
    m_messagesOf = now.name;
  }
  const bool delta = reader.mode == StreamMode::Delta;
  const auto before = delta ? remembered(reader.has) : nullptr;
  const bool patch = before != nullptr && canPatch(shown(*before), shown(now));
  const QByteArray& from = patch ? before->name : delta ? kWholeWithId : kWhole;
  auto found = m_messages.find(from);
  if (found == m_messages.end()) {
    const QByteArray data =
        patch ? QByteArray::fromStdString(statePatch(shown(*before), shown(now))) : m_document.text(now);
    found = m_messages.insert(from, message(delta ? now.name : QByteArray(), data));
  }
  return *found;
}

std::shared_ptr<const DocumentVersion> Streams::remembered(const QByteArray& name) const {
  const auto found = std::find_if(m_history.rbegin(), m_history.rend(), [&](const auto& v) { return v->name == name; });
  return name.isEmpty() || found == m_history.rend() ? nullptr : *found;
}

void Streams::remember(const std::shared_ptr<const Version>& version) {
  if (!m_history.empty() && m_history.back() == version) return;
  m_history.push_back(version);
  const std::int64_t pods = std::max<std::int64_t>(1, version->snapshot->podCount());
  const auto most = static_cast<std::size_t>(std::clamp<std::int64_t>(kMostVersionPods / pods, 2, kMostVersions));
  while (m_history.size() > most) m_history.pop_front();
}

/// Once in a while: comments for the quiet, the end for those that do not take what they asked for.
void Streams::beat() {
  const qint64 at = monotonicMs();
  if (m_readers.empty() && at - m_leftAt >= m_limits.resumeMs) {
    m_history.clear();
    m_beat.stop();
  }
  for (Reader& reader : m_readers) {
    if (reader.connection == nullptr) continue;
    if (reader.connection->bytesToWrite() == 0) {
      reader.waiting = QByteArray();
      if (at - reader.saidAt < m_limits.heartbeatMs) continue;
      reader.saidAt = at;
      reader.connection->push(": still here\n\n");
    } else if (at - reader.saidAt >= m_limits.takeMs) {
      reader.connection->drop();
    }
  }
  dropSlow(at);
  forgetGone();
}

/// The longest-waiting readers go while too much is kept for all of them.
void Streams::dropSlow(qint64 at) {
  QHash<const char*, qint64> kept;
  std::vector<Reader*> waiting;
  qint64 bytes = 0;
  for (Reader& reader : m_readers) {
    if (reader.connection == nullptr || reader.waiting.isNull()) continue;
    waiting.push_back(&reader);
    if (++kept[reader.waiting.constData()] == 1) bytes += reader.waiting.size();
  }
  if (bytes <= m_limits.keptBytes) return;
  std::sort(waiting.begin(), waiting.end(), [](const Reader* a, const Reader* b) { return a->saidAt < b->saidAt; });
  for (Reader* reader : waiting) {
    if (bytes <= m_limits.keptBytes || at == reader->saidAt) return;
    if (--kept[reader->waiting.constData()] == 0) bytes -= reader->waiting.size();
    reader->waiting = QByteArray();
    reader->connection->drop();
  }
}

void Streams::forgetGone() {
  std::erase_if(m_readers, [](const Reader& r) { return r.connection == nullptr || !r.connection->streaming(); });
  if (m_readers.empty() && m_listening) rest(monotonicMs());
}

}  // namespace perfect
