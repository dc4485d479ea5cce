// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette/palette_model.h"

#include <algorithm>

#include "app/desktop/palette/fuzzy.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

constexpr qsizetype kPodLetters = 3;  // so many letters before pods are looked through
constexpr int kMostPods = 8;
constexpr int kMostPodsSeen = 20000;  // of all services together
constexpr std::size_t kNearest = 3;

}  // namespace

void PaletteModel::open(std::vector<PaletteEntry> entries, const Frame& frame) {
  m_entries = std::move(entries);
  m_frame = frame;
  setTyped({});
}

void PaletteModel::setTyped(const QString& typed) {
  beginResetModel();
  m_rows.clear();
  find(typed.simplified());
  endResetModel();
}

void PaletteModel::find(const QString& typed) {
  if (const auto spoken = parseSpoken(typed, m_frame)) {
    PaletteEntry entry{tr("Do"), spoken->title, spoken->preview, {}, {}};
    if (spoken->good()) entry.run = [this, what = *spoken] { onSpoken(what); };
    m_rows.push_back(std::move(entry));
    if (!spoken->good()) return;
  }
  std::vector<std::pair<int, const PaletteEntry*>> fitting;
  for (const PaletteEntry& entry : m_entries) {
    const auto title = fuzzyScore(typed, entry.title);
    const auto all = fuzzyScore(typed, entry.title + QLatin1Char(' ') + entry.kind + QLatin1Char(' ') + entry.detail);
    // What is found in the explanation alone comes behind what is called so.
    if (title)
      fitting.emplace_back(*title + 1000, &entry);
    else if (all)
      fitting.emplace_back(*all, &entry);
  }
  std::stable_sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [score, entry] : fitting) {
    if (static_cast<int>(m_rows.size()) >= kMostRows) break;
    m_rows.push_back(*entry);
  }
  findPods(typed);
  if (m_rows.empty()) offerNearest(typed);
}

void PaletteModel::findPods(const QString& typed) {
  if (typed.size() < kPodLetters || typed.contains(u' ') || !m_frame.snapshot) return;
  const std::string wanted = typed.toLower().toStdString();
  int found = 0;
  int seen = 0;
  for (const ServiceEntry& service : m_frame.snapshot->services) {
    const ServiceState& state = *service.state;
    service.pods->forEach(0, [&](const Pod& pod) {
      const std::string name =
          podName(state.spec->name, state.versions[static_cast<std::size_t>(pod.version)].hash, pod.ordinal);
      // A name that only begins like its service is every pod's.
      if (name.find(wanted, std::min(name.size(), state.spec->name.size())) != std::string::npos || name == wanted) {
        const Focus focus{words::text(state.spec->name), pod.ordinal};
        m_rows.push_back({tr("Pod"), words::text(name), tr("Show it on the Grid, and why it is so"), {}, [this, focus] {
                            onFocus(focus);
                          }});
        ++found;
      }
      return found < kMostPods && ++seen < kMostPodsSeen;
    });
    if (found >= kMostPods || seen >= kMostPodsSeen) return;
  }
}

void PaletteModel::offerNearest(const QString& typed) {
  m_rows.push_back({{}, tr("Nothing is called “%1”.").arg(typed), tr("Nearest are these:"), {}, {}});
  std::vector<std::pair<int, const PaletteEntry*>> near;
  for (const PaletteEntry& entry : m_entries) near.emplace_back(editDistance(typed, entry.title), &entry);
  const auto shown = static_cast<std::ptrdiff_t>(std::min(kNearest, near.size()));
  std::partial_sort(near.begin(), near.begin() + shown, near.end(),
                    [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto it = near.begin(); it != near.begin() + shown; ++it) m_rows.push_back(*it->second);
}

bool PaletteModel::choose(int row) const {
  if (row < 0 || row >= rowCount() || !m_rows[static_cast<std::size_t>(row)].run) return false;
  const auto run = m_rows[static_cast<std::size_t>(row)].run;  // it may change what is offered
  run();
  return true;
}

int PaletteModel::firstChoice() const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const PaletteEntry& e) { return bool(e.run); });
  return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const PaletteEntry& entry = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return entry.title;
    case Qt::ToolTipRole:
    case DetailRole:
      return entry.detail;
    case KindRole:
      return entry.kind;
    case KeysRole:
      return entry.keys;
    case Qt::AccessibleTextRole:
      return QStringList{entry.kind, entry.title, entry.detail, entry.keys}.join(QStringLiteral(", "));
    default:
      return {};
  }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  const bool can = bool(m_rows[static_cast<std::size_t>(index.row())].run);
  return can ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemNeverHasChildren;
}

}  // namespace perfect
