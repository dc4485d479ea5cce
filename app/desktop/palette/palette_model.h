// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the command palette offers for what was typed: commands of the window, services, pods, examples, themes, help,
// and sentences such as "scale api to 5". The best come first; where nothing fits, the nearest.
// Thread rule: the GUI thread. Cost of a letter: the entries, and the pods of a bounded number of places.
#pragma once

#include <QAbstractListModel>
#include <functional>
#include <vector>

#include "app/desktop/frame.h"
#include "app/desktop/palette/spoken_command.h"

namespace perfect {

struct PaletteEntry {
  QString kind;  ///< "Service", "Theme", "Time": what sort of thing it is
  QString title;
  QString detail;  ///< what choosing it does
  QString keys;
  std::function<void()> run;  ///< empty: it says something and cannot be chosen
};

class PaletteModel final : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Roles { DetailRole = Qt::UserRole, KindRole, KeysRole };
  static constexpr int kMostRows = 60;

  using QAbstractListModel::QAbstractListModel;

  /// What can be chosen as long as the palette is open, and the world that sentences speak of.
  void open(std::vector<PaletteEntry> entries, const Frame& frame);
  /// What is called when a sentence or a pod is chosen.
  std::function<void(const SpokenCommand&)> onSpoken;
  std::function<void(const Focus&)> onFocus;

  void setTyped(const QString& typed);
  /// Does it; false where the row only says something.
  bool choose(int row) const;
  /// The first row that can be chosen, or -1.
  int firstChoice() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  void find(const QString& typed);
  void findPods(const QString& typed);
  void offerNearest(const QString& typed);

  std::vector<PaletteEntry> m_entries;
  std::vector<PaletteEntry> m_rows;
  Frame m_frame;
};

}  // namespace perfect
