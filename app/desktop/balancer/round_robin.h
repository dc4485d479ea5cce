// SPDX-License-Identifier: GPL-3.0-or-later
//
// The balancer's round: which pod gets the next request. A cursor of its own, outside the history, as GET /lb/select
// has one: asking changes nothing in the world.
// Thread rule: one thread at a time.
#pragma once

#include <optional>
#include <vector>

#include "core/snapshot/snapshot.h"

namespace perfect {

class RoundRobin {
 public:
  /// The serving pod that gets the next request; the round goes on behind it. Nothing: none serves.
  std::optional<PodView> next(const ServiceEntry& entry);
  /// Those that would come next, at most so many; the round stays where it is.
  std::vector<PodView> coming(const ServiceEntry& entry, std::size_t most) const;
  /// The round begins at the first pod.
  void restart() { m_last = kNoPod; }

 private:
  PodOrdinal m_last = kNoPod;
};

}  // namespace perfect
