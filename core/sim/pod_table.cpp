// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/pod_table.h"

#include <algorithm>

#include "core/base/assert.h"

namespace perfect {

const Pod& PodTable::at(PodOrdinal ordinal) const {
  const Pod* pod = find(ordinal);
  PERFECT_ASSERT(pod != nullptr);
  return *pod;
}

Pod& PodTable::create(PodOrdinal ordinal) {
  PERFECT_ASSERT(ordinal / kPodsPerBlock >= m_firstBlock);
  const std::size_t b = blockPlace(ordinal);
  if (b >= m_blocks.size()) {
    m_blocks.resize(b + 1);
    m_inBlock.resize(b + 1, 0);
    m_inGroup.resize(b / kBlocksPerGroup + 1, 0);
  }
  if (!m_blocks[b]) {
    m_blocks[b] = std::make_shared<Block>();
    m_blocks[b]->generation = m_generation;
  }
  Block& block = writableBlock(ordinal);
  const std::size_t c = ordinal / kPodsPerChunk % kChunksPerBlock;
  if (!block.chunks[c]) {
    block.chunks[c] = std::make_shared<Chunk>();
    block.chunks[c]->generation = m_generation;
  }
  Pod& pod = writableChunk(ordinal).pods[ordinal % kPodsPerChunk];
  PERFECT_ASSERT(!pod.present());
  pod = Pod{};
  pod.ordinal = ordinal;
  pod.state = PodState::Starting;
  ++block.present[c];
  ++m_inBlock[b];
  ++m_inGroup[b / kBlocksPerGroup];
  ++m_size;
  return pod;
}

void PodTable::remove(PodOrdinal ordinal) {
  Pod& pod = writableChunk(ordinal).pods[ordinal % kPodsPerChunk];
  PERFECT_ASSERT(pod.present());
  pod.state = PodState::Absent;
  const std::size_t b = blockPlace(ordinal);
  const std::size_t c = ordinal / kPodsPerChunk % kChunksPerBlock;
  Block& block = writableBlock(ordinal);
  if (--block.present[c] == 0) block.chunks[c].reset();
  if (--m_inBlock[b] == 0) m_blocks[b].reset();
  --m_size;
  if (--m_inGroup[b / kBlocksPerGroup] == 0) forgetOldPlaces();
}

// Ordinals are never used twice, so the places before the oldest pod stay empty for ever. The last group
// stays: the next ordinals fall into it.
void PodTable::forgetOldPlaces() {
  std::size_t empty = 0;
  while (empty + 1 < m_inGroup.size() && m_inGroup[empty] == 0) ++empty;
  if (empty == 0) return;
  const auto groups = static_cast<std::ptrdiff_t>(empty);
  const auto blocks = groups * static_cast<std::ptrdiff_t>(kBlocksPerGroup);
  m_inGroup.erase(m_inGroup.begin(), m_inGroup.begin() + groups);
  m_inBlock.erase(m_inBlock.begin(), m_inBlock.begin() + blocks);
  m_blocks.erase(m_blocks.begin(), m_blocks.begin() + blocks);
  m_firstBlock += static_cast<std::size_t>(blocks);
}

const Pod& PodTable::select(std::uint32_t rank) const {
  PERFECT_ASSERT(rank < m_size);
  const auto descend = [&rank](const auto& counts, std::size_t from) {
    while (rank >= counts[from]) rank -= counts[from++];
    return from;
  };
  const std::size_t group = descend(m_inGroup, 0);
  const Block& block = *m_blocks[descend(m_inBlock, group * kBlocksPerGroup)];
  const Chunk& chunk = *block.chunks[descend(block.present, 0)];
  const auto found = std::find_if(chunk.pods.begin(), chunk.pods.end(),
                                  [&rank](const Pod& pod) { return pod.present() && rank-- == 0; });
  PERFECT_ASSERT(found != chunk.pods.end());
  return *found;
}

}  // namespace perfect
