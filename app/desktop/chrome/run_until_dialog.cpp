// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chrome/run_until_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/desktop/palette/spoken_command.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/words.h"

namespace perfect {

RunUntilDialog::RunUntilDialog(SimTime now, QWidget* parent)
    : QDialog(parent), m_now(now), m_time(new QLineEdit(this)), m_note(new QLabel(this)) {
  setObjectName(QStringLiteral("runUntil"));
  setWindowTitle(tr("Run until…"));
  auto* lead = new QLabel(tr("The clock runs at its speed to exactly that moment, and pauses."), this);
  lead->setWordWrap(true);
  m_time->setText(QStringLiteral("+10s"));
  m_time->setAccessibleName(tr("Run until this time"));
  m_time->setToolTip(tr("90s, 1m30s or 00:44.8 on the clock, or +10s from now"));
  m_note->setWordWrap(true);
  m_note->setMinimumHeight(theme::scaled(36));
  m_note->setObjectName(QStringLiteral("runUntilNote"));
  m_go = new QPushButton(tr("Run to this time"), this);
  m_go->setProperty("role", QStringLiteral("primary"));
  m_go->setDefault(true);
  auto* event = new QPushButton(tr("To the next event"), this);
  auto* stable = new QPushButton(tr("Until all is stable"), this);
  auto* cancel = new QPushButton(tr("Cancel"), this);
  event->setToolTip(tr("To the next thing that happens, whatever it is"));
  stable->setToolTip(tr("Until every service is Stable or Scaled to 0"));
  for (QPushButton* button : {m_go, event, stable, cancel}) {
    button->setAccessibleName(button->text());
    if (button != m_go) button->setAutoDefault(false);
  }
  auto* time = new QHBoxLayout;
  time->addWidget(m_time, 1);
  time->addWidget(m_go);
  auto* others = new QHBoxLayout;
  others->addWidget(event);
  others->addWidget(stable);
  others->addStretch(1);
  others->addWidget(cancel);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(10);
  column->addWidget(lead);
  column->addLayout(time);
  column->addWidget(m_note);
  column->addLayout(others);
  connect(m_time, &QLineEdit::textChanged, this, &RunUntilDialog::judge);
  connect(m_go, &QPushButton::clicked, this, &RunUntilDialog::go);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(event, &QPushButton::clicked, this, [this] {
    Q_EMIT wanted(RunGoal::NextEvent, kNever);
    accept();
  });
  connect(stable, &QPushButton::clicked, this, [this] {
    Q_EMIT wanted(RunGoal::Stable, kNever);
    accept();
  });
  m_time->selectAll();
  judge();
  resize(theme::scaled(460), sizeHint().height());
}

void RunUntilDialog::setNow(SimTime now) {
  m_now = now;
  judge();
}

void RunUntilDialog::judge() {
  const InstantReading reading = readInstant(m_time->text(), m_now);
  const bool good = reading.fault.isEmpty();
  m_go->setEnabled(good);
  m_note->setText(good ? tr("From %1 to %2.").arg(words::clock(m_now), words::clock(reading.t)) : reading.fault);
  theme::dress(*m_note, {good ? theme::Tone::Muted : theme::Tone::Bad, 13});
}

void RunUntilDialog::go() {
  const InstantReading reading = readInstant(m_time->text(), m_now);
  if (!reading.fault.isEmpty()) {
    m_time->setCursorPosition(reading.position);
    m_time->setFocus();
    return;
  }
  Q_EMIT wanted(RunGoal::Time, reading.t);
  accept();
}

}  // namespace perfect
