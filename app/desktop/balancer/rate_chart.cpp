// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/balancer/rate_chart.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
RateChart::RateChart(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Requests and errors over time"));
}

QSize RateChart::sizeHint() const { return {300, theme::scaled(104)}; }

void RateChart::present(const std::deque<TrafficSample>& samples, SimTime now) {
  m_samples = samples;
  m_now = now;
  if (!samples.empty()) {
    const TrafficSample& last = samples.back();
    setAccessibleDescription(tr("%1 requests a second, %2 of them fail, %3 unanswered")
                                 .arg(words::decimal(last.rate.served, 1))
                                 .arg(words::decimal(last.rate.failed, 1))
                                 .arg(words::decimal(last.unanswered, 1)));
  }
  update();
}

void RateChart::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF field = QRectF(rect()).adjusted(1, theme::scaled(20), -1, -theme::scaled(16));
  const SimTime begin = std::max<SimTime>(0, m_now - kTrafficWindow);
  const double span = static_cast<double>(std::max<Millis>(1000, m_now - begin));
  double most = 1;
  for (const TrafficSample& sample : m_samples) most = std::max(most, sample.rate.served + sample.unanswered);
  const auto curve = [&](auto&& value) {
    QPolygonF line;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
      const SimTime from = std::max(begin, m_samples[i].t);
      const SimTime to = i + 1 < m_samples.size() ? m_samples[i + 1].t : m_now;
      if (to < begin) continue;
      const double y = field.bottom() - value(m_samples[i]) / most * (field.height() - 2);
      line << QPointF(field.left() + static_cast<double>(from - begin) / span * field.width(), y)
           << QPointF(field.left() + static_cast<double>(to - begin) / span * field.width(), y);
    }
    return line;
  };
  painter.setPen(QPen(c.line, 1));
  painter.drawLine(field.bottomLeft(), field.bottomRight());
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(c.accent, 2));
  painter.drawPolyline(curve([](const TrafficSample& s) { return s.rate.served; }));
  painter.setPen(QPen(c.bad, 2, Qt::DashLine));
  painter.drawPolyline(curve([](const TrafficSample& s) { return s.rate.failed + s.unanswered; }));
  painter.setFont(theme::uiFont(theme::kSmall));
  const QRectF head(field.left(), 0, field.width(), theme::scaled(16));
  painter.setPen(c.accent);
  painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, tr("— requests/s"));
  painter.setPen(c.bad);
  painter.drawText(head.adjusted(theme::scaled(110), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("-- errors/s"));
  painter.setPen(c.muted);
  painter.setFont(theme::monoFont(theme::kSmall));
  painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, words::count(static_cast<std::int64_t>(most)));
  const QRectF foot(field.left(), field.bottom() + 2, field.width(), theme::scaled(16));
  painter.drawText(foot, Qt::AlignLeft | Qt::AlignTop, words::clock(begin));
  painter.drawText(foot, Qt::AlignRight | Qt::AlignTop, words::clock(m_now));
}

}  // namespace perfect
