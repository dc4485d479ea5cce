// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explain/why_page.h"

#include <QLabel>

#include "app/desktop/diff/waits_list.h"
#include "app/desktop/explain/cause_chain.h"
#include "app/desktop/explain/pod_card.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {

WhyPage::WhyPage(QWidget* parent)
    : Page(parent),
      m_pod(new PodCard(inner())),
      m_card(new QFrame(inner())),
      m_title(new QLabel(m_card)),
      m_chain(new QLabel(m_card)),
      m_waits(new WaitsList(inner())) {
  m_card->setProperty("role", QStringLiteral("card"));
  m_title->setProperty("role", QStringLiteral("title"));
  m_title->setWordWrap(true);
  m_chain->setTextFormat(Qt::RichText);
  m_chain->setWordWrap(true);
  m_chain->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_chain->setAlignment(Qt::AlignTop);
  theme::dress(*m_chain, {theme::Tone::Text, 13});
  m_chain->setAccessibleName(tr("Chain of causes"));
  auto* box = new QVBoxLayout(m_card);
  box->setContentsMargins(12, 10, 12, 10);
  box->addWidget(m_title);
  box->addWidget(m_chain);
  column()->addWidget(m_pod);
  column()->addWidget(m_card);
  column()->addWidget(m_waits);
  column()->addStretch(1);
  connect(m_pod, &PodCard::commandWanted, this, &Page::commandWanted);
}

void WhyPage::explainEvent(quint64 seq) { m_event = seq; }

QString WhyPage::chainText() const { return m_chain->text(); }

void WhyPage::present(const Frame& frame, const Focus& focus) {
  if (focus != m_focus) {
    m_focus = focus;
    if (m_shown == m_event) m_event = 0;
  }
  m_snapshot = frame.snapshot;
  const ServiceEntry* entry = m_snapshot ? m_snapshot->find(focus.service.toStdString()) : nullptr;
  const bool podThere = entry != nullptr && focus.pod != kNoPod && m_pod->present(*entry, focus.pod, frame.clock.t);
  m_pod->setVisible(podThere);
  m_waits->setVisible(entry != nullptr);
  if (entry != nullptr) m_waits->present(entry->state, frame.clock.t);
  const quint64 seq = m_event != 0 ? m_event : m_snapshot && entry != nullptr ? newestEvent(*m_snapshot, focus) : 0;
  if (seq == 0) {
    m_shown = 0;
    m_title->setText(tr("Why?"));
    m_chain->setText(tr("Choose a pod, a service or an event: here stands how it came to be so."));
    return;
  }
  if (seq == m_shown) return;
  m_shown = seq;
  const QString what = m_event != 0 ? tr("this event") : podThere ? tr("this pod") : focus.service;
  m_title->setText(tr("Why? · how %1 came to be so").arg(what));
  m_chain->setText(chainHtml(*m_snapshot, seq));
}

void WhyPage::setNow(SimTime now) {
  m_waits->setNow(now);
  if (m_pod->isVisible()) m_pod->setNow(now);
}

void WhyPage::restyle() { m_shown = 0; }

}  // namespace perfect
