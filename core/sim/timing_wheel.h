// SPDX-License-Identifier: GPL-3.0-or-later
//
// The queue of the Agent's effects: a hierarchical timing wheel (Varghese and Lauck 1987). Entries of
// the same millisecond come out in the order in which they went in, whatever slots they travelled through.
// Cost: constant per entry and level; memory 16 bytes an entry, in blocks that are used again.
// One thread at a time. A copy is independent.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/units.h"
#include "core/model/pod.h"

namespace perfect {

class TimingWheel {
 public:
  struct Entry {
    SimTime time = 0;
    ServiceIndex service = 0;
    PodOrdinal pod = 0;
  };

  /// Requires time >= the last time taken.
  void push(const Entry& entry);
  /// The earliest time of an entry, or kNever.
  SimTime nextTime() const;
  /// Takes the oldest entry of exactly `time`; false when there is none. Requires time <= nextTime().
  bool take(SimTime time, Entry& entry);
  /// Forgets all entries.
  void clear();
  /// Forgets the entries that `counts` says no to; the others keep their order. Cost: all entries.
  template <typename Counts>
  void sweep(Counts&& counts);
  std::size_t size() const { return m_size; }
  /// Blocks that hold entries; the others wait to be used again. Cost: none.
  std::size_t blocksInUse() const { return m_pools.size() * kPoolBlocks - m_free.size(); }

 private:
  static constexpr unsigned kBits = 8;
  static constexpr std::size_t kSlots = std::size_t{1} << kBits;
  static constexpr std::size_t kLevels = 8;  // 64 bits of milliseconds
  static constexpr std::uint32_t kNone = 0xffffffffU;
  static constexpr std::size_t kPerBlock = 254;
  static constexpr std::size_t kPoolBlocks = 64;

  struct Block {
    std::array<Entry, kPerBlock> entries;
    std::uint32_t next = kNone;
    std::uint32_t used = 0;
  };
  struct Slot {
    SimTime earliest = kNever;
    std::uint32_t head = kNone;
    std::uint32_t tail = kNone;
    std::uint32_t taken = 0;  ///< entries of the head block already taken
  };
  struct Level {
    std::array<Slot, kSlots> slots;
    std::array<std::uint64_t, kSlots / 64> occupied = {};
  };

  static std::size_t slotOf(SimTime time, std::size_t level) {
    return static_cast<std::size_t>(static_cast<std::uint64_t>(time) >> (kBits * level)) % kSlots;
  }
  std::size_t levelOf(SimTime time) const;
  void append(std::size_t level, const Entry& entry);
  std::vector<Entry> takeSlot(std::size_t level, std::size_t index);
  void cascade(SimTime time);
  void emptySlot(std::size_t level, std::size_t index);
  std::uint32_t newBlock();

  std::vector<Level> m_levels = std::vector<Level>(kLevels);
  std::vector<std::vector<Block>> m_pools;  ///< blocks never move
  std::vector<std::uint32_t> m_free;
  std::size_t m_size = 0;
  SimTime m_now = 0;  ///< entries before it do not exist; decides an entry's level

  Block& block(std::uint32_t index);
  const Block& block(std::uint32_t index) const;
};

template <typename Counts>
void TimingWheel::sweep(Counts&& counts) {
  for (std::size_t level = 0; level < kLevels; ++level) {
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      if (m_levels[level].slots[slot].head == kNone) continue;
      for (const Entry& entry : takeSlot(level, slot)) {
        if (counts(entry)) {
          append(level, entry);
        } else {
          --m_size;
        }
      }
    }
  }
}

}  // namespace perfect
