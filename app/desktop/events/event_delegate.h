// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints an event's row: severity as colour and shape, causes as a tree. Thread rule: the GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace perfect {

class EventDelegate final : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace perfect
