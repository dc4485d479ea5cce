// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alerts/rehearsal_card.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kGatherMs = 150;
constexpr Millis kTimeGoesOn = 1000;  ///< of simulated time: often enough for what is held back

}  // namespace

RehearsalCard::RehearsalCard(QWidget* parent)
    : QFrame(parent), m_summary(new QLabel(this)), m_rowsGrid(new QGridLayout) {
  setProperty("role", QStringLiteral("card"));
  setAccessibleName(tr("Rehearsal"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 9, 12, 11);
  column->setSpacing(8);
  auto* title = new QLabel(tr("Rehearsal: what other rules would do"), this);
  title->setProperty("role", QStringLiteral("title"));
  column->addWidget(title);
  auto* knobGrid = new QGridLayout;
  knobGrid->setHorizontalSpacing(10);
  knobGrid->setVerticalSpacing(2);
  buildKnobs(knobGrid);
  column->addLayout(knobGrid);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  m_summary->setWordWrap(true);
  m_summary->setObjectName(QStringLiteral("rehearsalSummary"));
  m_use = new QPushButton(tr("Use these"), this);
  m_use->setToolTip(tr("From now on mails are due by these rules, until the program ends; Preferences keep them"));
  m_back = new QPushButton(tr("Back"), this);
  m_back->setToolTip(tr("Back to the rules in force"));
  for (QPushButton* button : {m_use, m_back}) button->setAccessibleName(button->text());
  row->addWidget(m_back);
  row->addWidget(m_use);
  column->addLayout(row);
  column->addWidget(m_summary);
  m_rowsGrid->setHorizontalSpacing(12);
  m_rowsGrid->setVerticalSpacing(4);
  for (int i = 0; i < 3; ++i) m_rowsGrid->setColumnStretch(i, i == 0 ? 0 : 1);
  int at = 0;
  for (const QString& head : {tr("change"), tr("in force"), tr("with these")}) {
    auto* label = new QLabel(head, this);
    label->setProperty("role", QStringLiteral("section"));
    m_rowsGrid->addWidget(label, 0, at++);
    m_heads.push_back(label);
  }
  column->addLayout(m_rowsGrid);
  m_later.setSingleShot(true);
  m_later.setInterval(kGatherMs);
  connect(&m_later, &QTimer::timeout, this, &RehearsalCard::rehearseAgain);
  connect(m_back, &QPushButton::clicked, this, [this] {
    setKnobs(m_present);
    rehearseAgain();
  });
  connect(m_use, &QPushButton::clicked, this, [this] {
    const AlertSettings wanted = knobs();
    m_turned = false;
    Q_EMIT commandWanted(
        AlertSettingsCommand{wanted.downConfirm, wanted.upConfirm, wanted.cooldown, wanted.startupGrace});
  });
}

void RehearsalCard::buildKnobs(QGridLayout* grid) {
  const std::array<std::pair<QString, QString>, 4> texts{{
      {tr("DOWN must last"), tr("A change to DOWN counts once it has lasted so long")},
      {tr("UP must last"), tr("A change to UP counts once it has lasted so long")},
      {tr("Between two mails"), tr("Least time between two mails about one service")},
      {tr("Grace while starting"), tr("No mail for so long after a service is asked for more pods")},
  }};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto* label = new QLabel(texts[i].first, this);
    label->setProperty("role", QStringLiteral("muted"));
    auto* knob = new QSpinBox(this);
    knob->setRange(0, static_cast<int>(kMostAlertMs));
    knob->setSingleStep(500);
    knob->setSuffix(tr(" ms"));
    knob->setAccessibleName(texts[i].first);
    knob->setToolTip(texts[i].second);
    label->setBuddy(knob);
    const int line = static_cast<int>(i) / 2 * 2;
    const int column = static_cast<int>(i) % 2;
    grid->addWidget(label, line, column);
    grid->addWidget(knob, line + 1, column);
    grid->setColumnStretch(column, 1);
    connect(knob, &QSpinBox::valueChanged, this, &RehearsalCard::knobTurned);
    m_knobs[i] = knob;
  }
}

AlertSettings RehearsalCard::knobs() const {
  return {m_knobs[0]->value(), m_knobs[1]->value(), m_knobs[2]->value(), m_knobs[3]->value()};
}

