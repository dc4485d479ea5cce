// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one list of routes: from it come routing, 405 with Allow, OPTIONS, the check of parameters and the
// API's description. A new route is one entry here.
// Thread rule: filled before the server starts, immutable afterwards.
#pragma once

#include <QHash>
#include <functional>
#include <vector>

#include "app/rest/answer.h"
#include "app/rest/parameters.h"
#include "app/rest/request.h"

namespace perfect {

/// One call of a route: everything its handler needs.
struct Call {
  Request request;
  Parameters parameters;
  QHash<QString, QString> path;  ///< what stood for {name}
  Answer answer;
};

struct Route {
  QByteArray method;
  QString pattern;        ///< "/services/{name}"
  bool mutating = false;  ///< needs the API key, when one is set
  QList<Parameter> parameters;
  QString summary;
  std::function<void(const Call&)> handler;
};

class RouteTable {
 public:
  void add(Route route);

  struct Match {
    const Route* route = nullptr;  ///< null: no such path (allowed is empty), or not with this method
    QHash<QString, QString> path;
    QList<QByteArray> allowed;  ///< methods of the path, HEAD and OPTIONS included
  };
  /// HEAD is served by GET's route.
  Match find(const QByteArray& method, const QStringList& path) const;
  const std::vector<Route>& routes() const { return m_routes; }
  /// Requires a route of this table.
  int indexOf(const Route& route) const { return static_cast<int>(&route - m_routes.data()); }

 private:
  static bool matches(const QStringList& pattern, const QStringList& path);

  std::vector<Route> m_routes;
  std::vector<QStringList> m_patterns;  ///< of each route, taken apart once
};

}  // namespace perfect
