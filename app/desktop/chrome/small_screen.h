// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a window shows where its screen is smaller than its content can be (1440×900 at 200 %): the content keeps its
// least size and is moved about with scroll bars, and a control that takes the focus comes into sight. On every other
// screen nothing of it is seen. Thread rule: the GUI thread.
#pragma once

#include <QScrollArea>

namespace perfect {

class SmallScreen final : public QScrollArea {
  Q_OBJECT

 public:
  /// Least size of the content, in device-independent pixels.
  static constexpr QSize kLeast{900, 620};

  /// Takes `content`.
  explicit SmallScreen(QWidget* content, QWidget* parent = nullptr);
  ~SmallScreen() override;

  /// Holds the window at kLeast or above where its screen has the room for that.
  static void fit(QWidget& window);

 protected:
  void showEvent(QShowEvent* event) override;
  /// The content's: whoever asks for the window's size is not to know about this.
  QSize sizeHint() const override { return widget()->sizeHint(); }

 private:
  void fitWindow() { fit(*window()); }
  void showFocus(QWidget* before, QWidget* now);
};

}  // namespace perfect
