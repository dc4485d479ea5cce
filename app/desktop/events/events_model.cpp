// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/events_model.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kMostSteps = 64;  // more runs of rows than these come and go: the view had better begin anew

/// A run of rows that come or go together.
struct Run {
  int first = 0;
  int count = 0;
};

/// The rows of `list` that are not in `others`, in runs.
std::vector<Run> runsNotIn(const std::vector<EventTreeRow>& list, const std::vector<EventTreeRow>& others) {
  std::unordered_set<std::uint64_t> known;
  known.reserve(others.size());
  for (const EventTreeRow& row : others) known.insert(row.seq);
  std::vector<Run> runs;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (known.count(list[i].seq) > 0) continue;
    const int at = static_cast<int>(i);
    if (!runs.empty() && runs.back().first + runs.back().count == at)
      ++runs.back().count;
    else
      runs.push_back({at, 1});
  }
  return runs;
}

}  // namespace

void EventsModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
  if (snapshot) return setSource(EventSource(*snapshot));
  beginResetModel();
  m_rows.clear();
  m_byCause.clear();
  m_source = {};
  endResetModel();
}

void EventsModel::setSource(const EventSource& source) {
  if (m_rows.isAnother(source)) {
    beginResetModel();
    m_rows.clear();
    m_byCause.clear();
    m_folded.clear();
    m_marked = 0;
    m_source = source;
    endResetModel();
  }
  if (!m_tree) return showInOrder(source);
  const auto nothing = [](auto...) { return [] {}; };
  m_rows.update(source, nothing, nothing);
  m_source = source;
  showByCause();
}

void EventsModel::showInOrder(const EventSource& source) {
  // Old rows are read from the old log until they are gone, new ones need the new one.
  m_rows.update(
      source,
      [this](int count) {
        beginRemoveRows({}, 0, count - 1);
        return [this] { endRemoveRows(); };
      },
      [this, &source](int first, int count) {
        m_source = source;
        beginInsertRows({}, first, first + count - 1);
        return [this] { endInsertRows(); };
      });
  m_source = source;
}

void EventsModel::showByCause() {
  if (m_rows.size() > 0) m_folded.erase(m_folded.begin(), m_folded.lower_bound(m_rows.at(0).seq));
  std::vector<EventTreeRow> next = treeRows(m_rows, m_folded);
  if (next == m_byCause || adoptStepwise(next)) return;
  beginResetModel();
  m_byCause = std::move(next);
  endResetModel();
}

bool EventsModel::adoptStepwise(const std::vector<EventTreeRow>& next) {
  const std::vector<Run> gone = runsNotIn(m_byCause, next);
  const std::vector<Run> come = runsNotIn(next, m_byCause);
  if (gone.size() + come.size() > kMostSteps) return false;
  // What stays must keep its order: rows that lost their cause may have to move, and moves are not worth it.
  std::vector<EventTreeRow> stays = m_byCause;
  for (auto run = gone.rbegin(); run != gone.rend(); ++run)
    stays.erase(stays.begin() + run->first, stays.begin() + run->first + run->count);
  std::size_t at = 0;
  auto fresh = come.begin();
  for (std::size_t i = 0; i < next.size(); ++i) {
    if (fresh != come.end() && static_cast<int>(i) == fresh->first) {
      i += static_cast<std::size_t>(fresh->count) - 1;
      ++fresh;
    } else if (at >= stays.size() || stays[at++].seq != next[i].seq) {
      return false;
    }
  }
  for (auto run = gone.rbegin(); run != gone.rend(); ++run) {
    beginRemoveRows({}, run->first, run->first + run->count - 1);
    m_byCause.erase(m_byCause.begin() + run->first, m_byCause.begin() + run->first + run->count);
    endRemoveRows();
  }
  for (const Run& run : come) {
    beginInsertRows({}, run.first, run.first + run.count - 1);
    m_byCause.insert(m_byCause.begin() + run.first, next.begin() + run.first, next.begin() + run.first + run.count);
    endInsertRows();
  }
  if (m_byCause != next) {
    m_byCause = next;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
  }
  return true;
}

void EventsModel::setFilter(const EventFilter& filter) {
  if (filter == m_rows.filter()) return;
  beginResetModel();
  m_rows.setFilter(filter);
  m_byCause.clear();
  endResetModel();
  if (m_source.names) setSource(m_source);
}

void EventsModel::goBackTo(std::uint64_t seq) {
  beginResetModel();
  m_rows.clear();
  m_byCause.clear();
  endResetModel();
  EventSource source = m_source;
  source.until = seq + kMostEventRows / 2;
  setSource(source);
}

void EventsModel::setTree(bool on) {
  if (m_tree == on) return;
  beginResetModel();
  m_tree = on;
  m_byCause = on ? treeRows(m_rows, m_folded) : std::vector<EventTreeRow>();
  endResetModel();
}

