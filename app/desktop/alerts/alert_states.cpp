// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alerts/alert_states.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <algorithm>

#include "app/desktop/alerts/rehearsal_rows.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

QColor colourOf(AlertStatus status) {
  const theme::Colours& c = theme::colours();
  switch (status) {
    case AlertStatus::Up:
      return c.good;
    case AlertStatus::Down:
      return c.bad;
    case AlertStatus::Scaled:
    case AlertStatus::Unknown:
      break;
  }
  return c.muted;
}

}  // namespace

AlertStates::AlertStates(QWidget* parent) : QFrame(parent), m_grid(new QGridLayout(this)), m_more(new QLabel(this)) {
  setProperty("role", QStringLiteral("card"));
  setAccessibleName(tr("Alerts of the services"));
  m_grid->setContentsMargins(12, 9, 12, 10);
  m_grid->setHorizontalSpacing(12);
  m_grid->setVerticalSpacing(2);
  m_grid->setColumnStretch(1, 1);
  m_more->setProperty("role", QStringLiteral("muted"));
  m_more->setWordWrap(true);
  m_grid->addWidget(m_more, static_cast<int>(3 * kMostRows), 0, 1, 2);
}

AlertStates::Row AlertStates::addRow() {
  Row row{};
  const int line = static_cast<int>(3 * m_rows.size());
  row.service = new QLabel(this);
  theme::dress(*row.service, {theme::Tone::Text, theme::kBase, true, true});
  row.state = new QLabel(this);
  row.state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row.mails = new QLabel(this);
  row.mails->setProperty("role", QStringLiteral("muted"));
  row.pending = new QLabel(this);
  theme::dress(*row.pending, {theme::Tone::Attention, 13});
  for (QLabel* label : {row.mails, row.pending}) label->setWordWrap(true);
  m_grid->addWidget(row.service, line, 0);
  m_grid->addWidget(row.state, line, 1);
  m_grid->addWidget(row.mails, line + 1, 0, 1, 2);
  m_grid->addWidget(row.pending, line + 2, 0, 1, 2);
  return row;
}

void AlertStates::show(Row& row, const ServiceState& service, const AlertSettings& settings) {
  const AlertState& alert = service.alert;
  const AlertCounts& mails = service.alertCounts;
  row.service->setText(words::text(service.spec->name));
  row.state->setText(tr("<span style='color:%1'>%2</span> since %3")
                         .arg(colourOf(alert.status).name(), alertWord(alert.status), words::clock(alert.lastChange)));
  const QString failed = tr("%1 failed").arg(words::count(mails.failed));
  row.mails->setText(
      tr("mails: %1 due, %2 sent, %3, %4 held back")
          .arg(words::count(mails.due), words::count(mails.sent),
               mails.failed == 0
                   ? failed
                   : QStringLiteral("<b style='color:%1'>%2</b>").arg(theme::colours().bad.name(), failed),
               words::count(mails.heldBack)));
  const SimTime until = heldUntil(alert, settings);
  row.pending->setVisible(until != kNever);
  if (until != kNever) {
    row.pending->setText(tr("%1 is held back until %2: %3.")
                             .arg(alertWord(alert.pending), words::clock(until), ruleWord(*alert.heldBy)));
  }
}

void AlertStates::present(const Snapshot& snapshot) {
  const std::size_t shown = std::min(snapshot.services.size(), kMostRows);
  std::vector<std::shared_ptr<const ServiceState>> states;
  for (std::size_t i = 0; i < shown; ++i) states.push_back(snapshot.services[i].state);
  const bool same = states == m_states && snapshot.alerts == m_settings && snapshot.services.size() == m_services;
  if (same && m_presented) return;
  m_states = std::move(states);
  m_settings = snapshot.alerts;
  m_services = snapshot.services.size();
  m_presented = true;
  while (m_rows.size() < shown) m_rows.push_back(addRow());
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    Row& row = m_rows[i];
    for (QLabel* label : {row.service, row.state, row.mails}) label->setVisible(i < shown);
    if (i < shown)
      show(row, *snapshot.services[i].state, snapshot.alerts);
    else
      row.pending->hide();
  }
  const std::size_t more = snapshot.services.size() - shown;
  m_more->setVisible(more > 0 || shown == 0);
  m_more->setText(shown == 0 ? tr("No service is there, so nobody can be down.")
                             : tr("and %n more", nullptr, static_cast<int>(more)));
}

// Colours stand in the texts: they are written anew with the next look at the snapshot.
void AlertStates::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::StyleChange) m_presented = false;
}

}  // namespace perfect
