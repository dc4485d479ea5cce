// SPDX-License-Identifier: GPL-3.0-or-later
//
// The clock by which time limits of connections, streams and waits run: it never goes back. Any thread.
#pragma once

#include <QtGlobal>
#include <chrono>

namespace perfect {

/// Milliseconds since some instant before the program began.
inline qint64 monotonicMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace perfect
