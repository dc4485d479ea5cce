// SPDX-License-Identifier: GPL-3.0-or-later
// What changes a running service by hand: replicas, load, image.
#include "app/json/state_json.h"
#include "app/rest/load_pattern_json.h"
#include "app/rest/routes/routes.h"

namespace perfect {

namespace {

constexpr qint64 kMostReplicas = 1000000;
constexpr qint64 kMostLoad = 1000000000;

const QString kService = QStringLiteral("service");
const QString kReplicas = QStringLiteral("replicas");
const QString kDelta = QStringLiteral("delta");
const QString kCpu = QStringLiteral("cpu");
const QString kDemand = QStringLiteral("demand");
const QString kImage = QStringLiteral("image");

void scale(const Call& call, const EngineLink& engine) {
  const ScaleCommand command{call.parameters.utf8(kService), call.parameters.int32(kReplicas),
                             call.parameters.int32(kDelta)};
  if (command.replicas.has_value() == command.delta.has_value()) {
    return call.answer.send(problem(400, QStringLiteral("give either replicas or delta")));
  }
  engine.send(command, call.answer, [](const Outcome& outcome, const Snapshot&) {
    return jsonObject([&](JsonWriter& json) {
      json.field("ok", true);
      json.field("replicas", outcome.replicas);
    });
  });
}

void load(const Call& call, const EngineLink& engine) {
  LoadCommand command{
      call.parameters.utf8(kService), call.parameters.integer(kCpu), call.parameters.integer(kDemand), {}};
  if (!command.cpu && !command.demand && !call.request.body.isEmpty()) {
    auto pattern = parseLoadPattern(call.request.body);
    if (!pattern) return call.answer.send(problem(400, pattern.error()));
    command.pattern = pattern.value();
  }
  if (int{command.cpu.has_value()} + int{command.demand.has_value()} + int{command.pattern.has_value()} != 1) {
    return call.answer.send(problem(400, QStringLiteral("give exactly one of cpu, demand and a pattern as JSON body")));
  }
  engine.send(command, call.answer, [name = command.service](const Outcome&, const Snapshot& snapshot) {
    const ServiceEntry* entry = snapshot.find(name);
    return jsonObject([&](JsonWriter& json) {
      json.field("ok", true);
      json.field("cpu", entry == nullptr ? 0 : averageCpu(*entry->state));
      if (entry != nullptr && entry->state->load.byDemand) json.field("demand", entry->state->load.demand);
    });
  });
}

void image(const Call& call, const EngineLink& engine) {
  const std::string name = call.parameters.utf8(kService);
  engine.send(ImageCommand{name, call.parameters.utf8(kImage)}, call.answer,
              [name](const Outcome&, const Snapshot& snapshot) { return serviceAnswer(snapshot, name); });
}

}  // namespace

void addScaleRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"POST",
             QStringLiteral("/scale"),
             true,
             {serviceParameter(), Parameter::integer(kReplicas, 0, kMostReplicas, QStringLiteral("desired replicas")),
              Parameter::integer(kDelta, -kMostReplicas, kMostReplicas, QStringLiteral("so many more, or fewer"))},
             QStringLiteral("Change the desired replicas"),
             [engine](const Call& call) { scale(call, engine); }});
  table.add(
      {"POST",
       QStringLiteral("/load"),
       true,
       {serviceParameter(), Parameter::integer(kCpu, 0, kMostLoad, QStringLiteral("percent of a pod, each")),
        Parameter::integer(kDemand, 0, kMostLoad, QStringLiteral("percent of one pod, shared by the serving pods"))},
       QStringLiteral("Set the load; a pattern as JSON body"),
       [engine](const Call& call) { load(call, engine); }});
  table.add({"POST",
             QStringLiteral("/image"),
             true,
             {serviceParameter(), Parameter::text(kImage, QStringLiteral("the new image")).mandatory()},
             QStringLiteral("Roll out another image"),
             [engine](const Call& call) { image(call, engine); }});
}

}  // namespace perfect
