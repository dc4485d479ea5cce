// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which events of the log a filter lets through, newest last, each with the one that led to it.
// Kept up with the log step by step; bounded to kMostEventRows. No Qt models here: plain maths.
// Thread rule: the GUI thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "core/snapshot/snapshot.h"

namespace perfect {

inline constexpr std::size_t kMostEventRows = 5000;
inline constexpr int kDeepest = 6;  ///< indent no further

struct EventFilter {
  Level least = Level::Info;  ///< this level and worse
  std::optional<EventType> type;
  std::string service;  ///< empty: all
  std::string pod;      ///< an id; empty: all
  std::string text;     ///< found in message, pod, reason or explanation; any case
  bool operator==(const EventFilter&) const = default;
};

bool passes(const EventFilter& filter, const Event& event, const Names& names);

/// What events are read from: a part of a Snapshot that may be kept without keeping its pods.
struct EventSource {
  EventLogView events;
  std::shared_ptr<const Names> names;
  std::int64_t epochMs = 0;
  std::uint64_t until = ~std::uint64_t{0};  ///< events from this one on are left out

  std::uint64_t end() const { return std::min(events.end(), until); }
  EventSource() = default;
  explicit EventSource(const Snapshot& snapshot)
      : events(snapshot.events), names(snapshot.names), epochMs(snapshot.epochMs) {}
};

struct EventRow {
  std::uint64_t seq = 0;
  std::uint64_t parent = 0;  ///< the nearest event among its causes that was let through; 0: none
  int depth = 0;             ///< of such parents above it, at most kDeepest
};

class EventRows {
 public:
  /// Begins anew.
  void setFilter(const EventFilter& filter);
  const EventFilter& filter() const { return m_filter; }
  /// Reads what is new in the log. beforeRemove(count) and beforeAdd(first, count) are called before the rows
  /// change (a model's begin…Rows) and return what to call afterwards (its end…Rows).
  template <typename BeforeRemove, typename BeforeAdd>
  void update(const EventSource& source, BeforeRemove&& beforeRemove, BeforeAdd&& beforeAdd);
  /// The log is another one (a new world): true where rows must begin anew.
  bool isAnother(const EventSource& source) const;
  void clear();

  std::size_t size() const { return m_rows.size(); }
  const EventRow& at(std::size_t row) const { return m_rows[row]; }
  /// The row of this event, or of the first one behind it; size() where there is none.
  std::size_t rowFrom(std::uint64_t seq) const;

 private:
  std::deque<EventRow> read(const EventSource& source);
  const EventRow* parentOf(const Event& event, const EventSource& source, const std::deque<EventRow>& fresh) const;

  EventFilter m_filter;
  std::deque<EventRow> m_rows;
  std::uint64_t m_next = 1;  ///< seq that has not been read yet
  std::int64_t m_epoch = 0;
};

template <typename BeforeRemove, typename BeforeAdd>
void EventRows::update(const EventSource& source, BeforeRemove&& beforeRemove, BeforeAdd&& beforeAdd) {
  std::deque<EventRow> fresh = read(source);
  std::size_t gone = 0;
  while (gone < m_rows.size() && m_rows[gone].seq < source.events.first()) ++gone;
  const std::size_t total = m_rows.size() - gone + fresh.size();
  if (total > kMostEventRows) gone = std::min(m_rows.size(), gone + (total - kMostEventRows));
  if (gone > 0) {
    const auto done = beforeRemove(static_cast<int>(gone));
    m_rows.erase(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(gone));
    done();
  }
  if (fresh.empty()) return;
  const auto done = beforeAdd(static_cast<int>(m_rows.size()), static_cast<int>(fresh.size()));
  m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
  done();
}

}  // namespace perfect
