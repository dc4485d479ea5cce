// SPDX-License-Identifier: GPL-3.0-or-later
//
// The append-only event log, bounded in memory: it keeps the newest kKeptEvents; whoever needs all of
// them (an export) listens to them as they come.
// Thread rule: one writer; a view taken by view() is immutable and may be read by any thread while the
// writer goes on, because the writer only fills places behind the view's end.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "core/events/event.h"

namespace perfect {

inline constexpr std::size_t kEventsPerChunk = 512;
inline constexpr std::size_t kEventChunks = 64;
inline constexpr std::size_t kKeptEvents = kEventsPerChunk * kEventChunks;

using EventChunk = std::array<Event, kEventsPerChunk>;

/// Events first() … last(), by seq.
class EventLogView {
 public:
  EventLogView() = default;
  EventLogView(std::vector<std::shared_ptr<const EventChunk>> chunks, std::uint64_t end);

  std::uint64_t first() const { return m_first; }  ///< seq of the oldest kept event; 1 when there is none
  std::uint64_t end() const { return m_end; }      ///< one behind the newest
  bool contains(std::uint64_t seq) const { return seq >= m_first && seq < m_end; }
  /// Requires contains(seq).
  const Event& at(std::uint64_t seq) const;

 private:
  std::vector<std::shared_ptr<const EventChunk>> m_chunks;
  std::uint64_t m_first = 1;
  std::uint64_t m_end = 1;
};

class EventLog {
 public:
  /// Numbers the event and keeps it. Returns the stored event; valid until the log forgets it.
  const Event& append(Event event);
  std::uint64_t lastSeq() const { return m_end - 1; }
  EventLogView view() const;
  /// The event, or nullptr when it has left memory.
  const Event* find(std::uint64_t seq) const;
  /// A log that shares nothing with this one (a fork goes its own way).
  EventLog fork() const;

 private:
  std::deque<std::shared_ptr<EventChunk>> m_chunks;
  std::uint64_t m_end = 1;
  mutable std::uint64_t m_viewedEnd = 1;  ///< end of the newest view; chunks wholly behind it may be used again
};

}  // namespace perfect
