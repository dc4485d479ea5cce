// SPDX-License-Identifier: GPL-3.0-or-later
//
// The services of a Snapshot as a list: name, ready of desired, one status phrase.
// Thread rule: the GUI thread.
#pragma once

#include <QAbstractListModel>
#include <memory>
#include <vector>

#include "core/snapshot/snapshot.h"

namespace perfect {

class ServicesModel final : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { Ready = Qt::UserRole + 1, Desired, Phrase, Kind };

  using QAbstractListModel::QAbstractListModel;

  void setSnapshot(const std::shared_ptr<const Snapshot>& snapshot);
  int rowOf(const QString& service) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<std::shared_ptr<const ServiceState>> m_services;
};

}  // namespace perfect
