// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/hover_card.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

#include "app/desktop/grid/pod_words.h"
#include "app/desktop/grid/tile_painter.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kCardSide = 12;
constexpr int kBetween = 14;  // name and value
constexpr int kApart = 10;    // card and what it tells of

int lineHeight() { return theme::scaled(20); }
int widest() { return theme::scaled(420); }

QFont titleFont() { return theme::monoFont(theme::kBase, QFont::Bold); }
QFont statusFont() { return theme::uiFont(theme::kBase, QFont::DemiBold); }
QFont rowFont() { return theme::uiFont(13); }

int namesWidth(const HoverFacts& facts) {
  int width = 0;
  for (const auto& row : facts.rows) width = std::max(width, QFontMetrics(rowFont()).horizontalAdvance(row.first));
  return width;
}

}  // namespace

HoverFacts hoverFacts(const Pod& pod, const ServiceState& service, SimTime now) {
  const TileFacts tile = tileFacts(pod, service, now);
  const VersionState& version = service.versions[static_cast<std::size_t>(pod.version)];
  HoverFacts facts;
  facts.title = words::podId(service, pod);
  facts.glyph = tileGlyph(tile.state);
  facts.colour = tileColour(tile.state, tile.hue);
  facts.status = tileWord(tile.state) + (tile.serving ? HoverCard::tr(", serving") : QString());
  facts.rows = {
      {HoverCard::tr("version"), tile.version + QStringLiteral(" · ") + words::text(version.podTemplate->image)},
      {HoverCard::tr("restarts"), words::count(pod.restarts)}};
  const words::PodWait wait = words::podWait(service, pod, now);
  if (!wait.what.isEmpty()) facts.rows.push_back({HoverCard::tr("next"), words::podWaitText(service, pod, now)});
  if (pod.readinessBroken || pod.livenessBroken)
    facts.rows.push_back({HoverCard::tr("by command"), HoverCard::tr("its probes fail")});
  facts.rows.push_back({HoverCard::tr("port"), QString::number(pod.port)});
  return facts;
}

HoverFacts hoverFacts(const ServiceState& service, SimTime now) {
  const ServiceStatus status = statusOf(service);
  const PodCounts counts = service.counts();
  HoverFacts facts;
  facts.title = words::text(service.spec->name);
  facts.glyph = theme::statusGlyph(status.kind);
  facts.colour = theme::statusColour(status.kind);
  facts.status = words::phrase(service);
  facts.rows = {{HoverCard::tr("ready"),
                 HoverCard::tr("%1 of %2").arg(words::count(counts.ready), words::count(service.replicas))}};
  const QString wait = words::wait(service);
  const QString left = words::waitLeft(service, now);
  if (!wait.isEmpty())
    facts.rows.push_back({HoverCard::tr("next"), left.isEmpty() ? wait : wait + QStringLiteral(" · ") + left});
  if (counts.backingOff > 0) facts.rows.push_back({HoverCard::tr("back-off"), words::count(counts.backingOff)});
  if (counts.terminating > 0) facts.rows.push_back({HoverCard::tr("stopping"), words::count(counts.terminating)});
  facts.rows.push_back({HoverCard::tr("restarts"), words::count(service.restarts)});
  return facts;
}

HoverCard::HoverCard(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
}

QSize HoverCard::wanted() const {
  int width = QFontMetrics(titleFont()).horizontalAdvance(m_facts.title);
  width = std::max(width, lineHeight() + QFontMetrics(statusFont()).horizontalAdvance(m_facts.status));
  const int names = namesWidth(m_facts);
  for (const auto& row : m_facts.rows) {
    width = std::max(width, names + kBetween + QFontMetrics(rowFont()).horizontalAdvance(row.second));
  }
  return {std::min(widest(), width + 2 * kCardSide),
          2 * kCardSide + lineHeight() * static_cast<int>(2 + m_facts.rows.size())};
}

void HoverCard::present(const HoverFacts& facts, const QRect& around, const QRect& within) {
  const bool fresh = !(facts == m_facts);
  m_facts = facts;
  // Countdowns that get shorter shall not make the card tremble.
  QSize size = wanted().boundedTo(within.size());
  if (isVisible() && size.height() == height()) size.setWidth(std::max(size.width(), std::min(width(), widest())));
  const bool below = around.bottom() + kApart + size.height() <= within.bottom() || around.top() < size.height();
  QPoint at(around.left(), below ? around.bottom() + kApart : around.top() - kApart - size.height());
  at.setX(std::clamp(at.x(), within.left(), std::max(within.left(), within.right() + 1 - size.width())));
  at.setY(std::clamp(at.y(), within.top(), std::max(within.top(), within.bottom() + 1 - size.height())));
  setGeometry(QRect(at, size));
  show();
  raise();
  if (fresh) update();
}

void HoverCard::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(c.accent, 1.2));
  painter.setBrush(c.raised);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.6, 0.6, -0.6, -0.6), 8, 8);
  const QRect inner = rect().adjusted(kCardSide, kCardSide, -kCardSide, -kCardSide);
  const auto line = [&](int n) {
    return QRect(inner.left(), inner.top() + n * lineHeight(), inner.width(), lineHeight());
  };
  const auto write = [&](const QRect& place, const QFont& font, const QColor& colour, const QString& text) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
  };
  write(line(0), titleFont(), c.text, m_facts.title);
  theme::drawGlyph(
      painter, m_facts.glyph,
      QRectF(inner.left(), line(1).center().y() + 1 - theme::scaled(6), theme::scaled(12), theme::scaled(12)),
      m_facts.colour);
  write(line(1).adjusted(lineHeight(), 0, 0, 0), statusFont(), m_facts.colour, m_facts.status);
  const int names = namesWidth(m_facts);
  for (std::size_t i = 0; i < m_facts.rows.size(); ++i) {
    const QRect place = line(static_cast<int>(i) + 2);
    write(place, rowFont(), c.muted, m_facts.rows[i].first);
    write(place.adjusted(names + kBetween, 0, 0, 0), rowFont(), c.text, m_facts.rows[i].second);
  }
}

}  // namespace perfect
