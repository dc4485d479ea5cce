// SPDX-License-Identifier: GPL-3.0-or-later
// Random HTTP: valid, half valid, hostile. The same seed gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace perfect::storm {

class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}
  /// 0 … end-1.
  std::size_t below(std::size_t end);
  bool oneIn(std::size_t n) { return below(n) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::uint64_t m_state;  // splitmix64
};

/// What a client does with one connection.
struct Visit {
  std::vector<std::string> pieces;  ///< sent one after another
  bool valid = false;               ///< one whole, well-formed request: it has to be answered
  bool head = false;                ///< by HEAD
  bool stream = false;              ///< the answer has no end
  bool finishSending = false;       ///< closes its side behind the last piece
  bool leaves = false;              ///< goes without listening
  bool resets = false;              ///< and not politely
};

Visit randomVisit(Random& random);

}  // namespace perfect::storm
