// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages and their files as they travel inside the program, with the rules a browser is to hold them to: nothing from
// elsewhere, nothing inline, in nobody's frame.
// Thread rule: the REST thread.
#pragma once

#include <QString>

#include "app/rest/request.h"
#include "app/rest/response.h"

namespace perfect {

/// Makes ":/web/…", ":/openapi/…" and ":/swagger/…" readable; calling it again is harmless.
void initWebResources();

/// The file at this place in the resources, or 304 where the browser has it already.
/// Requires that it is there; its name's ending says its type.
Response embeddedPage(const Request& request, const QString& resource);

}  // namespace perfect
