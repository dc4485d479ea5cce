// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command palette (Ctrl+K): a line to type in and what fits below it, over the window. Enter does it, Escape and a
// click elsewhere close it, and the keyboard goes back where it was.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <QPointer>
#include <vector>

#include "app/desktop/palette/palette_model.h"

class QLabel;
class QLineEdit;
class QListView;

namespace perfect {

class CommandPalette final : public QFrame {
  Q_OBJECT

 public:
  /// Lies over `window`, of which it is a child.
  explicit CommandPalette(QWidget& window);

  void open(std::vector<PaletteEntry> entries, const Frame& frame);
  void shut();
  PaletteModel* model() const { return m_model; }
  QLineEdit* line() const { return m_line; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void typed(const QString& text);
  void choose(int row);
  void move(int rows);
  void place();

  QWidget& m_window;
  PaletteModel* m_model;
  QLineEdit* m_line;
  QListView* m_list;
  QLabel* m_hint;
  QPointer<QWidget> m_before;  ///< had the keyboard
};

}  // namespace perfect
