// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which events of the log a filter lets through, newest last, with their depth in the tree of causes.
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
  std::string text;     ///< found in message, pod, reason or explanation; any case
  bool operator==(const EventFilter&) const = default;
};

bool passes(const EventFilter& filter, const Event& event, const Names& names);

struct EventRow {
  std::uint64_t seq = 0;
  int depth = 0;
};

class EventRows {
 public:
  /// Begins anew.
  void setFilter(const EventFilter& filter);
  const EventFilter& filter() const { return m_filter; }
  /// Reads what is new in the log. beforeRemove(count) and beforeAdd(first, count) are called before the rows
  /// change (a model's begin…Rows) and return what to call afterwards (its end…Rows).
  template <typename BeforeRemove, typename BeforeAdd>
  void update(const Snapshot& snapshot, BeforeRemove&& beforeRemove, BeforeAdd&& beforeAdd);
  /// The log is another one (a new world): true where rows must begin anew.
  bool isAnother(const Snapshot& snapshot) const;
  void clear();

  std::size_t size() const { return m_rows.size(); }
  const EventRow& at(std::size_t row) const { return m_rows[row]; }

 private:
  std::deque<EventRow> read(const Snapshot& snapshot);
  int depthOf(const Event& event) const;

  EventFilter m_filter;
  std::deque<EventRow> m_rows;
  std::uint64_t m_next = 1;  ///< seq that has not been read yet
  std::int64_t m_epoch = 0;
};

template <typename BeforeRemove, typename BeforeAdd>
void EventRows::update(const Snapshot& snapshot, BeforeRemove&& beforeRemove, BeforeAdd&& beforeAdd) {
  std::deque<EventRow> fresh = read(snapshot);
  std::size_t gone = 0;
  while (gone < m_rows.size() && m_rows[gone].seq < snapshot.events.first()) ++gone;
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
