// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart_card.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>

#include "app/desktop/charts/series_store.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

/// The next of 2, 4, 6, 10 · 10ⁿ above `value`, so that the axis rarely changes and the label in its middle is whole.
double niceTop(double value) {
  double unit = 1;
  while (unit < 1e12) {
    for (const double step : {2.0, 4.0, 6.0, 10.0}) {
      if (step * unit >= value) return step * unit;
    }
    unit *= 10;
  }
  return value;
}

}  // namespace

ChartCard::ChartCard(const QString& title, const QString& shortTitle, const QColor& colour, QWidget* parent)
    : QFrame(parent),
      m_title(title),
      m_shortTitle(shortTitle),
      m_name(new QLabel(title, this)),
      m_value(new QLabel(this)),
      m_view(new QChartView(new QChart, this)),
      m_line(new QLineSeries(this)),
      m_reference(new QLineSeries(this)),
      m_x(new QValueAxis(this)),
      m_y(new QValueAxis(this)) {
  const theme::Colours& c = theme::colours();
  setProperty("role", QStringLiteral("card"));
  setAccessibleName(title);

  QChart* chart = m_view->chart();
  chart->legend()->hide();
  chart->setAnimationOptions(QChart::NoAnimation);
  chart->setBackgroundVisible(false);
  chart->setMargins(QMargins(0, 0, 0, 0));
  chart->layout()->setContentsMargins(0, 0, 0, 0);
  m_line->setPen(QPen(colour, 2));
  m_reference->setPen(QPen(c.attention, 1.4, Qt::DashLine));
  chart->addSeries(m_reference);
  chart->addSeries(m_line);
  m_x->setRange(-static_cast<double>(kSeriesWindow) / 1000, 0);
  m_x->setVisible(false);
  m_y->setRange(0, 1);
  m_y->setTickCount(3);
  m_y->setLabelFormat(QStringLiteral("%.0f"));
  m_y->setLabelsFont(theme::uiFont(theme::kSmall));
  m_y->setLabelsColor(c.muted);
  m_y->setGridLineColor(theme::mix(c.line, c.raised, 0.55));
  m_y->setLineVisible(false);
  chart->addAxis(m_x, Qt::AlignBottom);
  chart->addAxis(m_y, Qt::AlignLeft);
  for (QLineSeries* series : {m_reference, m_line}) {
    series->attachAxis(m_x);
    series->attachAxis(m_y);
  }
  m_view->setRenderHint(QPainter::Antialiasing);
  m_view->setBackgroundBrush(Qt::NoBrush);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setStyleSheet(QStringLiteral("background: transparent;"));
  m_view->setMinimumSize(80, 56);
  m_view->setFocusPolicy(Qt::NoFocus);

  theme::dress(*m_name, {theme::Tone::Text, theme::kBase, true});
  m_name->setMinimumWidth(10);
  m_value->setFont(theme::monoFont(theme::kBase, QFont::Bold));
  auto* head = new QHBoxLayout;
  head->setContentsMargins(10, 7, 10, 0);
  head->addWidget(m_name, 1);
  head->addWidget(m_value);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 6, 4);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(m_view, 1);
}

void ChartCard::fitHeight(const QList<QPointF>& line, const QList<QPointF>& reference) {
  double most = 1;
  for (const QList<QPointF>* points : {&line, &reference}) {
    for (const QPointF& p : *points) most = std::max(most, p.y());
  }
  const double top = niceTop(most * 1.08);
  if (top == m_top) return;
  m_top = top;
  m_y->setRange(0, top);
}

void ChartCard::setPoints(const QList<QPointF>& line, const QList<QPointF>& reference) {
  fitHeight(line, reference);
  m_line->replace(line);
  m_reference->replace(reference);
}

void ChartCard::setValue(const QString& text, const QColor& colour) {
  if (m_value->text() == text) return;
  m_value->setText(text);
  m_value->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
  setAccessibleDescription(m_title + QStringLiteral(": ") + text);
  fitTitle();
}

void ChartCard::fitTitle() {
  const int room = width() - 36 - m_value->sizeHint().width();
  m_name->setText(m_name->fontMetrics().horizontalAdvance(m_title) <= room ? m_title : m_shortTitle);
}

void ChartCard::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fitTitle();
}

}  // namespace perfect
