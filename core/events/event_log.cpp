// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/event_log.h"

#include "core/base/assert.h"

namespace perfect {

namespace {

std::uint64_t chunkNumber(std::uint64_t seq) { return (seq - 1) / kEventsPerChunk; }
std::size_t placeInChunk(std::uint64_t seq) { return (seq - 1) % kEventsPerChunk; }
std::uint64_t firstKept(std::uint64_t end, std::size_t chunks) {
  if (chunks == 0) return end;
  return (chunkNumber(end - 1) + 1 - chunks) * kEventsPerChunk + 1;
}

}  // namespace

EventLogView::EventLogView(std::vector<std::shared_ptr<const EventChunk>> chunks, std::uint64_t end)
    : m_chunks(std::move(chunks)), m_first(firstKept(end, m_chunks.size())), m_end(end) {}

const Event& EventLogView::at(std::uint64_t seq) const {
  PERFECT_ASSERT(contains(seq));
  return (*m_chunks[chunkNumber(seq) - chunkNumber(m_first)])[placeInChunk(seq)];
}

const Event& EventLog::append(Event event) {
  event.seq = m_end++;
  if (placeInChunk(event.seq) == 0) {
    std::shared_ptr<EventChunk> chunk;
    if (m_chunks.size() == kEventChunks) {
      const std::uint64_t oldest = firstKept(event.seq, m_chunks.size());
      if (oldest >= m_viewedEnd) chunk = std::move(m_chunks.front());
      m_chunks.pop_front();
    }
    if (!chunk) chunk = std::make_shared<EventChunk>();
    m_chunks.push_back(std::move(chunk));
  }
  Event& place = (*m_chunks.back())[placeInChunk(event.seq)];
  place = std::move(event);
  return place;
}

EventLogView EventLog::view() const {
  m_viewedEnd = m_end;
  return EventLogView({m_chunks.begin(), m_chunks.end()}, m_end);
}

const Event* EventLog::find(std::uint64_t seq) const {
  const std::uint64_t first = firstKept(m_end, m_chunks.size());
  if (seq < first || seq >= m_end) return nullptr;
  return &(*m_chunks[chunkNumber(seq) - chunkNumber(first)])[placeInChunk(seq)];
}

EventLog EventLog::fork() const {
  EventLog copy;
  for (const std::shared_ptr<EventChunk>& chunk : m_chunks) {
    copy.m_chunks.push_back(std::make_shared<EventChunk>(*chunk));
  }
  copy.m_end = m_end;
  return copy;
}

}  // namespace perfect
