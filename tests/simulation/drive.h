// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a world on a real Engine, step by step, with every checker looking on.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/moment.h"
#include "tests/simulation/world.h"

namespace perfect::storm {

/// Where the Commands come from: a list, or somebody who looks at the world.
class Source {
 public:
  virtual ~Source() = default;
  struct Order {
    std::optional<Command> command;  ///< none: the end
    SimTime at = 0;                  ///< not before this time; the present instant at the earliest
    bool whenQuiet = false;          ///< instead: once everything has come to rest (or should have)
  };
  virtual Order next(const Snapshot& snapshot, SimTime nextTime) = 0;
};

struct Run {
  World world;              ///< every Command given, refused ones too
  std::vector<bool> taken;  ///< which of them were accepted
  Failure failure;
  std::vector<Event> events;
  std::uint64_t checks = 0;
  std::uint64_t handled = 0;
  SimTime end = 0;
};

struct Limits {
  std::uint64_t mostEvents = 60000;         ///< a world that tells more is not asked to go on
  std::optional<std::size_t> mostCommands;  ///< stops before the next one is given
};

/// Plays `source` and demands that everything comes to rest afterwards.
Run drive(const EngineOptions& options, Source& source, const Limits& limits = {});
/// Plays the Commands of a world.
Run drive(const World& world, const Limits& limits = {});

/// The world again in strides instead of steps, without pictures and without the Commands that were refused: must tell the
/// same events. So must a copy that was made half-way.
Failure playAgain(const Run& run);

}  // namespace perfect::storm
