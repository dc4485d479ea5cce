// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/port_pool.h"

#include <bit>

#include "core/base/assert.h"

namespace perfect {

namespace {
constexpr std::uint64_t kFull = ~std::uint64_t{0};
std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << (index % 64); }
}  // namespace

std::uint32_t PortPool::take() {
  if (m_levels.empty()) m_levels.push_back({0});
  while (m_levels.back().size() > 1 || m_levels.back()[0] == kFull) {
    // The tree is full, or grew: a new top tells which words below it are full.
    std::vector<std::uint64_t> top((m_levels.back().size() + 63) / 64, 0);
    for (std::size_t i = 0; i < m_levels.back().size(); ++i) {
      if (m_levels.back()[i] == kFull) top[i / 64] |= bit(i);
    }
    m_levels.push_back(std::move(top));
  }
  std::size_t index = 0;
  for (std::size_t level = m_levels.size(); level-- > 0;) {
    if (index >= m_levels[level].size()) m_levels[level].resize(index + 1, 0);
    index = index * 64 + static_cast<std::size_t>(std::countr_one(m_levels[level][index]));
  }
  const std::size_t port = index;
  for (std::vector<std::uint64_t>& level : m_levels) {
    level[index / 64] |= bit(index);
    if (level[index / 64] != kFull) break;
    index /= 64;
  }
  return kFirstPort + static_cast<std::uint32_t>(port);
}

void PortPool::giveBack(std::uint32_t port) {
  std::size_t index = port - kFirstPort;
  PERFECT_ASSERT(!m_levels.empty() && index / 64 < m_levels[0].size() && (m_levels[0][index / 64] & bit(index)) != 0);
  for (std::vector<std::uint64_t>& level : m_levels) {
    level[index / 64] &= ~bit(index);
    index /= 64;
  }
}

}  // namespace perfect
