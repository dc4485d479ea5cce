// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/chaos_alarm.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/symbol.h"

namespace perfect {

ChaosAlarm::ChaosAlarm(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_stop(new QPushButton(this)) {
  setProperty("role", QStringLiteral("alarm"));
  setAccessibleName(tr("Chaos is running"));
  auto* sign = new theme::Symbol(this);
  sign->show(theme::Glyph::Triangle, theme::Tone::Bad);
  theme::dress(*m_text, {theme::Tone::Text, 15, true});
  m_text->setWordWrap(true);
  m_stop->setText(tr("Emergency Stop"));
  m_stop->setObjectName(QStringLiteral("emergencyStop"));
  m_stop->setAccessibleName(tr("Emergency Stop"));
  m_stop->setToolTip(tr("End all chaos at once, and make every pod healthy again (Ctrl+Shift+X)"));
  m_stop->setProperty("role", QStringLiteral("emergency"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 6, 10, 6);
  row->setSpacing(10);
  row->addWidget(sign);
  row->addWidget(m_text, 1);
  row->addWidget(m_stop);
  connect(m_stop, &QPushButton::clicked, this, &ChaosAlarm::stopWanted);
  hide();
}

void ChaosAlarm::setFrame(const Frame& frame) {
  const std::int32_t running = frame.snapshot ? frame.snapshot->chaosSchedules : 0;
  setVisible(running > 0);
  if (running > 0)
    m_text->setText(running == 1 ? tr("Chaos is running: 1 schedule strikes again and again.")
                                 : tr("Chaos is running: %1 schedules strike again and again.").arg(running));
}

}  // namespace perfect
