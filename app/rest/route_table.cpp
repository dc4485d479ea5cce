// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/route_table.h"

#include <utility>

namespace perfect {

void RouteTable::add(Route route) { m_routes.push_back(std::move(route)); }

bool RouteTable::matches(const Route& route, const QStringList& path, QHash<QString, QString>& values) {
  const QStringList pattern = route.pattern.mid(1).split(QLatin1Char('/'));
  if (pattern.size() != path.size()) return false;
  for (qsizetype i = 0; i < pattern.size(); ++i) {
    if (pattern[i].startsWith(QLatin1Char('{'))) {
      if (path[i].isEmpty()) return false;
      values.insert(pattern[i].mid(1, pattern[i].size() - 2), path[i]);
    } else if (pattern[i] != path[i]) {
      return false;
    }
  }
  return true;
}

RouteTable::Match RouteTable::find(const QByteArray& method, const QStringList& path) const {
  const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
  Match match;
  for (const Route& route : m_routes) {
    QHash<QString, QString> values;
    if (!matches(route, path, values)) continue;
    match.allowed.append(route.method);
    if (route.method == "GET") match.allowed.append("HEAD");
    if (route.method == wanted && match.route == nullptr) {
      match.route = &route;
      match.path = values;
    }
  }
  if (!match.allowed.isEmpty()) match.allowed.append("OPTIONS");
  return match;
}

}  // namespace perfect
