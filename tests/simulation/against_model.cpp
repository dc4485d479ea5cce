// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/against_model.h"

#include "tests/simulation/picture.h"

#ifdef PERFECT_HAS_MODEL
#include "tests/simulation/model/model.h"
#endif

namespace perfect::storm {

namespace {

std::uint64_t told_ = 0;

#ifdef PERFECT_HAS_MODEL
/// It looks at everything every millisecond.
constexpr SimTime kLongest = 300000;
#endif

}  // namespace

std::uint64_t worldsOfModel() { return told_; }

#ifdef PERFECT_HAS_MODEL
Failure differsFromModel(const Run& run) {
  if (run.end > kLongest) return {};
  ++told_;
  Model model(run.world.options);
  Failure failure;
  std::uint64_t next = 0;
  model.setEventSink([&](const Event& event, const Names&) {
    if (failure) return;
    if (next >= run.events.size()) {
      failure = Failure{"model", "the model also tells " + told(event), event.t};
    } else if (!sameEvent(event, run.events[next])) {
      failure = Failure{"model", "the model tells " + told(event) + " instead of " + told(run.events[next]), event.t};
    }
    ++next;
  });
  next = model.lastSeq();
  for (std::size_t i = 0; i < run.taken.size(); ++i) {
    if (run.world.commands[i].at > model.now()) model.advanceTo(run.world.commands[i].at);
    if (model.apply(run.world.commands[i].command).ok() != run.taken[i] && !failure)
      failure = Failure{"model", "the model takes another view of a Command", model.now()};
  }
  model.advanceTo(run.end);
  model.settle();
  if (!failure && next != run.events.size())
    failure = Failure{"model", "the model never tells " + told(run.events[next]), run.end};
  return failure;
}
#else
Failure differsFromModel(const Run&) { return {}; }
#endif

}  // namespace perfect::storm
