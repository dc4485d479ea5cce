// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alerts by e-mail as the desktop sets them: the environment, then Preferences (a settings file, and the keychain for
// the password), used by the running program.
// Thread rule: the main thread. The LiveRun outlives it.
#pragma once

#include "app/desktop/alerts/alert_desk.h"
#include "app/desktop/preferences/keychain.h"

namespace perfect {

class LiveRun;

class DesktopAlerts final : public AlertDesk {
  Q_OBJECT

 public:
  /// What Preferences hold on the disk: everything but the password.
  static AlertTexts storedPreferences();

  DesktopAlerts(LiveRun& run, const AlertTexts& environment);

  AlertTexts environment() const override { return m_environment; }
  AlertTexts preferences() const override { return m_preferences; }
  MailState mailState() const override;
  QString keychainNote() const override;
  void keep(const AlertTexts& preferences) override;
  void sendTest(const AlertTexts& preferences) override;

 private:
  void use();
  void onRead(const QString& password, const QString& fault);
  void onWritten(const QString& fault);
  bool waitsForPassword() const;

  LiveRun& m_run;
  const AlertTexts m_environment;
  AlertTexts m_preferences;
  Keychain m_keychain{QStringLiteral("SMTP_PASS")};
  bool m_reading = false;
  QString m_keychainFault;  ///< empty: it works, or was not needed yet
  QString m_fault;          ///< why what is set cannot be used
};

}  // namespace perfect
