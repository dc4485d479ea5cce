// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/control_card.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace perfect {
namespace {

constexpr int kNarrow = 64;

}  // namespace

ControlCard::ControlCard(const QString& title, QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this)) {
  setProperty("role", QStringLiteral("card"));
  setAccessibleName(title);
  m_column->setContentsMargins(12, 9, 12, 11);
  m_column->setSpacing(8);
  auto* label = new QLabel(title, this);
  label->setProperty("role", QStringLiteral("title"));
  m_column->addWidget(label);
}

void ControlCard::present(const Frame& frame, const ServiceEntry& entry) {
  const bool another = !m_entry.state || m_entry.state->spec->name != entry.state->spec->name ||
                       m_entry.state->index != entry.state->index || !m_frame.snapshot ||
                       m_frame.snapshot->epochMs != frame.snapshot->epochMs;
  m_frame = frame;
  m_entry = entry;
  show(another);
}

void ControlCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::StyleChange) restyle();
}

QHBoxLayout* ControlCard::addRow() {
  auto* row = new QHBoxLayout;
  row->setSpacing(7);
  m_column->addLayout(row);
  return row;
}

QPushButton* ControlCard::makeButton(const QString& text, const QString& tip, const char* role) {
  auto* button = new QPushButton(text, this);
  button->setToolTip(tip);
  button->setAccessibleName(text);
  button->setAccessibleDescription(tip);
  if (role != nullptr) button->setProperty("role", QString::fromLatin1(role));
  return button;
}

QSpinBox* ControlCard::makeNumber(int least, int most, const QString& name, const QString& tip) {
  auto* number = new QSpinBox(this);
  number->setRange(least, most);
  number->setKeyboardTracking(false);
  number->setMinimumWidth(kNarrow);  // the page is a narrow one; numbers are mostly short
  number->setAccessibleName(name);
  number->setToolTip(tip);
  return number;
}

QComboBox* ControlCard::makeChoice(const QString& name, const QString& tip) {
  auto* choice = new QComboBox(this);
  choice->setMinimumWidth(kNarrow);
  choice->setAccessibleName(name);
  choice->setToolTip(tip);
  return choice;
}

QLabel* ControlCard::makeNote() {
  auto* note = new QLabel(this);
  note->setProperty("role", QStringLiteral("muted"));
  note->setWordWrap(true);
  return note;
}

}  // namespace perfect