void RehearsalCard::setKnobs(const AlertSettings& settings) {
  const std::array<Millis, 4> values{settings.downConfirm, settings.upConfirm, settings.cooldown,
                                     settings.startupGrace};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const QSignalBlocker quiet(m_knobs[i]);
    m_knobs[i]->setValue(static_cast<int>(values[i]));
  }
  m_turned = false;
}

void RehearsalCard::knobTurned() {
  m_turned = knobs() != m_present;
  m_later.start();
}

void RehearsalCard::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  const auto service = entry == nullptr ? nullptr : entry->state;
  const AlertSettings present = frame.snapshot ? frame.snapshot->alerts : AlertSettings();
  m_now = frame.clock.t;
  if (service == m_service && present == m_present && m_rehearsedAt != kNever) return;
  const bool another = (service == nullptr) != (m_service == nullptr) ||
                       (service != nullptr && service->spec->name != m_service->spec->name);
  m_service = service;
  m_present = present;
  if (!m_turned) setKnobs(present);
  if (another || m_rehearsedAt == kNever)
    rehearseAgain();
  else if (!m_later.isActive())
    m_later.start();
}

void RehearsalCard::setNow(SimTime now) {
  m_now = now;
  if (now - m_rehearsedAt >= kTimeGoesOn && !m_later.isActive()) m_later.start();
}

RehearsalCard::Row RehearsalCard::addRow() {
  Row row{};
  const int line = static_cast<int>(m_rows.size()) + 1;
  int column = 0;
  for (QLabel** label : {&row.change, &row.now, &row.other}) {
    *label = new QLabel(this);
    (*label)->setWordWrap(column > 0);
    m_rowsGrid->addWidget(*label, line, column++, Qt::AlignTop);
  }
  theme::dress(*row.change, {theme::Tone::Text, theme::kBase, false, true});
  return row;
}

void RehearsalCard::show(Row& row, const RehearsalRow& what) {
  const theme::Colours& c = theme::colours();
  row.change->setText(QStringLiteral("%1 <span style='color:%2'>%3</span>")
                          .arg(words::clock(what.since), (what.status == AlertStatus::Down ? c.bad : c.good).name(),
                               alertWord(what.status)));
  row.now->setText(what.now);
  row.other->setText(what.other);
  theme::dress(*row.other, {what.differs() ? theme::Tone::Accent : theme::Tone::Text, theme::kBase, what.differs()});
}

void RehearsalCard::rehearseAgain() {
  m_rehearsedAt = m_now;
  m_use->setEnabled(m_turned);
  m_back->setEnabled(m_turned);
  std::vector<RehearsalRow> rows;
  QString summary = tr("Choose a service.");
  if (m_service) {
    const Rehearsal now = rehearse(m_service->alertTimeline, m_present, m_now);
    const Rehearsal other = rehearse(m_service->alertTimeline, knobs(), m_now);
    rows = rehearsalRows(now, other);
    const QString name = words::text(m_service->spec->name);
    summary = m_turned ? tr("%1: %2 mails by the rules in force, %3 by these.")
                             .arg(name, words::count(static_cast<std::int64_t>(now.mails.size())),
                                  words::count(static_cast<std::int64_t>(other.mails.size())))
                       : tr("%1: %2 mails so far. Change a rule and see what it would have made of them.")
                             .arg(name, words::count(static_cast<std::int64_t>(now.mails.size())));
    if (m_service->alertTimeline.forgot()) summary += tr(" The oldest changes are not remembered.");
  }
  m_summary->setText(summary);
  std::reverse(rows.begin(), rows.end());
  if (rows.size() > kMostRows) rows.resize(kMostRows);
  while (m_rows.size() < rows.size()) m_rows.push_back(addRow());
  for (QLabel* head : m_heads) head->setVisible(!rows.empty());
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    for (QLabel* label : {m_rows[i].change, m_rows[i].now, m_rows[i].other}) label->setVisible(i < rows.size());
    if (i < rows.size()) show(m_rows[i], rows[i]);
  }
}

void RehearsalCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::StyleChange && !m_rows.empty()) m_later.start();
}

}  // namespace perfect
