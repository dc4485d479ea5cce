// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person can set about alerts by e-mail: the mail server, sender and recipients, and when alerts are due.
// One table of variables for the environment, Preferences and --help; each value is refused by name where it is bad.
// Thread rule: plain values; pure but for fileFault(). The password is in here: never show, log or keep a whole one.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <span>

#include "core/alerts/alert.h"
#include "core/base/result.h"
#include "core/base/wording.h"

namespace perfect {

struct Mailbox {
  QString name;        ///< as a person reads it; may be empty
  QByteArray address;  ///< ASCII, one @
  bool operator==(const Mailbox&) const = default;
};

/// How a connection to the mail server is kept private.
enum class MailPrivacy {
  TlsFromStart,  ///< SMTP_SECURE=true or port 465
  StartTls,      ///< required, never merely tried: on 587, and wherever a password is sent
  Plain,         ///< another port, and no password
};

struct MailSettings {
  QString host;  ///< a name or an IP address without brackets; empty: no mail is sent
  quint16 port = 587;
  bool secure = false;
  QString user;  ///< empty: no authentication
  QString password;
  Mailbox from{{}, "perfect-system@localhost"};
  QList<Mailbox> to;  ///< each once; empty: no mail is sent
  QString subjectPrefix = QStringLiteral("[Perfect System] ");
  QString publicUrl;     ///< empty: no link
  int timeoutMs = 8000;  ///< of real time, for a whole attempt
  QString caFile;        ///< PEM; empty: the system's authorities
  bool verify = true;    ///< of the server's certificate and name

  bool delivers() const { return !host.isEmpty() && !to.isEmpty(); }
  MailPrivacy privacy() const;
  bool operator==(const MailSettings&) const = default;
};

struct AlertSetup {
  MailSettings mail;
  AlertSettings alerts;
  bool operator==(const AlertSetup&) const = default;
};

/// One thing to set, by the name of its environment variable. Preferences keep it under the same name.
struct AlertVariable {
  const char* name;
  const char* fallback;  ///< the default, as text; empty: none
  const char* help;      ///< one line, English
  bool secret;
  /// Sets its part and returns nothing, or returns what it expects instead.
  Saying (*read)(AlertSetup&, const QString&);
};
std::span<const AlertVariable> alertVariables();
const AlertVariable* findAlertVariable(const QString& name);

/// Texts by variable; an absent or empty one counts as not set.
using AlertTexts = QHash<QString, QString>;
/// The environment's, and Preferences' where that says nothing.
AlertTexts mergedTexts(const AlertTexts& environment, const AlertTexts& preferences);

struct AlertSetupFault {
  QString variable;
  QString message;     ///< what is wrong and how to mend it, without the variable's name and without secrets
  bool lacks = false;  ///< it is not wrong but missing beside another one
};
/// A fault is said in `wording`, as everything below.
Result<AlertSetup, AlertSetupFault> readAlertSetup(const AlertTexts& texts, const Wording& wording = plainEnglish());

/// `Name <address>` or an address alone; nothing where it is neither.
std::optional<Mailbox> readMailbox(const QString& text);

/// SMTP_CA_FILE cannot be read: one line that says so; else empty. Looks at the disk.
QString fileFault(const MailSettings& mail, const Wording& wording = plainEnglish());

/// What to tell once about these settings, a line each: where alerts go and how privately, or why they go nowhere
/// though somebody set something. Empty where nothing about mail is set.
QStringList alertNotes(const AlertTexts& texts, const MailSettings& mail);

/// "ops@example.org through mail.example.org port 587 (STARTTLS)". Requires mail.delivers().
QString routeText(const MailSettings& mail, const Wording& wording = plainEnglish());

/// "STARTTLS", "TLS from the start", "not encrypted".
QString privacyText(const MailSettings& mail, const Wording& wording = plainEnglish());

}  // namespace perfect
