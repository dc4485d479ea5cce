// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/services/services_model.h"

#include <algorithm>

#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {

void ServicesModel::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot) {
  std::vector<std::shared_ptr<const ServiceState>> next;
  if (snapshot) {
    next.reserve(snapshot->services.size());
    for (const ServiceEntry& entry : snapshot->services) next.push_back(entry.state);
  }
  const bool sameNames = std::equal(next.begin(), next.end(), m_services.begin(), m_services.end(),
                                    [](const auto& a, const auto& b) { return a->spec->name == b->spec->name; });
  if (!sameNames) {
    beginResetModel();
    m_services = std::move(next);
    endResetModel();
    return;
  }
  int first = -1;
  int last = -1;
  for (int i = 0; i < static_cast<int>(next.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (next[at] == m_services[at]) continue;
    if (first < 0) first = i;
    last = i;
  }
  m_services = std::move(next);
  if (first >= 0) Q_EMIT dataChanged(index(first), index(last));
}

int ServicesModel::rowOf(const QString& service) const {
  const std::string name = service.toStdString();
  const auto found =
      std::find_if(m_services.begin(), m_services.end(), [&](const auto& s) { return s->spec->name == name; });
  return found == m_services.end() ? -1 : static_cast<int>(found - m_services.begin());
}

int ServicesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_services.size());
}

QVariant ServicesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const ServiceState& s = *m_services[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return words::text(s.spec->name);
    case Ready:
      return s.counts().ready;
    case Desired:
      return s.replicas;
    case Phrase:
      return words::phrase(s);
    case Kind:
      return static_cast<int>(statusOf(s).kind);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      return spoken(s);
    default:
      return {};
  }
}

QString ServicesModel::spoken(const ServiceState& s) const {
  QString text =
      tr("%1: %2 of %3 ready, %4")
          .arg(words::text(s.spec->name), words::count(s.counts().ready), words::count(s.replicas), words::phrase(s));
  if (const Waiting* waiting = words::toldWait(s)) {
    text += QLatin1Char('\n') + tr("waits for: %1").arg(words::wait(s));
    if (waiting->until != kNever) text += tr(", until %1").arg(words::clock(waiting->until));
    text += QLatin1Char('\n') + words::waitsBecause(*waiting, s);
  }
  return text;
}

}  // namespace perfect
