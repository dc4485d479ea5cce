// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who may ask for what: under which names this server may be addressed (a page elsewhere must not reach
// it by renaming its own host), which pages may change anything, and the API key.
// Thread rule: immutable; any thread.
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>

#include "app/rest/request_framing.h"
#include "app/rest/response.h"

namespace perfect {

struct Authority {
  QString host;  ///< lower case, without brackets and without a closing dot
  QString port;  ///< digits, or empty
  bool operator==(const Authority&) const = default;
};
/// "[::1]:8080" -> {"::1", "8080"}; nothing where it is malformed.
std::optional<Authority> parseAuthority(const QByteArray& text);

class AccessRules {
 public:
  /// `apiKey` empty: mutating routes are open. `allowedHosts`: further names of this server.
  AccessRules(QByteArray apiKey, const QStringList& allowedHosts);

  /// Refuses names that are not this server's (400 malformed, 403 foreign).
  std::optional<Response> refuseHost(const RequestHead& head) const;
  /// It carries the API key.
  bool isKeyed(const RequestHead& head) const { return carriesKey(head); }
  /// The answer to OPTIONS: the methods there are, and to a page of another origin (CORS) those it may use, which are
  /// those that read, and where a key guards the others those too.
  Response allow(const RequestHead& head, const QByteArray& methods) const;
  /// Refuses a change asked for by a page of another origin (403) or without the key (401).
  std::optional<Response> refuseChange(const RequestHead& head) const;

 private:
  bool carriesKey(const RequestHead& head) const;

  QByteArray m_apiKey;
  QSet<QString> m_names;
};

}  // namespace perfect
