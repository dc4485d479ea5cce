// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every service's alert: its state, what is held back and by which rule, and what became of its mails.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <memory>
#include <vector>

#include "core/snapshot/snapshot.h"

class QGridLayout;
class QLabel;

namespace perfect {

class AlertStates final : public QFrame {
  Q_OBJECT

 public:
  static constexpr std::size_t kMostRows = 40;

  explicit AlertStates(QWidget* parent = nullptr);
  void present(const Snapshot& snapshot);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Row {
    QLabel* service;
    QLabel* state;
    QLabel* mails;    ///< on a line of its own
    QLabel* pending;  ///< and this too
  };
  Row addRow();
  void show(Row& row, const ServiceState& service, const AlertSettings& settings);

  QGridLayout* m_grid;
  QLabel* m_more;
  std::vector<Row> m_rows;
  std::vector<std::shared_ptr<const ServiceState>> m_states;  ///< what is shown
  AlertSettings m_settings;
  std::size_t m_services = 0;
  bool m_presented = false;
};

}  // namespace perfect
