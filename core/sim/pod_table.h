// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pods of one service, addressed by ordinal, in small chunks that copies share until one of them
// writes (copy on write by generation: what was made before the last copy is never written again).
// Copying a table costs its directory; the first write to a shared chunk copies that chunk. How many pods stand
// where is counted beside the blocks, so that finding the n-th pod touches one block and one chunk; the
// directory forgets the places of ordinals that are long gone.
// Thread rule: a table belongs to one thread; a copy may be handed to another one and read there.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/model/pod.h"

namespace perfect {

inline constexpr std::uint32_t kPodsPerChunk = 16;
inline constexpr std::uint32_t kChunksPerBlock = 64;
inline constexpr std::uint32_t kPodsPerBlock = kPodsPerChunk * kChunksPerBlock;
inline constexpr std::uint32_t kBlocksPerGroup = 64;
inline constexpr std::uint32_t kPodsPerGroup = kPodsPerBlock * kBlocksPerGroup;

class PodTable {
 public:
  PodTable() = default;
  /// From now on both tables copy what they change.
  PodTable(const PodTable& other)
      : m_blocks(other.m_blocks),
        m_inBlock(other.m_inBlock),
        m_inGroup(other.m_inGroup),
        m_firstBlock(other.m_firstBlock),
        m_generation(++other.m_generation),
        m_size(other.m_size) {}
  PodTable& operator=(const PodTable& other) {
    if (this != &other) *this = PodTable(other);
    return *this;
  }
  PodTable(PodTable&&) noexcept = default;
  PodTable& operator=(PodTable&&) noexcept = default;
  ~PodTable() = default;

  /// The pod in this slot, or nullptr where there is none (state Absent).
  const Pod* find(PodOrdinal ordinal) const;
  /// Requires a present pod.
  const Pod& at(PodOrdinal ordinal) const;
  /// The pod for writing. Requires a present pod.
  Pod& write(PodOrdinal ordinal) { return writableChunk(ordinal).pods[ordinal % kPodsPerChunk]; }
  /// A new pod in an empty slot, with its ordinal set and state Starting.
  Pod& create(PodOrdinal ordinal);
  /// Empties the slot. Requires a present pod.
  void remove(PodOrdinal ordinal);
  /// The pod with so many present ones before it, by ordinal. Requires rank < size().
  const Pod& select(std::uint32_t rank) const;
  /// Calls visit(const Pod&) -> bool in order of ordinals from `from` on, until it returns false.
  template <typename Visit>
  void forEach(PodOrdinal from, Visit&& visit) const;
  /// Calls visit(PodOrdinal, const Pod* was, const Pod* now) for every slot that may differ from `before`, an
  /// earlier copy of this table; nullptr: no pod. Chunks that both share are skipped: cost is what changed.
  template <typename Visit>
  void forEachChanged(const PodTable& before, Visit&& visit) const;
  /// Pods in the table.
  std::uint32_t size() const { return m_size; }
  /// Blocks that the directory has room for: what a copy costs, and what a long life must not let grow.
  std::size_t directorySize() const { return m_blocks.size(); }

 private:
  struct Chunk {
    std::array<Pod, kPodsPerChunk> pods;
    std::uint64_t generation = 0;
  };
  struct Block {
    std::array<std::shared_ptr<Chunk>, kChunksPerBlock> chunks;
    std::uint64_t generation = 0;
    std::array<std::uint8_t, kChunksPerBlock> present = {};  ///< pods in each chunk
  };
  /// Place in m_blocks; behind its end where there is none.
  std::size_t blockPlace(PodOrdinal ordinal) const { return ordinal / kPodsPerBlock - m_firstBlock; }
  Block& writableBlock(PodOrdinal ordinal);
  Chunk& writableChunk(PodOrdinal ordinal);

  void forgetOldPlaces();

