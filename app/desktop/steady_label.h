// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text of one or more lines that changes while somebody is about to click below it: where it is narrow it takes room
// for so many lines at once, more when it needs more, and gives none of that back until forget().
// Thread rule: the GUI thread.
#pragma once

#include <QHash>
#include <QLabel>

namespace perfect {

class SteadyLabel final : public QLabel {
  Q_OBJECT

 public:
  explicit SteadyLabel(int lines, QWidget* parent = nullptr);
  /// It is about something else now: the room that the last one needed is not kept.
  void forget();
  int heightForWidth(int width) const override;

 private:
  int m_lines;
  mutable int m_spacing = 0;
  mutable QHash<int, int> m_most;  ///< by width
};

}  // namespace perfect
