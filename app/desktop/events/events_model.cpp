// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/events_model.h"

#include "app/desktop/words.h"

namespace perfect {

void EventsModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
  if (!snapshot || m_rows.isAnother(*snapshot)) {
    beginResetModel();
    m_rows.clear();
    m_snapshot = snapshot;
    endResetModel();
    if (!snapshot) return;
  }
  // Old rows are read from the old snapshot until they are gone, new ones need the new one.
  const std::shared_ptr<const Snapshot> before = m_snapshot;
  m_rows.update(
      *snapshot,
      [this](int count) {
        beginRemoveRows({}, 0, count - 1);
        return [this] { endRemoveRows(); };
      },
      [this, &snapshot](int first, int count) {
        m_snapshot = snapshot;
        beginInsertRows({}, first, first + count - 1);
        return [this] { endInsertRows(); };
      });
  m_snapshot = snapshot;
}

void EventsModel::setFilter(const EventFilter& filter) {
  if (filter == m_rows.filter()) return;
  beginResetModel();
  m_rows.setFilter(filter);
  endResetModel();
  if (m_snapshot) setSnapshot(m_snapshot);
}

int EventsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EventsModel::display(const Event& event, int column) const {
  const Names& names = *m_snapshot->names;
  switch (column) {
    case Time:
      return words::clock(event.t);
    case Severity: {
      const std::string_view name = levelName(info(event.reason).level);
      return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    case What:
      return words::text(messageText(event, names));
    case Where:
      if (event.service == kNoService) return QString();
      return words::text(event.pod == kNoPod ? names[event.service]->name
                                             : podName(names, event.service, event.version, event.pod));
    case Why:
      return words::text(explainText(event, names));
    default:
      return {};
  }
}

QVariant EventsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !m_snapshot || index.row() >= rowCount()) return {};
  const EventRow& row = m_rows.at(static_cast<std::size_t>(index.row()));
  if (!m_snapshot->events.contains(row.seq)) return {};
  const Event& event = m_snapshot->events.at(row.seq);
  switch (role) {
    case Qt::DisplayRole:
      return display(event, index.column());
    case Qt::ToolTipRole: {
      const ReasonInfo& reason = info(event.reason);
      return display(event, What).toString() + QLatin1Char('\n') + display(event, Why).toString() + QLatin1Char('\n') +
             QString::fromUtf8(reason.code.data(), static_cast<qsizetype>(reason.code.size()));
    }
    case Qt::AccessibleTextRole:
      return display(event, index.column());
    case Depth:
      return row.depth;
    case LevelRole:
      return static_cast<int>(info(event.reason).level);
    case Seq:
      return static_cast<qulonglong>(event.seq);
    case Service:
      return event.service == kNoService ? QString() : words::text((*m_snapshot->names)[event.service]->name);
    case PodRole:
      return static_cast<uint>(event.pod);
    default:
      return {};
  }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Time:
      return tr("Time");
    case Severity:
      return tr("Level");
    case What:
      return tr("What happened");
    case Where:
      return tr("Service, pod");
    case Why:
      return tr("Why");
    default:
      return {};
  }
}

}  // namespace perfect
