// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/rollout/rollout_page.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include "app/desktop/diff/waits_list.h"
#include "app/desktop/rollout/step_bar.h"
#include "app/desktop/rollout/versions_table.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/reconcile/plan.h"

namespace perfect {

RolloutPage::RolloutPage(QWidget* parent) : Page(parent), m_status(new QLabel(inner())), m_body(new QWidget(inner())) {
  m_status->setWordWrap(true);
  column()->addWidget(m_status);
  auto* body = new QVBoxLayout(m_body);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(10);
  m_steps = new StepBar(m_body);
  m_versions = new VersionsTable(m_body);
  body->addWidget(m_steps);
  body->addWidget(m_versions);
  buildVerbs();
  m_why = new QLabel(m_body);
  m_why->setWordWrap(true);
  m_why->setTextFormat(Qt::PlainText);
  theme::dress(*m_why, {theme::Tone::Muted, theme::kSmall});
  m_why->setAccessibleName(tr("Why some verbs are not possible now"));
  body->addWidget(m_why);
  m_waits = new WaitsList(m_body);
  body->addWidget(m_waits);
  column()->addWidget(m_body);
  column()->addStretch(1);
}

void RolloutPage::buildVerbs() {
  m_verbs = {
      {RolloutAction::Promote, new QPushButton(tr("Promote"), m_body), tr("End the present step or wait")},
      {RolloutAction::PromoteFull, new QPushButton(tr("Promote fully"), m_body),
       tr("Take all remaining steps at once")},
      {RolloutAction::Pause, new QPushButton(tr("Pause"), m_body), tr("Stop the steps; healing goes on")},
      {RolloutAction::Resume, new QPushButton(tr("Resume"), m_body), tr("Let the steps go on")},
      {RolloutAction::Abort, new QPushButton(tr("Abort"), m_body), tr("Back to the stable version at once")},
      {RolloutAction::Retry, new QPushButton(tr("Retry"), m_body), tr("Start the aborted rollout again")},
      {RolloutAction::Undo, new QPushButton(tr("Undo"), m_body),
       tr("Apply the newest earlier revision that was stable and has not failed")},
      {RolloutAction::Restart, new QPushButton(tr("Restart"), m_body),
       tr("Roll the same template again: new pods, same version")},
  };
  auto* grid = new QGridLayout;
  grid->setSpacing(7);
  int place = 0;
  for (const Verb& verb : m_verbs) {
    verb.button->setAccessibleName(tr("Rollout: %1").arg(verb.button->text()));
    verb.button->setObjectName(QStringLiteral("verb%1").arg(static_cast<int>(verb.action)));
    if (verb.action == RolloutAction::Promote) verb.button->setProperty("role", QStringLiteral("primary"));
    grid->addWidget(verb.button, place / 2, place % 2);
    ++place;
    connect(verb.button, &QPushButton::clicked, this, [this, action = verb.action] {
      if (m_service) Q_EMIT commandWanted(RolloutCommand{m_service->spec->name, action});
    });
  }
  static_cast<QVBoxLayout*>(m_body->layout())->addLayout(grid);
}

void RolloutPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  const auto service = entry != nullptr ? entry->state : nullptr;
  m_body->setVisible(service != nullptr);
  if (service == nullptr) {
    m_service = nullptr;
    theme::dress(*m_status, {theme::Tone::Muted});
    m_status->setText(tr("Choose a service: here stand the steps of its rollout and what can be done now."));
    return;
  }
  if (service != m_service) {
    m_service = service;
    const ServiceStatus status = statusOf(*service);
    theme::dress(*m_status, {theme::statusTone(status.kind), 15, true});
    m_status->setText(tr("%1: %2 · %3")
                          .arg(words::text(service->spec->name), words::text(status.phrase),
                               words::text(strategyName(service->spec->rollout.strategy))));
    m_steps->present(*service);
    m_versions->present(*service);
    showVerbs(frame.clock.t);
  }
  m_waits->present(service, frame.clock.t);
}

void RolloutPage::showVerbs(SimTime now) {
  QStringList reasons;
  for (const Verb& verb : m_verbs) {
    const auto plan = planVerb(*m_service, verb.action, now);
    verb.button->setEnabled(plan.ok());
    const QString reason = plan.ok() ? QString() : words::text(plan.error().message);
    verb.button->setToolTip(plan.ok() ? verb.tip : verb.tip + QStringLiteral("\n") + tr("Not now: %1").arg(reason));
    if (!plan.ok()) reasons << verb.button->text() + QStringLiteral(": ") + reason;
  }
  m_why->setText(reasons.join(QLatin1Char('\n')));
  m_why->setVisible(!reasons.isEmpty());
}

void RolloutPage::setNow(SimTime now) { m_waits->setNow(now); }

void RolloutPage::restyle() { m_service = nullptr; }

}  // namespace perfect
