// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of Help that lists every key, made from the registry of commands, so that it cannot say another thing than
// the menus.
// Thread rule: the GUI thread.
#pragma once

#include <QString>

namespace perfect {

class Actions;

QString shortcutPage(const Actions& actions);

}  // namespace perfect
