// SPDX-License-Identifier: GPL-3.0-or-later
// Pods, a page at a time, and one in depth.
#include <array>

#include "app/json/pod_json.h"
#include "app/json/state_json.h"
#include "app/rest/routes/routes.h"

namespace perfect {

namespace {

constexpr qint64 kPage = 500;
constexpr qint64 kLargestPage = 5000;
/// A page is cut after looking at so many pods, however few of them were wanted: nobody waits for a long search.
constexpr int kLookedAt = 50000;

const QString kService = QStringLiteral("service");
const QString kReady = QStringLiteral("ready");
const QString kStatus = QStringLiteral("status");
const QString kLimit = QStringLiteral("limit");
const QString kContinue = QStringLiteral("continue");
const std::array kStatuses = {"Pending", "Starting", "Running", "CrashLoopBackOff", "Terminating"};

/// Where a page begins: positions that are never used twice, so pods that came or went meanwhile shift nothing.
struct Place {
  ServiceIndex service = 0;
  PodOrdinal pod = 0;
};

std::string tokenOf(std::int64_t epochMs, const Place& place) {
  return QStringLiteral("%1-%2-%3")
      .arg(QString::number(epochMs, 36), QString::number(place.service, 36), QString::number(place.pod, 36))
      .toStdString();
}

Result<Place, QString> placeOf(const QString& token, std::int64_t epochMs) {
  using Read = Result<Place, QString>;
  if (token.isEmpty()) return Place{};
  const QStringList parts = token.split(QLatin1Char('-'));
  std::array<bool, 3> good{};
  if (parts.size() == 3) {
    const qlonglong epoch = parts[0].toLongLong(&good[0], 36);
    const Place place{parts[1].toUInt(&good[1], 36), parts[2].toUInt(&good[2], 36)};
    if (good[0] && good[1] && good[2] && epoch == epochMs) return place;
  }
  return Read::failure(good[0] && good[1] && good[2]
                           ? QStringLiteral("continue belongs to another world than the one that is shown; begin anew")
                           : QStringLiteral("continue must be what the page before answered as continue"));
}

class PodPage {
 public:
  PodPage(const Snapshot& snapshot, const Parameters& wanted)
      : m_snapshot(snapshot),
        m_service(wanted.utf8(kService)),
        m_status(wanted.utf8(kStatus)),
        m_limit(wanted.integer(kLimit).value_or(kPage)) {
    if (wanted.has(kReady)) m_ready = wanted.boolean(kReady, false);
  }

  void write(JsonWriter& json, const Place& from) {
    json.key("pods");
    json.beginArray();
    std::int64_t total = 0;
    for (const ServiceEntry& entry : m_snapshot.services) {
      if (!m_service.empty() && entry.state->spec->name != m_service) continue;
      total += entry.pods->size();
      const ServiceIndex index = entry.state->index;
      if (!m_next && index >= from.service) writePods(json, entry, index == from.service ? from.pod : 0);
    }
    json.endArray();
    m_next ? json.field("continue", tokenOf(m_snapshot.epochMs, *m_next)) : json.nullField("continue");
    json.field("podsTotal", total);
  }

 private:
  bool wants(const PodView& view) const {
    return (!m_ready || view.pod.ready == *m_ready) && (m_status.empty() || m_status == podStatus(view.pod));
  }

  void writePods(JsonWriter& json, const ServiceEntry& entry, PodOrdinal from) {
    Snapshot::forEachPod(entry, from, [&](const PodView& view) {
      if (m_written == m_limit || m_looked == kLookedAt) {
        m_next = Place{entry.state->index, view.pod.ordinal};
        return false;
      }
      ++m_looked;
      if (wants(view)) {
        ++m_written;
        writePod(json, view, m_snapshot.epochMs);
      }
      return true;
    });
  }

  const Snapshot& m_snapshot;
  std::string m_service;
  std::string m_status;
  std::optional<bool> m_ready;
  qint64 m_limit;
  qint64 m_written = 0;
  int m_looked = 0;
  std::optional<Place> m_next;
};

void pods(const Call& call, const EngineLink& engine) {
  const auto snapshot = engine.snapshot();
  const std::string service = call.parameters.utf8(kService);
  if (!service.empty() && snapshot->find(service) == nullptr)
    return call.answer.send(unknownService(call.parameters.text(kService)));
  const auto from = placeOf(call.parameters.text(kContinue), snapshot->epochMs);
  if (!from) return call.answer.send(problem(400, from.error()));
  PodPage page(*snapshot, call.parameters);
  call.answer.send(jsonObject([&](JsonWriter& json) { page.write(json, from.value()); }));
}

void pod(const Call& call, const EngineLink& engine) {
  const auto snapshot = engine.snapshot();
  const QString id = call.path.value(QStringLiteral("id"));
  const auto view = snapshot->pod(id.toStdString());
  if (!view) {
    const bool gone = newestEventOf(*snapshot, id.toStdString()) != 0;
    return call.answer.send(
        problem(404, gone ? QStringLiteral("pod %1 is gone; /why?pod= tells what became of it").arg(id.left(100))
                          : QStringLiteral("there is no pod %1").arg(id.left(100))));
  }
  std::string text;
  JsonWriter json(text);
  writePodDocument(json, *snapshot, *view);
  call.answer.send(jsonResponse(QByteArray::fromStdString(text)));
}

}  // namespace

void addPodRoutes(RouteTable& table, const EngineLink& engine) {
  QStringList statuses;
  for (const char* status : kStatuses) statuses.append(QString::fromLatin1(status));
  table.add(
      {"GET",
       QStringLiteral("/pods"),
       false,
       {Parameter::text(kService, QStringLiteral("only this service's pods")),
        Parameter::boolean(kReady, QStringLiteral("only ready pods, or only those that are not")),
        Parameter::choice(kStatus, statuses, QStringLiteral("only pods of this status")),
        Parameter::integer(kLimit, 1, kLargestPage, QStringLiteral("most pods on a page; 500 where nothing is said")),
        Parameter::text(kContinue, QStringLiteral("what the page before answered as continue"))},
       QStringLiteral("A page of pods, oldest first, service by service"),
       [engine](const Call& call) { pods(call, engine); }});
  table.add({"GET",
             QStringLiteral("/pods/{id}"),
             false,
             {},
             QStringLiteral("One pod: its state, probes, timeline and the causes of what happened last"),
             [engine](const Call& call) { pod(call, engine); }});
}

}  // namespace perfect
