// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/routes/routes.h"
#include "app/runtime/demo.h"

namespace perfect {

namespace {

Response playAnswer(const PlayState& play) {
  return jsonObject([&](JsonWriter& json) {
    json.field("ok", true);
    json.key("demo");
    json.beginObject();
    json.field("playing", play.playing);
    json.field("finished", play.finished);
    json.field("name", play.name.toStdString());
    json.field("title", play.title.toStdString());
    json.field("caption", play.caption.text);
    json.field("failure", play.failure.toStdString());
    json.endObject();
  });
}

void begin(const Call& call, const EngineLink& engine) {
  auto demo = loadDemo();
  if (!demo) return call.answer.send(problem(500, QString::fromStdString(demo.error())));
  engine.perform(
      [scenario = std::move(demo).value()](Controller& controller, Controller::Done done) {
        return controller.startPlay(scenario, std::move(done));
      },
      call.answer, [engine] { return playAnswer(engine.play()); });
}

void stop(const Call& call, const EngineLink& engine) {
  engine.perform([](Controller& controller, Controller::Done done) { return controller.stopPlay(std::move(done)); },
                 call.answer, [engine] { return playAnswer(engine.play()); });
}

}  // namespace

void addDemoRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"POST",
             QStringLiteral("/demo"),
             true,
             {},
             QStringLiteral("Play Demo, in a world of its own"),
             [engine](const Call& call) { begin(call, engine); }});
  table.add({"POST",
             QStringLiteral("/demo/stop"),
             true,
             {},
             QStringLiteral("End Play Demo; the former world returns"),
             [engine](const Call& call) { stop(call, engine); }});
}

}  // namespace perfect
