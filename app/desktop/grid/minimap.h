// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole Grid in a corner, as long as not all of it fits the view: where the view is, and how the rest fares.
// Click or drag moves the view.
// Thread rule: the GUI thread.
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>
#include <functional>

class QToolButton;

namespace perfect {

class Minimap final : public QWidget {
  Q_OBJECT

 public:
  /// A picture of everything in this size.
  using Source = std::function<QImage(QSize)>;

  explicit Minimap(QWidget* parent = nullptr);

  void setSource(Source source) { m_source = std::move(source); }
  /// `all`: size of the content; `sight`: the part in view. Hidden where everything is in view.
  void place(const QRect& within, QSize all, const QRect& sight);
  void setWanted(bool wanted) { m_wanted = wanted; }
  bool wanted() const { return m_wanted; }
  /// Something is another one: the picture is made again, a few times a second at most.
  void refreshSoon();
  /// Where the picture stands in this widget.
  QRect picturePlace() const;

 Q_SIGNALS:
  /// The view's middle as a share of the content, 0 … 1.
  void viewWanted(QPointF centre);
  /// Steps in (or, negative, out); far out: everything.
  void zoomWanted(int steps);
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QToolButton* makeButton(const QString& sign, const QString& name);
  void go(QPoint to);

  Source m_source;
  QImage m_picture;
  QSize m_all;
  QRect m_sight;
  bool m_wanted = true;
  QTimer m_refresh;
};

}  // namespace perfect
