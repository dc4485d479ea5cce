// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/narration/narration_band.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {

NarrationBand::NarrationBand(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_where(new QLabel(this)) {
  setProperty("role", QStringLiteral("band"));
  setAccessibleName(tr("Narration"));
  theme::dress(*m_text, {theme::Tone::Text, theme::kNarration});
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::NoTextInteraction);
  m_where->setProperty("role", QStringLiteral("muted"));
  m_where->setTextFormat(Qt::PlainText);
  m_where->setWordWrap(true);
  m_pause = makeButton(static_cast<int>(theme::Glyph::Pause), tr("Pause the narration"), tr("Pause or go on (Space)"));
  m_next = makeButton(static_cast<int>(theme::Glyph::Next), tr("Next caption"), tr("Hurry on to the next caption"));
  m_stop = makeButton(static_cast<int>(theme::Glyph::Stop), tr("Stop the demo"),
                      tr("Stop and bring back what was there before"));
  connect(m_pause, &QToolButton::clicked, this, &NarrationBand::pauseToggled);
  connect(m_next, &QToolButton::clicked, this, &NarrationBand::nextWanted);
  connect(m_stop, &QToolButton::clicked, this, &NarrationBand::stopWanted);

  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(m_text);
  words->addWidget(m_where);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(18, 9, 12, 9);
  layout->setSpacing(6);
  layout->addLayout(words, 1);
  for (QToolButton* button : {m_pause, m_next, m_stop}) layout->addWidget(button, 0, Qt::AlignVCenter);
  hide();
}

QToolButton* NarrationBand::makeButton(int glyph, const QString& name, const QString& tip) {
  auto* button = new QToolButton(this);
  button->setIcon(theme::icon(static_cast<theme::Glyph>(glyph), theme::Tone::Text));
  button->setAccessibleName(name);
  button->setToolTip(tip);
  return button;
}

void NarrationBand::setFrame(const Frame& frame) {
  const PlayState& play = frame.play;
  const bool wanted = play.playing && (!play.caption.text.empty() || !play.failure.isEmpty() || play.finished);
  setVisible(wanted);
  if (!wanted) return;

  QString caption = words::text(play.caption.text);
  QString where;
  if (!play.failure.isEmpty()) {
    caption = tr("This did not happen as promised: %1").arg(play.failure);
  } else {
    if (play.caption.beats > 0) where = tr("beat %1 of %2").arg(play.caption.beat).arg(play.caption.beats);
    if (!play.caption.look.empty())
      where +=
          (where.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("look at %1").arg(words::text(play.caption.look));
    if (play.finished)
      where +=
          (where.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("the end; Stop brings back what was there before");
  }
  m_where->setVisible(!where.isEmpty());
  m_where->setText(where);
  if (caption != m_caption) {
    m_caption = caption;
    m_text->setText(caption);
    setAccessibleDescription(caption + QStringLiteral(" ") + where);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
  }
  const int paused = frame.clock.paused ? 1 : 0;
  if (paused != m_pausedShown) {
    m_pausedShown = paused;
    m_pause->setIcon(theme::icon(frame.clock.paused ? theme::Glyph::Play : theme::Glyph::Pause, theme::Tone::Text));
  }
  m_next->setEnabled(!play.finished && play.failure.isEmpty());
}

}  // namespace perfect
