// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every key of the window, as a page of Help. Thread rule: the GUI thread (translations).
#pragma once

#include <QString>
#include <vector>

namespace perfect {

struct ShortcutRow {
  QString keys;
  QString does;
};

std::vector<ShortcutRow> shortcutRows();
QString shortcutPage();

}  // namespace perfect
