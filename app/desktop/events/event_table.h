// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of events: every row is as high as the whole of what it says. Rows get their height when they come into
// sight, so that a flood of thousands costs what is seen of it.
// Thread rule: the GUI thread.
#pragma once

#include <QTableView>

namespace perfect {

class EventTable final : public QTableView {
  Q_OBJECT

 public:
  explicit EventTable(QWidget* parent = nullptr);
  /// Heights anew: columns or type have another size.
  void fitAgain();
  /// Scrolls until the row stands whole in sight.
  void bringWhole(int row);

 protected:
  void scrollContentsBy(int dx, int dy) override;
  void updateGeometries() override;

 private:
  void fitRow(int row);
  void fitInSight();

  bool m_fitting = false;
};

}  // namespace perfect
