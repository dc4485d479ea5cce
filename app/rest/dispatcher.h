// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes requests from QHttpServer, checks who asks for what, and gives them to their routes.
// Thread rule: the REST thread.
#pragma once

#include "app/rest/access.h"
#include "app/rest/listener.h"
#include "app/rest/qt_compat.h"
#include "app/rest/route_table.h"

namespace perfect {

class Dispatcher final : public HttpServerBase {
 public:
  /// Takes over the listener, which listens already. The routes must outlive it.
  Dispatcher(Listener* listener, AccessRules access, const RouteTable& routes);

 protected:
  void receive(const QHttpServerRequest& request) override;

 private:
  void dispatch(Connection& connection, Request request, const Answer& answer) const;

  Listener* m_listener;
  AccessRules m_access;
  const RouteTable& m_routes;
};

}  // namespace perfect
