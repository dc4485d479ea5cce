// SPDX-License-Identifier: GPL-3.0-or-later
// Whether this server itself is well: the paths that probes and scripts ask for.
#include "app/rest/routes/routes.h"

namespace perfect {

void addHealthRoutes(RouteTable& table, const EngineLink&) {
  for (const char* path : {"/healthz", "/livez", "/readyz"}) {
    table.add({"GET", QString::fromLatin1(path), false, {}, QStringLiteral("ok"), [](const Call& call) {
                 call.answer.send(textResponse("ok"));
               }});
  }
}

}  // namespace perfect
