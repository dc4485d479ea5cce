// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where each pod of one service stands on the Grid. A pod keeps its slot while it lives; one that goes
// leaves a hole that the next new pod fills, so that a kill and its replacement are seen in one place.
// Cost of update(): what changed. Thread rule: the GUI thread.
#pragma once

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "app/desktop/grid/tile_state.h"
#include "core/sim/pod_table.h"

namespace perfect {

inline constexpr std::uint32_t kNoSlot = 0xffffffffU;

/// State and version of a tile in two bytes, for a million of them.
using CellLook = std::uint16_t;
inline constexpr int kVersionBits = 13;
inline constexpr CellLook kMaxLookVersion = (1U << kVersionBits) - 1;
inline CellLook cellLook(TileState state, int version) {
  const auto v = version < 0 ? 0U : static_cast<unsigned>(version);
  const unsigned kept = v > kMaxLookVersion ? kMaxLookVersion : v;
  return static_cast<CellLook>(static_cast<unsigned>(state) | (kept << 3U));
}
inline TileState lookState(CellLook look) { return static_cast<TileState>(look & 7U); }
inline VersionIndex lookVersion(CellLook look) { return static_cast<VersionIndex>(look >> 3U); }

struct CellChange {
  std::uint32_t slot = 0;
  PodOrdinal ordinal = kNoPod;
  CellLook was = 0;
  CellLook now = 0;
};

class CellTable {
 public:
  using Changed = std::function<void(const CellChange&)>;
  /// Takes over what differs from the table of the last update.
  void update(const PodTable& pods, const Changed& changed = {});
  /// Closes the holes, in order of age. Slots change.
  void compact();

  std::uint32_t slots() const { return static_cast<std::uint32_t>(m_looks.size()); }
  std::uint32_t holes() const { return m_holeCount; }
  std::uint32_t bad() const { return m_bad; }
  CellLook look(std::uint32_t slot) const { return m_looks[slot]; }
  const std::vector<CellLook>& looks() const { return m_looks; }
  /// kNoPod: a hole.
  PodOrdinal ordinal(std::uint32_t slot) const { return m_ordinals[slot]; }
  /// kNoSlot: no such pod.
  std::uint32_t slotOf(PodOrdinal ordinal) const;

 private:
  std::uint32_t takeSlot(PodOrdinal ordinal);
  void releaseSlot(std::uint32_t slot);

  PodTable m_pods;  ///< as of the last update; shares its chunks with the snapshot
  std::vector<CellLook> m_looks;
  std::vector<PodOrdinal> m_ordinals;
  std::vector<std::uint32_t> m_slotOf;  ///< by ordinal
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> m_holes;
  std::uint32_t m_holeCount = 0;
  std::uint32_t m_bad = 0;
};

}  // namespace perfect
