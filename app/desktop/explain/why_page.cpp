// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explain/why_page.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

#include "app/desktop/diff/waits_list.h"
#include "app/desktop/explain/cause_chain.h"
#include "app/desktop/explain/still_card.h"
#include "app/desktop/inspector/pod_inspector.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {

WhyPage::WhyPage(QWidget* parent)
    : Page(parent),
      m_ask(new QPushButton(tr("Why is nothing happening?"), inner())),
      m_still(new StillCard(inner())),
      m_pod(new PodInspector(inner())),
      m_card(new QFrame(inner())),
      m_title(new QLabel(m_card)),
      m_chain(new QLabel(m_card)),
      m_waits(new WaitsList(inner())) {
  m_card->setProperty("role", QStringLiteral("card"));
  m_title->setProperty("role", QStringLiteral("title"));
  m_title->setWordWrap(true);
  m_chain->setTextFormat(Qt::RichText);
  m_chain->setWordWrap(true);
  m_chain->setTextInteractionFlags(Qt::TextBrowserInteraction);
  m_chain->setAlignment(Qt::AlignTop);
  theme::dress(*m_chain, {theme::Tone::Text, 13});
  m_chain->setAccessibleName(tr("Chain of causes"));
  auto* box = new QVBoxLayout(m_card);
  box->setContentsMargins(12, 10, 12, 10);
  box->addWidget(m_title);
  box->addWidget(m_chain);
  m_ask->setCheckable(true);
  m_ask->setAccessibleName(m_ask->text());
  m_ask->setToolTip(tr("What is awaited and until when, service by service"));
  m_ask->setWhatsThis(m_ask->toolTip());
  m_still->hide();
  column()->addWidget(m_ask, 0, Qt::AlignLeft);
  column()->addWidget(m_still);
  column()->addWidget(m_pod);
  column()->addWidget(m_card);
  column()->addWidget(m_waits);
  column()->addStretch(1);
  connect(m_pod, &PodInspector::commandWanted, this, &Page::commandWanted);
  connect(m_pod, &PodInspector::focusChosen, this, &Page::focusChosen);
  connect(m_chain, &QLabel::linkActivated, this, &WhyPage::follow);
  connect(m_ask, &QPushButton::toggled, this, &WhyPage::explainStillness);
  connect(m_still, &StillCard::commandWanted, this, &Page::commandWanted);
  connect(m_still, &StillCard::focusChosen, this, &Page::focusChosen);
  connect(m_still, &StillCard::runClockWanted, this, &WhyPage::runClockWanted);
  connect(m_still, &StillCard::applyWanted, this, &WhyPage::applyWanted);
}

void WhyPage::explainStillness(bool on) {
  m_ask->setChecked(on);
  if (on) {
    m_still->present(m_frame);
    verticalScrollBar()->setValue(0);
  }
  m_still->setVisible(on);
}

void WhyPage::follow(const QString& link) {
  if (link.startsWith(QLatin1String("help:"))) return Q_EMIT helpWanted(link.mid(5));
  const LinkTarget target = linkTarget(link);
  if (target.event != 0) Q_EMIT eventChosen(target.event);
  if (target.focus) Q_EMIT focusChosen(*target.focus);
}

void WhyPage::explainEvent(quint64 seq) { m_event = seq; }

QString WhyPage::chainText() const { return m_chain->text(); }

void WhyPage::present(const Frame& frame, const Focus& focus) {
  if (focus != m_focus) {
    m_focus = focus;
    if (m_shown == m_event) m_event = 0;
  }
  // An event's number means another one in another world.
  if (m_frame.snapshot && frame.snapshot && m_frame.snapshot->epochMs != frame.snapshot->epochMs) m_event = m_shown = 0;
  m_frame = frame;
  if (m_still->isVisible()) m_still->present(frame);
  const ServiceEntry* entry = m_frame.snapshot ? m_frame.snapshot->find(focus.service.toStdString()) : nullptr;
  const bool podThere = m_pod->present(frame, focus);
  m_pod->setVisible(podThere);
  m_waits->setVisible(entry != nullptr);
  if (entry != nullptr) m_waits->present(entry->state, frame.clock.t);
  const quint64 seq = m_event != 0                           ? m_event
                      : m_frame.snapshot && entry != nullptr ? newestEvent(*m_frame.snapshot, focus)
                                                             : 0;
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
  m_chain->setText(chainHtml(*m_frame.snapshot, seq));
}

void WhyPage::setNow(SimTime now) {
  m_waits->setNow(now);
  if (m_still->isVisible()) m_still->setNow(now);
  if (m_pod->isVisible()) m_pod->setNow(now);
}

void WhyPage::restyle() {
  m_shown = 0;
  if (m_still != nullptr && m_still->isVisible()) m_still->restyle();
}

}  // namespace perfect
