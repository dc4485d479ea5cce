// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/page.h"

#include <QEvent>

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

}  // namespace perfect
