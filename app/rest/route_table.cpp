// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/route_table.h"

#include <utility>

namespace perfect {

void RouteTable::add(Route route) {
  m_patterns.push_back(route.pattern.mid(1).split(QLatin1Char('/')));
  m_routes.push_back(std::move(route));
}

bool RouteTable::matches(const QStringList& pattern, const QStringList& path) {
  if (pattern.size() != path.size()) return false;
  for (qsizetype i = 0; i < pattern.size(); ++i) {
    const bool same = pattern[i].startsWith(QLatin1Char('{')) ? !path[i].isEmpty() : pattern[i] == path[i];
    if (!same) return false;
  }
  return true;
}

RouteTable::Match RouteTable::find(const QByteArray& method, const QStringList& path) const {
  const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
  Match match;
  for (std::size_t i = 0; i < m_routes.size(); ++i) {
    const QStringList& pattern = m_patterns[i];
    if (!matches(pattern, path)) continue;
    const Route& route = m_routes[i];
    match.allowed.append(route.method);
    if (route.method == "GET") match.allowed.append("HEAD");
    if (route.method != wanted || match.route != nullptr) continue;
    match.route = &route;
    for (qsizetype k = 0; k < pattern.size(); ++k) {
      if (pattern[k].startsWith(QLatin1Char('{'))) match.path.insert(pattern[k].mid(1, pattern[k].size() - 2), path[k]);
    }
  }
  if (!match.allowed.isEmpty()) match.allowed.append("OPTIONS");
  return match;
}

}  // namespace perfect
