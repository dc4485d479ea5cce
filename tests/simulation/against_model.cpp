// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/against_model.h"

#include "tests/simulation/picture.h"

#include "tests/simulation/model/model.h"

namespace perfect::storm {

namespace {

/// It looks at everything all the time.
constexpr SimTime kLongest = 600000;
constexpr std::size_t kMostEvents = 600;

std::uint64_t worlds = 0;

/// Compares what is new in the model's history with the Engine's.
Failure compare(const test::Model& model, const std::vector<Event>& events, std::size_t& next) {
  for (; next < model.events().size(); ++next) {
    const Event& event = model.events()[next];
    if (next >= events.size()) return Failure{"model", "the model also tells " + told(event), event.t};
    if (!sameEvent(event, events[next]))
      return Failure{"model", "the model tells " + told(event) + " instead of " + told(events[next]), event.t};
  }
  return {};
}

}  // namespace

std::uint64_t worldsOfModel() { return worlds; }

Failure differsFromModel(const Run& run) {
  if (run.end > kLongest || run.events.size() > kMostEvents) return {};
  ++worlds;
  test::Model model(run.world.options);
  std::size_t next = 0;
  for (std::size_t i = 0; i < run.taken.size(); ++i) {
    const TimedCommand& c = run.world.commands[i];
    if (c.at > model.now()) model.advanceTo(c.at);
    const bool taken = model.apply(c.command).ok();
    if (Failure f = compare(model, run.events, next)) return f;
    if (taken != run.taken[i]) return Failure{"model", "the model takes another view of a Command", c.at};
  }
  if (run.end > model.now()) model.advanceTo(run.end);
  model.settle();
  if (Failure f = compare(model, run.events, next)) return f;
  if (next < run.events.size()) return Failure{"model", "the model never tells " + told(run.events[next]), run.end};
  return {};
}

}  // namespace perfect::storm
