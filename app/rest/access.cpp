// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/access.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QSysInfo>
#include <algorithm>

namespace perfect {

namespace {

/// The time it takes says nothing about where they differ, nor about how long the key is.
bool sameSecret(const QByteArray& a, const QByteArray& b) {
  const QByteArray left = QCryptographicHash::hash(a, QCryptographicHash::Sha256);
  const QByteArray right = QCryptographicHash::hash(b, QCryptographicHash::Sha256);
  unsigned difference = 0;
  for (qsizetype i = 0; i < left.size(); ++i) difference |= static_cast<unsigned>(left[i] ^ right[i]);
  return difference == 0;
}

bool isIpLiteral(const QString& host) {
  QHostAddress address;
  if (!address.setAddress(host)) return false;
  // Qt also takes "127.1" and "2130706433" for addresses.
  return address.protocol() == QAbstractSocket::IPv6Protocol || host.count(QLatin1Char('.')) == 3;
}

QString defaultPort(const QString& port, bool tls) {
  return port.isEmpty() ? (tls ? QStringLiteral("443") : QStringLiteral("80")) : port;
}

}  // namespace

std::optional<Authority> parseAuthority(const QByteArray& text) {
  const QString whole = QString::fromLatin1(text).toLower();
  Authority authority;
  QString rest;
  if (whole.startsWith(QLatin1Char('['))) {
    const qsizetype end = whole.indexOf(QLatin1Char(']'));
    if (end < 0) return std::nullopt;
    authority.host = whole.mid(1, end - 1);
    rest = whole.mid(end + 1);
    QHostAddress address;
    if (!address.setAddress(authority.host) || address.protocol() != QAbstractSocket::IPv6Protocol) return std::nullopt;
  } else {
    const qsizetype colon = whole.indexOf(QLatin1Char(':'));
    authority.host = colon < 0 ? whole : whole.left(colon);
    rest = colon < 0 ? QString() : whole.mid(colon);
    if (authority.host.endsWith(QLatin1Char('.'))) authority.host.chop(1);
    const bool good = std::all_of(authority.host.cbegin(), authority.host.cend(), [](QChar c) {
      return c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('.') || c == QLatin1Char('_');
    });
    if (!good) return std::nullopt;
  }
  if (authority.host.isEmpty()) return std::nullopt;
  if (rest.isEmpty()) return authority;
  authority.port = rest.mid(1);
  const bool digits =
      std::all_of(authority.port.cbegin(), authority.port.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
  if (!rest.startsWith(QLatin1Char(':')) || !digits || authority.port.size() > 5) return std::nullopt;
  return authority;
}

AccessRules::AccessRules(QByteArray apiKey, const QStringList& allowedHosts) : m_apiKey(std::move(apiKey)) {
  m_names.insert(QStringLiteral("localhost"));
  const QString own = QSysInfo::machineHostName().toLower();
  if (!own.isEmpty()) m_names.insert(own);
  for (const QString& host : allowedHosts) m_names.insert(host.toLower());
}

bool AccessRules::carriesKey(const RequestHead& head) const {
  return !m_apiKey.isEmpty() && sameSecret(head.field("x-api-key"), m_apiKey);
}

std::optional<Response> AccessRules::refuseHost(const RequestHead& head) const {
  const std::optional<Authority> authority = parseAuthority(head.host);
  if (!authority) return problem(400, QStringLiteral("the Host field must read NAME or NAME:PORT"));
  if (isIpLiteral(authority->host) || m_names.contains(authority->host) || carriesKey(head)) return std::nullopt;
  return problem(
      403, QStringLiteral("this server is not called %1; start it with --allow-host %1 if it is").arg(authority->host));
}

Response AccessRules::allow(const RequestHead& head, const QByteArray& methods) const {
  Response response{204, {}, {}, {{"Allow", methods}}};
  const QByteArray asked = head.field("access-control-request-method");
  if (asked.isEmpty()) return response;
  const bool reads = asked == "GET" || asked == "HEAD";
  if (!reads && m_apiKey.isEmpty()) return response;
  return std::move(response)
      .with("Access-Control-Allow-Methods", m_apiKey.isEmpty() ? QByteArray("GET, HEAD") : methods)
      .with("Access-Control-Allow-Headers", "Content-Type, If-None-Match, Last-Event-ID, X-API-Key")
      .with("Access-Control-Max-Age", "600");
}

std::optional<Response> AccessRules::refuseChange(const RequestHead& head) const {
  if (carriesKey(head)) return std::nullopt;
  const QByteArray origin = head.field("origin");
  if (!origin.isEmpty()) {
    const bool tls = origin.startsWith("https://");
    const bool plain = origin.startsWith("http://");
    const auto from = tls || plain ? parseAuthority(origin.mid(tls ? 8 : 7)) : std::nullopt;
    const auto own = parseAuthority(head.host);
    const bool same =
        from && own && from->host == own->host && defaultPort(from->port, tls) == defaultPort(own->port, false);
    if (!same) {
      return problem(403,
                     QStringLiteral("pages of another origin (%1) may not change anything here without the API key")
                         .arg(QString::fromUtf8(origin.left(200))));
    }
  }
  if (m_apiKey.isEmpty()) return std::nullopt;
  return problem(401, QStringLiteral("this route needs the API key in the header field X-API-Key"))
      .with("WWW-Authenticate", "ApiKey realm=\"perfect-system\"");
}

}  // namespace perfect
