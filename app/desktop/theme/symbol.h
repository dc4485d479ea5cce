// SPDX-License-Identifier: GPL-3.0-or-later
//
// One of the program's symbols as a widget, as high as a line of text; follows theme and size of type.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>

#include "app/desktop/theme/icons.h"

namespace perfect::theme {

class Symbol final : public QWidget {
  Q_OBJECT

 public:
  explicit Symbol(QWidget* parent = nullptr);
  void show(Glyph glyph, Tone tone);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Glyph m_glyph = Glyph::Disc;
  Tone m_tone = Tone::Muted;
};

}  // namespace perfect::theme
