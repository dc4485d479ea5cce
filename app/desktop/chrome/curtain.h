// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window shows in its first picture, before its rooms are built: their ground and their edges. So the window
// is there at once, and is furnished a moment later without anything moving.
// Thread rule: the GUI thread.
#pragma once

#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <functional>
#include <utility>

#include "app/desktop/theme/theme.h"

namespace perfect {

class Curtain final : public QWidget {
 public:
  /// `painted` is called once, when the first picture has been painted; it must not take the curtain away at once.
  Curtain(std::function<void()> painted, QWidget* parent) : QWidget(parent), m_painted(std::move(painted)) {}

 protected:
  void paintEvent(QPaintEvent*) override {
    const theme::Colours& c = theme::colours();
    QPainter painter(this);
    // About where the rooms will be; see Workspace::shareSpace().
    const int bar = theme::scaled(49);
    const int status = theme::scaled(25);
    const int left = std::clamp(width() / 8, 160, 230);
    const int right = std::clamp(width() / 4, 380, 640);
    const int low = std::clamp((height() - bar - status) / 3, 210, 560);
    const QRect grid(left, bar, width() - left - right, height() - bar - status - low);
    painter.fillRect(rect(), c.panel);
    painter.fillRect(grid, c.ground);
    painter.setPen(c.line);
    painter.drawLine(0, bar - 1, width(), bar - 1);
    painter.drawLine(0, grid.bottom(), width(), grid.bottom());
    painter.drawLine(0, height() - status, width(), height() - status);
    painter.drawLine(grid.left(), grid.top(), grid.left(), grid.bottom());
    painter.drawLine(grid.right(), grid.top(), grid.right(), grid.bottom());
    if (const auto painted = std::exchange(m_painted, nullptr)) painted();
  }

 private:
  std::function<void()> m_painted;
};

}  // namespace perfect
