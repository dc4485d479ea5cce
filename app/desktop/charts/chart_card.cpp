// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart_card.h"

#include <QAreaSeries>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kMostPoints = 1200;
constexpr double kLine = 2.5;

}  // namespace

ChartCard::ChartCard(const QString& title, const QString& shortTitle, QWidget* parent)
    : QFrame(parent),
      m_title(title),
      m_shortTitle(shortTitle),
      m_name(new QLabel(title, this)),
      m_value(new QLabel(this)),
      m_view(new ChartView(this)) {
  setProperty("role", QStringLiteral("card"));
  m_view->setAccessibleName(title);
  m_name->setProperty("role", QStringLiteral("title"));
  m_name->setMinimumWidth(10);
  m_value->setTextFormat(Qt::RichText);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(10, 5, 8, 0);
  head->addWidget(m_name, 1);
  head->addWidget(m_value);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 6, 2);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(m_view, 1);
}

void ChartCard::explain(const QString& what, const QString& keys) {
  m_name->setToolTip(what);
  m_value->setToolTip(what);
  setWhatsThis(what + QLatin1Char(' ') + keys);
  m_view->setWhatsThis(whatsThis());
}

void ChartCard::setLines(const QList<QPointF>& line, const QColor& colour, const QList<QPointF>& reference) {
  if (m_line == nullptr) {
    m_reference = new QLineSeries(this);
    m_line = new QLineSeries(this);
    m_view->addSeries(m_reference);
    m_view->addSeries(m_line);
  }
  const QPen dashed(theme::colours().attention, 1.8, Qt::DashLine);
  const QPen pen(colour, kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
  if (m_line->pen() != pen) m_line->setPen(pen);
  if (m_reference->pen() != dashed) m_reference->setPen(dashed);
  fitHeight({&line, &reference});
  m_line->replace(thinned(line, kMostPoints));
  m_reference->replace(thinned(reference, kMostPoints));
}

void ChartCard::addBandSeries() {
  BandSeries series{};
  series.lower = new QLineSeries(this);
  series.upper = new QLineSeries(this);
  series.area = new QAreaSeries(series.upper, series.lower);
  m_view->addSeries(series.area);
  m_bands.push_back(series);
}

void ChartCard::setBands(const std::vector<Band>& bands) {
  while (m_bands.size() < bands.size()) addBandSeries();
  std::vector<const QList<QPointF>*> uppers;
  for (std::size_t i = 0; i < m_bands.size(); ++i) {
    const BandSeries& series = m_bands[i];
    series.area->setVisible(i < bands.size());
    if (i >= bands.size()) continue;
    const QColor fill = theme::mix(bands[i].colour, theme::colours().raised, 0.7);
    if (series.area->brush().color() != fill) series.area->setBrush(fill);
    // No outline: where a band has no height there is nothing to see.
    const QPen pen(Qt::NoPen);
    if (series.area->pen() != pen) series.area->setPen(pen);
    series.lower->replace(thinned(bands[i].lower, kMostPoints));
    series.upper->replace(thinned(bands[i].upper, kMostPoints));
    uppers.push_back(&bands[i].upper);
  }
  fitHeight(uppers);
}

void ChartCard::fitHeight(const std::vector<const QList<QPointF>*>& lines) {
  double most = 1;
  for (const QList<QPointF>* points : lines) {
    for (const QPointF& p : *points) most = std::max(most, p.y());
  }
  m_view->setTop(niceTop(most));
}

QString ChartCard::value() const {
  QStringList texts;
  for (const Piece& piece : m_pieces) texts << piece.text;
  return texts.join(QStringLiteral("  "));
}

void ChartCard::setValue(const std::vector<Piece>& pieces) {
  QString html;
  for (const Piece& piece : pieces) {
    if (!html.isEmpty()) html += QStringLiteral("&nbsp; ");
    html += QStringLiteral("<b style='color:%1'>%2</b>").arg(piece.colour.name(), piece.text.toHtmlEscaped());
  }
  m_pieces = pieces;
  if (html == m_value->text()) return;
  m_value->setText(html);
  m_view->setAccessibleDescription(m_title + QStringLiteral(": ") + value());
  fitTitle();
  layout()->activate();
}

/// The values come first; what is left of a title must still say something.
void ChartCard::fitTitle() {
  constexpr qsizetype kLeast = 4;  // "Ver…"
  const int room = width() - 34 - m_value->sizeHint().width();
  const QFontMetrics metrics = m_name->fontMetrics();
  QString text = m_title;
  if (metrics.horizontalAdvance(text) > room)
    text = metrics.elidedText(m_shortTitle, Qt::ElideRight, std::max(0, room));
  m_name->setText(text.size() < kLeast ? QString() : text);
}

void ChartCard::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fitTitle();
}

void ChartCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::StyleChange && m_view != nullptr) m_view->restyle();
}

void ChartCard::paintOn(QPainter& painter, const QRectF& place) {
  const theme::Colours& c = theme::colours();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(c.line, 1));
  painter.setBrush(c.raised);
  painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
  const QRectF head(place.left() + 11, place.top() + 6, place.width() - 26, m_name->height());
  painter.setFont(m_name->font());
  painter.setPen(c.text);
  painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_name->text());
  double right = head.right();
  painter.setFont(theme::uiFont(theme::kBase, QFont::Bold));
  for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece) {
    painter.setPen(piece->colour);
    painter.drawText(QRectF(head.left(), head.top(), right - head.left(), head.height()),
                     Qt::AlignRight | Qt::AlignVCenter, piece->text);
    right -= QFontMetricsF(painter.font()).horizontalAdvance(piece->text) + 10;
  }
  const QRectF chart(m_view->geometry());
  m_view->render(&painter, chart.translated(place.topLeft()), m_view->viewport()->rect());
  painter.restore();
}

}  // namespace perfect
