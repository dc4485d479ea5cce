// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/probe_rows.h"

#include <QFontMetrics>
#include <QPainter>

#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr std::array kTypes{ProbeType::Startup, ProbeType::Readiness, ProbeType::Liveness};
constexpr std::uint32_t kMostDots = 8;

int declaredHeight() { return theme::scaled(40); }
int rowHeight() { return theme::scaled(22); }

QString nameOf(ProbeType type) {
  switch (type) {
    case ProbeType::Readiness:
      return ProbeRows::tr("readiness");
    case ProbeType::Liveness:
      return ProbeRows::tr("liveness");
    case ProbeType::Startup:
      break;
  }
  return ProbeRows::tr("startup");
}

}  // namespace

ProbeRows::ProbeRows(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Probes of this pod"));
}

ProbeRows::Row ProbeRows::rowOf(ProbeType type) const {
  Row row;
  row.name = nameOf(type);
  if (!m_service) return row;
  const words::ProbeStand stand = words::probeStand(type, *m_service, m_pod, m_now);
  row.declared = stand.probe != nullptr;
  if (!row.declared) {
    row.says = tr("none: counts as succeeded");
    return row;
  }
  const Probe& probe = *stand.probe;
  row.good = stand.result == ProbeResult::Success;
  row.bad = stand.result == ProbeResult::Failure || stand.failures > 0;
  const bool towardsFailure = stand.failures > 0 || stand.result == ProbeResult::Success;
  row.threshold = static_cast<std::uint32_t>(towardsFailure ? probe.failureThreshold : probe.successThreshold);
  row.marks = std::min(row.threshold, towardsFailure ? stand.failures : stand.successes);
  if (type == ProbeType::Startup && m_pod.started)
    row.says = tr("succeeded, asks no more");
  else if (stand.failures > 0)
    row.says = tr("failed %1 of %2 in a row").arg(stand.failures).arg(probe.failureThreshold);
  else if (stand.result == ProbeResult::Success)
    row.says = tr("succeeds");
  else
    row.says = tr("succeeded %1 of %2").arg(row.marks).arg(probe.successThreshold);
  row.detail = tr("%1 every %2 s").arg(words::text(probe.path)).arg(probe.periodSeconds);
  if (stand.last != kNever) row.detail += tr(" · asked at %1").arg(words::clock(stand.last));
  if (stand.broken) row.detail += tr(" · made to fail");
  if (stand.next != kNever) row.next = words::countdown(stand.next, m_now);
  return row;
}

QString ProbeRows::rowText(ProbeType type) const {
  const Row row = rowOf(type);
  QString text = row.name + QStringLiteral(": ") + row.says;
  if (!row.detail.isEmpty()) text += QStringLiteral(", ") + row.detail;
  if (!row.next.isEmpty()) text += QStringLiteral(", ") + tr("next in %1").arg(row.next);
  return text;
}

void ProbeRows::present(const std::shared_ptr<const ServiceState>& service, const Pod& pod, SimTime now) {
  m_service = service;
  m_pod = pod;
  m_now = now;
  QStringList all;
  for (const ProbeType type : kTypes) all << rowText(type);
  setAccessibleDescription(all.join(QStringLiteral("; ")));
  updateGeometry();
  update();
}

void ProbeRows::setNow(SimTime now) {
  if (now == m_now) return;
  m_now = now;
  update();
}

QSize ProbeRows::sizeHint() const {
  int height = 0;
  for (const ProbeType type : kTypes) height += rowOf(type).declared ? declaredHeight() : rowHeight();
  return {300, height};
}

void ProbeRows::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont name = theme::uiFont(13, QFont::DemiBold);
  const QFont small = theme::uiFont(theme::kSmall);
  const QFont mono = theme::monoFont(13, QFont::Bold);
  const int sign = theme::scaled(10);
  const int indent = theme::scaled(18);
  int y = 0;
  for (const ProbeType type : kTypes) {
    const Row row = rowOf(type);
    const QColor colour = !row.declared ? c.muted : row.bad ? c.bad : row.good ? c.good : c.attention;
    const theme::Glyph glyph = !row.declared ? theme::Glyph::Bar
                               : row.bad     ? theme::Glyph::Cross
                               : row.good    ? theme::Glyph::Check
                                             : theme::Glyph::Ring;
    const QRect line(0, y, width(), rowHeight());
    theme::drawGlyph(painter, glyph, QRectF(1, line.center().y() + 1 - sign / 2, sign, sign), colour);
    painter.setFont(name);
    painter.setPen(c.text);
    painter.drawText(line.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.name);
    const int from = indent + QFontMetrics(name).horizontalAdvance(row.name) + 10;
    int right = width();
    if (!row.next.isEmpty()) {
      painter.setFont(mono);
      painter.setPen(c.attention);
      painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.next);
      right -= QFontMetrics(mono).horizontalAdvance(QStringLiteral("00.0 s")) + 10;
    }
    painter.setFont(small);
    painter.setPen(row.declared ? colour : c.muted);
    painter.drawText(QRect(from, y, right - from, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(row.says, Qt::ElideRight, right - from));
    if (!row.declared) {
      y += rowHeight();
      continue;
    }
    int x = indent;
    if (row.threshold <= kMostDots && !(type == ProbeType::Startup && m_pod.started)) {
      for (std::uint32_t i = 0; i < row.threshold; ++i, x += sign + 2) {
        const auto dot = i < row.marks ? theme::Glyph::Disc : theme::Glyph::HollowDisc;
        theme::drawGlyph(painter, dot, QRectF(x, y + rowHeight() + 3, sign - 1, sign - 1),
                         i < row.marks ? colour : c.muted);
      }
      x += 6;
    }
    painter.setPen(c.muted);
    painter.drawText(QRect(x, y + rowHeight() - 2, width() - x, theme::scaled(18)), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(row.detail, Qt::ElideRight, width() - x));
    y += declaredHeight();
  }
}

}  // namespace perfect
