// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences/start_page.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include "app/desktop/preferences/keychain.h"
#include "app/runtime/preferences.h"

namespace perfect {
namespace {

constexpr int kDefaultTick = 1000;
constexpr int kDefaultPort = 8080;

bool seedGood(const QString& text) {
  bool ok = false;
  text.toULongLong(&ok);
  return ok || text.isEmpty();
}

}  // namespace

StartPage::StartPage(const GivenValues& given, QWidget* parent)
    : PreferencesPage(parent),
      m_tick(new QSpinBox(this)),
      m_seed(new QLineEdit(this)),
      m_rest(new QCheckBox(tr("Other programs may reach the simulation"), this)),
      m_host(new QLineEdit(this)),
      m_port(new QSpinBox(this)),
      m_requireKey(new QCheckBox(tr("Changes need a key (X-API-Key)"), this)),
      m_key(new QLineEdit(this)) {
  addSimulation(given);
  addRest(given);
  judge();
}

void StartPage::addSimulation(const GivenValues& given) {
  const Preferences preferences = loadPreferences();
  const QString later = tr("From the next start on.");
  const QString fixed = tr("This run has it from the command line or the environment, which win.");
  QFormLayout* form = addCard(tr("Simulation"));
  m_tick->setRange(10, 60000);
  m_tick->setSuffix(tr(" ms"));
  m_tick->setValue(static_cast<int>(preferences.tick.value_or(kDefaultTick)));
  note(addRow(form, tr("Tick"), m_tick, tr("How often the controller looks, in simulated milliseconds")),
       given.tick ? fixed : later, false);
  m_seed->setPlaceholderText(QStringLiteral("1"));
  if (preferences.seed) m_seed->setText(QString::number(*preferences.seed));
  m_seedNote = addRow(form, tr("Seed"), m_seed, tr("Of every random choice; a scenario's own wins over it"));
  m_seedNote->setProperty("calm", given.seed ? fixed : later);
  connect(m_seed, &QLineEdit::textChanged, this, &StartPage::judge);
}

void StartPage::addRest(const GivenValues& given) {
  const Preferences preferences = loadPreferences();
  const QString later = tr("From the next start on.");
  const QString fixed = tr("This run has it from the command line or the environment, which win.");
  QFormLayout* form = addCard(tr("REST server"));
  m_rest->setChecked(preferences.rest);
  note(addRow(form, tr("REST server"), m_rest, tr("curl, other programs, the page for a classroom")),
       given.listen ? fixed : later, false);
  m_host->setPlaceholderText(QStringLiteral("127.0.0.1"));
  m_host->setText(preferences.host);
  m_hostNote =
      addRow(form, tr("Address"), m_host, tr("127.0.0.1: this computer alone. 0.0.0.0: every network it is in"));
  m_port->setRange(0, 65535);
  m_port->setValue(preferences.port.value_or(kDefaultPort));
  addRow(form, tr("Port"), m_port, tr("0: a free one"));
  m_requireKey->setChecked(preferences.requireKey);
  addRow(form, tr("Key needed"), m_requireKey, tr("Without it everybody who reaches the port may change things"));
  m_key->setEchoMode(QLineEdit::Password);
  m_key->setPlaceholderText(preferences.requireKey ? tr("unchanged") : QString());
  m_keyNote = addRow(form, tr("Key"), m_key, tr("Kept in the desktop's keychain, never in a file"));
  m_keyNote->setProperty("calm", given.key ? fixed : tr("Kept in the desktop's keychain, never in a file."));
  connect(m_host, &QLineEdit::textChanged, this, &StartPage::judge);
  connect(m_key, &QLineEdit::textChanged, this, &StartPage::judge);
  for (QCheckBox* box : {m_rest, m_requireKey}) connect(box, &QCheckBox::toggled, this, &StartPage::judge);
}

bool StartPage::good() const {
  const bool keyThere = !m_requireKey->isChecked() || !m_key->text().isEmpty() || !m_key->placeholderText().isEmpty();
  return seedGood(m_seed->text()) && hostFault(m_host->text()).isEmpty() && keyThere;
}

void StartPage::judge() {
  const bool seed = seedGood(m_seed->text());
  note(m_seedNote, seed ? m_seedNote->property("calm").toString() : tr("Expected is a whole number from 0 on."), !seed);
  const QString host = hostFault(m_host->text());
  note(m_hostNote, host.isEmpty() ? QString() : tr("Expected is %1.").arg(host), true);
  const bool lacks = m_requireKey->isChecked() && m_key->text().isEmpty() && m_key->placeholderText().isEmpty();
  note(m_keyNote, lacks ? tr("Which key?") : m_keyNote->property("calm").toString(), lacks);
  for (QWidget* field :
       {static_cast<QWidget*>(m_host), static_cast<QWidget*>(m_port), static_cast<QWidget*>(m_requireKey)})
    field->setEnabled(m_rest->isChecked());
  m_key->setEnabled(m_rest->isChecked() && m_requireKey->isChecked());
  Q_EMIT edited();
}

void StartPage::keep() {
  Preferences preferences = loadPreferences();
  preferences.tick = m_tick->value() == kDefaultTick ? std::nullopt : std::optional<Millis>(m_tick->value());
  preferences.seed =
      m_seed->text().isEmpty() ? std::nullopt : std::optional<std::uint64_t>(m_seed->text().toULongLong());
  preferences.rest = m_rest->isChecked();
  preferences.host = m_host->text();
  preferences.port = m_port->value() == kDefaultPort ? std::nullopt : std::optional<quint16>(m_port->value());
  preferences.requireKey = m_requireKey->isChecked();
  savePreferences(preferences);
  if (!preferences.requireKey || m_key->text().isEmpty()) return;
  // Outlives the dialog: the keychain may ask the person first. That none answers is said at the next start.
  auto* keychain = new Keychain(QStringLiteral("X_API_KEY"), QCoreApplication::instance());
  connect(keychain, &Keychain::written, keychain, &QObject::deleteLater);
  keychain->write(m_key->text());
}

}  // namespace perfect
