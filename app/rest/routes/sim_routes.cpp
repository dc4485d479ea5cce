// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "app/json/state_json.h"
#include "app/rest/routes/routes.h"

namespace perfect {

namespace {

constexpr std::int64_t kFastestMilli = 1000000;

Response clockAnswer(const ClockState& clock) {
  return jsonObject([&](JsonWriter& json) {
    json.field("t", clock.t);
    json.field("epoch", clock.epochMs);
    json.key("speed");
    writeSpeed(json, clock.speedMilli);
    json.field("paused", clock.paused);
    json.field("live", true);
    json.field("tick", clock.tick);
    json.field("seed", clock.seed);
    json.key("eventsPerSecond");
    json.real(clock.eventsPerSecond);
    json.key("simToReal");
    json.real(clock.simToReal);
    json.field("branch", "main");
  });
}

/// "0.5" -> 500, "max" -> kSpeedMax; nothing where it is no speed.
std::optional<std::int64_t> speedOf(const QString& text) {
  if (text == QLatin1String("max")) return kSpeedMax;
  const bool decimal = !text.isEmpty() && std::all_of(text.cbegin(), text.cend(),
                                                      [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
  bool ok = false;
  const double speed = decimal ? text.toDouble(&ok) : 0;
  const double milli = speed * 1000;
  if (!ok || milli > static_cast<double>(kFastestMilli)) return std::nullopt;
  const std::int64_t rounded = std::llround(milli);
  if (rounded == 0 && milli > 0) return std::nullopt;
  return rounded;
}

void control(const Call& call, const EngineLink& engine, const EngineLink::Act& act) {
  engine.perform(act, call.answer, [engine] { return clockAnswer(engine.clock()); });
}

void speed(const Call& call, const EngineLink& engine) {
  const auto milli = speedOf(call.parameters.text(QStringLiteral("speed")));
  if (!milli) {
    return call.answer.send(
        problem(400, QStringLiteral("speed must be 0 (paused) to 1000 simulated seconds per second, or max")));
  }
  control(call, engine, [milli](Controller& controller, Controller::Done done) {
    return controller.setSpeed(*milli, std::move(done));
  });
}

void notYet(const Call& call) {
  call.answer.send(
      problem(501, QStringLiteral("going back in time is not built yet; pause, resume, step, speed and reset are")));
}

}  // namespace

void addSimRoutes(RouteTable& table, const EngineLink& engine) {
  table.add({"GET",
             QStringLiteral("/sim"),
             false,
             {},
             QStringLiteral("The clock at this moment"),
             [engine](const Call& call) { call.answer.send(clockAnswer(engine.clock())); }});
  using Control = bool (Controller::*)(Controller::Done);
  const auto add = [&](const QString& verb, Control member, const QString& summary) {
    table.add({"POST", QStringLiteral("/sim/") + verb, true, {}, summary, [engine, member](const Call& call) {
                 control(call, engine, [member](Controller& controller, Controller::Done done) {
                   return (controller.*member)(std::move(done));
                 });
               }});
  };
  add(QStringLiteral("pause"), &Controller::pause, QStringLiteral("Stop the clock"));
  add(QStringLiteral("resume"), &Controller::resume, QStringLiteral("Let the clock go on"));
  add(QStringLiteral("step"), &Controller::step, QStringLiteral("Go to just behind the next tick, and pause"));
  add(QStringLiteral("reset"), &Controller::reset, QStringLiteral("Begin a new, empty world"));
  table.add(
      {"POST",
       QStringLiteral("/sim/speed"),
       true,
       {Parameter::text(QStringLiteral("speed"), QStringLiteral("simulated seconds per second, or max")).mandatory()},
       QStringLiteral("Set the speed of the clock"),
       [engine](const Call& call) { speed(call, engine); }});
  for (const char* verb : {"seek", "live", "fork"}) {
    table.add({"POST",
               QStringLiteral("/sim/%1").arg(QLatin1String(verb)),
               true,
               {},
               QStringLiteral("Not built yet"),
               notYet});
  }
}

}  // namespace perfect
