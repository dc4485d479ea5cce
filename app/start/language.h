// SPDX-License-Identifier: GPL-3.0-or-later
//
// The language of the window: the person's choice, or the system's.
// Thread rule: the main thread, before the window is made.
#pragma once

#include <QString>

class QCoreApplication;

namespace perfect {

/// `wanted`: "de"; empty: the system's. English where there is no translation.
void installLanguage(QCoreApplication& application, const QString& wanted);

}  // namespace perfect
