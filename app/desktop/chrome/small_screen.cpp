// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chrome/small_screen.h"

#include <QApplication>
#include <QScreen>
#include <QWindow>

namespace perfect {
namespace {

/// What a desktop keeps for the title and edges of a window.
constexpr QSize kEdges{0, 40};
/// Smaller than that no window is made, whatever its screen says.
constexpr QSize kSmallest{320, 240};

}  // namespace

SmallScreen::SmallScreen(QWidget* content, QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setWidgetResizable(true);
  content->setMinimumSize(kLeast);
  setWidget(content);
  connect(qApp, &QApplication::focusChanged, this, &SmallScreen::showFocus);
}

// The focus moves while the content goes.
SmallScreen::~SmallScreen() { disconnect(qApp, nullptr, this, nullptr); }

void SmallScreen::fit(QWidget& window) {
  const QSize room = (window.screen()->availableSize() - kEdges).expandedTo(kSmallest);
  window.setMinimumSize(kLeast.boundedTo(room));
}

void SmallScreen::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  QWindow* handle = window()->windowHandle();
  if (handle != nullptr) {
    connect(handle, &QWindow::screenChanged, this, &SmallScreen::fitWindow, Qt::UniqueConnection);
  }
}

// By keyboard, by the tour or by a command: what has the focus is in sight.
void SmallScreen::showFocus(QWidget*, QWidget* now) {
  if (now != nullptr && widget()->isAncestorOf(now)) ensureWidgetVisible(now, 0, 0);
}

}  // namespace perfect
