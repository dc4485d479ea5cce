// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keys of every command, from the one list of them.
// Thread rule: the GUI thread.
#pragma once

#include <QDialog>

namespace perfect {

class Actions;

class ShortcutSheet final : public QDialog {
  Q_OBJECT

 public:
  ShortcutSheet(const Actions& actions, QWidget* parent);
};

}  // namespace perfect
