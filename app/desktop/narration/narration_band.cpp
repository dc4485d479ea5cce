// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/narration/narration_band.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/desktop/narration/beat_dots.h"
#include "app/desktop/narration/question_card.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr std::int64_t kShowSpeeds[] = {500, 1000, 2000, 5000};

}  // namespace

NarrationBand::NarrationBand(QWidget* parent)
    : QFrame(parent),
      m_text(new QLabel(this)),
      m_where(new QLabel(this)),
      m_dots(new BeatDots(this)),
      m_question(new QuestionCard(this)) {
  setProperty("role", QStringLiteral("band"));
  setAccessibleName(tr("Narration"));
  theme::dress(*m_text, {theme::Tone::Text, theme::kNarration});
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::NoTextInteraction);
  m_where->setProperty("role", QStringLiteral("muted"));
  m_where->setTextFormat(Qt::PlainText);
  m_where->setWordWrap(true);
  m_speed = makeSpeed();
  m_back = makeButton(static_cast<int>(theme::Glyph::Back), tr("Back to the caption's start"),
                      tr("Back to the start of this caption, or to the one before ([)"));
  m_pause = makeButton(static_cast<int>(theme::Glyph::Pause), tr("Pause the narration"), tr("Pause or go on (Space)"));
  m_next = makeButton(static_cast<int>(theme::Glyph::Next), tr("Next caption"), tr("Hurry on to the next caption (])"));
  m_stop = makeButton(static_cast<int>(theme::Glyph::Stop), tr("Stop the show"),
                      tr("Stop and bring back what was there before"));
  connect(m_back, &QToolButton::clicked, this, &NarrationBand::backWanted);
  connect(m_pause, &QToolButton::clicked, this, &NarrationBand::pauseToggled);
  connect(m_next, &QToolButton::clicked, this, &NarrationBand::nextWanted);
  connect(m_stop, &QToolButton::clicked, this, &NarrationBand::stopWanted);
  connect(m_question, &QuestionCard::answerGiven, this, &NarrationBand::answerGiven);

  auto* place = new QVBoxLayout;
  place->setSpacing(2);
  place->addWidget(m_where);
  place->addWidget(m_dots);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(6);
  foot->addLayout(place, 1);
  for (QToolButton* button : {m_speed, m_back, m_pause, m_next, m_stop}) foot->addWidget(button, 0, Qt::AlignVCenter);
  // The caption has the whole width: large type on a small projector needs it.
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 9, 12, 9);
  layout->setSpacing(4);
  layout->addWidget(m_text);
  layout->addLayout(foot);
  layout->addWidget(m_question);
  hide();
}

QToolButton* NarrationBand::makeButton(int glyph, const QString& name, const QString& tip) {
  auto* button = new QToolButton(this);
  button->setIcon(theme::icon(static_cast<theme::Glyph>(glyph), theme::Tone::Text));
  button->setAccessibleName(name);
  button->setToolTip(tip);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

QToolButton* NarrationBand::makeSpeed() {
  auto* button = new QToolButton(this);
  button->setAccessibleName(tr("Speed of the show"));
  button->setToolTip(tr("Speed of the show (+ and − with Ctrl)"));
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(button);
  for (const std::int64_t speed : kShowSpeeds) {
    menu->addAction(words::speed(speed), this, [this, speed] { Q_EMIT speedWanted(speed); });
  }
  button->setMenu(menu);
  return button;
}

QString NarrationBand::note() const { return m_where->text(); }

QString NarrationBand::noteOf(const PlayState& play) const {
  QStringList parts;
  if (play.caption.beats > 0) parts << tr("beat %1 of %2").arg(play.caption.beat).arg(play.caption.beats);
  if (!play.caption.look.empty() && !play.finished) parts << tr("look at %1").arg(words::told(play.caption.look));
  if (play.finished && play.answered > 0) {
    parts << tr("%1 of %n answer(s) right", nullptr, play.answered).arg(play.right);
  }
  if (play.finished) parts << tr("the end; Stop brings back what was there before");
  return parts.join(QStringLiteral(" · "));
}

void NarrationBand::setFrame(const Frame& frame) {
  const PlayState& play = frame.play;
  const bool wanted =
      play.playing && (!play.caption.text.empty() || !play.failure.isEmpty() || play.finished || play.question);
  setVisible(wanted);
  if (!wanted) return m_question->clear();

  const QString caption = play.failure.isEmpty() ? words::told(play.caption.text)
                                                 : tr("This did not happen as promised: %1").arg(play.failure);
  const QString where = play.failure.isEmpty() ? noteOf(play) : QString();
  // A question takes the caption's place: small windows have room for one of them.
  const bool asks = play.question && !play.rewinding;
  m_where->setVisible(!where.isEmpty() && !asks);
  m_where->setText(where);
  m_text->setVisible(!caption.isEmpty() && !asks);
  if (caption != m_caption) {
    m_caption = caption;
    // A number and its unit stay in one line.
    m_text->setText(QString(caption).replace(QLatin1String(" %"), QStringLiteral("\u00a0%")));
    setAccessibleDescription(caption + QStringLiteral(" ") + where);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
  }
  m_dots->setVisible(play.caption.beats > 1);
  m_dots->setBeat(play.caption.beat, play.caption.beats);
  if (asks)
    m_question->present(*play.question, play.answered + 1, play.questions);
  else
    m_question->clear();
  showControls(frame);
}

void NarrationBand::showControls(const Frame& frame) {
  const int paused = frame.clock.paused ? 1 : 0;
  if (paused != m_pausedShown) {
    m_pausedShown = paused;
    m_pause->setIcon(theme::icon(frame.clock.paused ? theme::Glyph::Play : theme::Glyph::Pause, theme::Tone::Text));
  }
  const QString speed = words::speed(frame.clock.speedMilli);
  if (m_speed->text() != speed) m_speed->setText(speed);
  m_next->setEnabled(!frame.play.finished && frame.play.failure.isEmpty());
  m_back->setEnabled(frame.play.caption.beat > 0 && !frame.play.rewinding);
}

}  // namespace perfect
