// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the benchmarks of the window share: Qt on its software rasteriser, and widgets that are painted at once.
// Thread rule: the main thread.
#pragma once

#include <QWidget>

namespace perfect::bench {

/// Starts Qt without a display, once; benchmarks that show nothing never pay for it.
void startQt();

/// Shows the window and returns once its first picture is complete. Requires startQt().
void showPainted(QWidget& window);

}  // namespace perfect::bench
