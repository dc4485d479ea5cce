// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences/look_page.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <algorithm>

#include "app/desktop/theme/appearance.h"
#include "app/runtime/preferences.h"

namespace perfect {

LookPage::LookPage(Appearance& look, QWidget* parent)
    : PreferencesPage(parent),
      m_look(look),
      m_theme(new QComboBox(this)),
      m_percent(new QSpinBox(this)),
      m_motion(new QComboBox(this)),
      m_language(new QComboBox(this)) {
  for (const theme::ThemeId id : theme::kThemes) m_theme->addItem(theme::themeName(id), static_cast<int>(id));
  m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(look.theme())));
  m_percent->setRange(Appearance::kLeastPercent, Appearance::kMostPercent);
  m_percent->setSingleStep(25);
  m_percent->setSuffix(tr(" %"));
  m_percent->setValue(look.percent());
  m_motion->addItem(tr("as the system has it"), static_cast<int>(Appearance::Motion::System));
  m_motion->addItem(tr("full"), static_cast<int>(Appearance::Motion::Full));
  m_motion->addItem(tr("reduced"), static_cast<int>(Appearance::Motion::Reduced));
  m_motion->setCurrentIndex(m_motion->findData(static_cast<int>(look.motion())));
  m_language->addItem(tr("as the system has it"), QString());
  m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
  for (const QString& file : QDir(QStringLiteral(":/translations")).entryList({QStringLiteral("perfect_*.qm")})) {
    const QString code = file.mid(8).chopped(3);
    m_language->addItem(QLocale(code).nativeLanguageName(), code);
  }
  const Preferences preferences = loadPreferences();
  m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
  QFormLayout* form = addCard(tr("Look"));
  addRow(form, tr("Theme"), m_theme, tr("Colours of the whole window"));
  addRow(form, tr("Size of type"), m_percent, tr("100 to 300 % of the usual"));
  addRow(form, tr("Motion"), m_motion, tr("Whether pods appear and dissolve, and light moves"));
  note(addRow(form, tr("Language"), m_language, tr("Of everything that is written here")),
       tr("From the next start on."), false);
}

void LookPage::keep() {
  m_look.setTheme(static_cast<theme::ThemeId>(m_theme->currentData().toInt()));
  m_look.setPercent(m_percent->value());
  m_look.setMotion(static_cast<Appearance::Motion>(m_motion->currentData().toInt()));
  Preferences preferences = loadPreferences();
  preferences.language = m_language->currentData().toString();
  savePreferences(preferences);
}

}  // namespace perfect
