// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/chaos_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/desktop/chaos/load_card.h"
#include "app/desktop/chaos/nature_card.h"
#include "app/desktop/chaos/scale_card.h"
#include "app/desktop/chaos/strike_card.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/words.h"

namespace perfect {

ChaosPage::ChaosPage(QWidget* parent)
    : Page(parent),
      m_title(new QLabel(inner())),
      m_stop(new QPushButton(tr("Emergency Stop"), inner())),
      m_body(new QWidget(inner())),
      m_strikes(new StrikeCard(m_body)) {
  m_title->setWordWrap(true);
  // At the top, so that it is in sight however small the window is.
  m_stop->setProperty("role", QStringLiteral("danger"));
  m_stop->setAccessibleName(tr("Emergency Stop"));
  m_stop->setToolTip(tr("End all chaos at once, and make every pod healthy again (Ctrl+Shift+X)"));
  connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT commandWanted(ChaosStopCommand{}); });
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_stop);
  column()->addLayout(head);
  column()->addWidget(m_body);
  column()->addStretch(1);
  m_cards = {new ScaleCard(m_body), new LoadCard(m_body), m_strikes, new NatureCard(m_body)};
  auto* rows = new QVBoxLayout(m_body);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(10);
  for (ControlCard* card : m_cards) {
    rows->addWidget(card);
    connect(card, &ControlCard::commandWanted, this, &Page::commandWanted);
  }
  connect(m_strikes, &StrikeCard::previewWanted, this, &ChaosPage::previewWanted);
  connect(m_strikes, &StrikeCard::targetsChanged, this, &ChaosPage::targetsChanged);
  connect(m_strikes, &StrikeCard::focusChosen, this, &Page::focusChosen);
}

/// Nothing is marked on the Grid by a page that nobody sees.
void ChaosPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  m_strikes->forgetPreview();
}

void ChaosPage::setNow(SimTime now) {
  for (ControlCard* card : m_cards) card->setNow(now);
}

void ChaosPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  m_body->setVisible(entry != nullptr);
  m_stop->setVisible(entry != nullptr);
  if (entry == nullptr) {
    m_strikes->forgetPreview();
    theme::dress(*m_title, {theme::Tone::Muted});
    m_title->setText(tr("Choose a service: here it can be scaled, loaded and troubled."));
    return;
  }
  const ServiceState& s = *entry->state;
  theme::dress(*m_title, {theme::Tone::Text, 15, true});
  m_title->setText(
      tr("%1: %2 of %3 ready").arg(focus.service, words::count(s.counts().ready), words::count(s.replicas)));
  for (ControlCard* card : m_cards) card->present(frame, *entry);
}

}  // namespace perfect
