// SPDX-License-Identifier: GPL-3.0-or-later
//
// One random world from one seed: a storm of Commands, then a calm phase that demands rest again and again: after chaos
// was stopped, after what is ill was replaced (in half of the worlds), after whatever waits for a person got its answer,
// and after one last small Command.
#pragma once

#include <cstdint>

#include "tests/simulation/drive.h"
#include "tests/simulation/random_command.h"

namespace perfect::storm {

/// Every sixth world is small enough for the model; more than half of those are short enough, too: one world in ten.
inline bool isSmall(std::uint64_t seed) { return seed % 6 == 0; }

class Storm : public Source {
 public:
  explicit Storm(std::uint64_t seed);

  const EngineOptions& options() const { return m_options; }
  Order next(const Snapshot& snapshot, SimTime nextTime) override;

 private:
  Millis pause(SimTime now, SimTime nextTime);
  Order stopAll(const Snapshot& snapshot);
  Order heal(const Snapshot& snapshot);
  Order answer(const Snapshot& snapshot);
  Order last(const Snapshot& snapshot);

  Dice m_dice;
  EngineOptions m_options;
  bool m_small = false;
  bool m_heals = false;
  std::vector<std::string> m_names;
  Climate m_climate;
  std::unique_ptr<CommandMaker> m_maker;
  std::int64_t m_left = 0;      ///< Commands of the storm
  std::uint64_t m_most = 0;     ///< events after which the storm is over
  SimTime m_until = 0;          ///< and the time
  std::vector<Command> m_calm;  ///< of the present step of the calm phase, to be given in one instant
  int m_phase = 0;
  int m_rounds = 0;
};

/// The whole life of the world of this seed.
Run runStorm(std::uint64_t seed, const Limits& limits = {});

}  // namespace perfect::storm
