// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preferences of how the window looks: theme, size of type, motion, language.
// Thread rule: the GUI thread. The look outlives the page.
#pragma once

#include "app/desktop/preferences/preferences_page.h"

class QComboBox;
class QSpinBox;

namespace perfect {

class Appearance;

class LookPage final : public PreferencesPage {
  Q_OBJECT

 public:
  LookPage(Appearance& look, QWidget* parent = nullptr);
  void keep() override;

 private:
  Appearance& m_look;
  QComboBox* m_theme;
  QSpinBox* m_percent;
  QComboBox* m_motion;
  QComboBox* m_language;
};

}  // namespace perfect
