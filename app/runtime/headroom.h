// SPDX-License-Identifier: GPL-3.0-or-later
//
// Memory for pods that are about to come, asked of the system before the tick that creates them. On a virtual machine
// whose memory nobody has touched yet a page of 2 MiB costs up to 7 ms; 100,000 pods in one tick need some 15 of them,
// and as many again when all of them start. What was made room for once is kept by the allocator and not made again.
// Thread rule: the engine's, for the allocator keeps what a thread frees for this thread. Changes nothing that can be
// seen but when time is spent; without an allocator that keeps memory there is never anything to do.
#pragma once

#include <cstdint>
#include <vector>

#include "core/model/command.h"
#include "core/sim/engine.h"

namespace perfect {

class Headroom {
 public:
  /// Fewer pods than this come fast enough from anywhere.
  static constexpr std::int64_t kFewest = 5000;
  /// Nobody gets more than this ahead of time.
  static constexpr std::int64_t kMost = 1000000;

  /// `useful`: whether the allocator keeps what is freed.
  explicit Headroom(bool useful) : m_useful(useful) {}

  /// There should be room for so many pods in all, those that are present included.
  void want(std::int64_t pods);
  bool lacking() const { return m_missing > 0; }
  /// Gets one piece of what is missing, a few milliseconds at most; the last piece makes all of it free for use.
  void grow();

 private:
  static constexpr std::size_t kBlock = 64U * 1024;
  static constexpr std::size_t kPiece = 32 * kBlock;

  bool m_useful;
  std::int64_t m_pods = 0;     ///< room has been made for so many
  std::int64_t m_missing = 0;  ///< bytes
  std::vector<std::vector<char>> m_blocks;
};

/// Pods that exist, terminating ones too, over all services.
std::int64_t podsPresent(const Engine& engine);

/// How many pods the Command may create within a tick or two, at most: a version that is new to a service may get all
/// of its pods beside those of the old one.
std::int64_t podsToCome(const Engine& engine, const Command& command);

}  // namespace perfect
