// SPDX-License-Identifier: GPL-3.0-or-later
//
// A pod's phases side by side: shape, word, when each began and how long it took. Longer ones are wider, but a second
// beside an hour is still seen; the newest ones where there are many.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

#include "app/desktop/inspector/pod_story.h"

namespace perfect {

class PhaseStrip final : public QWidget {
  Q_OBJECT

 public:
  explicit PhaseStrip(QWidget* parent = nullptr);

  /// `hue`: the version's.
  void present(const std::vector<PodPhase>& phases, const QColor& hue, SimTime now);
  void setNow(SimTime now);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  std::vector<QRectF> places() const;
  QString sentence(const PodPhase& phase) const;

  std::vector<PodPhase> m_all;
  std::vector<PodPhase> m_phases;  ///< the newest of them, as many as there is room for
  int m_earlier = 0;               ///< phases that are not shown
  QColor m_hue;
  SimTime m_now = 0;
};

}  // namespace perfect
