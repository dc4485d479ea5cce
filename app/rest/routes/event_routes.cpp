// SPDX-License-Identifier: GPL-3.0-or-later
// The live stream.
#include "app/rest/routes/routes.h"
#include "app/rest/streams.h"

namespace perfect {

void addEventRoutes(RouteTable& table, Streams& streams) {
  const QString mode = QStringLiteral("mode");
  table.add({"GET",
             QStringLiteral("/events"),
             false,
             {Parameter::choice(mode, {QStringLiteral("full"), QStringLiteral("delta")},
                                QStringLiteral("full: the whole document each time; delta: what changed in it"))},
             QStringLiteral("Server-Sent Events: /state now and on every change; with mode=delta a merge patch"),
             [&streams, mode](const Call& call) {
               const bool delta = call.parameters.text(mode) == QLatin1String("delta");
               streams.add(call.answer, delta ? StreamMode::Delta : StreamMode::Full,
                           call.request.head.field("last-event-id"));
             }});
}

}  // namespace perfect
