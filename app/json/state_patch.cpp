// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/state_patch.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "app/json/event_json.h"
#include "app/json/state_json.h"

namespace perfect {

namespace {

constexpr std::uint64_t kNewestEvents = 200;

/// An object of the patch, written only when a member of it changed.
class PatchObject {
 public:
  PatchObject() = default;
  PatchObject(const PatchObject&) = delete;
  PatchObject& operator=(const PatchObject&) = delete;

  /// The place for the next member's value.
  JsonWriter& member(std::string_view name) {
    if (m_empty) m_json.beginObject();
    m_empty = false;
    m_json.key(name);
    return m_json;
  }
  void writeTo(JsonWriter& json, std::string_view name) {
    if (m_empty) return;
    m_json.endObject();
    json.key(name);
    json.raw(m_text);
  }
  void writeInto(PatchObject& outer, std::string_view name) {
    if (m_empty) return;
    m_json.endObject();
    outer.member(name).raw(m_text);
  }

 private:
  std::string m_text;
  JsonWriter m_json{m_text};
  bool m_empty = true;
};

QJsonObject mergePatch(const QJsonObject& from, const QJsonObject& to) {
  QJsonObject patch;
  for (auto it = from.begin(); it != from.end(); ++it) {
    if (!to.contains(it.key())) patch.insert(it.key(), QJsonValue::Null);
  }
  for (auto it = to.begin(); it != to.end(); ++it) {
    const QJsonValue before = from.value(it.key());
    const QJsonValue after = it.value();
    if (before == after) continue;
    const bool deeper = before.isObject() && after.isObject();
    patch.insert(it.key(), deeper ? QJsonValue(mergePatch(before.toObject(), after.toObject())) : after);
  }
  return patch;
}

/// A value that is written twice, once for each side, and compared as text before anything is parsed.
template <typename Write>
void patchValue(PatchObject& out, const std::string& name, const ServiceState* from, const ServiceState* to,
                Write&& write) {
  const auto text = [&](const ServiceState* state) {
    std::string json;
    JsonWriter writer(json);
    if (state != nullptr) write(writer, *state);
    return json;
  };
  const std::string before = text(from);
  const std::string after = text(to);
  if (before == after) return;
  if (from == nullptr) return out.member(name).raw(after);
  const auto parse = [](const std::string& json) {
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
  };
  const QJsonObject patch = mergePatch(parse(before), parse(after));
  if (!patch.isEmpty()) out.member(name).raw(QJsonDocument(patch).toJson(QJsonDocument::Compact).toStdString());
}

void patchNumber(PatchObject& out, const std::string& name, std::optional<std::int64_t> before, std::int64_t after) {
  if (before != after) out.member(name).value(after);
}

PodView viewOf(const Pod& pod, const ServiceState& service) {
  return PodView{pod, &service, &service.versions[static_cast<std::size_t>(pod.version)]};
}

/// Only what can change in a pod's life.
void writePodChanges(PatchObject& out, const PodView& was, const PodView& now) {
  std::string text;
  JsonWriter json(text);
  bool changed = false;
  const auto field = [&](std::string_view name, const auto& before, const auto& after) {
    if (before == after) return;
    if (!changed) json.beginObject();
    changed = true;
    json.field(name, after);
  };
  field("port", was.pod.port, now.pod.port);
  field("start_ts", was.pod.createdAt, now.pod.createdAt);
  field("ready", bool{was.pod.ready}, bool{now.pod.ready});
  field("phase", std::string_view(podPhase(was.pod)), std::string_view(podPhase(now.pod)));
  field("restarts", was.pod.restarts, now.pod.restarts);
  field("status", std::string_view(podStatus(was.pod)), std::string_view(podStatus(now.pod)));
  field("serving", was.serving(), now.serving());
  field("terminating", was.pod.terminating(), now.pod.terminating());
  if (!changed) return;
  json.endObject();
  out.member(now.id()).raw(text);
}

class PodPatch {
 public:
  PodPatch(PatchObject& out, std::int64_t epochMs) : m_out(out), m_epochMs(epochMs) {}

  /// Pods of a service that is gone, or was made anew as `to`: that one may give a pod the same name.
  void removed(const ServiceEntry& entry, const ServiceEntry* to) {
    entry.pods->forEach(0, [&](const Pod& pod) {
      const Pod* heir = to == nullptr ? nullptr : to->pods->find(pod.ordinal);
      const bool sameName = heir != nullptr && viewOf(*heir, *to->state).id() == viewOf(pod, *entry.state).id();
      return sameName || gone(pod, *entry.state);
    });
  }
  void added(const ServiceEntry& entry) {
    entry.pods->forEach(0, [&](const Pod& pod) { return come(pod, *entry.state); });
  }
  void changed(const ServiceEntry& from, const ServiceEntry& to) {
    if (from.state->rollout.active == to.state->rollout.active) {
      to.pods->forEachChanged(*from.pods, [&](PodOrdinal, const Pod* was, const Pod* now) {
        if (now == nullptr) return static_cast<void>(gone(*was, *from.state));
        if (was == nullptr) return static_cast<void>(come(*now, *to.state));
        writePodChanges(m_out, viewOf(*was, *from.state), viewOf(*now, *to.state));
      });
      return;
    }
    // Traffic was switched: pods that did not change may serve now, or not any more.
    from.pods->forEach(0, [&](const Pod& was) {
      if (to.pods->find(was.ordinal) == nullptr) gone(was, *from.state);
      return true;
    });
    to.pods->forEach(0, [&](const Pod& now) {
      const Pod* was = from.pods->find(now.ordinal);
      if (was == nullptr) return come(now, *to.state);
      writePodChanges(m_out, viewOf(*was, *from.state), viewOf(now, *to.state));
      return true;
    });
  }

