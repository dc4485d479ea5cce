// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/request.h"

#include <QStringDecoder>
#include <algorithm>

namespace perfect {

namespace {

using Decoded = Result<QString, QString>;

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Decoded decode(const QByteArray& text, bool plusIsSpace) {
  QByteArray bytes;
  bytes.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes.append(plusIsSpace && text[i] == '+' ? ' ' : text[i]);
      continue;
    }
    const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
    if (high < 0 || low < 0) return Decoded::failure(QStringLiteral("% must be followed by two hexadecimal digits"));
    bytes.append(static_cast<char>(high * 16 + low));
    i += 2;
  }
  QStringDecoder utf8(QStringDecoder::Utf8);
  QString decoded = utf8(bytes);
  if (utf8.hasError()) return Decoded::failure(QStringLiteral("the request target is not UTF-8"));
  const bool control =
      std::any_of(decoded.cbegin(), decoded.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
  if (control) return Decoded::failure(QStringLiteral("the request target holds control characters"));
  return decoded;
}

}  // namespace

Result<Target, QString> parseTarget(const QByteArray& text) {
  using Parsed = Result<Target, QString>;
  Target target;
  const qsizetype mark = text.indexOf('?');
  const QList<QByteArray> segments = (mark < 0 ? text : text.left(mark)).mid(1).split('/');
  for (const QByteArray& segment : segments) {
    Decoded decoded = decode(segment, false);
    if (!decoded) return Parsed::failure(decoded.error());
    target.path.append(decoded.value());
  }
  if (mark < 0) return target;
  const QList<QByteArray> pieces = text.mid(mark + 1).split('&');
  for (const QByteArray& piece : pieces) {
    if (piece.isEmpty()) continue;
    const qsizetype equals = piece.indexOf('=');
    const Decoded name = decode(equals < 0 ? piece : piece.left(equals), true);
    const Decoded value = decode(equals < 0 ? QByteArray("") : piece.mid(equals + 1), true);
    if (!name || !value) return Parsed::failure(name ? value.error() : name.error());
    for (const auto& [known, ignored] : std::as_const(target.query)) {
      if (known == name.value()) return Parsed::failure(QStringLiteral("parameter %1 is given twice").arg(known));
    }
    target.query.append({name.value(), value.value()});
  }
  return target;
}

QByteArray Request::mediaType() const {
  const QByteArray type = head.field("content-type");
  const qsizetype semicolon = type.indexOf(';');
  return (semicolon < 0 ? type : type.left(semicolon)).trimmed().toLower();
}

bool Request::isJson() const {
  const QByteArray type = mediaType();
  return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

bool Request::prefers(QByteArrayView type) const {
  const QList<QByteArray> ranges = head.list("accept").toLower().split(',');
  for (const QByteArray& range : ranges) {
    const QByteArray name = range.split(';').front().trimmed();
    if (name == type) return true;
    if (name == "application/json") return false;
  }
  return false;
}

}  // namespace perfect
