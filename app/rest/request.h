// SPDX-License-Identifier: GPL-3.0-or-later
//
// One request as the routes read it: path and query decoded, once, and strictly.
// Plain data; any thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>

#include "app/rest/request_framing.h"
#include "core/base/result.h"

namespace perfect {

/// What a target says: "/services/a%20b?pods=0" -> {"services", "a b"}, {("pods", "0")}.
struct Target {
  QStringList path;
  QList<std::pair<QString, QString>> query;  ///< in order; '+' is a space; no name twice
};

/// The error says what is wrong with it: escapes that are none, control characters, a repeated parameter.
Result<Target, QString> parseTarget(const QByteArray& target);

struct Request {
  RequestHead head;
  Target target;
  QByteArray body;

  /// "application/json" of "Application/JSON; charset=utf-8"; empty: none given.
  QByteArray mediaType() const;
  bool isJson() const;
  /// Accept prefers this type to JSON.
  bool prefers(QByteArrayView type) const;
};

}  // namespace perfect
