// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/fold.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace perfect {

Fold::Fold(const QString& title, QWidget* content, bool open, QWidget* parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_content(content) {
  m_heading->setCheckable(true);
  m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_heading->setProperty("role", QStringLiteral("fold"));
  m_heading->setFocusPolicy(Qt::StrongFocus);
  m_heading->setToolTip(tr("Hide or show what stands below"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(m_heading);
  layout->addWidget(m_content);
  connect(m_heading, &QToolButton::toggled, this, [this](bool on) {
    m_content->setVisible(on);
    m_heading->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
    Q_EMIT opened(on);
  });
  setTitle(title);
  m_content->setVisible(open);
  m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
  m_heading->setChecked(open);
}

void Fold::setTitle(const QString& title) {
  m_heading->setText(title);
  m_heading->setAccessibleName(title);
}

void Fold::setOpen(bool open) { m_heading->setChecked(open); }

bool Fold::isOpen() const { return m_heading->isChecked(); }

}  // namespace perfect
