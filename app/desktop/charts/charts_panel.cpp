// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/charts_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "app/desktop/charts/chart_card.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr Millis kRedrawEvery = 500;  // of simulated time, while nothing else changed

/// A level that stays until the next sample: two points a change, so that steps look like steps.
template <typename Value>
QList<QPointF> steps(const std::deque<Sample>& samples, SimTime now, Value&& value) {
  const double left = -static_cast<double>(kSeriesWindow) / 1000.0;
  QList<QPointF> points;
  double level = 0;
  bool any = false;
  for (const Sample& sample : samples) {
    const double x = static_cast<double>(sample.t - now) / 1000.0;
    const double y = value(sample);
    if (any && y == level) continue;
    if (x <= left) {
      points = {{left, y}};
    } else {
      if (any) points.append({x, level});
      points.append({x, y});
    }
    level = y;
    any = true;
  }
  if (any) points.append({0, level});
  return points;
}

}  // namespace

ChartsPanel::ChartsPanel(QWidget* parent) : QWidget(parent), m_title(new QLabel(this)), m_row(new QHBoxLayout) {
  m_title->setProperty("role", QStringLiteral("section"));
  m_title->setContentsMargins(2, 0, 0, 0);
  m_row->setSpacing(10);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 12, 10);
  layout->setSpacing(6);
  layout->addWidget(m_title);
  layout->addLayout(m_row, 1);
  setMinimumWidth(280);
}

void ChartsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_cards[0] == nullptr) QTimer::singleShot(0, this, &ChartsPanel::build);
}

void ChartsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::StyleChange || m_cards[0] == nullptr) return;
  // Pens, axes and labels of a chart have their colours from the beginning on. Not at once: the event is on its way to
  // the cards.
  QTimer::singleShot(0, this, [this] {
    for (ChartCard*& card : m_cards) delete std::exchange(card, nullptr);
    build();
  });
}

void ChartsPanel::build() {
  if (m_cards[0] != nullptr) return;
  const theme::Colours& c = theme::colours();
  m_cards = {new ChartCard(tr("Ready / desired"), tr("Ready"), c.good, this),
             new ChartCard(tr("Restarts / min"), tr("Restarts"), c.bad, this),
             new ChartCard(tr("CPU / target"), tr("CPU"), c.accent, this)};
  m_cards[0]->setToolTip(tr("Ready pods; the dashed line is what is desired. Last two simulated minutes."));
  m_cards[1]->setToolTip(tr("Container restarts in the minute before. Last two simulated minutes."));
  m_cards[2]->setToolTip(tr("Average CPU of the serving pods; the dashed line is the autoscaler's target."));
  for (ChartCard* card : m_cards) m_row->addWidget(card, 1);
  draw();
}

void ChartsPanel::setFrame(const Frame& frame) {
  const bool changed = frame.snapshot != m_snapshot;
  m_snapshot = frame.snapshot;
  if (m_snapshot && changed) m_store.record(*m_snapshot);
  m_now = frame.clock.t;
  if (changed && (m_now < m_drawnAt || m_now - m_drawnAt >= kRedrawEvery / 2)) draw();
}

void ChartsPanel::setNow(SimTime now) {
  m_now = now;
  if (m_now - m_drawnAt >= kRedrawEvery) draw();
}

void ChartsPanel::setService(const QString& service) {
  if (m_service == service) return;
  m_service = service;
  draw();
}

void ChartsPanel::draw() {
  m_title->setText(m_service.isEmpty() ? tr("Charts") : tr("%1 · last 2 minutes").arg(m_service));
  if (m_cards[0] == nullptr || !isVisible()) return;
  m_drawnAt = m_now;
  const theme::Colours& c = theme::colours();
  const ServiceEntry* entry = m_snapshot ? m_snapshot->find(m_service.toStdString()) : nullptr;
  const std::deque<Sample>& samples = m_store.of(m_service.toStdString());
  if (entry == nullptr || samples.empty()) {
    for (ChartCard* card : m_cards) {
      card->setPoints({}, {});
      card->setValue(QStringLiteral("–"), c.muted);
    }
    return;
  }
  const Sample& last = samples.back();
  m_cards[0]->setPoints(steps(samples, m_now, [](const Sample& s) { return static_cast<double>(s.ready); }),
                        steps(samples, m_now, [](const Sample& s) { return static_cast<double>(s.desired); }));
  m_cards[0]->setValue(words::pair(last.ready, last.desired), last.ready >= last.desired ? c.good : c.attention);
  const std::int64_t restarts = SeriesStore::restartsPerMinute(samples, m_now);
  m_cards[1]->setPoints(
      steps(samples, m_now,
            [&](const Sample& s) { return static_cast<double>(SeriesStore::restartsPerMinute(samples, s.t)); }),
      {});
  m_cards[1]->setValue(words::count(restarts), restarts > 0 ? c.bad : c.muted);
  const auto& autoscale = entry->state->spec->autoscale;
  drawCpu(samples, autoscale ? std::optional(autoscale->targetCpu) : std::nullopt);
}

void ChartsPanel::drawCpu(const std::deque<Sample>& samples, std::optional<std::int32_t> target) {
  const theme::Colours& c = theme::colours();
  QList<QPointF> reference;
  if (target) {
    reference = {{-static_cast<double>(kSeriesWindow) / 1000.0, static_cast<double>(*target)},
                 {0, static_cast<double>(*target)}};
  }
  m_cards[2]->setPoints(steps(samples, m_now, [](const Sample& s) { return s.cpu.value_or(0); }), reference);
  const auto& cpu = samples.back().cpu;
  m_cards[2]->setValue(cpu ? tr("%1 %").arg(words::count(std::llround(*cpu))) : QStringLiteral("–"),
                       cpu && target && *cpu > *target ? c.attention : c.accent);
}

}  // namespace perfect
