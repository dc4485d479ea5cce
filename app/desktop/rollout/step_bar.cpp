// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/rollout/step_bar.h"

#include <QPainter>

#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

using State = RolloutStep::State;

std::vector<RolloutStep> canarySteps(const ServiceState& s) {
  std::vector<RolloutStep> steps;
  const bool complete = s.rollout.phase == RolloutPhase::Complete;
  const auto& all = s.spec->rollout.steps;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto at = static_cast<std::int32_t>(i);
    const State state = complete || at < s.rollout.step               ? State::Done
                        : at == s.rollout.step && !s.rollout.toStable ? State::Present
                                                                      : State::Waiting;
    steps.push_back({StepBar::tr("%1 %").arg(all[i].percent), state});
  }
  return steps;
}

std::vector<RolloutStep> blueGreenSteps(const ServiceState& s) {
  const bool complete = s.rollout.phase == RolloutPhase::Complete;
  const bool switched = complete || s.rollout.switchedAt != kNever;
  const auto state = [](bool done, bool present) {
    return done ? State::Done : present ? State::Present : State::Waiting;
  };
  return {{StepBar::tr("green comes up"), state(switched, true)},
          {StepBar::tr("traffic switches"), state(switched, false)},
          {StepBar::tr("blue drains"), state(complete, switched)}};
}

std::vector<RolloutStep> plainSteps(const ServiceState& s) {
  const State state = s.rollout.phase == RolloutPhase::Complete ? State::Done : State::Present;
  const bool recreate = s.spec->rollout.strategy == Strategy::Recreate;
  return {{recreate ? StepBar::tr("old gone, then new") : StepBar::tr("new up, old down, bit by bit"), state}};
}

}  // namespace

std::vector<RolloutStep> rolloutSteps(const ServiceState& service) {
  switch (service.spec->rollout.strategy) {
    case Strategy::Canary:
      return canarySteps(service);
    case Strategy::BlueGreen:
      return blueGreenSteps(service);
    case Strategy::RollingUpdate:
    case Strategy::Recreate:
      return plainSteps(service);
  }
  return {};
}

StepBar::StepBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("Steps of the rollout"));
}

void StepBar::present(const ServiceState& service) {
  m_steps = rolloutSteps(service);
  QStringList spoken;
  for (const RolloutStep& step : m_steps) {
    const QString state = step.state == State::Done      ? tr("done")
                          : step.state == State::Present ? tr("now")
                                                         : tr("to come");
    spoken << step.text + QLatin1Char(' ') + state;
  }
  setAccessibleDescription(spoken.join(QStringLiteral(", ")));
  setToolTip(accessibleDescription());
  update();
}

QSize StepBar::sizeHint() const { return {300, theme::scaled(52)}; }

void StepBar::paintEvent(QPaintEvent*) {
  if (m_steps.empty()) return;
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double unit = theme::scale();
  const double width = this->width() / static_cast<double>(m_steps.size());
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const RolloutStep& step = m_steps[i];
    const double centre = width * (static_cast<double>(i) + 0.5);
    if (i > 0) {
      painter.setPen(QPen(step.state == State::Waiting ? c.line : c.accent, 2));
      painter.drawLine(QPointF(centre - width + 12 * unit, 14 * unit), QPointF(centre - 12 * unit, 14 * unit));
    }
    const QRectF dot(centre - 9 * unit, 5 * unit, 18 * unit, 18 * unit);
    const QRectF sign = dot.adjusted(5 * unit, 5 * unit, -5 * unit, -5 * unit);
    const QColor colour = step.state == State::Done ? c.good : step.state == State::Present ? c.attention : c.muted;
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(theme::mix(colour, c.panel, step.state == State::Waiting ? 0.0 : 0.2));
    painter.drawEllipse(dot);
    if (step.state == State::Done) theme::drawGlyph(painter, theme::Glyph::Check, sign, colour);
    if (step.state == State::Present) theme::drawGlyph(painter, theme::Glyph::Disc, sign, colour);
    painter.setFont(theme::uiFont(13, step.state == State::Present ? QFont::DemiBold : QFont::Normal));
    painter.setPen(step.state == State::Waiting ? c.muted : c.text);
    const QRectF place(centre - width / 2 + 2, 27 * unit, width - 4, 22 * unit);
    painter.drawText(place, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(step.text, Qt::ElideRight, static_cast<int>(place.width())));
  }
}

}  // namespace perfect
