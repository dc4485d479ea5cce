// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small random worlds for the comparison of Engine and plain model: what a seed makes of services and Commands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/command.h"
#include "core/sim/engine.h"

namespace perfect::test {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15U + 1) {}
  std::uint64_t next() {
    m_state ^= m_state << 13U;
    m_state ^= m_state >> 7U;
    m_state ^= m_state << 17U;
    return m_state * 0x2545f4914f6cdd1dU;
  }
  /// 0 … n - 1.
  std::int64_t below(std::int64_t n) {
    return static_cast<std::int64_t>((next() >> 33U) % static_cast<std::uint64_t>(n));
  }
  std::int64_t between(std::int64_t a, std::int64_t b) { return a + below(b - a + 1); }
  bool chance(int percent) { return below(100) < percent; }
  template <typename T>
  T any(std::initializer_list<T> of) {
    return *(of.begin() + below(static_cast<std::int64_t>(of.size())));
  }

 private:
  std::uint64_t m_state;
};

EngineOptions randomOptions(Dice& dice);
ServiceSpec randomSpec(Dice& dice, const std::string& name);
Command randomCommand(Dice& dice, const Engine& engine);

}  // namespace perfect::test
