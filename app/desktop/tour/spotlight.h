// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dims a window but for some of its controls, which stay usable: the mouse passes through the holes. Follows the
// controls wherever they go (resized, split, scrolled, moved to another page).
// Thread rule: the GUI thread.
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace perfect {

class Spotlight final : public QWidget {
  Q_OBJECT

 public:
  /// Covers `window`, of which it is a child.
  explicit Spotlight(QWidget& window);

  /// The first one is the main one. Those that are not in view are left dark.
  void setTargets(const QList<QWidget*>& targets);
  /// What is lit, in the window's coordinates; the main one first.
  const QList<QRect>& holes() const { return m_holes; }
  /// The part of a control that can be seen in its window; empty where it is hidden or scrolled away.
  static QRect seenPart(const QWidget& control);

 Q_SIGNALS:
  /// Holes have moved, or the window has another size.
  void moved();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  void watch();
  void follow();

  QWidget& m_window;
  QList<QPointer<QWidget>> m_targets;
  QList<QPointer<QObject>> m_watched;
  QList<QRect> m_holes;
  bool m_followSoon = false;
};

}  // namespace perfect
