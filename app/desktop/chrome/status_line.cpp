// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chrome/status_line.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <array>
#include <cmath>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/symbol.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kLeastStatus = 300;

}  // namespace

StatusLine::StatusLine(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("status"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 4, 14, 4);
  row->setSizeConstraint(QLayout::SetNoConstraint);
  setMinimumWidth(kLeastStatus);  // what it has to tell is no reason for a wider window
  m_symbol = new theme::Symbol(this);
  row->addWidget(m_symbol);
  row->setSpacing(8);
  m_running = addLabel(tr("State of the clock"), tr("Whether simulated time goes on"));
  m_pods = addLabel(tr("Pods"), tr("Pods on the Grid, and how many of them are ready"));
  m_pace = addLabel(tr("Pace"), tr("Simulated seconds per real second, lately"));
  m_events = addLabel(tr("Events per second"), tr("What pods do per real second, lately"));
  m_seed = addLabel(tr("Seed"), tr("The seed of every random choice: the same seed gives the same history"));
  row->addStretch(1);
  m_rest = addLabel(tr("REST address"), tr("Where curl and other programs reach this simulation"));
  m_rest->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_mail = addLabel(tr("Mail"), {});
  setMail({}, false);
  setRestUrl({});
  setClock({});
}

QLabel* StatusLine::addLabel(const QString& name, const QString& tip) {
  auto* label = new QLabel(this);
  theme::dress(*label, {theme::Tone::Muted, 13});
  label->setContentsMargins(0, 0, 10, 0);
  label->setAccessibleName(name);
  label->setToolTip(tip);
  layout()->addWidget(label);
  return label;
}

void StatusLine::setFrame(const Frame& frame) {
  m_asks = frame.play.question.has_value();
  setClock(frame.clock);
  if (!frame.snapshot) return;
  std::int64_t ready = 0;
  for (const ServiceEntry& entry : frame.snapshot->services) ready += entry.state->counts().ready;
  put(*m_pods, tr("%1 pods · %2 ready").arg(words::count(frame.snapshot->podCount()), words::count(ready)));
}

void StatusLine::setClock(const ClockState& clock) {
  const QString state = clock.ended    ? tr("Ended")
                        : clock.paused ? tr("Paused")
                        : m_asks       ? tr("Waiting for an answer")
                                       : tr("Running");
  if (state != m_running->text()) {
    put(*m_running, state);
    const bool stands = clock.paused || m_asks;
    m_symbol->show(stands || clock.ended ? theme::Glyph::Pause : theme::Glyph::Disc,
                   stands ? theme::Tone::Attention : theme::Tone::Good);
  }
  put(*m_pace, tr("sim/real %1").arg(words::decimal(clock.simToReal, 2)));
  put(*m_events, tr("%1 events/s").arg(words::count(std::llround(clock.eventsPerSecond))));
  put(*m_seed, tr("seed %1").arg(clock.seed));
}

void StatusLine::setRestUrl(const QString& url) {
  put(*m_rest, url.isEmpty() ? tr("REST off") : tr("REST %1").arg(url));
}

void StatusLine::setMail(const QString& text, bool unsafe) {
  put(*m_mail, text.isEmpty() ? tr("no mail server set") : unsafe ? tr("mail, unverified") : tr("mail on"));
  m_mail->setToolTip(text.isEmpty() ? tr("Alerts by e-mail need a mail server (Preferences, or SMTP_HOST)") : text);
  theme::dress(*m_mail, {unsafe && !text.isEmpty() ? theme::Tone::Bad : theme::Tone::Muted, 13});
}

void StatusLine::put(QLabel& label, const QString& text) {
  const bool refit = text.size() != label.text().size();
  if (text != label.text()) label.setText(text);
  if (refit) fit();
}

void StatusLine::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit();
}

void StatusLine::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::StyleChange) fit();
}

/// What is least needed makes room first; the Grid and the log tell it too.
void StatusLine::fit() {
  if (m_mail == nullptr) return;
  const std::array spare{m_seed, m_events, m_pace, m_mail, m_rest};
  for (QLabel* label : spare) label->show();
  for (QLabel* label : spare) {
    layout()->invalidate();
    if (layout()->totalSizeHint().width() <= width()) return;
    label->hide();
  }
}

void StatusLine::addFold(QAction& action, theme::Glyph glyph) {
  auto* button = new QToolButton(this);
  button->setProperty("role", QStringLiteral("fold"));
  // The button takes its icon from the action, again whenever that changes.
  action.setIcon(theme::icon(glyph, theme::Tone::Muted));
  action.setIconVisibleInMenu(false);
  button->setDefaultAction(&action);
  button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  button->setAccessibleName(action.text());
  button->setToolTip(
      QStringLiteral("%1 (%2)").arg(action.toolTip(), action.shortcut().toString(QKeySequence::NativeText)));
  layout()->addWidget(button);
}

}  // namespace perfect
