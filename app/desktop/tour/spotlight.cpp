// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/spotlight.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kHoleMargin = 4;
constexpr int kHoleRadius = 9;
constexpr int kDim = 150;  // of 255
constexpr int kRing = 4;

QRect ringAround(const QRect& hole) { return hole.adjusted(-kRing, -kRing, kRing, kRing); }

}  // namespace

Spotlight::Spotlight(QWidget& window) : QWidget(&window), m_window(window) {
  setAttribute(Qt::WA_NoSystemBackground);
  setFocusPolicy(Qt::NoFocus);
  // What is dimmed is still read by a screen reader; this pane itself says nothing.
  setAccessibleName(QString());
  setGeometry(window.rect());
  m_window.installEventFilter(this);
  m_watched << &m_window;
}

QRect Spotlight::seenPart(const QWidget& control) {
  if (!control.isVisible()) return {};
  QRect part = control.rect();
  const QWidget* widget = &control;
  while (!widget->isWindow() && widget->parentWidget() != nullptr) {
    part.translate(widget->pos());
    widget = widget->parentWidget();
    part &= widget->rect();
  }
  return part;
}

void Spotlight::setTargets(const QList<QWidget*>& targets) {
  m_targets.clear();
  for (QWidget* target : targets) m_targets << target;
  watch();
  follow();
}

// Whatever moves a control is an event of the control or of one of those it stands in.
void Spotlight::watch() {
  for (const auto& watched : m_watched) {
    if (watched != nullptr && watched != &m_window) watched->removeEventFilter(this);
  }
  m_watched = {&m_window};
  for (const auto& target : m_targets) {
    for (QWidget* widget = target; widget != nullptr && widget != &m_window; widget = widget->parentWidget()) {
      if (m_watched.contains(widget)) continue;
      widget->installEventFilter(this);
      m_watched << widget;
    }
  }
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::ParentChange:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::ZOrderChange:
    case QEvent::ChildAdded:
    case QEvent::LayoutRequest:
      // Once they have settled; many come at a time.
      if (!m_followSoon) {
        m_followSoon = true;
        QTimer::singleShot(0, this, [this] {
          m_followSoon = false;
          watch();
          follow();
        });
      }
      break;
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

void Spotlight::follow() {
  QList<QRect> holes;
  for (const auto& target : m_targets) {
    const QRect part = target == nullptr ? QRect() : seenPart(*target);
    if (!part.isEmpty())
      holes << part.adjusted(-kHoleMargin, -kHoleMargin, kHoleMargin, kHoleMargin).intersected(m_window.rect());
  }
  if (holes == m_holes && geometry() == m_window.rect() && isVisible()) return;
  m_holes = holes;
  setGeometry(m_window.rect());
  QRegion dark(rect());
  for (const QRect& hole : m_holes) dark -= hole;
  // Where the main control stands inside a lit room, its ring does too.
  if (!m_holes.isEmpty()) dark += QRegion(ringAround(m_holes.first())) - m_holes.first();
  setMask(dark);
  update();
  Q_EMIT moved();
}

// The rings are drawn around the holes, on the dark side.
void Spotlight::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), QColor(0, 0, 0, kDim));
  painter.setRenderHint(QPainter::Antialiasing);
  const theme::Colours& c = theme::colours();
  for (qsizetype i = m_holes.size(); i-- > 0;) {
    const qreal width = i == 0 ? 3 : 1.5;
    painter.setPen(QPen(i == 0 ? c.accent : theme::mix(c.accent, c.muted, 0.5), width));
    const qreal out = width / 2 + 1;
    painter.drawRoundedRect(QRectF(m_holes[i]).adjusted(-out, -out, out, out), kHoleRadius, kHoleRadius);
  }
}

void Spotlight::mousePressEvent(QMouseEvent* event) { event->accept(); }

}  // namespace perfect
