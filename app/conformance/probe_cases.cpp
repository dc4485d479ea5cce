// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHash>
#include <QJsonArray>

#include "app/conformance/cases.h"
#include "core/reconcile/health.h"

namespace perfect::conformance {

namespace {

ProbeType typeOf(const QString& name) {
  if (name == QLatin1String("liveness")) return ProbeType::Liveness;
  return name == QLatin1String("startup") ? ProbeType::Startup : ProbeType::Readiness;
}

QJsonValue nameOf(std::optional<ProbeResult> result) {
  if (!result) return QJsonValue();
  switch (*result) {
    case ProbeResult::Success:
      return QStringLiteral("success");
    case ProbeResult::Failure:
      return QStringLiteral("failure");
    case ProbeResult::Unknown:
      break;
  }
  return QStringLiteral("unknown");
}

std::optional<ProbeResult> resultOf(const QJsonValue& value) {
  if (value.toString() == QLatin1String("success")) return ProbeResult::Success;
  if (value.toString() == QLatin1String("failure")) return ProbeResult::Failure;
  if (value.toString() == QLatin1String("unknown")) return ProbeResult::Unknown;
  return std::nullopt;
}

ProbeOutcome outcomeOf(const QJsonValue& value) {
  if (value.toString() == QLatin1String("failure")) return ProbeOutcome::Failure;
  return value.toString() == QLatin1String("error") ? ProbeOutcome::Error : ProbeOutcome::Success;
}

ProbeSight sightOf(const QJsonObject& step, std::uint64_t container) {
  ProbeSight sight;
  const QString phase = field(step, "pod_phase").toString();
  sight.podKnown = flag(step, "have_status", true);
  sight.podEnded = phase == QLatin1String("Failed") || phase == QLatin1String("Succeeded");
  sight.containerKnown = flag(step, "have_container", true);
  sight.container = container;
  sight.running = flag(step, "running", true);
  sight.restarts = !(flag(step, "terminated") && flag(step, "restart_never"));
  sight.terminating = flag(step, "deleting");
  sight.started = flag(step, "started", true);
  sight.sinceStart = seconds(number(step, "secondsSinceContainerStart", 1'000'000));
  sight.outcome = outcomeOf(field(step, "outcome"));
  return sight;
}

/// Only what the step expects is compared.
QJsonObject seen(const ProbeWorker& worker, const QJsonObject& expect) {
  const QJsonObject all{{QStringLiteral("keepGoing"), worker.keepGoing},
                        {QStringLiteral("result"), nameOf(worker.result())},
                        {QStringLiteral("resultRun"), static_cast<qint64>(worker.counter.run)},
                        {QStringLiteral("onHold"), worker.counter.onHold}};
  QJsonObject chosen;
  for (const QString& key : expect.keys()) chosen[key] = all.value(key);
  return chosen;
}

Comparison sequence(const QJsonObject& c) {
  Probe probe;
  probe.successThreshold = number(c, "successThreshold", 1);
  probe.failureThreshold = number(c, "failureThreshold", 3);
  probe.initialDelaySeconds = number(c, "initialDelaySeconds");
  const ProbeType type = typeOf(field(c, "probeType").toString());

  ProbeWorker worker = newWorker(type);
  QHash<QString, std::uint64_t> containers;
  QJsonArray expected;
  QJsonArray got;
  const QJsonArray steps = field(c, "steps").toArray();
  for (const QJsonValue& value : steps) {
    const QJsonObject step = value.toObject();
    const QString id = field(step, "containerId").toString(QStringLiteral("c1"));
    if (!containers.contains(id)) containers.insert(id, static_cast<std::uint64_t>(containers.size()));
    worker = probeOnce(worker, probe, sightOf(step, containers.value(id)));
    const QJsonObject expect = field(step, "expect").toObject();
    expected.append(expect);
    got.append(seen(worker, expect));
  }
  return {{{QStringLiteral("initial"), field(c, "initialResult")}, {QStringLiteral("steps"), expected}},
          {{QStringLiteral("initial"), nameOf(initialResult(type))}, {QStringLiteral("steps"), got}}};
}

Comparison ready(const QJsonObject& c) {
  const ContainerState state =
      containerReady(flag(c, "running"), flag(c, "hasStartupProbe"), resultOf(field(c, "startupResult")),
                     flag(c, "hasReadinessProbe"), resultOf(field(c, "readinessResult")));
  return {
      {{QStringLiteral("started"), field(c, "expectedStarted")}, {QStringLiteral("ready"), field(c, "expectedReady")}},
      {{QStringLiteral("started"), state.started}, {QStringLiteral("ready"), state.ready}}};
}

}  // namespace

Runner probeRunner(const QString& kind) {
  if (kind == QLatin1String("probe_sequence")) return sequence;
  if (kind == QLatin1String("container_ready")) return ready;
  return nullptr;
}

}  // namespace perfect::conformance
