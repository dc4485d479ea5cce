// SPDX-License-Identifier: GPL-3.0-or-later
// The event log, filtered.
#include <algorithm>
#include <array>

#include "app/json/event_json.h"
#include "app/json/pod_json.h"
#include "app/rest/routes/routes.h"
#include "core/base/duration.h"

namespace perfect {

namespace {

constexpr qint64 kLines = 200;
constexpr qint64 kMostLines = 5000;

const QString kService = QStringLiteral("service");
const QString kPod = QStringLiteral("pod");
const QString kLevel = QStringLiteral("level");
const QString kType = QStringLiteral("type");
const QString kReason = QStringLiteral("reason");
const QString kText = QStringLiteral("q");
const QString kSince = QStringLiteral("since");
const QString kLimit = QStringLiteral("limit");

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

class EventFilter {
 public:
  EventFilter(const Snapshot& snapshot, const Parameters& wanted)
      : m_snapshot(snapshot),
        m_service(wanted.utf8(kService)),
        m_pod(wanted.utf8(kPod)),
        m_level(wanted.utf8(kLevel)),
        m_type(wanted.utf8(kType)),
        m_reason(wanted.utf8(kReason)),
        m_text(lower(wanted.utf8(kText))) {}

  /// Cheap tests first: texts are made only for events that passed all others.
  bool wants(const Event& event) const {
    const ReasonInfo& reason = info(event.reason);
    const Names& names = *m_snapshot.names;
    return (m_level.empty() || levelName(reason.level) == m_level) &&
           (m_type.empty() || typeName(reason.type) == m_type) && (m_reason.empty() || reason.code == m_reason) &&
           (m_service.empty() || (event.service != kNoService && names[event.service]->name == m_service)) &&
           (m_pod.empty() || isOfPod(event)) &&
           (m_text.empty() || lower(messageText(event, names)).find(m_text) != std::string::npos);
  }

 private:
  bool isOfPod(const Event& event) const {
    if (event.service == kNoService || event.pod == kNoPod || event.version < 0) return false;
    const std::string& service = m_snapshot.names->at(event.service)->name;
    return m_pod.compare(0, service.size(), service) == 0 &&
           podName(*m_snapshot.names, event.service, event.version, event.pod) == m_pod;
  }

  const Snapshot& m_snapshot;
  std::string m_service, m_pod, m_level, m_type, m_reason, m_text;
};

/// Where the search begins, and whether it goes forward from there: a number is a seq to go on behind; a duration, so
/// much simulated time ago.
struct Since {
  std::uint64_t seq = 0;
  SimTime t = 0;
  bool forward = false;
};

Result<Since, QString> sinceOf(const Parameters& parameters, const ClockState& clock) {
  const QString text = parameters.text(kSince);
  Since since;
  if (text.isEmpty()) return since;
  bool ok = false;
  since.seq = text.toULongLong(&ok);
  since.forward = ok;
  if (ok) return since;
  const auto ago = parseDuration(text.toStdString());
  if (!ago) {
    return Result<Since, QString>::failure(
        QStringLiteral("since must be the seq to go on behind (42), or a duration back from now (30s)"));
  }
  since.t = clock.t - ago.value();
  return since;
}

/// The newest so many events that are wanted, or with a seq to go on behind the next ones; oldest first.
std::vector<const Event*> found(const Snapshot& snapshot, const EventFilter& filter, const Since& since,
                                std::size_t limit) {
  std::vector<const Event*> events;
  const EventLogView& log = snapshot.events;
  if (since.forward) {
    for (std::uint64_t seq = std::max(log.first(), since.seq + 1); seq < log.end() && events.size() < limit; ++seq) {
      if (filter.wants(log.at(seq))) events.push_back(&log.at(seq));
    }
    return events;
  }
  for (std::uint64_t seq = log.end(); seq > log.first() && events.size() < limit;) {
    const Event& event = log.at(--seq);
    if (event.t < since.t) break;
    if (filter.wants(event)) events.push_back(&event);
  }
  std::reverse(events.begin(), events.end());
  return events;
}

Response asLines(const Snapshot& snapshot, const std::vector<const Event*>& events) {
  std::string text;
  for (const Event* event : events) appendEventLine(text, *event, *snapshot.names, snapshot.epochMs);
  return textResponse(QByteArray::fromStdString(text), "application/x-ndjson");
}

Response asDocument(const Snapshot& snapshot, const std::vector<const Event*>& events) {
  return jsonObject([&](JsonWriter& json) {
    json.key("events");
    json.beginArray();
    for (const Event* event : events) writeEvent(json, *event, *snapshot.names, snapshot.epochMs);
    json.endArray();
    json.field("oldest", snapshot.events.first());
    json.field("newest", snapshot.events.end() - 1);
  });
}

void log(const Call& call, const EngineLink& engine) {
  const auto since = sinceOf(call.parameters, engine.clock());
  if (!since) return call.answer.send(problem(400, since.error()));
  const auto snapshot = engine.snapshot();
  const auto limit = static_cast<std::size_t>(call.parameters.integer(kLimit).value_or(kLines));
  const auto events = found(*snapshot, EventFilter(*snapshot, call.parameters), since.value(), limit);
  const bool lines = call.request.prefers("application/x-ndjson");
  call.answer.send((lines ? asLines(*snapshot, events) : asDocument(*snapshot, events)).with("Vary", "Accept"));
}

QStringList levels() { return {QStringLiteral("INFO"), QStringLiteral("WARN"), QStringLiteral("ERROR")}; }

QStringList types() {
  QStringList names;
  for (int type = 0; type <= static_cast<int>(EventType::System); ++type) {
    const std::string_view name = typeName(static_cast<EventType>(type));
    names.append(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
  }
  return names;
}

QStringList reasons() {
  QStringList codes;
  for (int reason = 1; reason < static_cast<int>(Reason::Count_); ++reason) {
    const std::string_view code = info(static_cast<Reason>(reason)).code;
    codes.append(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
  }
  codes.removeDuplicates();
  return codes;
}

}  // namespace

void addLogRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"GET",
             QStringLiteral("/events/log"),
             false,
             {Parameter::text(kService, QStringLiteral("only of this service, also of one that is gone")),
              Parameter::text(kPod, QStringLiteral("only about this pod, also about one that is gone")),
              Parameter::choice(kLevel, levels(), QStringLiteral("only of this level")),
              Parameter::choice(kType, types(), QStringLiteral("only of this type")),
              Parameter::choice(kReason, reasons(), QStringLiteral("only with this reason")),
              Parameter::text(kText, QStringLiteral("only with this text in the message, whatever its case")),
              Parameter::text(kSince, QStringLiteral("42: the events behind that seq, 30s: of the last 30 simulated "
                                                     "seconds")),
              Parameter::integer(kLimit, 1, kMostLines, QStringLiteral("at most so many; 200 where nothing is said"))},
             QStringLiteral("The event log, oldest first; as application/x-ndjson an event a line"),
             [engine](const Call& call) { log(call, engine); }});
}

}  // namespace perfect
