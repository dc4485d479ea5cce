// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether the desktop environment wants things to move.
// Thread rule: the GUI thread. Reads files and the environment; waits for nobody.
#pragma once

#include <QString>

namespace perfect {

/// PERFECT_REDUCED_MOTION=1, GTK's settings (gtk-enable-animations) and KDE's (AnimationDurationFactor=0) say no.
bool systemAnimates();
/// The same of given files' texts, for tests.
bool animatesBy(const QString& gtkSettings, const QString& kdeGlobals);

}  // namespace perfect
