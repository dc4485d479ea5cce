// SPDX-License-Identifier: GPL-3.0-or-later
//
// A mail before it is sent: subject, the same content as plain text and as HTML, and its identity.
// Pure; any thread. Nothing in it comes from the settings' secrets.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <cstdint>

#include "app/mail/alert_news.h"
#include "app/runtime/alert_setup.h"

namespace perfect {

struct Mail {
  QString subject;
  QString text;
  QString html;
  QByteArray id;       ///< of Message-ID, without its angle brackets; the same at every attempt
  QByteArray answers;  ///< id of the mail this one answers; empty: none
  std::int64_t dateMs = 0;
};

/// `wallMs`: the real time, for Date. `origin`: a few letters that tell this machine's mails from another's.
/// UP answers its DOWN, so that mail programs show the two as one conversation.
Mail alertMail(const AlertNews& news, const MailSettings& settings, std::int64_t wallMs, const QByteArray& origin);

/// "Does it arrive?"
Mail testMail(const MailSettings& settings, std::int64_t wallMs, const QByteArray& origin);

/// Date, From, To, Subject, Message-ID, … and Content-Type of the whole, each folded, ready for libcurl.
QList<QByteArray> mailFields(const Mail& mail, const MailSettings& settings);

/// The name this program gives itself to mail servers and in Message-IDs: the sender's domain where it is one.
QByteArray senderDomain(const MailSettings& settings);

}  // namespace perfect
