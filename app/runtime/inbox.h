// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bounded queue in front of the engine's thread: any thread posts, one takes.
// Full: post() refuses, and the caller says so to whoever asked. Closed: post() refuses, what is in it can still be taken.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace perfect {

template <typename T>
class Inbox {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  explicit Inbox(std::size_t limit) : m_limit(limit) {}

  /// False: full or closed; `item` is dropped.
  bool post(T item) {
    {
      const std::lock_guard lock(m_mutex);
      if (m_closed || m_items.size() >= m_limit) return false;
      m_items.push_back(std::move(item));
    }
    m_wake.notify_one();
    return true;
  }

  /// Waits until something is in, the box is closed, or `until` has come (TimePoint::max(): no such time).
  /// Returns what was in, in order.
  std::deque<T> take(TimePoint until) {
    std::unique_lock lock(m_mutex);
    const auto awake = [this] { return m_closed || !m_items.empty(); };
    if (until == TimePoint::max()) {
      m_wake.wait(lock, awake);
    } else {
      m_wake.wait_until(lock, until, awake);
    }
    return std::exchange(m_items, {});
  }

  std::size_t size() const {
    const std::lock_guard lock(m_mutex);
    return m_items.size();
  }

  void close() {
    {
      const std::lock_guard lock(m_mutex);
      m_closed = true;
    }
    m_wake.notify_one();
  }
  bool closed() const {
    const std::lock_guard lock(m_mutex);
    return m_closed;
  }

 private:
  const std::size_t m_limit;
  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<T> m_items;
  bool m_closed = false;
};

}  // namespace perfect
