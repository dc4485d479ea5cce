// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rehearsal: which mails about the service in focus would have gone out with other knobs, beside the present ones.
// Needs no mail server. Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <QTimer>
#include <array>
#include <vector>

#include "app/desktop/alerts/rehearsal_rows.h"
#include "app/desktop/frame.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace perfect {

class RehearsalCard final : public QFrame {
  Q_OBJECT

 public:
  static constexpr std::size_t kMostRows = 14;  ///< the newest ones

  explicit RehearsalCard(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus);
  void setNow(SimTime now);

  AlertSettings knobs() const;

 Q_SIGNALS:
  /// These knobs are to be in force from now on.
  void commandWanted(const perfect::Command& command);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Row {
    QLabel* change;
    QLabel* now;
    QLabel* other;
  };
  void buildKnobs(QGridLayout* grid);
  Row addRow();
  void setKnobs(const AlertSettings& settings);
  void knobTurned();
  void rehearseAgain();
  void show(Row& row, const RehearsalRow& what);

  std::shared_ptr<const ServiceState> m_service;
  AlertSettings m_present;
  SimTime m_now = 0;
  SimTime m_rehearsedAt = kNever;
  bool m_turned = false;  ///< the knobs are the person's, else those in force
  std::array<QSpinBox*, 4> m_knobs{};
  QPushButton* m_use = nullptr;
  QPushButton* m_back = nullptr;
  QLabel* m_summary;
  QGridLayout* m_rowsGrid;
  std::vector<Row> m_rows;
  std::vector<QLabel*> m_heads;
  QTimer m_later;  ///< one computation for a burst of changes
};

}  // namespace perfect
