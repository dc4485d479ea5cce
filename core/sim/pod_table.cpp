// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/pod_table.h"

#include "core/base/assert.h"

namespace perfect {

const Pod& PodTable::at(PodOrdinal ordinal) const {
  const Pod* pod = find(ordinal);
  PERFECT_ASSERT(pod != nullptr);
  return *pod;
}

Pod& PodTable::create(PodOrdinal ordinal) {
  const std::size_t b = ordinal / kPodsPerBlock;
  if (b >= m_blocks.size()) m_blocks.resize(b + 1);
  if (!m_blocks[b]) {
    m_blocks[b] = std::make_shared<Block>();
    m_blocks[b]->generation = m_generation;
  }
  Block& block = writableBlock(ordinal);
  std::shared_ptr<Chunk>& slot = block.chunks[ordinal / kPodsPerChunk % kChunksPerBlock];
  if (!slot) {
    slot = std::make_shared<Chunk>();
    slot->generation = m_generation;
  }
  Chunk& chunk = writableChunk(ordinal);
  Pod& pod = chunk.pods[ordinal % kPodsPerChunk];
  PERFECT_ASSERT(!pod.present());
  pod = Pod{};
  pod.ordinal = ordinal;
  pod.state = PodState::Starting;
  ++chunk.present;
  ++block.present;
  ++m_size;
  return pod;
}

void PodTable::remove(PodOrdinal ordinal) {
  Chunk& chunk = writableChunk(ordinal);
  Pod& pod = chunk.pods[ordinal % kPodsPerChunk];
  PERFECT_ASSERT(pod.present());
  pod.state = PodState::Absent;
  Block& block = writableBlock(ordinal);
  --m_size;
  if (--chunk.present == 0) block.chunks[ordinal / kPodsPerChunk % kChunksPerBlock].reset();
  if (--block.present == 0) m_blocks[ordinal / kPodsPerBlock].reset();
}

const Pod& PodTable::select(std::uint32_t rank) const {
  PERFECT_ASSERT(rank < m_size);
  for (const std::shared_ptr<Block>& block : m_blocks) {
    if (!block) continue;
    if (rank >= block->present) {
      rank -= block->present;
      continue;
    }
    for (const std::shared_ptr<Chunk>& chunk : block->chunks) {
      if (!chunk) continue;
      if (rank >= chunk->present) {
        rank -= chunk->present;
        continue;
      }
      for (const Pod& pod : chunk->pods) {
        if (pod.present() && rank-- == 0) return pod;
      }
    }
  }
  PERFECT_ASSERT(false);
  return m_blocks.front()->chunks.front()->pods.front();
}

}  // namespace perfect
