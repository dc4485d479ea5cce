// SPDX-License-Identifier: GPL-3.0-or-later
//
// The filtered event log, one row an event: in the order of time, or by cause (events/event_tree.h) with rows that
// fold. Texts are rendered when a row is painted, not when it happens.
// Thread rule: the GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <set>
#include <vector>

#include "app/desktop/events/event_rows.h"
#include "app/desktop/events/event_tree.h"

namespace perfect {

class EventsModel final : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Time, Severity, What, Where, Why, ColumnCount };
  enum Role {
    Depth = Qt::UserRole + 1,
    LevelRole,
    TypeRole,
    Seq,
    Service,
    PodRole,
    PodName,
    Below,
    Line,
    Folds,
    Folded,
    Marked
  };

  using QAbstractTableModel::QAbstractTableModel;

  void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
  void setFilter(const EventFilter& filter);
  const EventFilter& filter() const { return m_rows.filter(); }
  const EventSource& source() const { return m_source; }

  /// By cause, instead of in the order of time.
  void setTree(bool on);
  bool isTree() const { return m_tree; }
  /// By cause: hides or shows what an event led to.
  void setFolded(int row, bool folded);
  void unfoldAll();
  /// The row of an event, or -1 where it is not shown.
  int rowOf(std::uint64_t seq) const;
  /// The row of an event or, where that is folded away, of the nearest shown one above it; -1: it is not there.
  int shownRowOf(std::uint64_t seq) const;
  /// Shows the events around this one, which are older than the newest kMostEventRows, until the next setSnapshot().
  void goBackTo(std::uint64_t seq);
  /// The newest event that is let through and not later than `t`; 0: none.
  std::uint64_t newestUntil(SimTime t) const;
  std::uint64_t newest() const { return m_rows.size() == 0 ? 0 : m_rows.at(m_rows.size() - 1).seq; }
  /// Marks one event in the list; 0: none.
  void mark(std::uint64_t seq);
  std::uint64_t marked() const { return m_marked; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  void setSource(const EventSource& source);
  void showInOrder(const EventSource& source);
  void showByCause();
  bool adoptStepwise(const std::vector<EventTreeRow>& next);
  EventTreeRow rowAt(int row) const;
  QVariant display(const Event& event, int column) const;
  QString spoken(const Event& event, const EventTreeRow& row, int column) const;

  EventSource m_source;
  EventRows m_rows;
  bool m_tree = false;
  std::vector<EventTreeRow> m_byCause;  ///< what is shown, while m_tree
  std::set<std::uint64_t> m_folded;
  std::uint64_t m_marked = 0;
};

}  // namespace perfect
