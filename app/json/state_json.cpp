// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/state_json.h"

#include <algorithm>
#include <vector>

#include "app/json/event_json.h"
#include "app/json/spec_json.h"
#include "core/reconcile/status.h"

namespace perfect {

namespace {

const char* alertName(AlertStatus status) {
  switch (status) {
    case AlertStatus::Unknown:
      return "UNKNOWN";
    case AlertStatus::Up:
      return "UP";
    case AlertStatus::Down:
      return "DOWN";
    case AlertStatus::Scaled:
      return "SCALED";
  }
  return "UNKNOWN";
}

std::int64_t timestamp(SimTime t, std::int64_t epochMs) { return later(epochMs, t); }

/// The entries that the query asks for, in order of creation.
std::vector<const ServiceEntry*> selected(const Snapshot& snapshot, const StateQuery& query) {
  std::vector<const ServiceEntry*> entries;
  for (const ServiceEntry& entry : snapshot.services) {
    if (query.service.empty() || entry.state->spec->name == query.service) entries.push_back(&entry);
  }
  return entries;
}

std::int64_t podsOf(const std::vector<const ServiceEntry*>& entries) {
  std::int64_t pods = 0;
  for (const ServiceEntry* entry : entries) pods += entry->pods->size();
  return pods;
}

void writePods(JsonWriter& json, const Snapshot& snapshot, const std::vector<const ServiceEntry*>& entries,
               bool wanted) {
  const std::int64_t total = podsOf(entries);
  if (!wanted || total > kMostPodsInState) {
    json.field("podsTotal", total);
    return;
  }
  json.key("pods");
  json.beginObject();
  for (const ServiceEntry* entry : entries) {
    Snapshot::forEachPod(*entry, 0, [&](const PodView& pod) {
      json.key(pod.id());
      writePod(json, pod, snapshot.epochMs);
      return true;
    });
  }
  json.endObject();
}

void writeEvents(JsonWriter& json, const Snapshot& snapshot, const StateQuery& query) {
  std::vector<const Event*> newest;
  for (std::uint64_t seq = snapshot.events.end(); seq > snapshot.events.first() && newest.size() < query.events;) {
    const Event& event = snapshot.events.at(--seq);
    const bool belongs = query.service.empty() ||
                         (event.service != kNoService && (*snapshot.names)[event.service]->name == query.service);
    if (belongs) newest.push_back(&event);
  }
  json.key("events");
  json.beginArray();
  std::for_each(newest.rbegin(), newest.rend(),
                [&](const Event* event) { writeEvent(json, *event, *snapshot.names, snapshot.epochMs); });
  json.endArray();
}

void writeMetrics(JsonWriter& json, const std::vector<const ServiceEntry*>& entries) {
  json.key("metrics");
  json.beginObject();
  json.key("restarts");
  json.beginObject();
  for (const ServiceEntry* entry : entries) json.field(entry->state->spec->name, entry->state->restarts);
  json.endObject();
  json.key("readyBySvc");
  json.beginObject();
  for (const ServiceEntry* entry : entries) json.field(entry->state->spec->name, entry->state->counts().ready);
  json.endObject();
  json.endObject();
}

void writeSim(JsonWriter& json, const Snapshot& snapshot, const ClockState& clock) {
  json.key("sim");
  json.beginObject();
  json.field("t", snapshot.t);
  json.field("epoch", snapshot.epochMs);
  json.key("speed");
  writeSpeed(json, clock.speedMilli);
  json.field("paused", clock.paused);
  json.field("live", true);
  json.endObject();
}

}  // namespace

std::string_view digestOf(const ServiceState& service, VersionIndex version) {
  return version == kNoVersion ? std::string_view() : service.versions[static_cast<std::size_t>(version)].digest;
}

VersionIndex activeVersion(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  if (rollout.active != kNoVersion) return rollout.active;
  return rollout.stable != kNoVersion ? rollout.stable : rollout.updated;
}

std::int32_t canaryStep(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  const bool goesOn = rollout.phase == RolloutPhase::Progressing || rollout.phase == RolloutPhase::Paused ||
                      rollout.phase == RolloutPhase::Analysing;
  const auto steps = static_cast<std::int32_t>(service.spec->rollout.steps.size());
  const bool canary = service.spec->rollout.strategy == Strategy::Canary && rollout.stable != kNoVersion &&
                      rollout.stable != rollout.updated && !rollout.toStable;
  return canary && goesOn && rollout.step < steps ? rollout.step + 1 : 0;
}

std::int64_t averageCpu(const ServiceState& service) {
  if (!service.load.byDemand) return service.load.cpu;
  const std::int64_t serving = service.serving();
  if (serving == 0) return 0;
  const VersionIndex version = activeVersion(service);
  const Simulation& simulation = version == kNoVersion
                                     ? service.spec->podTemplate.simulation
                                     : service.versions[static_cast<std::size_t>(version)].podTemplate->simulation;
  return service.load.demand * 100 / std::max<std::int64_t>(1, simulation.capacityPerPod) / serving;
}

void writeSpeed(JsonWriter& json, std::int64_t speedMilli) {
  if (speedMilli == kSpeedMax) {
    json.value("max");
  } else {
    json.milli(speedMilli);
  }
}

void writeServiceEntry(JsonWriter& json, const ServiceState& service) {
  const ServiceSpec& spec = *service.spec;
  const RolloutState& rollout = service.rollout;
  json.beginObject();
  json.field("name", spec.name);
  json.field("replicas", service.replicas);
  json.field("digest", rollout.updated == kNoVersion ? spec.podTemplate.digest()
                                                     : std::string(digestOf(service, rollout.updated)));
  json.key("env");
  writeEnv(json, spec.podTemplate.env);
  json.key("rollout");
  writeRollout(json, spec.rollout);
  json.key("readinessProbe");
  writeProbe(json, spec.podTemplate.readiness);
  json.key("livenessProbe");
  writeProbe(json, spec.podTemplate.liveness);
  json.key("autoscale");
  writeAutoscale(json, spec.autoscale);
  json.field("cpu", averageCpu(service));
  json.field("status", statusOf(service).phrase());
  const VersionIndex active = activeVersion(service);
  json.field("activeVersion",
             active == kNoVersion ? spec.podTemplate.digest() : std::string(digestOf(service, active)));
  json.key("rolloutStatus");
  json.beginObject();
  json.field("phase", phaseName(rollout.phase));
  if (const std::int32_t step = canaryStep(service); step > 0) {
    json.field("step", step);
  } else {
    json.nullField("step");
  }
  json.field("weight", currentWeight(service));
  json.endObject();
  json.field("revision", service.revision);
  json.endObject();
}

void writePod(JsonWriter& json, const PodView& pod, std::int64_t epochMs) {
  json.beginObject();
  writePodFields(json, pod, epochMs);
  json.endObject();
}

void writePodFields(JsonWriter& json, const PodView& pod, std::int64_t epochMs) {
  json.field("id", pod.id());
  json.field("pid", 0);
  json.field("port", pod.pod.port);
  json.field("service", pod.service->spec->name);
  json.field("image_digest", pod.version->digest);
  json.field("start_ts", timestamp(pod.pod.createdAt, epochMs));
  json.field("ready", bool{pod.pod.ready});
  json.field("phase", podPhase(pod.pod));
  json.field("restarts", pod.pod.restarts);
  json.field("status", podStatus(pod.pod));
  json.field("serving", pod.serving());
  json.field("terminating", pod.pod.terminating());
}

void writeAlert(JsonWriter& json, const ServiceState& service, std::int64_t epochMs) {
  const AlertState& alert = service.alert;
  const AlertCounts& mails = service.alertCounts;
  json.beginObject();
  json.field("status", alertName(alert.status));
  json.field("lastChangeTs", timestamp(alert.lastChange, epochMs));
  json.field("lastNotifiedTs", alert.lastNotified == kNever ? 0 : timestamp(alert.lastNotified, epochMs));
  json.field("notifiedStatus", alertName(alert.notified));
  json.key("pending");
  if (alert.pending == AlertStatus::Unknown) {
    json.null();
  } else {
    json.beginObject();
    json.field("status", alertName(alert.pending));
    json.field("sinceTs", alert.pendingSince == kNever ? 0 : timestamp(alert.pendingSince, epochMs));
    json.endObject();
  }
  if (alert.lastDown == kNever) {
    json.nullField("lastDownTs");
  } else {
    json.field("lastDownTs", timestamp(alert.lastDown, epochMs));
  }
  json.field("prevDesired", alert.previousDesired);
  json.field("suppressUntil", timestamp(alert.suppressUntil, epochMs));
  json.key("mails");
  json.beginObject();
  json.field("due", mails.due);
  json.field("heldBack", mails.heldBack);
  json.field("sent", mails.sent);
  json.field("failed", mails.failed);
  json.endObject();
  json.endObject();
}

std::string stateDocument(const Snapshot& snapshot, const ClockState& clock, const StateQuery& query) {
  const std::vector<const ServiceEntry*> entries = selected(snapshot, query);
  std::string out;
  out.reserve(4096 + static_cast<std::size_t>(query.pods ? std::min(podsOf(entries), kMostPodsInState) * 260 : 0));
  JsonWriter json(out);
  json.beginObject();
  json.key("services");
  json.beginObject();
  for (const ServiceEntry* entry : entries) {
    json.key(entry->state->spec->name);
    writeServiceEntry(json, *entry->state);
  }
  json.endObject();
  writePods(json, snapshot, entries, query.pods);
  writeEvents(json, snapshot, query);
  writeMetrics(json, entries);
  json.key("alerts");
  json.beginObject();
  for (const ServiceEntry* entry : entries) {
    json.key(entry->state->spec->name);
    writeAlert(json, *entry->state, snapshot.epochMs);
  }
  json.endObject();
  json.field("explain", query.explain);
  writeSim(json, snapshot, clock);
  json.endObject();
  return out;
}

}  // namespace perfect
