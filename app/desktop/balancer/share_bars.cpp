// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/balancer/share_bars.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kBarThick = 7;

int barLine() { return theme::scaled(20); }
int barRow() { return barLine() + 14; }

}  // namespace

ShareBars::ShareBars(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ShareBars::present(const std::vector<Bar>& bars) {
  if (bars == m_bars) return;
  const bool rows = bars.size() != m_bars.size();
  m_bars = bars;
  QStringList all;
  for (const Bar& bar : bars)
    all << tr("%1: %2 %, %3 requests a second")
               .arg(bar.name)
               .arg(std::lround(bar.share * 100))
               .arg(words::decimal(bar.perSecond, 1));
  setAccessibleDescription(all.join(QStringLiteral("; ")));
  if (rows) updateGeometry();
  update();
}

QSize ShareBars::sizeHint() const { return {300, barRow() * static_cast<int>(m_bars.size())}; }

void ShareBars::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont mono = theme::monoFont(13);
  const QFont small = theme::uiFont(theme::kSmall);
  for (std::size_t i = 0; i < m_bars.size(); ++i) {
    const Bar& bar = m_bars[i];
    const int top = static_cast<int>(i) * barRow();
    const QRect line(0, top, width(), barLine());
    QString numbers = tr("%1 %  %2 req/s")
                          .arg(words::decimal(bar.share * 100, bar.share < 0.1 ? 1 : 0))
                          .arg(words::decimal(bar.perSecond, 1));
    if (bar.failed >= 0.05) numbers += tr("  %1 fail").arg(words::decimal(bar.failed, 1));
    painter.setFont(mono);
    painter.setPen(bar.failed >= 0.05 ? c.bad : c.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, numbers);
    const int room = width() - QFontMetrics(mono).horizontalAdvance(numbers) - 10;
    int x = 0;
    if (bar.next) {
      theme::drawGlyph(painter, theme::Glyph::Play, QRectF(0, line.center().y() - 5, 10, 10), c.attention);
      x = 15;
    }
    painter.setPen(bar.colour);
    const QString name = QFontMetrics(mono).elidedText(bar.name, Qt::ElideLeft, room - x);
    painter.drawText(line.adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
    x += QFontMetrics(mono).horizontalAdvance(name) + 9;
    painter.setFont(small);
    painter.setPen(c.muted);
    painter.drawText(QRect(x, top, std::max(0, room - x), barLine()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(bar.note, Qt::ElideRight, std::max(0, room - x)));
    const QRectF track(0, top + barLine() + 1, width(), kBarThick);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::mix(c.line, c.panel, 0.6));
    painter.drawRoundedRect(track, 3, 3);
    painter.setBrush(bar.colour);
    painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(3.0, track.width() * bar.share), kBarThick), 3,
                            3);
  }
}

}  // namespace perfect
