// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/service_json.h"
#include "app/rest/routes/routes.h"

namespace perfect {

namespace {

struct Verb {
  const char* name;
  RolloutAction action;
  const char* summary;
};
constexpr Verb kVerbs[] = {
    {"promote", RolloutAction::Promote, "End the present step or wait; full=true: all of them"},
    {"pause", RolloutAction::Pause, "Hold the rollout at its present step"},
    {"resume", RolloutAction::Resume, "Let a paused rollout go on"},
    {"abort", RolloutAction::Abort, "Return to the stable version"},
    {"retry", RolloutAction::Retry, "Start the aborted rollout again"},
    {"undo", RolloutAction::Undo, "Return to the newest earlier revision that was stable"},
    {"restart", RolloutAction::Restart, "Roll the same template again"},
};

void act(const Call& call, const EngineLink& engine, RolloutAction action) {
  if (action == RolloutAction::Promote && call.parameters.boolean(QStringLiteral("full"), false)) {
    action = RolloutAction::PromoteFull;
  }
  const std::string name = call.parameters.utf8(QStringLiteral("service"));
  engine.send(RolloutCommand{name, action}, call.answer, [name](const Outcome&, const Snapshot& snapshot) {
    return jsonObject([&](JsonWriter& json) {
      json.field("ok", true);
      const ServiceEntry* entry = snapshot.find(name);
      if (entry == nullptr) return json.nullField("rollout");
      json.key("rollout");
      writeRolloutStatus(json, *entry->state, snapshot.epochMs);
    });
  });
}

}  // namespace

void addRolloutRoutes(RouteTable& table, const EngineLink& engine) {
  for (const Verb& verb : kVerbs) {
    QList<Parameter> parameters{serviceParameter()};
    if (verb.action == RolloutAction::Promote) {
      parameters.append(Parameter::boolean(QStringLiteral("full"), QStringLiteral("take all remaining steps")));
    }
    table.add({"POST", QStringLiteral("/rollout/%1").arg(QLatin1String(verb.name)), true, parameters,
               QString::fromLatin1(verb.summary),
               [engine, action = verb.action](const Call& call) { act(call, engine, action); }});
  }
}

}  // namespace perfect
