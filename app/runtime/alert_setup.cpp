// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/alert_setup.h"

#include <arpa/inet.h>

#include <QFile>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <array>

#include "app/runtime/mail_texts.h"
#include "core/model/command.h"

namespace perfect {
namespace {

constexpr int kMostText = 1024;
constexpr int kMostName = 200;
constexpr int kMostRecipients = 100;

bool hasControls(const QString& text) {
  return std::any_of(text.begin(), text.end(), [](QChar c) {
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
  });
}

/// For a message: not endless, and on one line.
QString shown(const QString& value) {
  QString text = value.left(100);
  for (QChar& c : text) {
    if (hasControls(c)) c = u' ';
  }
  return text;
}

std::optional<qint64> readWhole(const QString& text, qint64 least, qint64 most) {
  static const QRegularExpression digits(QStringLiteral("\\A[0-9]{1,9}\\z"));
  if (!digits.match(text).hasMatch()) return {};
  const qint64 value = text.toLongLong();
  if (value < least || value > most) return {};
  return value;
}

Saying expected(TextPattern what, std::vector<std::string> words = {}) { return {what.english(), std::move(words)}; }

Result<qint64, Saying> readMs(const QString& value, qint64 least, qint64 most) {
  if (const auto ms = readWhole(value, least, most)) return *ms;
  return Result<qint64, Saying>::failure(
      expected(kMailTexts.milliseconds, {std::to_string(least), std::to_string(most)}));
}

Saying readBool(bool& out, const QString& value) {
  if (value != QLatin1String("true") && value != QLatin1String("false")) return expected(kMailTexts.flag);
  out = value == QLatin1String("true");
  return {};
}

Saying readText(QString& out, const QString& value, int most) {
  if (value.size() > most || hasControls(value)) return expected(kMailTexts.text, {std::to_string(most)});
  out = value;
  return {};
}

bool isHostName(const QString& text) {
  static const QRegularExpression name(QStringLiteral(
      "\\A(?=.{1,253}\\z)[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})?)*\\z"));
  return name.match(text).hasMatch();
}

Saying readHost(AlertSetup& setup, const QString& value) {
  QString host = value;
  if (host.startsWith(u'[') && host.endsWith(u']')) host = host.mid(1, host.size() - 2);
  in6_addr six = {};
  if (!isHostName(host) && ::inet_pton(AF_INET6, host.toLatin1().constData(), &six) != 1)
    return expected(kMailTexts.host);
  setup.mail.host = host;
  return {};
}

Saying readPort(AlertSetup& setup, const QString& value) {
  const auto port = readWhole(value, 1, 65535);
  if (!port) return expected(kMailTexts.port);
  setup.mail.port = static_cast<quint16>(*port);
  return {};
}

Saying readSecure(AlertSetup& setup, const QString& value) { return readBool(setup.mail.secure, value); }
Saying readVerify(AlertSetup& setup, const QString& value) { return readBool(setup.mail.verify, value); }
Saying readUser(AlertSetup& setup, const QString& value) { return readText(setup.mail.user, value, kMostText); }
Saying readPassword(AlertSetup& setup, const QString& value) { return readText(setup.mail.password, value, kMostText); }

Saying readFrom(AlertSetup& setup, const QString& value) {
  const auto from = readMailbox(value);
  if (!from) return expected(kMailTexts.address);
  setup.mail.from = *from;
  return {};
}

/// Domains are the same whatever their case; what stands before the @ is its server's own business.
QByteArray sameAddress(const QByteArray& address) {
  const qsizetype at = address.lastIndexOf('@');
  return address.left(at) + address.mid(at).toLower();
}

Saying readTo(AlertSetup& setup, const QString& value) {
  QList<Mailbox> to;
  QList<QByteArray> seen;
  const QStringList parts = value.split(u',');
  for (const QString& part : parts) {
    if (part.trimmed().isEmpty()) continue;
    const auto mailbox = readMailbox(part);
    if (!mailbox) return expected(kMailTexts.addresses, {shown(part.trimmed()).toStdString()});
    if (seen.contains(sameAddress(mailbox->address))) continue;
    seen.append(sameAddress(mailbox->address));
    to.append(*mailbox);
  }
  if (to.isEmpty() || to.size() > kMostRecipients)
    return expected(kMailTexts.addressCount, {std::to_string(kMostRecipients)});
  setup.mail.to = to;
  return {};
}

Saying readPrefix(AlertSetup& setup, const QString& value) {
  return readText(setup.mail.subjectPrefix, value, kMostName);
}

Saying readUrl(AlertSetup& setup, const QString& value) {
  const QUrl url(value, QUrl::StrictMode);
  const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
  const bool printable =
      std::all_of(value.begin(), value.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
  if (!url.isValid() || !web || !printable || url.host().isEmpty() || value.size() > 900 || !url.userInfo().isEmpty())
    return expected(kMailTexts.url);
  setup.mail.publicUrl = value;
  return {};
}

Saying readTimeout(AlertSetup& setup, const QString& value) {
  const auto ms = readMs(value, 100, 600000);
  if (!ms) return ms.error();
  setup.mail.timeoutMs = static_cast<int>(ms.value());
  return {};
}

Saying readCaFile(AlertSetup& setup, const QString& value) { return readText(setup.mail.caFile, value, 4096); }

template <Millis AlertSettings::*Knob>
Saying readKnob(AlertSetup& setup, const QString& value) {
  const auto ms = readMs(value, 0, kMostAlertMs);
  if (!ms) return ms.error();
  setup.alerts.*Knob = ms.value();
  return {};
}

constexpr std::array<AlertVariable, 16> kVariables = {{
    {"SMTP_HOST", "", "the mail server; without it no mail is sent", false, readHost},
    {"SMTP_PORT", "587", "its port", false, readPort},
    {"SMTP_SECURE", "false", "true: TLS from the start, as on port 465; false: STARTTLS", false, readSecure},
    {"SMTP_USER", "", "user name, where the server asks for one", false, readUser},
    {"SMTP_PASS", "", "its password; never shown", true, readPassword},
    {"SMTP_TIMEOUT_MS", "8000", "longest time for one attempt, real ms", false, readTimeout},
    {"SMTP_CA_FILE", "", "PEM file with the authority that vouches for the server", false, readCaFile},
    {"SMTP_TLS_VERIFY", "true", "false: trust any certificate (a classroom's self-signed one)", false, readVerify},
    {"EMAIL_FROM", "perfect-system@localhost", "sender: an address, or Name <address>", false, readFrom},
    {"EMAIL_TO", "", "recipients, with commas between them; without one no mail is sent", false, readTo},
    {"EMAIL_SUBJECT_PREFIX", "[Perfect System] ", "begins every subject", false, readPrefix},
    {"PUBLIC_UI_URL", "", "link in the mails", false, readUrl},
    {"ALERT_DOWN_CONFIRM_MS", "0", "how long DOWN must last before it counts, simulated ms", false,
     readKnob<&AlertSettings::downConfirm>},
    {"ALERT_UP_CONFIRM_MS", "0", "how long UP must last before it counts, simulated ms", false,
     readKnob<&AlertSettings::upConfirm>},
    {"ALERT_COOLDOWN_MS", "0", "least time between two mails about a service, simulated ms", false,
     readKnob<&AlertSettings::cooldown>},
    {"ALERT_STARTUP_GRACE_MS", "5000", "no mail for so long after a service is asked for more pods, simulated ms",
     false, readKnob<&AlertSettings::startupGrace>},
}};

QString said(const Wording& wording, TextPattern text, const std::vector<std::string>& words = {}) {
  return QString::fromStdString(filledPattern(wording, text.english(), words));
}

bool setsMail(const QString& variable) { return !variable.startsWith(QLatin1String("ALERT_")); }

}  // namespace

MailPrivacy MailSettings::privacy() const {
  if (secure || port == 465) return MailPrivacy::TlsFromStart;
  if (port == 587 || !password.isEmpty()) return MailPrivacy::StartTls;
  return MailPrivacy::Plain;
}

std::span<const AlertVariable> alertVariables() { return kVariables; }

const AlertVariable* findAlertVariable(const QString& name) {
  for (const AlertVariable& variable : alertVariables()) {
    if (name == QLatin1String(variable.name)) return &variable;
  }
  return nullptr;
}

AlertTexts mergedTexts(const AlertTexts& environment, const AlertTexts& preferences) {
  AlertTexts texts = preferences;
  for (auto given = environment.begin(); given != environment.end(); ++given) {
    if (!given.value().isEmpty()) texts.insert(given.key(), given.value());
  }
  return texts;
}

Result<AlertSetup, AlertSetupFault> readAlertSetup(const AlertTexts& texts, const Wording& wording) {
  using Read = Result<AlertSetup, AlertSetupFault>;
  AlertSetup setup;
  for (const AlertVariable& variable : alertVariables()) {
    const QString name = QLatin1String(variable.name);
    const QString value = texts.value(name);
    if (value.isEmpty()) continue;
    const Saying wanted = variable.read(setup, value);
    if (wanted.empty()) continue;
    const std::string text = wanted.text(wording);
    return Read::failure({name, variable.secret
                                    ? said(wording, kMailTexts.badSecret, {text})
                                    : said(wording, kMailTexts.badValue, {shown(value).toStdString(), text})});
  }
  const MailSettings& mail = setup.mail;
  if (mail.user.isEmpty() != mail.password.isEmpty()) {
    const bool user = mail.user.isEmpty();
    return Read::failure({user ? QStringLiteral("SMTP_USER") : QStringLiteral("SMTP_PASS"),
                          said(wording, kMailTexts.missing, {user ? "SMTP_PASS" : "SMTP_USER"}), true});
  }
  return setup;
}

std::optional<Mailbox> readMailbox(const QString& text) {
  static const QRegularExpression address(
      QStringLiteral("\\A(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                     "(?=.{1,253}\\z)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-"
                     "Za-z0-9])?)*\\z"));
  QString bare = text.trimmed();
  Mailbox mailbox;
  if (bare.endsWith(u'>')) {
    const qsizetype open = bare.lastIndexOf(u'<');
    if (open < 0) return {};
    mailbox.name = bare.left(open).trimmed();
    bare = bare.mid(open + 1, bare.size() - open - 2).trimmed();
    if (mailbox.name.size() > 1 && mailbox.name.startsWith(u'"') && mailbox.name.endsWith(u'"')) {
      mailbox.name = mailbox.name.mid(1, mailbox.name.size() - 2);
      static const QRegularExpression escaped(QStringLiteral("\\\\(.)"));
      mailbox.name.replace(escaped, QStringLiteral("\\1"));
    }
    if (mailbox.name.size() > kMostName || hasControls(mailbox.name)) return {};
  }
  if (!address.match(bare).hasMatch()) return {};
  mailbox.address = bare.toLatin1();
  return mailbox;
}

QString fileFault(const MailSettings& mail, const Wording& wording) {
  if (mail.caFile.isEmpty()) return {};
  QFile file(mail.caFile);
  if (file.open(QIODevice::ReadOnly)) return {};
  return said(wording, kMailTexts.unreadable, {mail.caFile.toStdString(), file.errorString().toStdString()});
}

QString privacyText(const MailSettings& mail, const Wording& wording) {
  switch (mail.privacy()) {
    case MailPrivacy::TlsFromStart:
      return said(wording, kMailTexts.tlsFromStart);
    case MailPrivacy::StartTls:
      return said(wording, kMailTexts.startTls);
    case MailPrivacy::Plain:
      break;
  }
  return said(wording, kMailTexts.notEncrypted);
}

QString routeText(const MailSettings& mail, const Wording& wording) {
  QStringList addresses;
  for (const Mailbox& mailbox : mail.to) addresses.append(QString::fromLatin1(mailbox.address));
  return said(wording, kMailTexts.route,
              {addresses.join(QStringLiteral(", ")).toStdString(), mail.host.toStdString(), std::to_string(mail.port),
               privacyText(mail, wording).toStdString()});
}

QStringList alertNotes(const AlertTexts& texts, const MailSettings& mail) {
  QStringList given;
  for (const AlertVariable& variable : alertVariables()) {
    const QString name = QLatin1String(variable.name);
    if (setsMail(name) && !texts.value(name).isEmpty()) given.append(name);
  }
  if (given.isEmpty()) return {};
  if (!mail.delivers()) {
    const QString missing = mail.host.isEmpty() ? QStringLiteral("SMTP_HOST") : QStringLiteral("EMAIL_TO");
    return {QStringLiteral("mail: no mail is sent, though %1 is set: %2 is missing").arg(given.first(), missing)};
  }
  QStringList notes{QStringLiteral("mail: alerts go to ") + routeText(mail)};
  if (!mail.verify && mail.privacy() != MailPrivacy::Plain) {
    notes.append(
        QStringLiteral("mail: WARNING: SMTP_TLS_VERIFY=false: any certificate is trusted, so whoever stands between "
                       "can read mails and password; SMTP_CA_FILE is the safe way"));
  }
  return notes;
}

}  // namespace perfect
