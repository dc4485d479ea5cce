// SPDX-License-Identifier: GPL-3.0-or-later
//
// One small chart with its title and its present value. Axes stand still; only points are replaced.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QFrame>
#include <QList>
#include <QPointF>

class QLabel;
QT_BEGIN_NAMESPACE
class QChartView;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace perfect {

class ChartCard final : public QFrame {
  Q_OBJECT

 public:
  /// `shortTitle` stands where the value leaves no room for the whole one.
  ChartCard(const QString& title, const QString& shortTitle, const QColor& colour, QWidget* parent = nullptr);

  /// `reference` is drawn dashed (desired, target); x in seconds before now (−120 … 0).
  void setPoints(const QList<QPointF>& line, const QList<QPointF>& reference);
  void setValue(const QString& text, const QColor& colour);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitTitle();
  void fitHeight(const QList<QPointF>& line, const QList<QPointF>& reference);

  QString m_title;
  QString m_shortTitle;
  QLabel* m_name;
  QLabel* m_value;
  QChartView* m_view;
  QLineSeries* m_line;
  QLineSeries* m_reference;
  QValueAxis* m_x;
  QValueAxis* m_y;
  double m_top = 0;
};

}  // namespace perfect
