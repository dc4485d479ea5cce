// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events that Commands made, to be read when the log has forgotten them. Append only.
// Thread rule: one writer; a copy may be read by any thread while the writer goes on, because it only fills
// places behind the copy's end. A copy that shall be written too is made with fork().
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/events/event.h"

namespace perfect {

class RootEvents {
 public:
  static constexpr std::size_t kPerChunk = 256;

  /// Requires a larger seq than any before.
  void add(const Event& event);
  /// The event, or nullptr where it is not here.
  const Event* find(std::uint64_t seq) const;
  /// Its place, or size() where it is not here.
  std::size_t placeOf(std::uint64_t seq) const;
  /// Requires place < size().
  const Event& at(std::size_t place) const { return (*m_chunks[place / kPerChunk])[place % kPerChunk]; }
  std::size_t size() const { return m_size; }
  RootEvents fork() const;

 private:
  using Chunk = std::array<Event, kPerChunk>;

  std::vector<std::shared_ptr<Chunk>> m_chunks;
  std::size_t m_size = 0;
};

}  // namespace perfect
