// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the random worlds' chance comes from: one 64-bit state, integers only, the same on every machine.
// (Not core's own: a fault there must not shape the worlds that shall find it.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace perfect::storm {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_state(seed) {}

  /// 64 uniform bits (a Weyl sequence through a mixing function).
  std::uint64_t bits() {
    std::uint64_t z = m_state += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  /// 0 … n - 1. Requires n > 0.
  std::int64_t below(std::int64_t n) {
    return static_cast<std::int64_t>((bits() >> 1U) % static_cast<std::uint64_t>(n));
  }
  std::int64_t between(std::int64_t least, std::int64_t most) { return least + below(most - least + 1); }
  std::int32_t number(std::int32_t least, std::int32_t most) { return static_cast<std::int32_t>(between(least, most)); }
  bool percent(std::int32_t chance) { return below(100) < chance; }

  template <typename T>
  T pick(std::initializer_list<T> values) {
    return *(values.begin() + below(static_cast<std::int64_t>(values.size())));
  }
  template <typename T>
  const T& pick(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(below(static_cast<std::int64_t>(values.size())))];
  }

 private:
  std::uint64_t m_state;
};

}  // namespace perfect::storm
