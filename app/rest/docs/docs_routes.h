// SPDX-License-Identifier: GPL-3.0-or-later
//
// The API's description, the page that shows it, and the page for the room.
// Thread rule: as route_table.h.
#pragma once

#include "app/rest/route_table.h"

namespace perfect {

/// Requires that every other route is in the table already: the description is made of them.
void addDocsRoutes(RouteTable& table);

}  // namespace perfect
