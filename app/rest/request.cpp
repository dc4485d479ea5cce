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

namespace {

/// What an Accept field says of a type: the most exact of the ranges that speak of it.
struct AcceptedRange {
  int exactness = -1;   ///< 2 the type itself, 1 application/*, 0 */*; -1: nothing
  double quality = -1;  ///< 0: not wanted at all
  int place = 0;
};

int exactnessFor(const QByteArray& range, QByteArrayView type) {
  if (range == type) return 2;
  if (range == "application/*") return 1;
  return range == "*/*" ? 0 : -1;
}

/// "application/yaml;q=0.5" -> 0.5. A weight that is none counts as the greatest.
double qualityOf(const QByteArray& range) {
  const QList<QByteArray> parameters = range.split(';').mid(1);
  for (const QByteArray& parameter : parameters) {
    const QByteArray text = parameter.trimmed();
    if (!text.startsWith("q=")) continue;
    bool ok = false;
    const double quality = text.mid(2).toDouble(&ok);
    return ok ? std::clamp(quality, 0.0, 1.0) : 1;
  }
  return 1;
}

}  // namespace

bool Request::isJson() const {
  const QByteArray type = mediaType();
  return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

bool Request::prefers(QByteArrayView type) const {
  AcceptedRange wanted;
  AcceptedRange json;
  const QList<QByteArray> ranges = head.list("accept").toLower().split(',');
  for (int place = 0; place < ranges.size(); ++place) {
    const QByteArray name = ranges[place].split(';').front().trimmed();
    const AcceptedRange range{exactnessFor(name, "application/json"), qualityOf(ranges[place]), place};
    if (name == type) wanted = {2, range.quality, place};
    if (range.exactness > json.exactness) json = range;
  }
  if (wanted.quality <= 0) return false;
  if (wanted.quality != json.quality) return wanted.quality > json.quality;
  return json.exactness < 2 || wanted.place < json.place;
}

}  // namespace perfect
