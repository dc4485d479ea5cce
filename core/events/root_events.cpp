// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/root_events.h"

#include "core/base/assert.h"

namespace perfect {

void RootEvents::add(const Event& event) {
  PERFECT_ASSERT(m_size == 0 || at(m_size - 1).seq < event.seq);
  if (m_size % kPerChunk == 0) m_chunks.push_back(std::make_shared<Chunk>());
  (*m_chunks.back())[m_size % kPerChunk] = event;
  ++m_size;
}

std::size_t RootEvents::placeOf(std::uint64_t seq) const {
  std::size_t low = 0;
  std::size_t high = m_size;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (at(middle).seq < seq) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < m_size && at(low).seq == seq ? low : m_size;
}

const Event* RootEvents::find(std::uint64_t seq) const {
  const std::size_t place = placeOf(seq);
  return place < m_size ? &at(place) : nullptr;
}

RootEvents RootEvents::fork() const {
  RootEvents copy = *this;
  if (m_size % kPerChunk != 0) copy.m_chunks.back() = std::make_shared<Chunk>(*m_chunks.back());
  return copy;
}

}  // namespace perfect
