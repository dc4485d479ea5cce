// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart_view.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kBetweenTimes = 8;
constexpr double kBelowZero = 0.07;  // of the height, so that a line at 0 is seen

/// "0", "500", "1k", "2.5M": short, because there is little room beside a small chart.
QString axisNumber(double value) {
  if (value >= 1e6) return QString::number(value / 1e6) + QLatin1Char('M');
  if (value >= 1e3) return QString::number(value / 1e3) + QLatin1Char('k');
  return QString::number(value);
}

int timesHeight() { return QFontMetrics(theme::uiFont(theme::kSmall)).height() + 2; }

}  // namespace

ChartView::ChartView(QWidget* parent)
    : QChartView(new QChart, parent), m_x(new QValueAxis(this)), m_y(new QValueAxis(this)) {
  QChart* chart = this->chart();
  chart->legend()->hide();
  chart->setAnimationOptions(QChart::NoAnimation);
  chart->setBackgroundVisible(false);
  chart->layout()->setContentsMargins(0, 0, 0, 0);
  m_x->setVisible(false);
  m_y->setTickType(QValueAxis::TicksDynamic);
  m_y->setTickAnchor(0);
  m_y->setLabelsVisible(false);  // drawn here: they would be cut where numbers grow
  m_y->setLineVisible(false);
  chart->addAxis(m_x, Qt::AlignBottom);
  chart->addAxis(m_y, Qt::AlignLeft);
  setRenderHint(QPainter::Antialiasing);
  setFrameShape(QFrame::NoFrame);
  setBackgroundBrush(Qt::NoBrush);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMinimumSize(80, 56);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  viewport()->setFocusPolicy(Qt::NoFocus);  // the chart has the keyboard
  setTop(2);
  restyle();
}

void ChartView::restyle() {
  const theme::Colours& c = theme::colours();
  fitMargins();
  m_y->setGridLineColor(theme::mix(c.line, c.raised, 0.6));
}

void ChartView::fitMargins() {
  const QFontMetrics small(theme::uiFont(theme::kSmall));
  const int left = std::max(small.horizontalAdvance(axisNumber(m_top)), small.horizontalAdvance(axisNumber(m_top / 2)));
  const QMargins margins(left + 6, 2, 2, timesHeight());
  if (margins == chart()->margins()) return;
  chart()->setMargins(margins);
  // At once: the numbers are drawn beside the plot as it is.
  chart()->layout()->invalidate();
  chart()->layout()->activate();
}

void ChartView::addSeries(QAbstractSeries* series) {
  chart()->addSeries(series);
  series->attachAxis(m_x);
  series->attachAxis(m_y);
}

void ChartView::setWindow(const TimeWindow& window) {
  const bool moved = window.from != m_window.from || window.to != m_window.to;
  m_window = window;
  if (moved) m_x->setRange(chartSeconds(window.from), chartSeconds(std::max(window.from + 1, window.to)));
  viewport()->update();
}

void ChartView::setTop(double top) {
  if (top == m_top) return;
  m_top = top;
  m_y->setTickInterval(top / 2);
  m_y->setRange(-top * kBelowZero, top * (1 + kBelowZero));
  fitMargins();
}

void ChartView::setCursor(std::optional<SimTime> t, std::optional<double> y) {
  if (m_cursor == t && m_cursorY == y) return;
  m_cursor = t;
  m_cursorY = y;
  viewport()->update();
}

void ChartView::setMark(std::optional<SimTime> t) {
  if (m_mark == t) return;
  m_mark = t;
  viewport()->update();
}

void ChartView::setNote(const QString& note) {
  if (m_note == note) return;
  m_note = note;
  m_y->setGridLineVisible(note.isEmpty());  // no line through what is to be read
  viewport()->update();
}

SimTime ChartView::timeAt(const QPoint& place) const {
  const double seconds = chart()->mapToValue(chart()->mapFromScene(mapToScene(place))).x();
  return std::clamp(static_cast<SimTime>(std::llround(seconds * 1000)), m_window.from, m_window.now);
}

double ChartView::xOf(SimTime t) const {
  const QRectF plot = chart()->plotArea();
  const auto width = static_cast<double>(std::max<SimTime>(1, m_window.to - m_window.from));
  return plot.left() + plot.width() * static_cast<double>(t - m_window.from) / width;
}

void ChartView::mouseMoveEvent(QMouseEvent* event) { Q_EMIT pointedAt(timeAt(event->position().toPoint())); }

