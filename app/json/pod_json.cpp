// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/pod_json.h"

#include "app/json/event_json.h"
#include "app/json/state_json.h"

namespace perfect {

namespace {

void timeOrNull(JsonWriter& json, std::string_view name, bool known, SimTime t, std::int64_t epochMs) {
  known ? json.field(name, epochMs + t) : json.nullField(name);
}

const char* resultName(ProbeResult result) {
  switch (result) {
    case ProbeResult::Success:
      return "Success";
    case ProbeResult::Failure:
      return "Failure";
    case ProbeResult::Unknown:
      break;
  }
  return "Unknown";
}

/// A probe's declaration and what it has said so far.
struct ProbeNow {
  const std::optional<Probe>& probe;
  ProbeResult result;
  const ProbeTrack& track;
  bool lastFailed;
  bool broken;
};

void writeProbeNow(JsonWriter& json, std::string_view name, const ProbeNow& now) {
  if (!now.probe) return json.nullField(name);
  json.key(name);
  json.beginObject();
  json.field("path", now.probe->path);
  json.field("periodSeconds", now.probe->periodSeconds);
  json.field("result", resultName(now.result));
  json.field("successesInARow", now.lastFailed ? 0U : now.track.run);
  json.field("successThreshold", now.probe->successThreshold);
  json.field("failuresInARow", now.lastFailed ? now.track.run : 0U);
  json.field("failureThreshold", now.probe->failureThreshold);
  json.field("switchedOff", now.broken);
  json.endObject();
}

void writeProbes(JsonWriter& json, const Pod& pod, const PodTemplate& declared) {
  // The startup probe has liveness' track until it has succeeded.
  const ProbeResult startup = pod.started ? ProbeResult::Success : ProbeResult::Unknown;
  const ProbeTrack none;
  const bool starting = !pod.started;
  json.key("probes");
  json.beginObject();
  writeProbeNow(json, "readiness",
                {declared.readiness, pod.readinessResult, pod.readiness, pod.lastReadinessFailed, pod.readinessBroken});
  writeProbeNow(json, "liveness",
                {declared.liveness, pod.livenessResult, starting ? none : pod.liveness,
                 !starting && pod.lastLivenessFailed, pod.livenessBroken});
  writeProbeNow(json, "startup",
                {declared.startup, startup, starting ? pod.liveness : none, starting && pod.lastLivenessFailed,
                 pod.livenessBroken});
  json.endObject();
}

void writeTimeline(JsonWriter& json, const Snapshot& snapshot, const PodView& view) {
  json.key("timeline");
  json.beginArray();
  for (std::uint64_t seq = snapshot.events.first(); seq < snapshot.events.end(); ++seq) {
    const Event& event = snapshot.events.at(seq);
    if (event.pod == view.pod.ordinal && event.service == view.service->index)
      writeEvent(json, event, *snapshot.names, snapshot.epochMs);
  }
  json.endArray();
}

}  // namespace

void writePodDocument(JsonWriter& json, const Snapshot& snapshot, const PodView& view) {
  const Pod& pod = view.pod;
  json.beginObject();
  writePodFields(json, view, snapshot.epochMs);
  json.key("version");
  json.beginObject();
  json.field("digest", view.version->digest);
  json.field("hash", view.version->hash);
  json.field("revision", view.version->revision);
  json.endObject();
  json.field("statusSinceTs", snapshot.epochMs + pod.since);
  timeOrNull(json, "statusUntilTs", pod.due != kNever, pod.due, snapshot.epochMs);
  timeOrNull(json, "readySinceTs", pod.ready, pod.readySince, snapshot.epochMs);
  json.field("available", bool{pod.available});
  writeProbes(json, pod, *view.version->podTemplate);
  writeTimeline(json, snapshot, view);
  json.key("causes");
  json.beginArray();
  for (const Event& event : causes(snapshot, snapshot.newestEvent(pod)))
    writeEvent(json, event, *snapshot.names, snapshot.epochMs);
  json.endArray();
  json.endObject();
}

std::uint64_t newestEventOf(const Snapshot& snapshot, std::string_view pod) {
  if (const auto present = snapshot.pod(pod)) return snapshot.newestEvent(present->pod);
  const std::size_t suffix = pod.rfind('-');
  const std::size_t hash = suffix == std::string_view::npos || suffix == 0 ? suffix : pod.rfind('-', suffix - 1);
  if (hash == std::string_view::npos || hash == 0) return 0;
  const std::string_view service = pod.substr(0, hash);
  const PodOrdinal ordinal = podOrdinal(service, pod.substr(suffix + 1));
  if (ordinal == kNoPod) return 0;
  for (std::uint64_t seq = snapshot.events.end(); seq-- > snapshot.events.first();) {
    const Event& event = snapshot.events.at(seq);
    // The ordinal first: a name is not made for every event.
    if (event.pod == ordinal && event.service != kNoService && event.version >= 0 &&
        podName(*snapshot.names, event.service, event.version, event.pod) == pod) {
      return seq;
    }
  }
  return 0;
}

}  // namespace perfect
