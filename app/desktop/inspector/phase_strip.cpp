// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/phase_strip.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr std::size_t kMostPhases = 5;
constexpr int kBeside = 8;
int barTop() { return theme::scaled(20); }
int barHeight() { return theme::scaled(16); }

Millis lengthOf(const PodPhase& phase, SimTime now) {
  return std::max<Millis>(0, (phase.to == kNever ? now : phase.to) - phase.from);
}

/// "1.5 s", "12 s", "3 m 05 s".
QString lasted(Millis length) {
  if (length >= 60000)
    return QStringLiteral("%1 m %2 s").arg(length / 60000).arg(length / 1000 % 60, 2, 10, QLatin1Char('0'));
  return words::decimal(static_cast<double>(length / 100) / 10.0, 1) + QStringLiteral(" s");
}

/// Of phases that can be read: their words, and a clock below each.
double leastWidth(const std::vector<PodPhase>& phases) {
  const QFontMetrics word(theme::uiFont(theme::kSmall, QFont::DemiBold));
  int least = QFontMetrics(theme::monoFont(theme::kSmall)).horizontalAdvance(QStringLiteral("00:00.0"));
  for (const PodPhase& phase : phases) least = std::max(least, word.horizontalAdvance(tileWord(phase.state)));
  return least + kBeside;
}

}  // namespace

PhaseStrip::PhaseStrip(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Phases of this pod"));
}

void PhaseStrip::present(const std::vector<PodPhase>& phases, const QColor& hue, SimTime now) {
  m_all = phases;
  m_hue = hue;
  m_now = now;
  QStringList all;
  for (const PodPhase& phase : phases) all << sentence(phase);
  setAccessibleDescription(all.join(QStringLiteral("; ")));
  fit();
}

/// The newest ones that have room for their words.
void PhaseStrip::fit() {
  std::size_t shown = std::min(m_all.size(), kMostPhases);
  const auto newest = [this](std::size_t count) {
    return std::vector<PodPhase>(m_all.end() - static_cast<std::ptrdiff_t>(count), m_all.end());
  };
  const auto room = [this](std::size_t count) { return width() - (count < m_all.size() ? theme::scaled(30) : 0); };
  while (shown > 1 && leastWidth(newest(shown)) * static_cast<double>(shown) > room(shown)) --shown;
  m_phases = newest(shown);
  m_earlier = static_cast<int>(m_all.size() - shown);
  update();
}

void PhaseStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void PhaseStrip::setNow(SimTime now) {
  if (now == m_now) return;
  m_now = now;
  if (!m_phases.empty() && m_phases.back().to == kNever) update();
}

QString PhaseStrip::sentence(const PodPhase& phase) const {
  return phase.to == kNever ? tr("%1 since %2").arg(tileWord(phase.state), words::clock(phase.from))
                            : tr("%1 from %2, for %3")
                                  .arg(tileWord(phase.state), words::clock(phase.from), lasted(phase.to - phase.from));
}

QSize PhaseStrip::sizeHint() const { return {300, theme::scaled(60)}; }

std::vector<QRectF> PhaseStrip::places() const {
  std::vector<double> weights;
  double sum = 0;
  for (const PodPhase& phase : m_phases) {
    weights.push_back(std::log2(2.0 + static_cast<double>(lengthOf(phase, m_now)) / 250.0));
    sum += weights.back();
  }
  std::vector<QRectF> result;
  const double left = m_earlier > 0 ? theme::scaled(30) : 0;
  const auto count = static_cast<double>(m_phases.size());
  const double least = std::min(leastWidth(m_phases), (width() - left) / std::max(1.0, count));
  const double spare = width() - left - least * count;
  double x = left;
  for (const double weight : weights) {
    const double wide = least + spare * weight / sum;
    result.emplace_back(x, barTop(), wide, barHeight());
    x += wide;
  }
  return result;
}

void PhaseStrip::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont small = theme::uiFont(theme::kSmall, QFont::DemiBold);
  const QFont mono = theme::monoFont(theme::kSmall);
  const QFontMetrics metrics(small);
  const std::vector<QRectF> all = places();
  if (m_earlier > 0) {
    painter.setFont(mono);
    painter.setPen(c.muted);
    painter.drawText(QRectF(0, barTop(), theme::scaled(28), barHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("+%1").arg(m_earlier));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const PodPhase& phase = m_phases[i];
    const QRectF& place = all[i];
    const QColor colour = phase.state == TileState::NotReady ? c.attention : tileColour(phase.state, m_hue);
    const QRectF bar = place.adjusted(0, 0, -3, 0);
    painter.setPen(QPen(
        colour, 1.2,
        phase.state == TileState::NotReady || phase.state == TileState::Terminating ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(theme::mix(colour, c.ground, phase.state == TileState::Ready ? 0.4 : 0.14));
    painter.drawRoundedRect(bar.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4);
    theme::drawGlyph(painter, tileGlyph(phase.state),
                     QRectF(bar.left() + 5, bar.top() + bar.height() / 4, bar.height() / 2, bar.height() / 2), colour);
    const QString length = lasted(lengthOf(phase, m_now));
    painter.setFont(mono);
    painter.setPen(c.text);
    if (QFontMetrics(mono).horizontalAdvance(length) < bar.width() - bar.height() - 6)
      painter.drawText(bar.adjusted(bar.height(), 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, length);
    painter.setFont(small);
    painter.setPen(colour);
    painter.drawText(QRectF(place.left(), 0, bar.width(), barTop() - 2), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(tileWord(phase.state), Qt::ElideRight, static_cast<int>(bar.width())));
    painter.setFont(mono);
    painter.setPen(c.muted);
    painter.drawText(QRectF(place.left(), barTop() + barHeight() + 2, place.width(), theme::scaled(18)),
                     Qt::AlignLeft | Qt::AlignVCenter, words::clock(phase.from));
  }
}

bool PhaseStrip::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const std::vector<QRectF> all = places();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (help->pos().x() < all[i].left() || help->pos().x() > all[i].right()) continue;
      QToolTip::showText(help->globalPos(), sentence(m_phases[i]), this);
    }
    return true;
  }
  return QWidget::event(event);
}

}  // namespace perfect
