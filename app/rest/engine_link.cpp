// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/engine_link.h"

#include <utility>

namespace perfect {

namespace {

Response inboxFull() {
  return busy(QStringLiteral("the controller has too many commands waiting; nothing was changed"));
}

}  // namespace

Response refusalProblem(const Refusal& refusal) {
  const QString detail = QString::fromStdString(refusal.message());
  switch (refusal.kind) {
    case RefusalKind::Invalid:
      return problem(400, detail);
    case RefusalKind::NotFound:
      return problem(404, detail);
    case RefusalKind::Conflict:
      return problem(409, detail);
  }
  return problem(500, detail);
}

Response unknownService(const QString& name) {
  return problem(404, QStringLiteral("there is no service %1").arg(name.left(100)));
}

EngineLink::EngineLink(Controller& controller, std::shared_ptr<ReplyQueue> replies)
    : m_controller(controller), m_replies(std::move(replies)) {}

Controller::Reply EngineLink::replyTo(const Answer& answer, Show show) const {
  return [replies = m_replies, answer, show = std::move(show)](const Result<Outcome, Refusal>& result,
                                                               std::shared_ptr<const Snapshot> snapshot) {
    replies->post([answer, show, result, snapshot = std::move(snapshot)] {
      answer.send(result ? show(result.value(), *snapshot) : refusalProblem(result.error()));
    });
  };
}

void EngineLink::send(Command command, const Answer& answer, Show show) const {
  if (!m_controller.send(std::move(command), replyTo(answer, std::move(show)))) answer.send(inboxFull());
}

void EngineLink::preview(ChaosCommand command, const Answer& answer, Show show) const {
  if (!m_controller.preview(std::move(command), replyTo(answer, std::move(show)))) answer.send(inboxFull());
}

void EngineLink::perform(const Act& act, const Answer& answer, std::function<Response()> show) const {
  const bool accepted = act(m_controller, [replies = m_replies, answer, show = std::move(show)] {
    replies->post([answer, show] { answer.send(show()); });
  });
  if (!accepted) answer.send(inboxFull());
}

}  // namespace perfect
