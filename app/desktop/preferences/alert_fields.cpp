// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences/alert_fields.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/wording.h"

namespace perfect {
namespace {

constexpr int kLabelWidth = 190;  // the same in every group
constexpr int kNoteWidth = 260;   // what its height is reckoned by

const QString kTrue = QStringLiteral("true");
const QString kFalse = QStringLiteral("false");

bool isSwitch(const AlertVariable& variable) {
  return variable.fallback == kTrue.toLatin1() || variable.fallback == kFalse.toLatin1();
}

QString labelOf(const QString& variable) {
  static const QHash<QString, QString> labels{
      {QStringLiteral("SMTP_HOST"), AlertFields::tr("Mail server")},
      {QStringLiteral("SMTP_PORT"), AlertFields::tr("Port")},
      {QStringLiteral("SMTP_SECURE"), AlertFields::tr("TLS from the start (as on port 465)")},
      {QStringLiteral("SMTP_USER"), AlertFields::tr("User name")},
      {QStringLiteral("SMTP_PASS"), AlertFields::tr("Password")},
      {QStringLiteral("SMTP_TIMEOUT_MS"), AlertFields::tr("Longest attempt, ms")},
      {QStringLiteral("SMTP_CA_FILE"), AlertFields::tr("Authority (PEM file)")},
      {QStringLiteral("SMTP_TLS_VERIFY"), AlertFields::tr("Verify the server's certificate")},
      {QStringLiteral("EMAIL_FROM"), AlertFields::tr("From")},
      {QStringLiteral("EMAIL_TO"), AlertFields::tr("To")},
      {QStringLiteral("EMAIL_SUBJECT_PREFIX"), AlertFields::tr("Subjects begin with")},
      {QStringLiteral("PUBLIC_UI_URL"), AlertFields::tr("Link in the mails")},
      {QStringLiteral("ALERT_DOWN_CONFIRM_MS"), AlertFields::tr("DOWN must last, ms")},
      {QStringLiteral("ALERT_UP_CONFIRM_MS"), AlertFields::tr("UP must last, ms")},
      {QStringLiteral("ALERT_COOLDOWN_MS"), AlertFields::tr("Between two mails, ms")},
      {QStringLiteral("ALERT_STARTUP_GRACE_MS"), AlertFields::tr("Grace while starting, ms")}};
  return labels.value(variable, variable);
}

}  // namespace

AlertFields::AlertFields(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  QStringList server;
  QStringList mails;
  QStringList knobs;
  for (const AlertVariable& variable : alertVariables()) {
    const QString name = QLatin1String(variable.name);
    (name.startsWith(QLatin1String("SMTP_"))    ? server
     : name.startsWith(QLatin1String("ALERT_")) ? knobs
                                                : mails)
        .append(name);
  }
  addGroup(column, tr("Mail server"), server);
  addGroup(column, tr("Mails"), mails);
  addGroup(column, tr("When a mail is due (simulated time)"), knobs);
}

void AlertFields::addGroup(QVBoxLayout* column, const QString& title, const QStringList& variables) {
  auto* card = new QFrame(this);
  card->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(card);
  box->setContentsMargins(14, 10, 14, 12);
  auto* label = new QLabel(title, card);
  label->setProperty("role", QStringLiteral("title"));
  box->addWidget(label);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(14);
  form->setVerticalSpacing(5);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  box->addLayout(form);
  for (const QString& name : variables) addField(form, *findAlertVariable(name));
  column->addWidget(card);
}

void AlertFields::addField(QFormLayout* form, const AlertVariable& variable) {
  Field field{&variable, nullptr, nullptr, new QLabel(this)};
  const QString name = QLatin1String(variable.name);
  QWidget* input = nullptr;
  if (isSwitch(variable)) {
    field.check = new QCheckBox(labelOf(name), this);
    connect(field.check, &QCheckBox::toggled, this, &AlertFields::judge);
    input = field.check;
  } else {
    field.text = new QLineEdit(this);
    field.text->setPlaceholderText(QLatin1String(variable.fallback));
    if (variable.secret) field.text->setEchoMode(QLineEdit::Password);
    connect(field.text, &QLineEdit::textChanged, this, &AlertFields::judge);
    input = field.text;
  }
  input->setObjectName(name);
  input->setAccessibleName(labelOf(name));
  input->setToolTip(QStringLiteral("%1: %2").arg(name, QLatin1String(variable.help)));
  field.note->setWordWrap(true);
  field.note->setMinimumWidth(kNoteWidth);
  field.note->setObjectName(name + QStringLiteral(".note"));
  auto* both = new QVBoxLayout;
  both->setSpacing(1);
  both->addWidget(input);
  both->addWidget(field.note);
  auto* label = new QLabel(field.check != nullptr ? QString() : labelOf(name), this);
  label->setMinimumWidth(kLabelWidth);
  label->setBuddy(input);
  form->addRow(label, both);
  m_fields.push_back(field);
}

void AlertFields::setTexts(const AlertTexts& environment, const AlertTexts& preferences) {
  m_environment = environment;
  for (Field& field : m_fields) {
    const QString name = QLatin1String(field.variable->name);
    field.fixed = !environment.value(name).isEmpty();
    const QString value = field.fixed ? environment.value(name) : preferences.value(name);
    if (field.check != nullptr) {
      const QSignalBlocker quiet(field.check);
      field.check->setChecked((value.isEmpty() ? QLatin1String(field.variable->fallback) : value) == kTrue);
      field.check->setEnabled(!field.fixed);
    } else {
      const QSignalBlocker quiet(field.text);
      field.text->setText(value);
      field.text->setReadOnly(field.fixed);
      field.text->setEnabled(!field.fixed);
    }
  }
  judge();
}

void AlertFields::setKeychainNote(const QString& note) {
  m_keychainNote = note;
  judge();
}

QString AlertFields::valueOf(const Field& field) const {
  if (field.text != nullptr) return field.text->text();
  const QString value = field.check->isChecked() ? kTrue : kFalse;
  return value == QLatin1String(field.variable->fallback) ? QString() : value;
}

AlertTexts AlertFields::preferences() const {
  AlertTexts texts;
  for (const Field& field : m_fields) {
    if (!field.fixed && !valueOf(field).isEmpty()) texts.insert(QLatin1String(field.variable->name), valueOf(field));
  }
  return texts;
}

AlertTexts AlertFields::effective() const { return mergedTexts(m_environment, preferences()); }

void AlertFields::judge() {
  const auto setup = readAlertSetup(effective(), words::wording());
  m_good = setup.ok();
  for (const Field& field : m_fields) {
    const QString name = QLatin1String(field.variable->name);
    QString note;
    theme::Tone tone = theme::Tone::Muted;
    if (field.fixed) note = tr("Set by %1 in the environment.").arg(name);
    if (note.isEmpty() && field.variable->secret) note = m_keychainNote;
    if (name == QLatin1String("SMTP_TLS_VERIFY") && field.check != nullptr && !field.check->isChecked()) {
      note += tr(" Any certificate is trusted: whoever stands between can read mails and password.");
      tone = theme::Tone::Bad;
    }
    if (!setup && setup.error().variable == name) {
      note = setup.error().message;
      tone = theme::Tone::Bad;
    }
    field.note->setText(note.trimmed());
    theme::dress(*field.note, {tone, theme::kSmall});
    field.note->setVisible(!note.isEmpty());
  }
  Q_EMIT edited();
}

}  // namespace perfect
