// SPDX-License-Identifier: GPL-3.0-or-later
//
// Help, first sheet: the mental model in thirty seconds; and the list of shortcuts.
// Thread rule: the GUI thread.
#pragma once

#include <QDialog>

namespace perfect {

class HelpSheet final : public QDialog {
  Q_OBJECT

 public:
  explicit HelpSheet(QWidget* parent = nullptr);
};

}  // namespace perfect
