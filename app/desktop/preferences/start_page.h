// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preferences that hold from the next start on: tick and seed of the simulation, address and key of the REST server.
// Thread rule: the GUI thread.
#pragma once

#include "app/desktop/preferences/preferences_page.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace perfect {

/// What the command line or the environment of this run gave, and what therefore wins over Preferences.
struct GivenValues {
  bool tick = false;
  bool seed = false;
  bool listen = false;
  bool key = false;
};

class StartPage final : public PreferencesPage {
  Q_OBJECT

 public:
  explicit StartPage(const GivenValues& given, QWidget* parent = nullptr);
  bool good() const override;
  void keep() override;

 private:
  void addSimulation(const GivenValues& given);
  void addRest(const GivenValues& given);
  void judge();

  QSpinBox* m_tick;
  QLineEdit* m_seed;
  QCheckBox* m_rest;
  QLineEdit* m_host;
  QSpinBox* m_port;
  QCheckBox* m_requireKey;
  QLineEdit* m_key;
  QLabel* m_seedNote = nullptr;
  QLabel* m_hostNote = nullptr;
  QLabel* m_keyNote = nullptr;
};

}  // namespace perfect
