// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/cell_table.h"

#include <algorithm>

namespace perfect {

std::uint32_t CellTable::slotOf(PodOrdinal ordinal) const {
  return ordinal < m_slotOf.size() ? m_slotOf[ordinal] : kNoSlot;
}

std::uint32_t CellTable::takeSlot(PodOrdinal ordinal) {
  std::uint32_t slot = slots();
  if (!m_holes.empty()) {
    slot = m_holes.top();
    m_holes.pop();
    --m_holeCount;
  } else {
    m_looks.push_back(0);
    m_ordinals.push_back(kNoPod);
  }
  m_ordinals[slot] = ordinal;
  if (ordinal >= m_slotOf.size()) m_slotOf.resize(static_cast<std::size_t>(ordinal) + 1, kNoSlot);
  m_slotOf[ordinal] = slot;
  return slot;
}

void CellTable::releaseSlot(std::uint32_t slot) {
  m_slotOf[m_ordinals[slot]] = kNoSlot;
  m_ordinals[slot] = kNoPod;
  m_looks[slot] = 0;
  m_holes.push(slot);
  ++m_holeCount;
}

void CellTable::update(const PodTable& pods, const Changed& changed) {
  std::vector<PodOrdinal> created;
  pods.forEachChanged(m_pods, [&](PodOrdinal ordinal, const Pod* was, const Pod* now) {
    std::uint32_t slot = slotOf(ordinal);
    if (now == nullptr) {
      if (was == nullptr || slot == kNoSlot) return;
      const CellLook before = m_looks[slot];
      if (tileIsBad(lookState(before))) --m_bad;
      releaseSlot(slot);
      if (changed) changed({slot, ordinal, before, 0});
      return;
    }
    if (slot == kNoSlot) {
      created.push_back(ordinal);
      return;
    }
    const CellLook look = cellLook(tileState(*now), now->version);
    const CellLook before = m_looks[slot];
    if (look == before) return;
    m_bad += (tileIsBad(lookState(look)) ? 1U : 0U);
    m_bad -= (tileIsBad(lookState(before)) ? 1U : 0U);
    m_looks[slot] = look;
    if (changed) changed({slot, ordinal, before, look});
  });
  // New pods come after all removals, so that they find the holes of this very update.
  for (const PodOrdinal ordinal : created) {
    const Pod& pod = pods.at(ordinal);
    const std::uint32_t slot = takeSlot(ordinal);
    const CellLook look = cellLook(tileState(pod), pod.version);
    m_looks[slot] = look;
    if (tileIsBad(lookState(look))) ++m_bad;
    if (changed) changed({slot, ordinal, 0, look});
  }
  m_pods = pods;
}

void CellTable::compact() {
  if (m_holeCount == 0) return;
  std::vector<std::uint32_t> kept;
  kept.reserve(slots() - m_holeCount);
  // By ordinal, as this list stands.
  for (const std::uint32_t slot : m_slotOf) {
    if (slot != kNoSlot) kept.push_back(slot);
  }
  std::vector<CellLook> looks(kept.size());
  std::vector<PodOrdinal> ordinals(kept.size());
  for (std::uint32_t slot = 0; slot < kept.size(); ++slot) {
    looks[slot] = m_looks[kept[slot]];
    ordinals[slot] = m_ordinals[kept[slot]];
    m_slotOf[ordinals[slot]] = slot;
  }
  m_looks = std::move(looks);
  m_ordinals = std::move(ordinals);
  m_holes = {};
  m_holeCount = 0;
}

}  // namespace perfect
