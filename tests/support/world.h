// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small simulated world for tests: applies manifests given as YAML, runs to a time, and keeps every
// event as a line "2000 Ready api#0" (time, reason, service#ordinal).
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/manifest/manifest.h"
#include "core/sim/engine.h"

namespace perfect::test {

struct Told {
  Event event;
  std::string line;
};

class World {
 public:
  explicit World(EngineOptions options = {}) : engine(options) {
    engine.setEventSink([this](const Event& event, const Names& names) {
      told.push_back({event, lineOf(event, names)});
    });
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  static std::string lineOf(const Event& event, const Names& names) {
    std::string line = std::to_string(event.t) + " " + std::string(info(event.reason).code);
    if (event.service != kNoService) line += " " + names[event.service]->name;
    if (event.pod != kNoPod) line += "#" + std::to_string(event.pod);
    return line;
  }

  /// The text of what is wrong, or empty.
  std::string apply(const std::string& yaml) {
    auto specs = parseManifests(yaml);
    if (!specs) return specs.error().front().path + ": " + specs.error().front().message;
    return send(ApplyCommand{specs.value()});
  }
  std::string send(const Command& command) {
    const auto answer = engine.apply(command);
    if (!answer) return answer.error().message();
    outcome = answer.value();
    return {};
  }
  /// Everything up to and including `t`.
  void runTo(SimTime t) {
    engine.advanceTo(t);
    engine.settle();
  }
  /// Every instant up to `t`, calling check() after each.
  template <typename Check>
  void watchTo(SimTime t, Check&& check) {
    while (engine.nextTime() <= t) {
      engine.advanceTo(engine.nextTime());
      check();
      engine.settle();
      check();
    }
    engine.advanceTo(t);
  }
  const ServiceState& service(const std::string& name) const { return *engine.service(name); }
  std::vector<std::string> lines(const std::vector<std::string>& codes) const {
    std::vector<std::string> found;
    for (const Told& t : told) {
      const std::string code(info(t.event.reason).code);
      if (std::find(codes.begin(), codes.end(), code) != codes.end()) found.push_back(t.line);
    }
    return found;
  }
  std::string all() const {
    std::string text;
    for (const Told& t : told) text += t.line + " <" + std::to_string(t.event.cause) + "\n";
    return text;
  }

  Engine engine;
  std::vector<Told> told;
  Outcome outcome;
};

}  // namespace perfect::test