  std::vector<std::shared_ptr<Block>> m_blocks;
  std::vector<std::uint32_t> m_inBlock;  ///< pods in each of m_blocks
  std::vector<std::uint32_t> m_inGroup;  ///< pods in kBlocksPerGroup of them
  std::size_t m_firstBlock = 0;          ///< number of m_blocks[0], the first of a group
  mutable std::uint64_t m_generation = 1;
  std::uint32_t m_size = 0;
};

inline PodTable::Block& PodTable::writableBlock(PodOrdinal ordinal) {
  std::shared_ptr<Block>& block = m_blocks[blockPlace(ordinal)];
  if (block->generation != m_generation) {
    block = std::make_shared<Block>(*block);
    block->generation = m_generation;
  }
  return *block;
}

inline PodTable::Chunk& PodTable::writableChunk(PodOrdinal ordinal) {
  std::shared_ptr<Chunk>& chunk = writableBlock(ordinal).chunks[ordinal / kPodsPerChunk % kChunksPerBlock];
  if (chunk->generation != m_generation) {
    chunk = std::make_shared<Chunk>(*chunk);
    chunk->generation = m_generation;
  }
  return *chunk;
}

inline const Pod* PodTable::find(PodOrdinal ordinal) const {
  const std::size_t b = blockPlace(ordinal);
  if (b >= m_blocks.size() || !m_blocks[b]) return nullptr;
  const Chunk* chunk = m_blocks[b]->chunks[ordinal / kPodsPerChunk % kChunksPerBlock].get();
  if (chunk == nullptr) return nullptr;
  const Pod& pod = chunk->pods[ordinal % kPodsPerChunk];
  return pod.present() ? &pod : nullptr;
}

template <typename Visit>
void PodTable::forEach(PodOrdinal from, Visit&& visit) const {
  const std::size_t fromBlock = from / kPodsPerBlock;
  for (std::size_t b = fromBlock > m_firstBlock ? fromBlock - m_firstBlock : 0; b < m_blocks.size(); ++b) {
    if (!m_blocks[b]) continue;
    for (const std::shared_ptr<Chunk>& chunk : m_blocks[b]->chunks) {
      if (!chunk) continue;
      for (const Pod& pod : chunk->pods) {
        if (pod.present() && pod.ordinal >= from && !visit(pod)) return;
      }
    }
  }
}

template <typename Visit>
void PodTable::forEachChanged(const PodTable& before, Visit&& visit) const {
  const auto block = [](const PodTable& table, std::size_t b) {
    const std::size_t place = b - table.m_firstBlock;
    return place < table.m_blocks.size() ? table.m_blocks[place].get() : nullptr;
  };
  const auto pod = [](const Chunk* chunk, std::size_t i) -> const Pod* {
    return chunk != nullptr && chunk->pods[i].present() ? &chunk->pods[i] : nullptr;
  };
  const std::size_t first = std::min(m_firstBlock, before.m_firstBlock);
  const std::size_t end = std::max(m_firstBlock + m_blocks.size(), before.m_firstBlock + before.m_blocks.size());
  for (std::size_t b = first; b < end; ++b) {
    const Block* nowBlock = block(*this, b);
    const Block* wasBlock = block(before, b);
    if (nowBlock == wasBlock) continue;
    for (std::uint32_t c = 0; c < kChunksPerBlock; ++c) {
      const Chunk* nowChunk = nowBlock != nullptr ? nowBlock->chunks[c].get() : nullptr;
      const Chunk* wasChunk = wasBlock != nullptr ? wasBlock->chunks[c].get() : nullptr;
      if (nowChunk == wasChunk) continue;
      for (std::uint32_t i = 0; i < kPodsPerChunk; ++i) {
        const Pod* was = pod(wasChunk, i);
        const Pod* now = pod(nowChunk, i);
        if (was == nullptr && now == nullptr) continue;
        visit(static_cast<PodOrdinal>(b * kPodsPerBlock + std::size_t{c} * kPodsPerChunk + i), was, now);
      }
    }
  }
}

}  // namespace perfect
