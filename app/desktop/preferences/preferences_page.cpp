// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences/preferences_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/desktop/theme/dress.h"

namespace perfect {

PreferencesPage::PreferencesPage(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("page"));
  m_column->setContentsMargins(4, 4, 8, 4);
  m_column->setSpacing(10);
  m_column->addStretch(1);
}

QFormLayout* PreferencesPage::addCard(const QString& title) {
  auto* card = new QFrame(this);
  card->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(card);
  box->setContentsMargins(14, 10, 14, 12);
  auto* label = new QLabel(title, card);
  label->setProperty("role", QStringLiteral("title"));
  box->addWidget(label);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(14);
  form->setVerticalSpacing(6);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  box->addLayout(form);
  m_column->insertWidget(m_column->count() - 1, card);
  return form;
}

QLabel* PreferencesPage::addRow(QFormLayout* form, const QString& name, QWidget* field, const QString& tip) {
  field->setAccessibleName(name);
  field->setToolTip(tip);
  auto* label = new QLabel(name, this);
  label->setBuddy(field);
  auto* said = new QLabel(this);
  said->setWordWrap(true);
  auto* both = new QVBoxLayout;
  both->setSpacing(1);
  both->addWidget(field);
  both->addWidget(said);
  form->addRow(label, both);
  note(said, {}, false);
  return said;
}

void PreferencesPage::note(QLabel* label, const QString& text, bool bad) {
  label->setText(text);
  label->setVisible(!text.isEmpty());
  theme::dress(*label, {bad ? theme::Tone::Bad : theme::Tone::Muted, theme::kSmall});
}

}  // namespace perfect
