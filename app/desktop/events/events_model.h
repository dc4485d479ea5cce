// SPDX-License-Identifier: GPL-3.0-or-later
//
// The filtered event log as a table. Texts are rendered when a row is painted, not when it happens.
// Thread rule: the GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "app/desktop/events/event_rows.h"

namespace perfect {

class EventsModel final : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Time, Severity, What, Where, Why, ColumnCount };
  enum Role { Depth = Qt::UserRole + 1, LevelRole, Seq, Service, PodRole };

  using QAbstractTableModel::QAbstractTableModel;

  void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
  void setFilter(const EventFilter& filter);
  const EventFilter& filter() const { return m_rows.filter(); }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QVariant display(const Event& event, int column) const;

  std::shared_ptr<const Snapshot> m_snapshot;
  EventRows m_rows;
};

}  // namespace perfect
