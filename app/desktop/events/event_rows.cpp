// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_rows.h"

#include <algorithm>

namespace perfect {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool found(std::string_view text, std::string_view wanted) {
  return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

}  // namespace

bool passes(const EventFilter& filter, const Event& event, const Names& names) {
  const ReasonInfo& reason = info(event.reason);
  if (reason.level < filter.least) return false;
  if (filter.type && reason.type != *filter.type) return false;
  if (!filter.service.empty()) {
    if (event.service == kNoService || names[event.service]->name != filter.service) return false;
  }
  if (filter.text.empty()) return true;
  if (found(reason.code, filter.text) || found(messageText(event, names), filter.text)) return true;
  if (event.pod != kNoPod && found(podName(names, event.service, event.version, event.pod), filter.text)) return true;
  return found(explainText(event, names), filter.text);
}

void EventRows::setFilter(const EventFilter& filter) {
  m_filter = filter;
  clear();
}

void EventRows::clear() {
  m_rows.clear();
  m_next = 1;
}

bool EventRows::isAnother(const Snapshot& snapshot) const {
  return snapshot.events.end() < m_next || (m_epoch != 0 && snapshot.epochMs != m_epoch);
}

int EventRows::depthOf(const Event& event) const {
  if (event.cause == 0) return 0;
  const auto cause = std::lower_bound(m_rows.begin(), m_rows.end(), event.cause,
                                      [](const EventRow& row, std::uint64_t seq) { return row.seq < seq; });
  if (cause == m_rows.end() || cause->seq != event.cause) return 0;
  return std::min(kDeepest, cause->depth + 1);
}

std::deque<EventRow> EventRows::read(const Snapshot& snapshot) {
  m_epoch = snapshot.epochMs;
  std::deque<EventRow> fresh;
  std::uint64_t seq = std::max(m_next, snapshot.events.first());
  // A flood (thousands of events between two looks): only its newest rows will be seen.
  if (m_filter == EventFilter{} && snapshot.events.end() - seq > kMostEventRows)
    seq = snapshot.events.end() - kMostEventRows;
  for (; seq < snapshot.events.end(); ++seq) {
    const Event& event = snapshot.events.at(seq);
    if (!passes(m_filter, event, *snapshot.names)) continue;
    int depth = depthOf(event);
    if (depth == 0 && event.cause != 0) {
      const auto cause = std::lower_bound(fresh.begin(), fresh.end(), event.cause,
                                          [](const EventRow& row, std::uint64_t s) { return row.seq < s; });
      if (cause != fresh.end() && cause->seq == event.cause) depth = std::min(kDeepest, cause->depth + 1);
    }
    fresh.push_back({event.seq, depth});
    if (fresh.size() > kMostEventRows) fresh.pop_front();
  }
  m_next = snapshot.events.end();
  return fresh;
}

}  // namespace perfect
