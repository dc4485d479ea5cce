// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/service_json.h"

#include "app/json/spec_json.h"
#include "app/json/state_json.h"
#include "core/events/texts.h"
#include "core/reconcile/status.h"

namespace perfect {

namespace {

void timeField(JsonWriter& json, std::string_view name, SimTime t, std::int64_t epochMs) {
  json.key(name);
  if (t == kNever) {
    json.null();
  } else {
    json.value(epochMs + t);
  }
}

void versionField(JsonWriter& json, std::string_view name, const ServiceState& service, VersionIndex version) {
  json.key(name);
  if (version == kNoVersion) {
    json.null();
  } else {
    json.value(digestOf(service, version));
  }
}

void writeDesired(JsonWriter& json, const ServiceState& service) {
  const ServiceSpec& spec = *service.spec;
  const PodTemplate& pods = spec.podTemplate;
  json.key("desired");
  json.beginObject();
  json.field("replicas", service.replicas);
  json.field("image", pods.image);
  json.field("digest", pods.digest());
  json.key("env");
  writeEnv(json, pods.env);
  json.field("terminationGracePeriodSeconds", pods.terminationGracePeriodSeconds);
  json.key("minReadySeconds");
  json.milli(spec.minReady);
  json.key("readinessProbe");
  writeProbe(json, pods.readiness);
  json.key("livenessProbe");
  writeProbe(json, pods.liveness);
  json.key("startupProbe");
  writeProbe(json, pods.startup);
  json.key("rollout");
  writeRollout(json, spec.rollout);
  json.key("autoscale");
  writeAutoscale(json, spec.autoscale);
  json.endObject();
}

void writeCounts(JsonWriter& json, const PodCounts& counts) {
  json.field("pods", counts.total());
  json.field("ready", counts.ready);
  json.field("available", counts.available);
  json.field("pending", counts.pending);
  json.field("notReady", counts.notReady);
  json.field("backingOff", counts.backingOff);
  json.field("terminating", counts.terminating);
}

void writeVersions(JsonWriter& json, const ServiceState& service) {
  json.key("versions");
  json.beginArray();
  for (std::size_t i = 0; i < service.versions.size(); ++i) {
    const VersionState& version = service.versions[i];
    const auto index = static_cast<VersionIndex>(i);
    const bool present = version.counts.total() > 0 || version.counts.terminating > 0;
    if (!present && index != service.rollout.updated && index != service.rollout.stable) continue;
    json.beginObject();
    json.field("digest", version.digest);
    json.field("hash", version.hash);
    json.field("revision", version.revision);
    writeCounts(json, version.counts);
    json.field("serving", service.serves(index) ? version.counts.ready : 0);
    json.field("restarts", version.restarts);
    json.field("stable", index == service.rollout.stable);
    json.field("failed", version.failed);
    json.endObject();
  }
  json.endArray();
}

void writeSteps(JsonWriter& json, const ServiceState& service) {
  const Rollout& spec = service.spec->rollout;
  const RolloutState& rollout = service.rollout;
  const bool over = rollout.phase == RolloutPhase::Complete;
  json.key("steps");
  json.beginArray();
  for (std::size_t i = 0; spec.strategy == Strategy::Canary && i < spec.steps.size(); ++i) {
    const CanaryStep& step = spec.steps[i];
    const auto index = static_cast<std::int32_t>(i);
    const bool done = over || index < rollout.step || (index == rollout.step && rollout.stepDone());
    json.beginObject();
    json.field("percent", step.percent);
    json.key(step.manual ? "pause" : "pauseSeconds");
    if (step.manual) {
      json.value("manual");
    } else {
      json.milli(i + 1 == spec.steps.size() ? 0 : step.pause.value_or(spec.pause));
    }
    json.field("done", done && !rollout.toStable);
    json.endObject();
  }
  json.endArray();
}

void writeLoad(JsonWriter& json, const ServiceState& service) {
  json.key("load");
  json.beginObject();
  json.field("cpu", averageCpu(service));
  json.key("demand");
  if (service.load.byDemand) {
    json.value(service.load.demand);
  } else {
    json.null();
  }
  json.endObject();
}

}  // namespace

void writeRolloutStatus(JsonWriter& json, const ServiceState& service, std::int64_t epochMs) {
  const RolloutState& rollout = service.rollout;
  json.beginObject();
  json.field("strategy", strategyName(service.spec->rollout.strategy));
  json.field("phase", phaseName(rollout.phase));
  json.field("number", rollout.number);
  json.key("step");
  if (const std::int32_t step = canaryStep(service); step > 0) {
    json.value(step);
  } else {
    json.null();
  }
  json.field("weight", currentWeight(service));
  writeSteps(json, service);
  versionField(json, "updated", service, rollout.updated);
  versionField(json, "stable", service, rollout.stable);
  versionField(json, "active", service, activeVersion(service));
  json.field("paused", rollout.userPaused);
  json.field("waitsForPromote", rollout.waitsForPromote);
  timeField(json, "startedTs", rollout.startedAt, epochMs);
  timeField(json, "pauseUntilTs", rollout.pauseUntil, epochMs);
  timeField(json, "switchedTs", rollout.switchedAt, epochMs);
  json.endObject();
}

void writeServiceDocument(JsonWriter& json, const ServiceState& service, std::int64_t epochMs) {
  json.beginObject();
  json.field("name", service.spec->name);
  json.field("status", statusOf(service).phrase());
  json.field("deleting", service.deleting);
  json.field("revision", service.revision);
  writeDesired(json, service);
  json.key("actual");
  json.beginObject();
  const PodCounts counts = service.counts();
  json.field("replicas", counts.total());
  writeCounts(json, counts);
  json.field("serving", service.serving());
  json.field("activeVersion", digestOf(service, activeVersion(service)));
  json.field("restarts", service.restarts);
  writeVersions(json, service);
  json.endObject();
  json.key("rollout");
  writeRolloutStatus(json, service, epochMs);
  writeLoad(json, service);
  json.key("waiting");
  writeWaiting(json, service, epochMs);
  json.endObject();
}

void writeWaiting(JsonWriter& json, const ServiceState& service, std::int64_t epochMs) {
  json.beginArray();
  for (const Waiting& waiting : service.waiting) {
    json.beginObject();
    json.field("for", waitingFor(waiting, service));
    timeField(json, "until", waiting.until, epochMs);
    json.field("reason", waitingReason(waiting, service));
    json.endObject();
  }
  json.endArray();
}

}  // namespace perfect
