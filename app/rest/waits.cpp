// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/waits.h"

#include <algorithm>
#include <utility>

#include "app/rest/monotonic.h"

namespace perfect {

namespace {

/// Clients that have gone are noticed this late at the latest.
constexpr qint64 kLongestSleepMs = 1000;

}  // namespace

void Waits::add(const Answer& answer, Ask ask, std::function<Response(const Snapshot&)> late, qint64 timeoutMs) {
  m_waits.push_back({answer, std::move(ask), std::move(late), monotonicMs() + timeoutMs});
  m_seen = nullptr;
  if (!m_listening) m_listening = m_engine.onPublished(this, [this] { look(); });
  look();
}

void Waits::look() {
  const auto snapshot = m_engine.snapshot();
  const qint64 at = monotonicMs();
  std::erase_if(m_waits, [&](const Wait& wait) { return over(wait, *snapshot, at); });
  m_seen = snapshot;
  if (m_waits.empty()) {
    disconnect(m_listening);
    m_listening = {};
    m_seen = nullptr;
    return m_next.stop();
  }
  const auto first =
      std::min_element(m_waits.begin(), m_waits.end(), [](const Wait& a, const Wait& b) { return a.until < b.until; });
  m_next.start(static_cast<int>(std::clamp<qint64>(first->until - at, 1, kLongestSleepMs)));
}

bool Waits::over(const Wait& wait, const Snapshot& snapshot, qint64 at) const {
  if (!wait.answer.awaited()) return true;
  if (m_seen.get() != &snapshot) {
    if (const auto response = wait.ask(snapshot)) {
      wait.answer.send(*response);
      return true;
    }
  }
  if (at < wait.until) return false;
  wait.answer.send(wait.late(snapshot));
  return true;
}

}  // namespace perfect
