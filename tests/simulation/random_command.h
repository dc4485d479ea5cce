// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random Commands of every kind, in any state: most make sense, some are refused.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/snapshot/snapshot.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/random_manifest.h"
#include "tests/simulation/world.h"

namespace perfect::storm {

class CommandMaker {
 public:
  CommandMaker(Dice& dice, const Climate& climate, std::vector<std::string> names)
      : m_dice(dice), m_climate(climate), m_names(std::move(names)) {}

  /// The first Command: brings up some of the services.
  Command begin();
  /// What somebody does next, looking at the present moment.
  Command next(const Snapshot& snapshot);
  /// The newest spec that was applied under this name, and all that ever were.
  const std::map<std::string, std::vector<ServiceSpec>>& applied() const { return m_applied; }
  /// Remembers what was applied, so that it can be changed or come back. `throughYaml` is how it would be read again.
  ServiceSpec keep(ServiceSpec spec);

 private:
  std::string anyName();
  std::string anyPod(const Snapshot& snapshot, const std::string& service);
  /// `held`: its rollout waits, which is when one changes the rules it waits by.
  ServiceSpec nextSpec(const std::string& name, bool held);
  Command apply(const Snapshot& snapshot);
  Command scale(const std::string& name);
  Command load(const std::string& name);
  LoadPattern pattern();
  ChaosCommand blow(const Snapshot& snapshot, const std::string& name, bool mayNamePod);
  Command schedule(const Snapshot& snapshot, const std::string& name);
  Command health(const Snapshot& snapshot, const std::string& name);
  Command verb(const std::string& name);
  Command alerts();
  Command mail(const Snapshot& snapshot, const std::string& name);

  Dice& m_dice;
  Climate m_climate;
  std::vector<std::string> m_names;
  std::map<std::string, std::vector<ServiceSpec>> m_applied;
};

}  // namespace perfect::storm
