// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/minimap.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr QSize kMost(220, 150);
constexpr int kLeast = 64;
constexpr int kRim = 6;
constexpr int kMapFromEdge = 12;
constexpr int kRefreshMs = 250;
constexpr int kAllTheWayOut = -100;

}  // namespace

Minimap::Minimap(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Map of the Grid"));
  setToolTip(tr("All of the Grid; click or drag to move the view (Ctrl+M hides it)"));
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  QToolButton* out = makeButton(QStringLiteral("−"), tr("Zoom out"));
  QToolButton* all = makeButton(tr("all"), tr("Show everything"));
  QToolButton* in = makeButton(QStringLiteral("+"), tr("Zoom in"));
  QToolButton* close = makeButton(QStringLiteral("×"), tr("Hide the map"));
  row->addWidget(out);
  row->addWidget(in);
  row->addWidget(all);
  row->addStretch(1);
  row->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kRim, kRim, kRim, kRim - 2);
  column->addStretch(1);
  column->addLayout(row);
  connect(out, &QToolButton::clicked, this, [this] { Q_EMIT zoomWanted(-1); });
  connect(all, &QToolButton::clicked, this, [this] { Q_EMIT zoomWanted(kAllTheWayOut); });
  connect(in, &QToolButton::clicked, this, [this] { Q_EMIT zoomWanted(1); });
  connect(close, &QToolButton::clicked, this, &Minimap::closed);
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshMs);
  connect(&m_refresh, &QTimer::timeout, this, [this] {
    m_picture = {};
    update();
  });
  hide();
}

QToolButton* Minimap::makeButton(const QString& sign, const QString& name) {
  auto* button = new QToolButton(this);
  button->setText(sign);
  button->setAccessibleName(name);
  button->setToolTip(name);
  button->setFocusPolicy(Qt::NoFocus);  // the Grid's own keys do the same
  button->setProperty("role", QStringLiteral("small"));
  return button;
}

void Minimap::place(const QRect& within, QSize all, const QRect& sight) {
  const bool fits = all.width() <= sight.width() && all.height() <= sight.height();
  if (!m_wanted || fits || all.isEmpty() || within.width() < 2 * kMost.width() || within.height() < kMost.height() * 2)
    return hide();
  QSize picture = all.scaled(kMost, Qt::KeepAspectRatio).expandedTo(QSize(kLeast, kLeast));
  picture = picture.boundedTo(kMost);
  const QSize size(std::max(picture.width(), theme::scaled(150)) + 2 * kRim,
                   picture.height() + 2 * kRim + theme::scaled(30));
  if (all != m_all || size != this->size()) m_picture = {};
  m_all = all;
  m_sight = sight;
  setGeometry(QRect(within.bottomRight() - QPoint(size.width() + kMapFromEdge, size.height() + kMapFromEdge), size));
  show();
  raise();
  update();
}

void Minimap::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange) m_picture = {};
}

void Minimap::refreshSoon() {
  if (isVisible() && !m_refresh.isActive()) m_refresh.start();
}

QRect Minimap::picturePlace() const { return rect().adjusted(kRim, kRim, -kRim, -kRim - theme::scaled(30)); }

void Minimap::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(c.line, 1.2));
  painter.setBrush(c.raised);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.6, 0.6, -0.6, -0.6), 8, 8);
  const QRect place = picturePlace();
  if (m_picture.isNull() && m_source) m_picture = m_source(place.size());
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.drawImage(place, m_picture);
  if (m_all.isEmpty()) return;
  const QSizeF scale(static_cast<double>(place.width()) / m_all.width(),
                     static_cast<double>(place.height()) / m_all.height());
  QRectF view(place.left() + m_sight.left() * scale.width(), place.top() + m_sight.top() * scale.height(),
              std::max(5.0, m_sight.width() * scale.width()), std::max(5.0, m_sight.height() * scale.height()));
  view = view.intersected(QRectF(place));
  QColor veil = c.accent;
  veil.setAlphaF(0.14F);
  painter.setPen(QPen(c.accent, 1.6));
  painter.setBrush(veil);
  painter.drawRect(view);
}

void Minimap::go(QPoint to) {
  const QRect place = picturePlace();
  const double x = static_cast<double>(to.x() - place.left()) / place.width();
  const double y = static_cast<double>(to.y() - place.top()) / place.height();
  Q_EMIT viewWanted(QPointF(std::clamp(x, 0.0, 1.0), std::clamp(y, 0.0, 1.0)));
}

void Minimap::mousePressEvent(QMouseEvent* event) { go(event->position().toPoint()); }

void Minimap::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) go(event->position().toPoint());
}

void Minimap::mouseReleaseEvent(QMouseEvent*) {}

void Minimap::mouseDoubleClickEvent(QMouseEvent*) {}

}  // namespace perfect
