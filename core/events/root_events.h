// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events that Commands made, kept when the log has forgotten them, so that the beginning of every chain
// stays readable. Append only.
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
  /// Requires a larger seq than any before.
  void add(const Event& event);
  /// The event, or nullptr where no Command made it.
  const Event* find(std::uint64_t seq) const;
  std::size_t size() const { return m_size; }
  /// Requires size() > 0.
  const Event& newest() const { return at(m_size - 1); }
  RootEvents fork() const;

 private:
  static constexpr std::size_t kPerChunk = 256;
  using Chunk = std::array<Event, kPerChunk>;

  const Event& at(std::size_t index) const { return (*m_chunks[index / kPerChunk])[index % kPerChunk]; }

  std::vector<std::shared_ptr<Chunk>> m_chunks;
  std::size_t m_size = 0;
};

}  // namespace perfect
