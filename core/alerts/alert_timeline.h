// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the alerts' looks at one service have seen so far: enough to say which mails other knobs would have
// made of it (core/alerts/rehearsal.h). Bounded: it forgets the oldest.
// Thread rule: a value; copies are cheap, share what they have in common, and may be read by any thread
// while the one they were taken from goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/alerts/alert.h"

namespace perfect {

/// One look at which something was different.
struct AlertSight {
  SimTime t = 0;  ///< an instant at which the controller looked
  std::int32_t ready = 0;
  std::int32_t desired = 0;
  Millis tick = 1000;  ///< further looks fall at t + n * tick
  bool operator==(const AlertSight&) const = default;
};

class AlertTimeline {
 public:
  static constexpr std::size_t kSightsPerChunk = 64;
  /// At most this many are kept, and at least all but one chunk of them.
  static constexpr std::size_t kKeptSights = 64 * kSightsPerChunk;

  /// Remembers it where status, desired or tick differ from those of the sight before. Requires t not to go back.
  void add(const AlertSight& sight);

  bool empty() const { return m_chunks == nullptr; }
  bool forgot() const { return m_forgot; }  ///< the beginning is not there any more
  /// The newest one. Requires that it is not empty.
  const AlertSight& last() const { return m_chunks->back()->back(); }
  /// In order of time.
  std::vector<AlertSight> sights() const;

 private:
  using Chunk = std::vector<AlertSight>;
  using Chunks = std::vector<std::shared_ptr<const Chunk>>;

  std::shared_ptr<const Chunks> m_chunks;
  bool m_forgot = false;
};

}  // namespace perfect
