// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a route answers, and the one form that every error takes: application/problem+json (RFC 9457).
// Plain data; any thread.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <cstdint>
#include <vector>

#include "app/rest/request_framing.h"

namespace perfect {

struct Response {
  int status = 200;
  QByteArray contentType;  ///< empty: no body
  QByteArray body;
  std::vector<HeaderField> fields;  ///< further ones

  /// The same answer with one more header field.
  Response with(const QByteArray& name, const QByteArray& value) &&;
};

Response jsonResponse(const QJsonObject& document);
/// `document` is JSON already.
Response jsonResponse(QByteArray document);
Response textResponse(QByteArray text, QByteArray contentType = QByteArrayLiteral("text/plain; charset=utf-8"));

/// `detail`: one sentence with what is wrong and how to mend it. `errors`: its places, for faults in a text.
Response problem(int status, const QString& detail, const QJsonArray& errors = {});
/// 503 for a moment: too many requests at once, or a full inbox.
Response busy(const QString& detail);

/// "Not Found": the phrase of RFC 9110 for a status used here.
QByteArray statusPhrase(int status);

/// How the client learns where an answer ends, and what becomes of the connection.
enum class Ending : std::uint8_t {
  KeepAlive,    ///< by its length; the connection goes on
  KeepAlive10,  ///< the same, said as HTTP/1.0 has to be told
  Close,        ///< by its length; the connection is closed
  UntilClosed,  ///< when the connection is closed
};

/// Status line and header fields as they go over the wire; the body follows, where there is one. `forAnyPage`: pages of
/// other origins may read it (CORS).
QByteArray serialiseHead(const Response& response, Ending ending, bool forAnyPage = false);
/// No body follows, whatever the method (RFC 9110 6.4.1).
bool isBodyless(const Response& response);

}  // namespace perfect