void ChartView::mousePressEvent(QMouseEvent* event) { event->accept(); }

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT chosen(timeAt(event->position().toPoint()));
}

void ChartView::leaveEvent(QEvent* event) {
  QChartView::leaveEvent(event);
  if (!hasFocus()) Q_EMIT left();
}

void ChartView::keyPressEvent(QKeyEvent* event) {
  const bool far = event->modifiers().testFlag(Qt::ShiftModifier);
  switch (event->key()) {
    case Qt::Key_Left:
      return Q_EMIT stepped(far ? Step::FarBack : Step::Back);
    case Qt::Key_Right:
      return Q_EMIT stepped(far ? Step::FarOn : Step::On);
    case Qt::Key_Home:
      return Q_EMIT stepped(Step::First);
    case Qt::Key_End:
      return Q_EMIT stepped(Step::Last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return Q_EMIT stepped(Step::Choose);
    case Qt::Key_Escape:
      return Q_EMIT stepped(Step::Leave);
    default:
      event->ignore();
  }
}

void ChartView::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  viewport()->update();
  Q_EMIT left();
}

double ChartView::yOf(double value) const {
  const QRectF plot = chart()->plotArea();
  return plot.bottom() - plot.height() * (value / m_top + kBelowZero) / (1 + 2 * kBelowZero);
}

void ChartView::drawScales(QPainter& painter, const QRectF& plot) const {
  painter.setFont(theme::uiFont(theme::kSmall));
  painter.setPen(theme::colours().muted);
  const double high = painter.fontMetrics().height();
  for (const double value : shownNumbers()) {
    const QRectF place(0, std::max(0.0, yOf(value) - high / 2), plot.left() - 4, high);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, axisNumber(value));
  }
  const QRectF row(plot.left(), plot.bottom() + 1, plot.width(), timesHeight());
  const QString from = words::clock(m_window.from / 1000 * 1000);
  const QString to = words::clock(m_window.to / 1000 * 1000);
  const auto shorter = [](const QString& text) { return text.left(text.size() - 2); };  // whole seconds
  painter.drawText(row, Qt::AlignRight | Qt::AlignTop, shorter(to));
  const int both =
      painter.fontMetrics().horizontalAdvance(shorter(from)) + painter.fontMetrics().horizontalAdvance(shorter(to));
  if (both + kBetweenTimes <= row.width()) painter.drawText(row, Qt::AlignLeft | Qt::AlignTop, shorter(from));
}

QList<double> ChartView::shownNumbers() const {
  const double high = QFontMetrics(theme::uiFont(theme::kSmall)).height();
  const double step = yOf(0) - yOf(m_top / 2);
  if (step >= high) return {0, m_top / 2, m_top};
  return 2 * step >= high ? QList<double>{0, m_top} : QList<double>{m_top};
}

void ChartView::drawForeground(QPainter* painter, const QRectF& rect) {
  QChartView::drawForeground(painter, rect);
  const theme::Colours& c = theme::colours();
  const QRectF plot = chart()->plotArea();
  painter->save();
  if (m_note.isEmpty()) drawScales(*painter, plot);
  const auto within = [this](SimTime t) { return t >= m_window.from && t <= m_window.to; };
  if (m_mark && within(*m_mark)) {
    const double x = xOf(*m_mark);
    painter->setPen(QPen(c.accent, 2));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter->setBrush(c.accent);
    painter->setPen(Qt::NoPen);
    painter->drawPolygon(QPolygonF({{x - 5, plot.top() - 2}, {x + 5, plot.top() - 2}, {x, plot.top() + 5}}));
  }
  if (m_cursor && within(*m_cursor)) {
    const double x = xOf(*m_cursor);
    painter->setPen(QPen(c.text, 1, Qt::DashLine));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    if (m_cursorY) {
      painter->setPen(QPen(c.raised, 1.5));
      painter->setBrush(c.text);
      painter->drawEllipse(QPointF(x, yOf(*m_cursorY)), 4, 4);
    }
  }
  if (!m_note.isEmpty()) {
    painter->setFont(theme::uiFont(13));
    painter->setPen(c.muted);
    painter->drawText(plot, Qt::AlignCenter | Qt::TextWordWrap, m_note);
  }
  if (hasFocus()) {
    painter->setPen(QPen(c.accent, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(mapToScene(viewport()->rect()).boundingRect()).adjusted(1, 1, -1, -1), 4, 4);
  }
  painter->restore();
}

}  // namespace perfect
