// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_delegate.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

#include "app/desktop/events/events_model.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kIndent = 13;
constexpr int kTriangle = 9;

bool inTree(const QModelIndex& index) {
  const auto* model = qobject_cast<const EventsModel*>(index.model());
  return model != nullptr && model->isTree();
}

/// Where the triangle of a row that led to others stands, or the end of the branch of one that did not.
QRect triangleBox(const QRect& cell, int depth) {
  const int size = theme::scaled(kTriangle);
  return {cell.left() + 6 + depth * theme::scaled(kIndent), cell.center().y() - size / 2, size, size};
}

/// The branch, drawn, so that it looks the same with every font. Returns the room it took.
int paintBranch(QPainter& painter, const QRect& cell, const QModelIndex& index) {
  const theme::Colours& c = theme::colours();
  const int depth = index.data(EventsModel::Depth).toInt();
  const bool folds = index.data(EventsModel::Folds).toBool();
  const QRectF box = triangleBox(cell, depth);
  const double x = box.center().x();
  const double y = box.center().y();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme::mix(c.muted, c.panel, 0.7), 1.2));
  if (index.data(EventsModel::Line).toBool()) {
    painter.drawLine(QPointF(x, cell.top()), QPointF(x, y - 3));
  } else if (depth > 0) {
    const double from = x - theme::scaled(kIndent);
    painter.drawLine(QPointF(from, cell.top()), QPointF(from, y));
    painter.drawLine(QPointF(from, y), QPointF(x - 3, y));
  }
  const bool goesOn = !folds && index.data(EventsModel::Below).toInt() > 0;
  if (goesOn) painter.drawLine(QPointF(x, y + 3), QPointF(x, cell.bottom() + 1));
  painter.setPen(Qt::NoPen);
  if (folds) {
    const bool folded = index.data(EventsModel::Folded).toBool();
    painter.setBrush(folded ? c.accent : c.muted);
    const QPolygonF right({box.topLeft() + QPointF(1, 0), box.bottomLeft() + QPointF(1, 0), QPointF(box.right(), y)});
    const QPolygonF down({box.topLeft() + QPointF(0, 1), box.topRight() + QPointF(0, 1), QPointF(x, box.bottom())});
    painter.drawPolygon(folded ? right : down);
  } else if (depth > 0) {
    painter.setBrush(c.muted);
    painter.drawEllipse(QPointF(x, y), 2.2, 2.2);
  }
  return depth * theme::scaled(kIndent) + theme::scaled(kTriangle) + 5;
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
  const bool marked = index.data(EventsModel::Marked).toBool();
  if (selected || marked) painter->fillRect(option.rect, c.selection);
  if (marked && index.column() == EventsModel::Time)
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), 4, option.rect.height()), c.accent);
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
    case EventsModel::What: {
      QString what = text;
      if (inTree(index)) {
        box.setLeft(box.left() + paintBranch(*painter, option.rect, index));
        if (index.data(EventsModel::Folded).toBool())
          what += EventsModel::tr("  · %n more", nullptr, index.data(EventsModel::Below).toInt());
      }
      painter->setFont(theme::uiFont(13));
      painter->setPen(c.text);
      drawLines(*painter, box, what);
      break;
    }
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

bool EventDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
  if (event->type() == QEvent::MouseButtonPress && index.column() == EventsModel::What && inTree(index) &&
      index.data(EventsModel::Folds).toBool()) {
    const QRect box = triangleBox(option.rect, index.data(EventsModel::Depth).toInt()).adjusted(-4, -8, 4, 8);
    if (box.contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
      Q_EMIT foldToggled(index);
      return true;
    }
  }
  return QStyledItemDelegate::editorEvent(event, model, option, index);
}

}  // namespace perfect