void EventsModel::setFolded(int row, bool folded) {
  if (!m_tree || row < 0 || row >= rowCount()) return;
  const EventTreeRow& what = m_byCause[static_cast<std::size_t>(row)];
  if (!what.folds || what.folded == folded) return;
  if (folded)
    m_folded.insert(what.seq);
  else
    m_folded.erase(what.seq);
  showByCause();
}

void EventsModel::unfoldAll() {
  m_folded.clear();
  if (m_tree) showByCause();
}

int EventsModel::rowOf(std::uint64_t seq) const {
  if (m_tree) {
    const auto found =
        std::find_if(m_byCause.begin(), m_byCause.end(), [seq](const EventTreeRow& row) { return row.seq == seq; });
    return found == m_byCause.end() ? -1 : static_cast<int>(found - m_byCause.begin());
  }
  const std::size_t row = m_rows.rowFrom(seq);
  return row < m_rows.size() && m_rows.at(row).seq == seq ? static_cast<int>(row) : -1;
}

int EventsModel::shownRowOf(std::uint64_t seq) const {
  while (seq != 0) {
    const int row = rowOf(seq);
    if (row >= 0) return row;
    const std::size_t at = m_rows.rowFrom(seq);
    if (at >= m_rows.size() || m_rows.at(at).seq != seq) return -1;
    seq = m_rows.at(at).parent;
  }
  return -1;
}

std::uint64_t EventsModel::newestUntil(SimTime t) const {
  std::uint64_t first = m_source.events.first();
  std::uint64_t end = m_source.events.end();
  while (first < end) {
    const std::uint64_t middle = first + (end - first) / 2;
    if (m_source.events.at(middle).t <= t)
      first = middle + 1;
    else
      end = middle;
  }
  while (first > m_source.events.first()) {
    if (passes(filter(), m_source.events.at(--first), *m_source.names)) return first;
  }
  return 0;
}

void EventsModel::mark(std::uint64_t seq) {
  if (m_marked == seq) return;
  for (const std::uint64_t changed : {std::exchange(m_marked, seq), seq}) {
    const int row = changed == 0 ? -1 : rowOf(changed);
    if (row >= 0) Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
  }
}

int EventsModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return static_cast<int>(m_tree ? m_byCause.size() : m_rows.size());
}

int EventsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

EventTreeRow EventsModel::rowAt(int row) const {
  const auto at = static_cast<std::size_t>(row);
  if (m_tree) return m_byCause[at];
  return {m_rows.at(at).seq, m_rows.at(at).depth};
}

QVariant EventsModel::display(const Event& event, int column) const {
  const Names& names = *m_source.names;
  switch (column) {
    case Time:
      return words::clock(event.t);
    case Severity:
      return words::text(levelName(info(event.reason).level));
    case What:
      return words::message(event, names);
    case Where:
      if (event.service == kNoService) return QString();
      return words::text(event.pod == kNoPod ? names[event.service]->name
                                             : podName(names, event.service, event.version, event.pod));
    case Why:
      return words::explanation(event, names);
    default:
      return {};
  }
}

QString EventsModel::spoken(const Event& event, const EventTreeRow& row, int column) const {
  QString text = display(event, column).toString();
  if (m_tree && column == What) {
    text = tr("level %1: %2").arg(row.depth + 1).arg(text);
    if (row.below > 0)
      text += row.folded ? tr(", %n more folded", nullptr, row.below) : tr(", led to %n more", nullptr, row.below);
  }
  return text;
}

QVariant EventsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const EventTreeRow row = rowAt(index.row());
  if (!m_source.events.contains(row.seq)) return {};
  const Event& event = m_source.events.at(row.seq);
  switch (role) {
    case Qt::DisplayRole:
      return display(event, index.column());
    case Qt::ToolTipRole:
      return display(event, What).toString() + QLatin1Char('\n') + display(event, Why).toString() + QLatin1Char('\n') +
             words::text(info(event.reason).code);
    case Qt::AccessibleTextRole:
      return spoken(event, row, index.column());
    case Depth:
      return row.depth;
    case LevelRole:
      return static_cast<int>(info(event.reason).level);
    case TypeRole:
      return static_cast<int>(info(event.reason).type);
    case Seq:
      return static_cast<qulonglong>(event.seq);
    case Service:
      return event.service == kNoService ? QString() : words::text((*m_source.names)[event.service]->name);
    case PodRole:
      return static_cast<uint>(event.pod);
    case PodName:
      return event.pod == kNoPod ? QString() : display(event, Where);
    case Below:
      return row.below;
    case Line:
      return row.line;
    case Folds:
      return row.folds;
    case Folded:
      return row.folded;
    case Marked:
      return row.seq == m_marked;
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
