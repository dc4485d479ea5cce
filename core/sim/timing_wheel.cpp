// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/timing_wheel.h"

#include <bit>

#include "core/base/assert.h"

namespace perfect {

TimingWheel::Block& TimingWheel::block(std::uint32_t index) {
  return m_pools[index / kPoolBlocks][index % kPoolBlocks];
}
const TimingWheel::Block& TimingWheel::block(std::uint32_t index) const {
  return m_pools[index / kPoolBlocks][index % kPoolBlocks];
}

std::uint32_t TimingWheel::newBlock() {
  if (m_free.empty()) {
    const auto first = static_cast<std::uint32_t>(m_pools.size() * kPoolBlocks);
    m_pools.emplace_back(kPoolBlocks);
    for (std::uint32_t i = kPoolBlocks; i-- > 0;) m_free.push_back(first + i);
  }
  const std::uint32_t index = m_free.back();
  m_free.pop_back();
  block(index).next = kNone;
  block(index).used = 0;
  return index;
}

// The level at which `time` and the present differ first, seen from the top: everything above is equal,
// so the slot at that level holds exactly one round's entries.
std::size_t TimingWheel::levelOf(SimTime time) const {
  const std::uint64_t difference = static_cast<std::uint64_t>(time) ^ static_cast<std::uint64_t>(m_now);
  if (difference == 0) return 0;
  return (63U - static_cast<unsigned>(std::countl_zero(difference))) / kBits;
}

void TimingWheel::push(const Entry& entry) {
  PERFECT_ASSERT(entry.time >= m_now);
  append(levelOf(entry.time), entry);
  ++m_size;
}

void TimingWheel::append(std::size_t level, const Entry& entry) {
  const std::size_t index = slotOf(entry.time, level);
  Slot& slot = m_levels[level].slots[index];
  if (slot.tail == kNone || block(slot.tail).used == kPerBlock) {
    const std::uint32_t fresh = newBlock();
    if (slot.tail == kNone) {
      slot.head = fresh;
      slot.taken = 0;
      m_levels[level].occupied[index / 64] |= std::uint64_t{1} << (index % 64);
    } else {
      block(slot.tail).next = fresh;
    }
    slot.tail = fresh;
  }
  Block& last = block(slot.tail);
  last.entries[last.used++] = entry;
  if (entry.time < slot.earliest) slot.earliest = entry.time;
}

SimTime TimingWheel::nextTime() const {
  // A lower level holds only times of the present round of the level above it: its first occupied slot is earliest.
  for (const Level& level : m_levels) {
    for (std::size_t word = 0; word < level.occupied.size(); ++word) {
      if (level.occupied[word] != 0) {
        return level.slots[word * 64 + static_cast<std::size_t>(std::countr_zero(level.occupied[word]))].earliest;
      }
    }
  }
  return kNever;
}

void TimingWheel::emptySlot(std::size_t level, std::size_t index) {
  m_levels[level].slots[index] = Slot{};
  m_levels[level].occupied[index / 64] &= ~(std::uint64_t{1} << (index % 64));
}

// Moves the present to `time` and brings the entries of its rounds down to where they belong now.
void TimingWheel::cascade(SimTime time) {
  const std::size_t top = levelOf(time);
  m_now = time;
  for (std::size_t level = top; level > 0; --level) {
    const std::size_t index = slotOf(time, level);
    const Slot slot = m_levels[level].slots[index];
    if (slot.head == kNone) continue;
    emptySlot(level, index);
    std::uint32_t taken = slot.taken;
    for (std::uint32_t b = slot.head; b != kNone;) {
      const std::uint32_t next = block(b).next;
      for (std::uint32_t i = taken; i < block(b).used; ++i) {
        const Entry entry = block(b).entries[i];
        append(levelOf(entry.time), entry);
      }
      taken = 0;
      m_free.push_back(b);
      b = next;
    }
  }
}

// The entries of one slot, which is empty afterwards.
std::vector<TimingWheel::Entry> TimingWheel::takeSlot(std::size_t level, std::size_t index) {
  const Slot slot = m_levels[level].slots[index];
  emptySlot(level, index);
  std::vector<Entry> entries;
  std::uint32_t taken = slot.taken;
  for (std::uint32_t b = slot.head; b != kNone; b = block(b).next) {
    for (std::uint32_t i = taken; i < block(b).used; ++i) entries.push_back(block(b).entries[i]);
    taken = 0;
    m_free.push_back(b);
  }
  return entries;
}

bool TimingWheel::take(SimTime time, Entry& entry) {
  PERFECT_ASSERT(time >= m_now);
  if (time != m_now) cascade(time);
  const std::size_t index = slotOf(time, 0);
  Slot& slot = m_levels[0].slots[index];
  if (slot.head == kNone) return false;
  const std::uint32_t head = slot.head;
  entry = block(head).entries[slot.taken++];
  --m_size;
  if (slot.taken == block(head).used) {
    slot.head = block(head).next;
    slot.taken = 0;
    m_free.push_back(head);
    if (slot.head == kNone) emptySlot(0, index);
  }
  return true;
}

void TimingWheel::clear() {
  const SimTime now = m_now;
  *this = TimingWheel();
  m_now = now;
}

}  // namespace perfect
