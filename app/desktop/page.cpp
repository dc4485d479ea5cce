// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/page.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QSlider>

namespace perfect {

Page::Page(QWidget* parent) : QScrollArea(parent), m_inner(new QWidget(this)), m_column(new QVBoxLayout(m_inner)) {
  m_inner->setObjectName(QStringLiteral("page"));
  m_column->setContentsMargins(12, 6, 12, 12);
  m_column->setSpacing(10);
  setWidget(m_inner);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setFocusPolicy(Qt::NoFocus);
}

void Page::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::StyleChange) restyle();
}

// Over a control that nobody chose the wheel scrolls the page, and sends no command.
void Page::showEvent(QShowEvent* event) {
  QScrollArea::showEvent(event);
  for (QWidget* control : m_inner->findChildren<QWidget*>()) {
    if (qobject_cast<QAbstractSpinBox*>(control) != nullptr || qobject_cast<QComboBox*>(control) != nullptr ||
        qobject_cast<QSlider*>(control) != nullptr) {
      control->removeEventFilter(this);
      control->installEventFilter(this);
      if (control->focusPolicy() == Qt::WheelFocus) control->setFocusPolicy(Qt::StrongFocus);
    }
  }
}

bool Page::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel && watched != this) {
    const auto* control = qobject_cast<QWidget*>(watched);
    if (control != nullptr && !control->hasFocus() && m_inner->isAncestorOf(control)) {
      event->ignore();
      return true;
    }
  }
  return QScrollArea::eventFilter(watched, event);
}

}  // namespace perfect
