// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/pattern_picture.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/sim/schedule.h"

namespace perfect {
namespace {

constexpr int kPoints = 120;
constexpr int kPictureHead = 6;

}  // namespace

PatternPicture::PatternPicture(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Shape of the load"));
}

QSize PatternPicture::sizeHint() const { return {300, theme::scaled(76)}; }

/// A sine repeats, the others come to an end: a little of what follows is shown too.
Millis PatternPicture::shownTime() const {
  return m_pattern.shape == LoadShape::Sine ? 2 * m_pattern.period : m_pattern.period * 3 / 2;
}

void PatternPicture::present(const LoadPattern& pattern, std::optional<Millis> since) {
  m_pattern = pattern;
  m_pattern.period = std::max<Millis>(1, m_pattern.period);
  m_since = since;
  setAccessibleDescription(
      tr("from %1 to %2 percent, period %3 s").arg(pattern.from).arg(pattern.to).arg(pattern.period / 1000));
  update();
}

std::optional<double> PatternPicture::presentPlace() const {
  if (!m_since) return std::nullopt;
  const Millis shown = shownTime();
  const Millis at = m_pattern.shape == LoadShape::Sine ? *m_since % shown : std::min(*m_since, shown);
  return static_cast<double>(at) / static_cast<double>(shown);
}

void PatternPicture::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF field = QRectF(rect()).adjusted(1, kPictureHead, -1, -theme::scaled(16));
  const double most = static_cast<double>(std::max<std::int64_t>({1, m_pattern.from, m_pattern.to}));
  const Millis shown = shownTime();
  const auto pointAt = [&](double share) {
    const auto since = static_cast<Millis>(share * static_cast<double>(shown));
    const auto value = static_cast<double>(patternValue(m_pattern, since));
    return QPointF(field.left() + share * field.width(), field.bottom() - value / most * field.height());
  };
  painter.setPen(QPen(c.line, 1));
  painter.drawLine(field.bottomLeft(), field.bottomRight());
  QPolygonF curve;
  for (int i = 0; i <= kPoints; ++i) curve << pointAt(static_cast<double>(i) / kPoints);
  QPolygonF area = curve;
  area << field.bottomRight() << field.bottomLeft();
  QColor fill = c.accent;
  fill.setAlphaF(0.12F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill);
  painter.drawPolygon(area);
  painter.setPen(QPen(c.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(curve);
  painter.setFont(theme::monoFont(theme::kSmall));
  painter.setPen(c.muted);
  const QRectF foot(field.left(), field.bottom() + 2, field.width(), theme::scaled(16));
  painter.drawText(foot, Qt::AlignLeft | Qt::AlignTop, QStringLiteral("0"));
  painter.drawText(foot, Qt::AlignRight | Qt::AlignTop, tr("%1 s").arg(shown / 1000));
  if (const auto place = presentPlace()) {
    const QPointF now = pointAt(*place);
    painter.setPen(QPen(c.attention, 1, Qt::DashLine));
    painter.drawLine(QPointF(now.x(), field.top()), QPointF(now.x(), field.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.attention);
    painter.drawEllipse(now, 5, 5);
  }
}

}  // namespace perfect
