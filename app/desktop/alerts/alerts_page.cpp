// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alerts/alerts_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/desktop/alerts/alert_states.h"
#include "app/desktop/alerts/rehearsal_card.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"

namespace perfect {

AlertsPage::AlertsPage(QWidget* parent)
    : Page(parent),
      m_where(new QLabel(inner())),
      m_warning(new QLabel(inner())),
      m_show(new QLabel(inner())),
      m_states(new AlertStates(inner())),
      m_rehearsal(new RehearsalCard(inner())) {
  auto* set = new QPushButton(tr("Set up…"), inner());
  set->setAccessibleName(tr("Set up alerts by e-mail"));
  set->setToolTip(tr("Mail server, recipients and rules, and a test mail (Ctrl+,)"));
  connect(set, &QPushButton::clicked, this, &AlertsPage::preferencesWanted);
  m_where->setWordWrap(true);
  m_where->setObjectName(QStringLiteral("mailsGo"));
  auto* head = new QHBoxLayout;
  head->addWidget(m_where, 1);
  head->addWidget(set, 0, Qt::AlignTop);
  column()->addLayout(head);
  m_warning->setWordWrap(true);
  theme::dress(*m_warning, {theme::Tone::Bad, theme::kBase, true});
  m_warning->setText(
      tr("Certificates are not verified: whoever stands between can read mails and password. For a classroom only."));
  column()->addWidget(m_warning);
  m_show->setWordWrap(true);
  m_show->setProperty("role", QStringLiteral("muted"));
  m_show->setText(tr("What is played now is a show: its alerts are decided, and nobody is mailed."));
  column()->addWidget(m_show);
  column()->addWidget(m_states);
  column()->addWidget(m_rehearsal);
  column()->addStretch(1);
  connect(m_rehearsal, &RehearsalCard::commandWanted, this, &AlertsPage::commandWanted);
  setMailState({});
}

void AlertsPage::setMailState(const MailState& state) {
  theme::dress(*m_where, {state.delivers ? theme::Tone::Text : theme::Tone::Muted, 15});
  m_where->setText(state.delivers ? tr("Mails go %1.").arg(state.text)
                   : state.text.isEmpty()
                       ? tr("No mail server is set: alerts are decided all the same, and nobody is told.")
                       : state.text);
  m_warning->setVisible(state.delivers && state.unsafe);
}

void AlertsPage::present(const Frame& frame, const Focus& focus) {
  m_show->setVisible(frame.play.playing);
  if (frame.snapshot) m_states->present(*frame.snapshot);
  m_rehearsal->present(frame, focus);
}

void AlertsPage::setNow(SimTime now) { m_rehearsal->setNow(now); }

}  // namespace perfect
