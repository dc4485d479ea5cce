// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/response.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace perfect {

namespace {

struct Phrase {
  int status;
  const char* text;
};
constexpr std::array kPhrases = {
    Phrase{200, "OK"},
    Phrase{204, "No Content"},
    Phrase{304, "Not Modified"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{406, "Not Acceptable"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{413, "Content Too Large"},
    Phrase{417, "Expectation Failed"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{503, "Service Unavailable"},
    Phrase{504, "Gateway Timeout"},
    Phrase{505, "HTTP Version Not Supported"},
    Phrase{507, "Insufficient Storage"},
};

/// RFC 9110 5.6.7. Made once a second, since every answer carries it.
const QByteArray& httpDate() {
  thread_local QByteArray text;
  thread_local std::time_t madeAt = -1;
  const std::time_t now = std::time(nullptr);
  if (now != madeAt) {
    const QString format = QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    text = QLocale::c().toString(QDateTime::fromSecsSinceEpoch(now, QTimeZone::utc()), format).toLatin1();
    madeAt = now;
  }
  return text;
}

void appendField(QByteArray& out, QByteArrayView name, QByteArrayView value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

QByteArray statusPhrase(int status) {
  const auto* found =
      std::find_if(kPhrases.begin(), kPhrases.end(), [&](const Phrase& p) { return p.status == status; });
  return found == kPhrases.end() ? QByteArray("Error") : QByteArray(found->text);
}

Response Response::with(const QByteArray& name, const QByteArray& value) && {
  fields.push_back({name, value});
  return std::move(*this);
}

Response jsonResponse(const QJsonObject& document) {
  return jsonResponse(QJsonDocument(document).toJson(QJsonDocument::Compact));
}

Response jsonResponse(QByteArray document) {
  return {200, QByteArrayLiteral("application/json"), std::move(document), {}};
}

Response textResponse(QByteArray text, QByteArray contentType) {
  return {200, std::move(contentType), std::move(text), {}};
}

Response problem(int status, const QString& detail, const QJsonArray& errors) {
  const QString title = QString::fromLatin1(statusPhrase(status));
  QJsonObject document{{QStringLiteral("type"), QStringLiteral("about:blank")},
                       {QStringLiteral("title"), title},
                       {QStringLiteral("status"), status},
                       {QStringLiteral("detail"), detail},
                       {QStringLiteral("error"), title}};
  if (!errors.isEmpty()) document.insert(QStringLiteral("errors"), errors);
  Response response = jsonResponse(document);
  response.status = status;
  response.contentType = QByteArrayLiteral("application/problem+json");
  return response;
}

Response busy(const QString& detail) { return problem(503, detail).with("Retry-After", "1"); }

bool isBodyless(const Response& response) { return response.status == 204 || response.status == 304; }

QByteArray serialiseHead(const Response& response, Ending ending, bool forAnyPage) {
  QByteArray out;
  out.reserve(512);
  out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
  out.append(statusPhrase(response.status)).append("\r\n");
  appendField(out, "Date", httpDate());
  if (!isBodyless(response)) {
    if (!response.contentType.isEmpty()) appendField(out, "Content-Type", response.contentType);
    if (ending != Ending::UntilClosed) appendField(out, "Content-Length", QByteArray::number(response.body.size()));
  }
  out.append("X-Content-Type-Options: nosniff\r\n");
  if (forAnyPage) {
    out.append(
        "Access-Control-Allow-Origin: *\r\n"
        "Access-Control-Expose-Headers: ETag, Retry-After\r\n");
  }
  for (const HeaderField& field : response.fields) appendField(out, field.name, field.value);
  if (ending == Ending::Close || ending == Ending::UntilClosed) appendField(out, "Connection", "close");
  if (ending == Ending::KeepAlive10) appendField(out, "Connection", "keep-alive");
  out.append("\r\n");
  return out;
}

}  // namespace perfect
