// SPDX-License-Identifier: GPL-3.0-or-later
//
// The newest immutable value of something, handed from one writer to any number of readers.
// Thread rule: store() and load() from any thread. The lock is held for the exchange of one pointer only;
// values are made before and destroyed after it, so nobody waits for anybody's work. (libstdc++ 12's
// std::atomic<std::shared_ptr> is a lock too, and one that ThreadSanitizer rightly complains about.)
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace perfect {

template <typename T>
class Published {
 public:
  void store(std::shared_ptr<const T> value) {
    const std::lock_guard lock(m_mutex);
    m_value.swap(value);
  }
  /// Null before the first store().
  std::shared_ptr<const T> load() const {
    const std::lock_guard lock(m_mutex);
    return m_value;
  }

 private:
  mutable std::mutex m_mutex;
  std::shared_ptr<const T> m_value;
};

}  // namespace perfect
