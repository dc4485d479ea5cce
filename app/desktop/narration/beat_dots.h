// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far a show has come: a dot for each caption, filled up to the present one. Thread rule: the GUI thread.
#pragma once

#include <QWidget>

namespace perfect {

class BeatDots final : public QWidget {
  Q_OBJECT

 public:
  explicit BeatDots(QWidget* parent = nullptr);
  void setBeat(int beat, int beats);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_beat = 0;
  int m_beats = 0;
};

}  // namespace perfect
