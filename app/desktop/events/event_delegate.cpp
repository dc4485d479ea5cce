// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_delegate.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>
#include <algorithm>

#include "app/desktop/events/events_model.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kIndent = 13;
constexpr int kTriangle = 9;
constexpr int kSide = 6;        // between a text and the edges of its cell
constexpr int kAroundText = 6;  // above and below together
constexpr int kLeastText = 80;  // however deep the branch

bool inTree(const QModelIndex& index) {
  const auto* model = qobject_cast<const EventsModel*>(index.model());
  return model != nullptr && model->isTree();
}

int branchWidth(const QModelIndex& index) {
  return index.data(EventsModel::Depth).toInt() * theme::scaled(kIndent) + theme::scaled(kTriangle) + 5;
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
  return branchWidth(index);
}

/// What stands in the cell of what happened, behind its branch.
QString whatText(const QModelIndex& index) {
  QString what = index.data().toString();
  if (inTree(index) && index.data(EventsModel::Folded).toBool())
    what += EventsModel::tr("  · %n more", nullptr, index.data(EventsModel::Below).toInt());
  return what;
}

/// Text broken into lines of a width; a word longer than that is broken too.
QStringList brokenInto(const QString& text, const QFont& font, int width) {
  QTextLayout layout(text, font);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  layout.beginLayout();
  QStringList lines;
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(std::max(1, width));
    lines << text.mid(line.textStart(), line.textLength());
  }
  layout.endLayout();
  return lines;
}

/// Text in as many whole lines as fit, the last one shortened.
void drawLines(QPainter& painter, const QRect& box, const QString& text) {
  const QFontMetrics metrics = painter.fontMetrics();
  QStringList lines = brokenInto(text, painter.font(), box.width());
  const qsizetype most = std::max(1, box.height() / metrics.lineSpacing());
  if (lines.size() > most) {
    const QString rest = lines.mid(most - 1).join(QString());
    lines.resize(most);
    lines.last() = metrics.elidedText(rest, Qt::ElideRight, box.width());
  }
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
  QRect box = option.rect.adjusted(kSide, 0, -kSide, 0);
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
      if (inTree(index)) box.setLeft(box.left() + paintBranch(*painter, option.rect, index));
      painter->setFont(theme::uiFont(13));
      painter->setPen(c.text);
      drawLines(*painter, box, whatText(index));
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

int EventDelegate::rowHeight(const QTableView& table, int row, int least) const {
  const QFont font = theme::uiFont(13);
  qsizetype lines = 1;
  const QModelIndex what = table.model()->index(row, EventsModel::What);
  const int branch = inTree(what) ? branchWidth(what) : 0;
  const int room = table.columnWidth(EventsModel::What) - 2 * kSide - branch;
  lines = std::max(lines, brokenInto(whatText(what), font, std::max(kLeastText, room)).size());
  if (!table.isColumnHidden(EventsModel::Why)) {
    const QString why = what.siblingAtColumn(EventsModel::Why).data().toString();
    lines = std::max(lines, brokenInto(why, font, table.columnWidth(EventsModel::Why) - 2 * kSide).size());
  }
  return std::max(least, static_cast<int>(lines) * QFontMetrics(font).lineSpacing() + kAroundText);
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
