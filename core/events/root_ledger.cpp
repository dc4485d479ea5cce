// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/root_ledger.h"

#include "core/base/assert.h"
#include "core/events/event_log.h"

namespace perfect {

RootLedger::RootLedger(const RootLedger& other)
    : m_kept(other.m_kept.fork()),
      m_references(other.m_references),
      m_live(other.m_live),
      m_lastPlace(other.m_lastPlace),
      m_row(other.m_row),
      m_rows(other.m_rows),
      m_published(other.m_published) {}

bool RootLedger::beginsChunk(std::uint64_t seq) { return (seq - 1) % kEventsPerChunk == 0; }

void RootLedger::keep(const Event& event) {
  m_kept.add(event);
  m_references.push_back(0);
  m_published.reset();
}

void RootLedger::beginRow(const Event& event) {
  if (beginsChunk(event.seq)) m_rows.emplace_back();
  m_row = event.root;
  m_rows.back().push_back(event.root);
  hold(event.root);
  if (m_rows.size() <= kEventChunks) return;
  // The log has forgotten its oldest chunk.
  for (const std::uint64_t root : m_rows.front()) release(root);
  m_rows.pop_front();
}

void RootLedger::hold(std::uint64_t root) {
  const std::size_t place = placeOf(root);
  if (place < m_kept.size() && m_references[place]++ == 0) ++m_live;
}

void RootLedger::release(std::uint64_t root) {
  const std::size_t place = placeOf(root);
  if (place == m_kept.size()) return;
  PERFECT_ASSERT(m_references[place] != 0);
  if (--m_references[place] == 0) --m_live;
  if (m_kept.size() > 2 * m_live + RootEvents::kPerChunk) dropUnused();
}

std::size_t RootLedger::placeOf(std::uint64_t seq) {
  const std::size_t size = m_kept.size();
  if (seq == 0 || size == 0 || seq > m_kept.at(size - 1).seq) return size;
  if (m_lastPlace < size && m_kept.at(m_lastPlace).seq == seq) return m_lastPlace;
  const std::size_t place = m_kept.placeOf(seq);
  if (place < size) m_lastPlace = place;
  return place;
}

void RootLedger::dropUnused() {
  RootEvents used;
  std::vector<std::uint32_t> references;
  for (std::size_t place = 0; place < m_kept.size(); ++place) {
    if (m_references[place] == 0) continue;
    used.add(m_kept.at(place));
    references.push_back(m_references[place]);
  }
  PERFECT_ASSERT(references.size() == m_live);
  m_kept = std::move(used);
  m_references = std::move(references);
  m_lastPlace = 0;
  m_published.reset();
}

std::shared_ptr<const RootEvents> RootLedger::published() {
  if (!m_published) m_published = std::make_shared<const RootEvents>(m_kept);
  return m_published;
}

}  // namespace perfect
