// SPDX-License-Identifier: GPL-3.0-or-later
//
// Requests that are answered when something has come true of a service, or when their time is up.
// Thread rule: the REST thread, which never stands still for them. Bounded by the number of connections.
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "app/rest/engine_link.h"

namespace perfect {

class Waits final : public QObject {
  Q_OBJECT

 public:
  explicit Waits(EngineLink engine) : m_engine(std::move(engine)) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Waits::look);
  }

  /// The answer, as soon as there is one; asked for on every change.
  using Ask = std::function<std::optional<Response>(const Snapshot&)>;
  /// `late` makes the answer when `timeoutMs` real milliseconds have gone by.
  void add(const Answer& answer, Ask ask, std::function<Response(const Snapshot&)> late, qint64 timeoutMs);

 private:
  struct Wait {
    Answer answer;
    Ask ask;
    std::function<Response(const Snapshot&)> late;
    qint64 until;
  };
  void look();
  bool over(const Wait& wait, const Snapshot& snapshot, qint64 at) const;

  EngineLink m_engine;
  std::vector<Wait> m_waits;
  std::shared_ptr<const Snapshot> m_seen;  ///< the snapshot that nobody's wish was true of
  QMetaObject::Connection m_listening;
  QTimer m_next;
};

}  // namespace perfect
