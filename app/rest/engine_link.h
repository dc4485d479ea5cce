// SPDX-License-Identifier: GPL-3.0-or-later
//
// How routes reach the engine: a Command is sent, and the request is answered once it has been applied
// ("acknowledged means done"). Nobody waits meanwhile.
// Thread rule: the REST thread. `show` functions run there too.
#pragma once

#include <functional>
#include <memory>

#include "app/rest/answer.h"
#include "app/rest/reply_queue.h"
#include "app/runtime/controller.h"

namespace perfect {

class EngineLink {
 public:
  EngineLink(Controller& controller, std::shared_ptr<ReplyQueue> replies);

  std::shared_ptr<const Snapshot> snapshot() const { return m_controller.snapshot(); }
  ClockState clock() const { return m_controller.clock(); }
  PlayState play() const { return m_controller.play(); }
  std::size_t inboxDepth() const { return m_controller.inboxDepth(); }
  double snapshotAgeSeconds() const { return m_controller.snapshotAgeSeconds(); }
  /// Calls `work` on the thread of `context` whenever there may be a newer snapshot or clock, until disconnected.
  template <typename Work>
  QMetaObject::Connection onPublished(QObject* context, Work work) const {
    return QObject::connect(&m_controller, &Controller::published, context, std::move(work), Qt::QueuedConnection);
  }

  /// Makes the answer to an accepted Command from what it did and the Snapshot that shows it.
  using Show = std::function<Response(const Outcome&, const Snapshot&)>;
  /// Refusals become 400, 404 or 409, a full inbox 503.
  void send(Command command, const Answer& answer, Show show) const;
  /// Asks which pods chaos would take.
  void preview(ChaosCommand command, const Answer& answer, Show show) const;

  /// A control of the clock or the stage; false: the inbox is full.
  using Act = std::function<bool(Controller&, Controller::Done)>;
  void perform(const Act& act, const Answer& answer, std::function<Response()> show) const;

 private:
  Controller::Reply replyTo(const Answer& answer, Show show) const;

  Controller& m_controller;
  std::shared_ptr<ReplyQueue> m_replies;
};

/// As HTTP says it.
Response refusalProblem(const Refusal& refusal);
Response unknownService(const QString& name);

}  // namespace perfect
