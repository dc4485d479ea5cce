// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_table.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>

#include "app/desktop/events/event_delegate.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kOneLineRow = 24;

}  // namespace

EventTable::EventTable(QWidget* parent) : QTableView(parent) {
  setItemDelegate(new EventDelegate(this));
  setVerticalScrollMode(ScrollPerPixel);  // the newest one ends where the list ends
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(1);
  horizontalHeader()->hide();
  fitAgain();
}

void EventTable::fitAgain() {
  const QScopedValueRollback fitting(m_fitting, true);
  const int one = theme::scaled(kOneLineRow);
  verticalHeader()->setDefaultSectionSize(one);
  verticalScrollBar()->setSingleStep(one);
  fitInSight();
  QTableView::updateGeometries();
}

void EventTable::fitRow(int row) {
  const int high = static_cast<const EventDelegate*>(itemDelegate())->rowHeight(*this, row, theme::scaled(kOneLineRow));
  if (high != rowHeight(row)) setRowHeight(row, high);
}

void EventTable::fitInSight() {
  if (model() == nullptr) return;
  const int end = viewport()->height();
  for (int row = std::max(0, rowAt(0)); row < model()->rowCount() && rowViewportPosition(row) < end; ++row) fitRow(row);
}

void EventTable::bringWhole(int row) {
  const QScopedValueRollback fitting(m_fitting, true);
  int high = 0;
  for (int above = row; above >= 0 && high < viewport()->height(); --above) {
    fitRow(above);
    high += rowHeight(above);
  }
  QTableView::updateGeometries();
  scrollTo(model()->index(row, 0), EnsureVisible);
  fitInSight();
  QTableView::updateGeometries();
}

void EventTable::scrollContentsBy(int dx, int dy) {
  QTableView::scrollContentsBy(dx, dy);
  if (m_fitting) return;
  const QScopedValueRollback fitting(m_fitting, true);
  fitInSight();
}

// Whatever changes rows or sizes comes by here.
void EventTable::updateGeometries() {
  if (!m_fitting) {
    const QScopedValueRollback fitting(m_fitting, true);
    fitInSight();
  }
  QTableView::updateGeometries();
}

}  // namespace perfect
