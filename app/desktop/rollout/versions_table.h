// SPDX-License-Identifier: GPL-3.0-or-later
//
// The versions of a service that have pods: counts and share of traffic. Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <vector>

#include "core/model/service_state.h"

class QGridLayout;
class QLabel;

namespace perfect {

/// Percent of the serving pods that are of this version, rounded down.
std::int32_t trafficShare(const ServiceState& service, VersionIndex version);

class VersionsTable final : public QFrame {
  Q_OBJECT

 public:
  explicit VersionsTable(QWidget* parent = nullptr);
  void present(const ServiceState& service);

 private:
  struct Row {
    QLabel* name;
    QLabel* role;
    QLabel* pods;
    QLabel* ready;
    QLabel* traffic;
  };
  Row addRow();

  QGridLayout* m_grid;
  std::vector<Row> m_rows;
};

}  // namespace perfect
