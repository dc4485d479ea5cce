// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/nature_card.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <cmath>

#include "app/desktop/editor/apply_preview_text.h"

namespace perfect {
namespace {

constexpr int kMostDiffFields = 8;

std::int64_t thousandths(const QDoubleSpinBox* number) { return std::llround(number->value() * 1000); }

}  // namespace

NatureCard::NatureCard(QWidget* parent) : ControlCard(tr("By nature"), parent) {
  m_start = makeDecimal(3600, tr("Seconds to start"), tr("starts in "), tr(" s"));
  m_boot = makeDecimal(3600, tr("Seconds to boot"), tr("boots in "), tr(" s"));
  m_crashes = makeDecimal(100000, tr("Crashes an hour"), tr("crashes "), tr(" / h"));
  m_errors = makeDecimal(100, tr("Percent of requests that fail"), tr("errors "), tr(" %"));
  m_start->setToolTip(tr("How long a container starts; no probe asks yet"));
  m_boot->setToolTip(tr("How long a running container's probes fail at first"));
  m_crashes->setToolTip(tr("How often a container ends by itself, by chance"));
  m_errors->setToolTip(tr("Of the requests that a pod serves"));
  QHBoxLayout* slow = addRow();
  slow->addWidget(m_start);
  slow->addWidget(m_boot);
  QHBoxLayout* bad = addRow();
  bad->addWidget(m_crashes);
  bad->addWidget(m_errors);
  m_diff = makeNote();
  m_diff->setTextFormat(Qt::RichText);
  m_diff->setAccessibleName(tr("What applying would change"));
  column()->addWidget(m_diff);
  m_apply = makeButton(tr("Apply"), tr("Declare the service with these fields; its pods are replaced by its strategy"),
                       "primary");
  m_apply->setObjectName(QStringLiteral("applyNature"));
  m_back = makeButton(tr("Discard"), tr("Back to what is declared"));
  QHBoxLayout* verbs = addRow();
  verbs->addWidget(m_apply);
  verbs->addWidget(m_back);
  verbs->addStretch(1);
  connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT commandWanted(ApplyCommand{{wanted()}}); });
  connect(m_back, &QPushButton::clicked, this, [this] {
    takeOver();
    showDiff();
  });
  for (QPushButton* button : {m_apply, m_back}) button->hide();
}

QDoubleSpinBox* NatureCard::makeDecimal(double most, const QString& name, const QString& prefix,
                                        const QString& suffix) {
  auto* number = new QDoubleSpinBox(this);
  number->setRange(0, most);
  number->setDecimals(1);
  number->setMinimumWidth(64);
  number->setPrefix(prefix);
  number->setSuffix(suffix);
  number->setAccessibleName(name);
  connect(number, &QDoubleSpinBox::valueChanged, this, &NatureCard::showDiff);
  return number;
}

ServiceSpec NatureCard::wanted() const {
  ServiceSpec spec = *entry().state->spec;
  spec.replicas = entry().state->replicas;
  Simulation& nature = spec.podTemplate.simulation;
  // A number that was not touched keeps what it cannot show.
  const auto set = [&](auto& field, const QDoubleSpinBox* number, std::int64_t present) {
    if (std::llround(number->value() * 10) != std::llround(static_cast<double>(present) / 100.0))
      field = static_cast<std::remove_reference_t<decltype(field)>>(thousandths(number));
  };
  set(nature.start, m_start, nature.start);
  set(nature.boot, m_boot, nature.boot);
  set(nature.crashesPerHourMilli, m_crashes, nature.crashesPerHourMilli);
  set(nature.error, m_errors, nature.error);
  return spec;
}

void NatureCard::takeOver() {
  const Simulation& nature = entry().state->spec->podTemplate.simulation;
  const auto put = [](QDoubleSpinBox* number, std::int64_t milli) {
    const QSignalBlocker quiet(number);
    number->setValue(static_cast<double>(milli) / 1000.0);
  };
  put(m_start, nature.start);
  put(m_boot, nature.boot);
  put(m_crashes, nature.crashesPerHourMilli);
  put(m_errors, nature.error);
}

void NatureCard::showDiff() {
  if (!entry().state || !frame().snapshot) return;
  const ServiceSpec spec = wanted();
  const bool differs = !(spec.podTemplate == entry().state->spec->podTemplate);
  m_diff->setText(differs
                      ? applyPreviewHtml(*frame().snapshot, {spec}, kMostDiffFields)
                      : tr("Slow starts and crashes stand in the manifest: changing them rolls out a new version."));
  m_apply->setVisible(differs);
  m_back->setVisible(differs);
}

void NatureCard::show(bool another) {
  // What is being typed stands until somebody declares something else.
  if (another || m_spec != entry().state->spec) {
    m_spec = entry().state->spec;
    takeOver();
    showDiff();
  }
}

}  // namespace perfect
