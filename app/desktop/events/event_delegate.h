// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints an event's row: severity as colour and shape, causes as a tree whose branches fold with a click on their
// triangle, texts in as many lines as they need. Thread rule: the GUI thread.
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace perfect {

class EventDelegate final : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

  /// That everything a row says is seen in the columns that `table` shows; `least` if that is higher.
  int rowHeight(const QTableView& table, int row, int least) const;

 Q_SIGNALS:
  void foldToggled(const QModelIndex& index);
};

}  // namespace perfect
