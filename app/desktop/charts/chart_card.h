// SPDX-License-Identifier: GPL-3.0-or-later
//
// One chart with its title and a value: the present one, or the one at the moment pointed at.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <vector>

#include "app/desktop/charts/chart_view.h"

class QLabel;
QT_BEGIN_NAMESPACE
class QAreaSeries;
class QLineSeries;
QT_END_NAMESPACE

namespace perfect {

class ChartCard final : public QFrame {
  Q_OBJECT

 public:
  /// A piece of the value, in its colour: "v2 3".
  struct Piece {
    QString text;
    QColor colour;
  };
  struct Band {
    QList<QPointF> lower;
    QList<QPointF> upper;
    QColor colour;
  };

  /// `shortTitle` stands where the value leaves no room for the whole one.
  ChartCard(const QString& title, const QString& shortTitle, QWidget* parent = nullptr);

  ChartView* view() const { return m_view; }
  const QString& title() const { return m_title; }

  /// `what` is told of its title, where the pointer does not read values; `keys` too where help is asked for.
  void explain(const QString& what, const QString& keys);
  /// `reference` is drawn dashed (desired, target).
  void setLines(const QList<QPointF>& line, const QColor& colour, const QList<QPointF>& reference);
  void setBands(const std::vector<Band>& bands);
  void setValue(const std::vector<Piece>& pieces);
  QString value() const;
  /// Draws the card as it stands, for a file: `place` is its frame.
  void paintOn(QPainter& painter, const QRectF& place);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fitTitle();
  void fitHeight(const std::vector<const QList<QPointF>*>& lines);
  void addBandSeries();

  struct BandSeries {
    QLineSeries* lower;
    QLineSeries* upper;
    QAreaSeries* area;
  };
  QString m_title;
  QString m_shortTitle;
  QLabel* m_name;
  QLabel* m_value;
  ChartView* m_view;
  QLineSeries* m_line = nullptr;
  QLineSeries* m_reference = nullptr;
  std::vector<BandSeries> m_bands;
  std::vector<Piece> m_pieces;
};

}  // namespace perfect
