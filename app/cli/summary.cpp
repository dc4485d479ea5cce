// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary.h"

#include <algorithm>

#include "app/json/json_writer.h"
#include "core/events/texts.h"

namespace perfect {

namespace {

void endRollout(ServiceSummary& record, SimTime t, const char* outcome) {
  if (record.rollouts.empty()) return;
  RolloutRecord& last = record.rollouts.back();
  last.endedAt = t;
  last.outcome = outcome;
}

void noteRollout(ServiceSummary& record, const Event& event, const ServiceNames& names) {
  switch (event.reason) {
    case Reason::RolloutStarted:
    case Reason::RolloutRetried:
      if (!record.rollouts.empty() && record.rollouts.back().endedAt == kNever)
        endRollout(record, event.t, "Superseded");
      record.rollouts.push_back({});
      record.rollouts.back().startedAt = event.t;
      if (event.version >= 0)
        record.rollouts.back().version = names.versions[static_cast<std::size_t>(event.version)].digest;
      break;
    case Reason::RolloutCompleted:
      endRollout(record, event.t, "Complete");
      break;
    case Reason::RolloutAborted:
      endRollout(record, event.t, "Aborted");
      break;
    case Reason::ProgressDeadlineExceeded:
      endRollout(record, event.t, "Failed");
      break;
    case Reason::RolledBack:
      endRollout(record, event.t, "RolledBack");
      break;
    default:
      break;
  }
}

std::string plural(std::int64_t n, const char* noun) { return std::to_string(n) + ' ' + noun + (n == 1 ? "" : "s"); }

}  // namespace

void Summary::addEvent(const Event& event, const Names& names) {
  if (event.service == kNoService) return;
  const ServiceNames& service = *names[event.service];
  const auto known =
      std::find_if(m_touched.begin(), m_touched.end(), [&](const auto& t) { return t.first == event.service; });
  if (known == m_touched.end()) m_touched.emplace_back(event.service, service.name);
  const ReasonInfo& reason = info(event.reason);
  if (reason.type == EventType::Rollout) noteRollout(m_services[service.name], event, service);
}

void Summary::observe(const Engine& engine) {
  for (const auto& [index, name] : m_touched) {
    const ServiceState* service = engine.service(name);
    if (service == nullptr || service->index != index) continue;
    ServiceSummary& record = m_services[name];
    const PodCounts counts = service->counts();
    record.mostPods = std::max(record.mostPods, counts.total());
    record.restarts = service->restarts;
    if (service->rollout.stable == kNoVersion || service->deleting) continue;
    record.leastReady = record.onceStable ? std::min(record.leastReady, counts.ready) : counts.ready;
    record.onceStable = true;
  }
  m_touched.clear();
}

std::string Summary::text(const Ending& ending) const {
  std::string out = "Simulated " + secondsText(ending.t) + " s, " +
                    plural(static_cast<std::int64_t>(ending.events), "event") + ", seed " +
                    std::to_string(ending.seed) + ".\n";
  for (const auto& [name, record] : m_services) {
    out +=
        name + ": " +
        (record.onceStable ? "least ready since first stable " + std::to_string(record.leastReady) : "never stable") +
        ", most pods at once " + std::to_string(record.mostPods) + ", " + plural(record.restarts, "restart") + '\n';
    for (const RolloutRecord& rollout : record.rollouts) {
      out += "  rollout to " + rollout.version + " at " + secondsText(rollout.startedAt) + " s: " + rollout.outcome;
      if (rollout.endedAt != kNever) out += " at " + secondsText(rollout.endedAt) + " s";
      out += '\n';
    }
  }
  if (!ending.stepsNotReached.empty()) {
    out += plural(static_cast<std::int64_t>(ending.stepsNotReached.size()), "step") + " not reached:\n";
    for (const std::string& step : ending.stepsNotReached) out += "  " + step + '\n';
  }
  for (const ScenarioFailure& failure : ending.failures) {
    out += "FAILED line " + std::to_string(failure.line) + " at " + secondsText(failure.t) + " s: " + failure.message +
           '\n';
  }
  return out;
}

std::string Summary::json(const Ending& ending) const {
  std::string out;
  JsonWriter json(out);
  json.beginObject();
  json.field("passed", ending.failures.empty());
  json.field("t", ending.t);
  json.field("seed", ending.seed);
  json.field("events", ending.events);
  json.key("services");
  json.beginObject();
  for (const auto& [name, record] : m_services) {
    json.key(name);
    json.beginObject();
    json.key("leastReady");
    if (record.onceStable) {
      json.value(record.leastReady);
    } else {
      json.null();
    }
    json.field("mostPods", record.mostPods);
    json.field("restarts", record.restarts);
    json.key("rollouts");
    json.beginArray();
    for (const RolloutRecord& rollout : record.rollouts) {
      json.beginObject();
      json.field("version", rollout.version);
      json.field("startedAt", rollout.startedAt);
      json.key("endedAt");
      if (rollout.endedAt == kNever) {
        json.null();
      } else {
        json.value(rollout.endedAt);
      }
      json.field("outcome", rollout.outcome);
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
  json.endObject();
  json.key("stepsNotReached");
  json.beginArray();
  for (const std::string& step : ending.stepsNotReached) json.value(step);
  json.endArray();
  json.key("failures");
  json.beginArray();
  for (const ScenarioFailure& failure : ending.failures) {
    json.beginObject();
    json.field("line", failure.line);
    json.field("t", failure.t);
    json.field("message", failure.message);
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return out + '\n';
}

}  // namespace perfect
