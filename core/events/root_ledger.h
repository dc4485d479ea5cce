// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps the events that Commands made readable for as long as something refers to them as the beginning of its
// chain: events in memory, pods, services, schedules. It counts these references, and forgets an event that
// nothing refers to any more; so what it holds is at most twice what is referred to, however many Commands a
// session has seen. Beginnings by the clock are not kept: the clock needs no text.
// Cost: constant per event; events in a row with the same beginning count as one reference.
// Thread rule: one thread; what published() returns may be read anywhere.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "core/events/root_events.h"

namespace perfect {

class RootLedger {
 public:
  RootLedger() = default;
  RootLedger(const RootLedger& other);
  RootLedger& operator=(const RootLedger&) = delete;
  RootLedger(RootLedger&&) = delete;
  RootLedger& operator=(RootLedger&&) = delete;
  ~RootLedger() = default;

  /// To be called with every event of the log, in order. `byCommand`: a Command made it, and a chain begins with it.
  void appended(const Event& event, bool byCommand) {
    if (byCommand) keep(event);
    if (event.root != m_row || beginsChunk(event.seq)) beginRow(event);
  }
  /// Something that is not an event begins, or ceases, to refer to the event with this seq; 0: to none.
  void hold(std::uint64_t root);
  void release(std::uint64_t root);

  /// What is kept now.
  std::shared_ptr<const RootEvents> published();
  std::size_t size() const { return m_kept.size(); }

 private:
  static bool beginsChunk(std::uint64_t seq);
  void keep(const Event& event);
  void beginRow(const Event& event);
  std::size_t placeOf(std::uint64_t seq);
  void dropUnused();

  RootEvents m_kept;                        ///< some of them may be unused
  std::vector<std::uint32_t> m_references;  ///< to each of m_kept
  std::size_t m_live = 0;
  std::size_t m_lastPlace = 0;                    ///< in m_kept: most questions are about the same one as before
  std::uint64_t m_row = 0;                        ///< the beginning that the newest events in a row refer to
  std::deque<std::vector<std::uint64_t>> m_rows;  ///< the rows of each chunk of the log, oldest chunk first
  std::shared_ptr<const RootEvents> m_published;
};

}  // namespace perfect
