// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way back from the engine's thread to the REST thread. What is posted after close() is dropped, so a
// reply may come later than the server lives.
// Thread rule: post() from any thread; close() on the REST thread.
// Bounded by the number of connections: each has at most one request out.
#pragma once

#include <QMetaObject>
#include <QObject>
#include <mutex>
#include <utility>

namespace perfect {

class ReplyQueue {
 public:
  explicit ReplyQueue(QObject* restThread) : m_restThread(restThread) {}

  template <typename Work>
  void post(Work work) {
    const std::lock_guard lock(m_mutex);
    if (m_restThread != nullptr) QMetaObject::invokeMethod(m_restThread, std::move(work), Qt::QueuedConnection);
  }
  void close() {
    const std::lock_guard lock(m_mutex);
    m_restThread = nullptr;
  }

 private:
  std::mutex m_mutex;
  QObject* m_restThread;
};

}  // namespace perfect
