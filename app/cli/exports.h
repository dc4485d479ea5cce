// SPDX-License-Identifier: GPL-3.0-or-later
//
// What --events, --state and --series write. Open before the run, fed while it goes on, closed at its end.
// Thread rule: addEvent() from the engine's thread, everything else from one other thread; in `simulate` both are one.
// Events gather in memory and are written by flush(); only when kMostGathered bytes wait does addEvent() write them
// itself, so that memory stays bounded and no event is lost.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/cli/options.h"
#include "app/cli/output_file.h"
#include "app/runtime/controller.h"

namespace perfect {

class Exports {
 public:
  static constexpr std::size_t kMostGathered = 16U << 20;

  /// The error is one line; files already opened stay as they are.
  static Result<std::unique_ptr<Exports>> open(const Options& options);

  bool wantsEvents() const { return m_events.has_value(); }
  bool wantsSeries() const { return m_series.has_value(); }
  /// Somebody else may not write to standard output then.
  bool usesStdout() const;

  void addEvent(const Event& event, const Names& names, std::int64_t epochMs);
  /// A moment of the time series; the same picture twice counts once.
  void addSample(const Snapshot& snapshot);
  void flush();
  /// Writes the final state and closes everything. Empty, or one line per file that could not be written.
  std::vector<std::string> finish(const Snapshot& last, const ClockState& clock);

 private:
  Exports() = default;
  void flushLocked();

  std::mutex m_mutex;  ///< guards the two below
  std::string m_gathered;
  std::optional<OutputFile> m_events;
  std::optional<OutputFile> m_state;
  std::optional<OutputFile> m_series;
  std::string m_rows;
  std::uint64_t m_sampledNumber = 0;
  std::int64_t m_sampledEpoch = -1;
};

}  // namespace perfect
