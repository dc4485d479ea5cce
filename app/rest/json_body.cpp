// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/json_body.h"

#include <QJsonParseError>

namespace perfect {

namespace {

/// Where the bracket stands that goes deeper than allowed, or -1. Counts before anything is built.
qsizetype tooDeepAt(const QByteArray& body) {
  int level = 0;
  bool quoted = false;
  for (qsizetype i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++level > kMostJsonLevels) return i;
    } else if (c == ']' || c == '}') {
      --level;
    }
  }
  return -1;
}

}  // namespace

Result<QJsonDocument, QString> parseJsonBody(const QByteArray& body) {
  using Parsed = Result<QJsonDocument, QString>;
  if (const qsizetype at = tooDeepAt(body); at >= 0) {
    return Parsed::failure(
        QStringLiteral("the body is nested more than %1 levels deep (byte %2)").arg(kMostJsonLevels).arg(at));
  }
  QJsonParseError fault;
  QJsonDocument document = QJsonDocument::fromJson(body, &fault);
  if (fault.error != QJsonParseError::NoError) {
    return Parsed::failure(
        QStringLiteral("the body is not JSON (%1, byte %2)").arg(fault.errorString()).arg(fault.offset));
  }
  return document;
}

}  // namespace perfect
