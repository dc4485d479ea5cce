// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/routes/routes.h"

namespace perfect {

namespace {

constexpr qint64 kMostPods = 1000000;

const QString kService = QStringLiteral("service");
const QString kCount = QStringLiteral("count");
const QString kPercent = QStringLiteral("percent");
const QString kPod = QStringLiteral("pod");
const QString kKind = QStringLiteral("kind");
const QString kMinAvailable = QStringLiteral("minAvailable");
const QString kMaxAtOnce = QStringLiteral("maxAtOnce");
const QString kMinAge = QStringLiteral("minAge");
const QString kDryRun = QStringLiteral("dryRun");
const QString kEvery = QStringLiteral("every");
const QString kFor = QStringLiteral("for");
const QString kHealthy = QStringLiteral("healthy");
const QString kProbe = QStringLiteral("probe");
const QString kSticky = QStringLiteral("sticky");

QList<Parameter> whom() {
  return {serviceParameter(),
          Parameter::integer(kCount, 1, kMostPods, QStringLiteral("so many pods; 1 where nothing is said")),
          Parameter::integer(kPercent, 1, 100, QStringLiteral("so many percent of the pods, rounded up")),
          Parameter::text(kPod, QStringLiteral("this pod"))};
}

QList<Parameter> blowParameters() {
  return whom() + QList<Parameter>{Parameter::choice(kKind, {QStringLiteral("kill"), QStringLiteral("crash")},
                                                     QStringLiteral("kill removes the pod, crash ends its container")),
                                   Parameter::integer(kMinAvailable, 0, kMostPods,
                                                      QStringLiteral("leave at least so many available pods")),
                                   Parameter::integer(kMaxAtOnce, 1, kMostPods, QStringLiteral("take at most so many")),
                                   Parameter::duration(kMinAge, QStringLiteral("spare pods younger than this"))};
}

std::optional<std::string> podOf(const Parameters& parameters) {
  return parameters.has(kPod) ? std::optional(parameters.utf8(kPod)) : std::nullopt;
}

ChaosCommand blowOf(const Parameters& parameters) {
  ChaosCommand blow;
  blow.kind = parameters.text(kKind) == QLatin1String("crash") ? ChaosKind::Crash : ChaosKind::Kill;
  blow.service = parameters.utf8(kService);
  blow.count = parameters.int32(kCount);
  blow.percent = parameters.int32(kPercent);
  blow.pod = podOf(parameters);
  blow.limits = {parameters.int32(kMinAvailable), parameters.int32(kMaxAtOnce), parameters.duration(kMinAge)};
  return blow;
}

Response killed(const Outcome& outcome, bool dryRun) {
  return jsonObject([&](JsonWriter& json) {
    writeTexts(json, "killed", outcome.pods);
    if (dryRun) json.field("dryRun", true);
  });
}

void kill(const Call& call, const EngineLink& engine) {
  const bool dryRun = call.parameters.boolean(kDryRun, false);
  const auto show = [dryRun](const Outcome& outcome, const Snapshot&) { return killed(outcome, dryRun); };
  if (dryRun) return engine.preview(blowOf(call.parameters), call.answer, show);
  engine.send(blowOf(call.parameters), call.answer, show);
}

Response changed(const Outcome& outcome, const Snapshot&) {
  return jsonObject([&](JsonWriter& json) { writeTexts(json, "changed", outcome.pods); });
}

void health(const Call& call, const EngineLink& engine) {
  HealthCommand command;
  command.service = call.parameters.utf8(kService);
  command.healthy = call.parameters.boolean(kHealthy, false);
  command.count = call.parameters.int32(kCount);
  command.percent = call.parameters.int32(kPercent);
  command.pod = podOf(call.parameters);
  const QString probe = call.parameters.text(kProbe);
  if (probe == QLatin1String("readiness")) command.probe = ProbeTarget::Readiness;
  if (probe == QLatin1String("liveness")) command.probe = ProbeTarget::Liveness;
  command.sticky = call.parameters.boolean(kSticky, false);
  engine.send(command, call.answer, changed);
}

Response schedules(const Outcome&, const Snapshot& snapshot) {
  return jsonObject([&](JsonWriter& json) {
    json.field("ok", true);
    json.field("schedules", snapshot.chaosSchedules);
  });
}

void schedule(const Call& call, const EngineLink& engine) {
  ChaosScheduleCommand command;
  command.blow = blowOf(call.parameters);
  command.every = call.parameters.duration(kEvery).value_or(command.every);
  command.forTime = call.parameters.duration(kFor);
  engine.send(command, call.answer, schedules);
}

void stop(const Call& call, const EngineLink& engine) {
  engine.send(ChaosStopCommand{}, call.answer, [](const Outcome& outcome, const Snapshot& snapshot) {
    return jsonObject([&](JsonWriter& json) {
      json.field("ok", true);
      writeTexts(json, "changed", outcome.pods);
      json.field("schedules", snapshot.chaosSchedules);
    });
  });
}

}  // namespace

void addChaosRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"POST", QStringLiteral("/chaos/kill"), true,
             blowParameters() +
                 QList<Parameter>{Parameter::boolean(kDryRun, QStringLiteral("tell which pods, and spare them"))},
             QStringLiteral("Kill pods, or crash their containers"),
             [engine](const Call& call) { kill(call, engine); }});
  const QStringList probes{QStringLiteral("readiness"), QStringLiteral("liveness"), QStringLiteral("both")};
  table.add({"POST", QStringLiteral("/chaos/health"), true,
             whom() +
                 QList<Parameter>{
                     Parameter::boolean(kHealthy, QStringLiteral("what its probes say from now on")).mandatory(),
                     Parameter::choice(kProbe, probes, QStringLiteral("which probe; both where nothing is said")),
                     Parameter::boolean(
                         kSticky,
                         QStringLiteral("stays ill after a restart of the container, too; with healthy=true nothing"))},
             QStringLiteral("Switch the health of pods"), [engine](const Call& call) { health(call, engine); }});
  table.add({"POST", QStringLiteral("/chaos/schedule"), true,
             blowParameters() +
                 QList<Parameter>{
                     Parameter::duration(kEvery, QStringLiteral("time between two blows; 10s where nothing is said")),
                     Parameter::duration(kFor, QStringLiteral("until then; until stopped where nothing is said"))},
             QStringLiteral("The same blow again and again"), [engine](const Call& call) { schedule(call, engine); }});
  table.add({"POST",
             QStringLiteral("/chaos/stop"),
             true,
             {},
             QStringLiteral("End all chaos at once"),
             [engine](const Call& call) { stop(call, engine); }});
}

}  // namespace perfect
