// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ports for pods: always the lowest free number from 10000. A tree of bitmaps, so that taking and
// giving back cost the tree's height. One thread at a time.
#pragma once

#include <cstdint>
#include <vector>

namespace perfect {

inline constexpr std::uint32_t kFirstPort = 10000;

class PortPool {
 public:
  std::uint32_t take();
  /// Requires a port that was taken and not given back.
  void giveBack(std::uint32_t port);

 private:
  // m_levels[0]: one bit a port, set = taken. m_levels[k + 1]: one bit a word of level k, set = full.
  std::vector<std::vector<std::uint64_t>> m_levels;
};

}  // namespace perfect
