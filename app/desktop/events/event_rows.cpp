// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_rows.h"

#include <algorithm>

#include "app/desktop/wording.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kMostLinksAbove = 16;  // looked up between an event and the one above it that a filter lets through

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool foundBytes(std::string_view text, std::string_view wanted) {
  return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Capital or small, in every language; what is looked for is mostly ASCII, and then bytes will do.
bool found(std::string_view text, std::string_view wanted) {
  if (ascii(wanted)) return foundBytes(text, wanted);
  return words::text(text).contains(words::text(wanted), Qt::CaseInsensitive);
}

const EventRow* find(const std::deque<EventRow>& rows, std::uint64_t seq) {
  const auto place = std::lower_bound(rows.begin(), rows.end(), seq,
                                      [](const EventRow& row, std::uint64_t wanted) { return row.seq < wanted; });
  return place == rows.end() || place->seq != seq ? nullptr : &*place;
}

}  // namespace

bool passes(const EventFilter& filter, const Event& event, const Names& names) {
  const ReasonInfo& reason = info(event.reason);
  if (reason.level < filter.least) return false;
  if (filter.type && reason.type != *filter.type) return false;
  if (!filter.service.empty()) {
    if (event.service == kNoService || names[event.service]->name != filter.service) return false;
  }
  const auto pod = [&] { return podName(names, event.service, event.version, event.pod); };
  if (!filter.pod.empty() && (event.pod == kNoPod || pod() != filter.pod)) return false;
  if (filter.text.empty()) return true;
  if (found(reason.code, filter.text) || found(messageText(event, names, words::wording()), filter.text)) return true;
  if (event.pod != kNoPod && found(pod(), filter.text)) return true;
  return found(explainText(event, names, words::wording()), filter.text);
}

void EventRows::setFilter(const EventFilter& filter) {
  m_filter = filter;
  clear();
}

void EventRows::clear() {
  m_rows.clear();
  m_next = 1;
}

bool EventRows::isAnother(const EventSource& source) const {
  return source.events.end() < m_next || (m_epoch != 0 && source.epochMs != m_epoch);
}

std::size_t EventRows::rowFrom(std::uint64_t seq) const {
  const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), seq,
                                      [](const EventRow& row, std::uint64_t wanted) { return row.seq < wanted; });
  return static_cast<std::size_t>(place - m_rows.begin());
}

const EventRow* EventRows::parentOf(const Event& event, const EventSource& source,
                                    const std::deque<EventRow>& fresh) const {
  std::uint64_t seq = event.cause;
  for (int link = 0; link < kMostLinksAbove && seq != 0; ++link) {
    const EventRow* row = find(m_rows, seq);
    if (row == nullptr) row = find(fresh, seq);
    if (row != nullptr) return row;
    seq = source.events.contains(seq) ? source.events.at(seq).cause : 0;
  }
  return nullptr;
}

std::deque<EventRow> EventRows::read(const EventSource& source) {
  m_epoch = source.epochMs;
  std::deque<EventRow> fresh;
  std::uint64_t seq = std::max(m_next, source.events.first());
  // A flood (thousands of events between two looks): only its newest rows will be seen.
  if (m_filter == EventFilter{} && source.end() > seq + kMostEventRows) seq = source.end() - kMostEventRows;
  for (; seq < source.end(); ++seq) {
    const Event& event = source.events.at(seq);
    if (!passes(m_filter, event, *source.names)) continue;
    const EventRow* parent = parentOf(event, source, fresh);
    fresh.push_back({event.seq, parent == nullptr ? 0 : parent->seq,
                     parent == nullptr ? 0 : std::min(kDeepest, parent->depth + 1)});
    if (fresh.size() > kMostEventRows) fresh.pop_front();
  }
  m_next = std::max(seq, m_next);
  return fresh;
}

}  // namespace perfect
