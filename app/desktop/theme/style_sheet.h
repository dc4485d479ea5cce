// SPDX-License-Identifier: GPL-3.0-or-later
//
// The widgets' style sheet, made from the named colours. Thread rule: the GUI thread.
#pragma once

#include <QString>

#include "app/desktop/theme/theme.h"

namespace perfect::theme {

/// `scale`: of all sizes but hair lines.
QString styleSheet(const Colours& colours, double scale);

}  // namespace perfect::theme
