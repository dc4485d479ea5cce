// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/narration/beat_dots.h"

#include <QPainter>
#include <algorithm>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kStepAtOne = 15;
constexpr int kHighAtOne = 12;

int stepWidth() { return theme::scaled(kStepAtOne); }
int dotsHeight() { return theme::scaled(kHighAtOne); }

}  // namespace

BeatDots::BeatDots(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

QSize BeatDots::sizeHint() const { return {std::max(1, m_beats) * stepWidth(), dotsHeight()}; }

void BeatDots::setBeat(int beat, int beats) {
  if (beat == m_beat && beats == m_beats) return;
  m_beat = beat;
  m_beats = beats;
  setAccessibleName(tr("Caption %1 of %2").arg(beat).arg(beats));
  updateGeometry();
  update();
}

// Past: filled; present: larger and with a ring; to come: hollow. Shape says it without colour.
void BeatDots::paintEvent(QPaintEvent*) {
  if (m_beats == 0) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const theme::Colours& c = theme::colours();
  const double step = std::min<double>(stepWidth(), static_cast<double>(width()) / m_beats);
  const double radius = std::min(theme::scaled(7) / 2.0, step * 0.3);
  for (int i = 1; i <= m_beats; ++i) {
    const int place = isRightToLeft() ? m_beats - i : i - 1;
    const QPointF centre((place + 0.5) * step, dotsHeight() / 2.0);
    painter.setPen(QPen(i <= m_beat ? c.accent : c.muted, 1.2));
    painter.setBrush(i <= m_beat ? QBrush(c.accent) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, i == m_beat ? radius + 1.5 : radius, i == m_beat ? radius + 1.5 : radius);
  }
}

}  // namespace perfect