 private:
  bool gone(const Pod& pod, const ServiceState& service) {
    m_out.member(viewOf(pod, service).id()).null();
    return true;
  }
  bool come(const Pod& pod, const ServiceState& service) {
    const PodView view = viewOf(pod, service);
    writePod(m_out.member(view.id()), view, m_epochMs);
    return true;
  }

  PatchObject& m_out;
  std::int64_t m_epochMs;
};

bool listsPods(const Snapshot& snapshot) { return snapshot.podCount() <= kMostPodsInState; }

class StatePatch {
 public:
  StatePatch(const ShownState& from, const ShownState& to)
      : m_from(from), m_to(to), m_podPatch(m_pods, to.snapshot.epochMs) {}

  std::string write() {
    for (const ServiceEntry& entry : m_from.snapshot.services) compare(entry.state->spec->name, &entry);
    for (const ServiceEntry& entry : m_to.snapshot.services) {
      if (m_from.snapshot.find(entry.state->spec->name) == nullptr) compare(entry.state->spec->name, nullptr);
    }
    std::string text;
    JsonWriter json(text);
    json.beginObject();
    m_services.writeTo(json, "services");
    if (listsPods(m_to.snapshot)) {
      m_pods.writeTo(json, "pods");
    } else if (m_from.snapshot.podCount() != m_to.snapshot.podCount()) {
      json.field("podsTotal", m_to.snapshot.podCount());
    }
    writeEvents(json);
    writeMetrics(json);
    m_alerts.writeTo(json, "alerts");
    writeSim(json);
    json.endObject();
    return text;
  }

 private:
  void compare(const std::string& name, const ServiceEntry* from) {
    const ServiceEntry* to = m_to.snapshot.find(name);
    if (to != nullptr && from != nullptr && to->state == from->state && to->pods == from->pods) return;
    compareState(name, from == nullptr ? nullptr : from->state.get(), to == nullptr ? nullptr : to->state.get());
    if (!listsPods(m_to.snapshot)) return;
    // A service that was made anew under an old name has other pods.
    const bool same = from != nullptr && to != nullptr && from->state->index == to->state->index;
    if (same) return m_podPatch.changed(*from, *to);
    if (from != nullptr) m_podPatch.removed(*from, to);
    if (to != nullptr) m_podPatch.added(*to);
  }

  void compareState(const std::string& name, const ServiceState* from, const ServiceState* to) {
    if (to == nullptr) {
      for (PatchObject* part : {&m_services, &m_restarts, &m_ready, &m_alerts}) part->member(name).null();
      return;
    }
    patchValue(m_services, name, from, to, writeServiceEntry);
    patchValue(m_alerts, name, from, to,
               [this](JsonWriter& json, const ServiceState& state) { writeAlert(json, state, m_to.snapshot.epochMs); });
    const auto number = [from](auto value) {
      return from == nullptr ? std::nullopt : std::optional<std::int64_t>(value(*from));
    };
    patchNumber(m_restarts, name, number([](const ServiceState& s) { return s.restarts; }), to->restarts);
    patchNumber(m_ready, name, number([](const ServiceState& s) { return s.counts().ready; }), to->counts().ready);
  }

  void writeMetrics(JsonWriter& json) {
    PatchObject metrics;
    m_restarts.writeInto(metrics, "restarts");
    m_ready.writeInto(metrics, "readyBySvc");
    metrics.writeTo(json, "metrics");
  }

  void writeEvents(JsonWriter& json) {
    const EventLogView& log = m_to.snapshot.events;
    const std::uint64_t end = log.end();
    const std::uint64_t oldest = std::max(log.first(), end > kNewestEvents ? end - kNewestEvents : 1);
    std::uint64_t seq = std::max(oldest, m_from.snapshot.events.end());
    if (seq >= end) return;
    json.key("events");
    json.beginArray();
    for (; seq < end; ++seq) writeEvent(json, log.at(seq), *m_to.snapshot.names, m_to.snapshot.epochMs);
    json.endArray();
  }

  void writeSim(JsonWriter& json) {
    PatchObject sim;
    if (m_from.snapshot.t != m_to.snapshot.t) sim.member("t").value(m_to.snapshot.t);
    if (m_from.clock.speedMilli != m_to.clock.speedMilli) writeSpeed(sim.member("speed"), m_to.clock.speedMilli);
    if (m_from.clock.paused != m_to.clock.paused) sim.member("paused").value(m_to.clock.paused);
    sim.writeTo(json, "sim");
  }

  const ShownState& m_from;
  const ShownState& m_to;
  PatchObject m_services;
  PatchObject m_pods;
  PatchObject m_restarts;
  PatchObject m_ready;
  PatchObject m_alerts;
  PodPatch m_podPatch;
};

}  // namespace

bool canPatch(const ShownState& from, const ShownState& to) {
  return from.snapshot.epochMs == to.snapshot.epochMs && from.snapshot.seed == to.snapshot.seed &&
         from.snapshot.number <= to.snapshot.number && listsPods(from.snapshot) == listsPods(to.snapshot);
}

std::string statePatch(const ShownState& from, const ShownState& to) { return StatePatch(from, to).write(); }

}  // namespace perfect
