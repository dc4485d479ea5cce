// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/desktop_alerts.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSettings>

#include "app/desktop/wording.h"
#include "app/mail/alert_post.h"
#include "app/start/live_run.h"

namespace perfect {
namespace {

const QString kPassword = QStringLiteral("SMTP_PASS");
const QString kUser = QStringLiteral("SMTP_USER");

QString keyOf(const QString& variable) { return QStringLiteral("alerts/") + variable; }

}  // namespace

AlertTexts DesktopAlerts::storedPreferences() {
  const QSettings settings;
  AlertTexts texts;
  for (const AlertVariable& variable : alertVariables()) {
    const QString name = QLatin1String(variable.name);
    const QString value = settings.value(keyOf(name)).toString();
    if (!variable.secret && !value.isEmpty()) texts.insert(name, value);
  }
  return texts;
}

DesktopAlerts::DesktopAlerts(LiveRun& run, const AlertTexts& environment)
    : m_run(run), m_environment(environment), m_preferences(storedPreferences()) {
  connect(&m_keychain, &Keychain::readDone, this, &DesktopAlerts::onRead);
  connect(&m_keychain, &Keychain::written, this, &DesktopAlerts::onWritten);
  // A keychain may ask the person for its own password: not without need.
  if (waitsForPassword()) {
    m_reading = true;
    m_keychain.read();
  }
  use();
}

bool DesktopAlerts::waitsForPassword() const {
  const AlertTexts texts = mergedTexts(m_environment, m_preferences);
  return !texts.value(kUser).isEmpty() && texts.value(kPassword).isEmpty();
}

void DesktopAlerts::onRead(const QString& password, const QString& fault) {
  m_reading = false;
  m_keychainFault = fault;
  if (!password.isEmpty() && m_preferences.value(kPassword).isEmpty()) m_preferences.insert(kPassword, password);
  use();
}

void DesktopAlerts::onWritten(const QString& fault) {
  m_keychainFault = fault;
  Q_EMIT changed();
}

QString DesktopAlerts::keychainNote() const {
  if (m_keychainFault.isEmpty()) return tr("Kept in the desktop's keychain, never in a file.");
  return tr("No keychain answers here (%1): the password is known until the program ends. SMTP_PASS in the environment "
            "sets it for good.")
      .arg(m_keychainFault);
}

MailState DesktopAlerts::mailState() const {
  MailState state;
  const auto setup = readAlertSetup(mergedTexts(m_environment, m_preferences), words::wording());
  if (!setup) {
    state.text = m_reading ? tr("No mails yet: the keychain is asked for the password.")
                           : tr("No mails: %1 %2.").arg(setup.error().variable, setup.error().message);
    return state;
  }
  const MailSettings& mail = setup.value().mail;
  state.delivers = mail.delivers() && m_fault.isEmpty();
  state.unsafe = !mail.verify && mail.privacy() != MailPrivacy::Plain;
  if (state.delivers)
    state.text = tr("to %1").arg(routeText(mail, words::wording()));
  else if (!m_fault.isEmpty())
    state.text = tr("No mails: %1").arg(m_fault);
  else if (!mail.host.isEmpty() || !mail.to.isEmpty())
    state.text =
        mail.host.isEmpty() ? tr("No mails: a mail server is missing.") : tr("No mails: a recipient is missing.");
  return state;
}

void DesktopAlerts::use() {
  const auto setup = readAlertSetup(mergedTexts(m_environment, m_preferences), words::wording());
  m_fault = setup ? fileFault(setup.value().mail, words::wording()) : QString();
  m_run.useAlerts(setup && m_fault.isEmpty() ? setup.value().mail : MailSettings(),
                  setup ? setup.value().alerts : AlertSettings());
  Q_EMIT changed();
}

void DesktopAlerts::keep(const AlertTexts& preferences) {
  const QString before = m_preferences.value(kPassword);
  m_preferences = preferences;
  QSettings settings;
  for (const AlertVariable& variable : alertVariables()) {
    const QString name = QLatin1String(variable.name);
    if (variable.secret || !m_environment.value(name).isEmpty()) continue;
    if (preferences.value(name).isEmpty())
      settings.remove(keyOf(name));
    else
      settings.setValue(keyOf(name), preferences.value(name));
  }
  if (preferences.value(kPassword) != before && m_environment.value(kPassword).isEmpty())
    m_keychain.write(preferences.value(kPassword));
  use();
}

void DesktopAlerts::sendTest(const AlertTexts& preferences) {
  const auto setup = readAlertSetup(mergedTexts(m_environment, preferences), words::wording());
  const QString fault = setup ? fileFault(setup.value().mail, words::wording()) : setup.error().message;
  if (!fault.isEmpty()) {
    Q_EMIT testDone(false, fault, {});
    return;
  }
  const QPointer<DesktopAlerts> self(this);
  const QString route = routeText(setup.value().mail, words::wording());
  m_run.alertPost().sendTest(setup.value().mail, [self, route](const Attempt& attempt) {
    const bool sent = attempt.end == Attempt::End::Sent;
    QString text = sent ? tr("The server took it: %1.").arg(route) : attempt.text;
    if (sent && !attempt.text.isEmpty()) text += QStringLiteral(" ") + tr("But not for all: %1").arg(attempt.text);
    if (attempt.end == Attempt::End::Aborted) text = tr("The program ends.");
    QMetaObject::invokeMethod(
        qApp,
        [self, sent, text, dialogue = attempt.dialogue] {
          if (self) Q_EMIT self->testDone(sent, text, dialogue);
        },
        Qt::QueuedConnection);
  });
}

}  // namespace perfect
