// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/rollout/versions_table.h"

#include <QGridLayout>
#include <QLabel>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

QString roleOf(const ServiceState& s, VersionIndex v) {
  const VersionState& version = s.versions[static_cast<std::size_t>(v)];
  if (v == s.rollout.stable && v == s.rollout.updated) return VersionsTable::tr("stable");
  if (v == s.rollout.updated) return version.failed ? VersionsTable::tr("new, failed") : VersionsTable::tr("new");
  if (v == s.rollout.stable) return VersionsTable::tr("stable");
  return VersionsTable::tr("old");
}

}  // namespace

std::int32_t trafficShare(const ServiceState& service, VersionIndex version) {
  const std::int64_t serving = service.serving();
  if (serving == 0 || !service.serves(version)) return 0;
  return static_cast<std::int32_t>(
      100 * std::int64_t{service.versions[static_cast<std::size_t>(version)].counts.ready} / serving);
}

VersionsTable::VersionsTable(QWidget* parent) : QFrame(parent), m_grid(new QGridLayout(this)) {
  setProperty("role", QStringLiteral("card"));
  setAccessibleName(tr("Versions"));
  m_grid->setContentsMargins(12, 9, 12, 9);
  m_grid->setHorizontalSpacing(14);
  m_grid->setVerticalSpacing(5);
  m_grid->setColumnStretch(0, 1);
  int column = 0;
  for (const QString& head : {tr("version"), QString(), tr("pods"), tr("ready"), tr("traffic")}) {
    auto* label = new QLabel(head, this);
    label->setProperty("role", QStringLiteral("section"));
    if (column >= 2) label->setAlignment(Qt::AlignRight);
    m_grid->addWidget(label, 0, column++);
  }
}

VersionsTable::Row VersionsTable::addRow() {
  Row row{};
  const int line = static_cast<int>(m_rows.size()) + 1;
  int column = 0;
  for (QLabel** label : {&row.name, &row.role, &row.pods, &row.ready, &row.traffic}) {
    *label = new QLabel(this);
    if (column == 0 || column >= 2) theme::dress(**label, {theme::Tone::Text, theme::kBase, column == 0, true});
    if (column >= 2) (*label)->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(*label, line, column++);
  }
  row.role->setProperty("role", QStringLiteral("muted"));
  return row;
}

void VersionsTable::present(const ServiceState& s) {
  std::size_t used = 0;
  for (std::size_t i = s.versions.size(); i-- > 0;) {
    const VersionState& v = s.versions[i];
    const auto index = static_cast<VersionIndex>(i);
    if (v.counts.total() + v.counts.terminating == 0 && index != s.rollout.updated && index != s.rollout.stable)
      continue;
    if (used == m_rows.size()) m_rows.push_back(addRow());
    Row& row = m_rows[used++];
    row.name->setText(QStringLiteral("<span style='color:%1'>■</span>&nbsp;%2")
                          .arg(theme::versionColour(s, index).name(), words::text(v.digest).toHtmlEscaped()));
    row.name->setToolTip(words::text(v.podTemplate->image) + QStringLiteral(" · ") + words::text(v.hash));
    row.role->setText(roleOf(s, index));
    row.pods->setText(words::count(v.counts.total()) +
                      (v.counts.terminating > 0 ? QStringLiteral("+%1").arg(v.counts.terminating) : QString()));
    row.pods->setToolTip(v.counts.terminating > 0 ? tr("+ pods that are stopping") : QString());
    row.ready->setText(words::count(v.counts.ready));
    row.traffic->setText(tr("%1 %").arg(trafficShare(s, index)));
    if (used == 8) break;
  }
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    for (QLabel* label : {m_rows[i].name, m_rows[i].role, m_rows[i].pods, m_rows[i].ready, m_rows[i].traffic})
      label->setVisible(i < used);
  }
}

}  // namespace perfect
