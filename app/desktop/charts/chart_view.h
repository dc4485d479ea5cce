// SPDX-License-Identifier: GPL-3.0-or-later
//
// A chart with a time axis, a cross-hair and marks, for mouse and keyboard: tells which moment is pointed at, and
// draws what all charts of a panel point at together.
// Thread rule: the GUI thread.
#pragma once

#include <QChartView>
#include <optional>

#include "app/desktop/charts/chart_lines.h"

QT_BEGIN_NAMESPACE
class QValueAxis;
QT_END_NAMESPACE

namespace perfect {

class ChartView final : public QChartView {
  Q_OBJECT

 public:
  enum class Step { Back, On, FarBack, FarOn, First, Last, Choose, Leave };

  explicit ChartView(QWidget* parent = nullptr);

  void setWindow(const TimeWindow& window);
  /// Axis from 0 to `top`.
  void setTop(double top);
  /// `y`: where the line is at that moment.
  void setCursor(std::optional<SimTime> t, std::optional<double> y);
  void setMark(std::optional<SimTime> t);
  /// What stands in the middle while there is nothing to draw; empty: nothing.
  void setNote(const QString& note);
  void addSeries(QAbstractSeries* series);
  void restyle();
  /// Those beside the axis: as many as stand there without touching one another.
  QList<double> shownNumbers() const;

 Q_SIGNALS:
  void pointedAt(SimTime t);
  void left();
  void chosen(SimTime t);
  void stepped(perfect::ChartView::Step step);

 protected:
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;

 private:
  SimTime timeAt(const QPoint& place) const;
  double xOf(SimTime t) const;
  double yOf(double value) const;
  void fitMargins();
  void drawScales(QPainter& painter, const QRectF& plot) const;

  TimeWindow m_window;
  QValueAxis* m_x;
  QValueAxis* m_y;
  std::optional<SimTime> m_cursor;
  std::optional<double> m_cursorY;
  std::optional<SimTime> m_mark;
  QString m_note;
  double m_top = 1;
};

}  // namespace perfect
