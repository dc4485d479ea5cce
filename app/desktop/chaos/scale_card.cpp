// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/scale_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace perfect {
namespace {

constexpr int kMostReplicas = 1000000;

}  // namespace

ScaleCard::ScaleCard(QWidget* parent) : ControlCard(tr("Scale"), parent) {
  QPushButton* less = makeButton(QStringLiteral("−"), tr("One replica less"));
  QPushButton* more = makeButton(QStringLiteral("+"), tr("One replica more"));
  less->setAccessibleName(tr("One replica less"));
  more->setAccessibleName(tr("One replica more"));
  for (QPushButton* button : {less, more}) button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_replicas = makeNumber(0, kMostReplicas, tr("Desired replicas"), tr("Desired replicas"));
  QPushButton* set = makeButton(tr("Set"), tr("Declare this number of replicas"));
  QHBoxLayout* row = addRow();
  row->addWidget(less);
  row->addWidget(m_replicas, 1);
  row->addWidget(more);
  row->addWidget(set);
  const auto delta = [this](std::int32_t by) { Q_EMIT commandWanted(ScaleCommand{service(), std::nullopt, by}); };
  connect(less, &QPushButton::clicked, this, [delta] { delta(-1); });
  connect(more, &QPushButton::clicked, this, [delta] { delta(1); });
  connect(set, &QPushButton::clicked, this, [this] {
    Q_EMIT commandWanted(ScaleCommand{service(), m_replicas->value(), std::nullopt});
  });
}

void ScaleCard::show(bool another) {
  if (!another && m_replicas->hasFocus()) return;
  const QSignalBlocker quiet(m_replicas);
  m_replicas->setValue(entry().state->replicas);
}

}  // namespace perfect
