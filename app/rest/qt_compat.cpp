// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/qt_compat.h"

namespace perfect {

void HttpServerBase::serve(QTcpServer* server) { bind(server); }

bool HttpServerBase::handleRequest(const QHttpServerRequest& request, HandlerEnd end) {
  Q_UNUSED(end)
  receive(request);
  return true;
}

// Never called: every request is handled.
void HttpServerBase::missingHandler(const QHttpServerRequest& request, MissingEnd end) {
  Q_UNUSED(request)
  Q_UNUSED(end)
}

}  // namespace perfect
