// SPDX-License-Identifier: GPL-3.0-or-later
//
// Three charts of the chosen service on one time axis (the last two simulated minutes). The charts are
// built when the panel is first shown, because Qt Charts is the slowest part of the window to start.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>
#include <array>

#include "app/desktop/charts/series_store.h"
#include "app/desktop/frame.h"

class QHBoxLayout;
class QLabel;

namespace perfect {

class ChartCard;

class ChartsPanel final : public QWidget {
  Q_OBJECT

 public:
  explicit ChartsPanel(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  void setService(const QString& service);
  /// Time went on.
  void setNow(SimTime now);

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void draw();
  void drawCpu(const std::deque<Sample>& samples, std::optional<std::int32_t> target);

  std::shared_ptr<const Snapshot> m_snapshot;
  SeriesStore m_store;
  QString m_service;
  SimTime m_now = 0;
  SimTime m_drawnAt = -1;
  QLabel* m_title;
  QHBoxLayout* m_row;
  std::array<ChartCard*, 3> m_cards{};
};

}  // namespace perfect
