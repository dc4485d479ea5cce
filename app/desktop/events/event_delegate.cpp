// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_delegate.h"

#include <QPainter>

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
      theme::drawGlyph(*painter, theme::levelGlyph(level), QRectF(box.left(), box.center().y() - 5, 11, 11), theme::levelColour(level));
      painter->setFont(theme::uiFont(theme::kSmall));
      painter->setPen(theme::levelColour(level));
      painter->drawText(box.adjusted(17, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
      break;
    }
    case EventsModel::What:
      box.setLeft(box.left() + paintBranch(*painter, box, index.data(EventsModel::Depth).toInt()));
      painter->setFont(theme::uiFont(13));
      painter->setPen(c.text);
      painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
      break;
    case EventsModel::Where:
      painter->setFont(theme::monoFont(theme::kSmall));
      painter->setPen(c.muted);
      painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(text, Qt::ElideMiddle, box.width()));
      break;
    default: {
      painter->setFont(theme::uiFont(13));
      painter->setPen(theme::mix(c.text, c.muted, 0.5));
      const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
      const QRect needed = painter->fontMetrics().boundingRect(QRect(0, 0, box.width(), 10000), flags, text);
      const QString shown = needed.height() <= box.height()
                                ? text
                                : painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width() * 2 - 50);
      painter->drawText(box, flags, shown);
    }
  }
  painter->restore();
}

}  // namespace perfect
