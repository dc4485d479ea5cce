// SPDX-License-Identifier: GPL-3.0-or-later
//
// Header fields of a mail as they go over the wire: folded, ASCII, one field each, whatever the text holds.
// Pure; any thread. A field never holds a line end but that of a fold, so nobody adds a header by a name.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "app/runtime/alert_setup.h"

namespace perfect {

/// "Name: text", folded below 78 columns where words allow, in encoded words (RFC 2047) where it is not plain ASCII or
/// a word would make a line too long. Control characters become spaces. Example: ("Subject", "Ein Müsli") ->
/// "Subject: =?utf-8?B?RWluIE3DvHNsaQ==?=".
QByteArray textField(const char* name, const QString& text);

/// "To: Ops <ops@example.org>, b@example.org", folded between the mailboxes.
QByteArray mailboxField(const char* name, const QList<Mailbox>& mailboxes);

/// "Name: value" for what is known to be short printable ASCII (ids, dates, keywords).
QByteArray plainField(const char* name, const QByteArray& value);

/// As RFC 5322 has it, in UTC: "Thu, 26 Nov 2026 10:00:00 +0000". `ms` since 1970.
QByteArray mailDate(std::int64_t ms);

/// The text with every control character and line or paragraph end as a space.
QString oneLine(const QString& text);

}  // namespace perfect
