// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_delegate.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>

#include "app/desktop/events/events_model.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kIndent = 15;

/// └ drawn, so that it looks the same with every font. Returns the room it took.
int paintBranch(QPainter& painter, const QRect& box, int depth) {
  if (depth == 0) return 0;
  const int x = box.left() + depth * kIndent - 9;
  const int y = box.center().y();
  painter.setPen(QPen(theme::colours().muted, 1));
  painter.drawLine(x, y - 7, x, y);
  painter.drawLine(x, y, x + 6, y);
  return depth * kIndent;
}

/// Text in as many whole lines as fit, the last one shortened.
void drawLines(QPainter& painter, const QRect& box, const QString& text) {
  const QFontMetrics metrics = painter.fontMetrics();
  const int most = std::max(1, box.height() / metrics.lineSpacing());
  QTextLayout layout(text, painter.font());
  layout.beginLayout();
  QStringList lines;
  while (static_cast<int>(lines.size()) < most) {
    QTextLine line = layout.createLine();
    if (!line.isValid()) break;
    line.setLineWidth(box.width());
    const bool last = static_cast<int>(lines.size()) == most - 1;
    lines << (last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, box.width())
                   : text.mid(line.textStart(), line.textLength()));
  }
  layout.endLayout();
  int y = box.center().y() - static_cast<int>(lines.size()) * metrics.lineSpacing() / 2;
  for (const QString& line : lines) {
    painter.drawText(QRect(box.left(), y, box.width(), metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
                     line.trimmed());
    y += metrics.lineSpacing();
  }
}

}  // namespace

void EventDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const theme::Colours& c = theme::colours();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  if (selected) painter->fillRect(option.rect, c.selection);
  QRect box = option.rect.adjusted(6, 0, -6, 0);
  const QString text = index.data().toString();
  painter->save();
  switch (index.column()) {
    case EventsModel::Time:
      painter->setFont(theme::monoFont(13));
      painter->setPen(c.muted);
      painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
      break;
    case EventsModel::Severity: {
      const auto level = static_cast<Level>(index.data(EventsModel::LevelRole).toInt());
      theme::drawGlyph(*painter, theme::levelGlyph(level), QRectF(box.left(), box.center().y() - 5, 11, 11),
                       theme::levelColour(level));
      painter->setFont(theme::uiFont(theme::kSmall));
      painter->setPen(theme::levelColour(level));
      painter->drawText(box.adjusted(17, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
      break;
    }
    case EventsModel::What:
      box.setLeft(box.left() + paintBranch(*painter, box, index.data(EventsModel::Depth).toInt()));
      painter->setFont(theme::uiFont(13));
      painter->setPen(c.text);
      drawLines(*painter, box, text);
      break;
    case EventsModel::Where:
      painter->setFont(theme::monoFont(theme::kSmall));
      painter->setPen(c.muted);
      painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                        painter->fontMetrics().elidedText(text, Qt::ElideMiddle, box.width()));
      break;
    default:
      painter->setFont(theme::uiFont(13));
      painter->setPen(theme::mix(c.text, c.muted, 0.5));
      drawLines(*painter, box, text);
      break;
  }
  painter->restore();
}

}  // namespace perfect
