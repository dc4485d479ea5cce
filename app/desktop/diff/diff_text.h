// SPDX-License-Identifier: GPL-3.0-or-later
//
// Desired against actual of one service as rich text: what the manifest says on the left, what is there
// on the right, versions that differ field by field. Pure; the GUI thread (translations).
#pragma once

#include <QString>

#include "core/model/service_state.h"

namespace perfect {

/// HTML in the window's colours, for lines of so many characters of one width: what is actual stands beside its field
/// where both fit, below it where they do not. Holds no countdown, so that it changes only when something happened.
QString diffHtml(const ServiceState& service, int columns);

}  // namespace perfect
