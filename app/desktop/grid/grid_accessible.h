// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Grid for screen readers: its sectors as lists, the pods in sight as their items, each with name and state; what
// is chosen is told as it changes.
// Thread rule: the GUI thread.
#pragma once

namespace perfect {

class GridView;

/// Makes the interface known to Qt; calling it again is harmless.
void announceGridToScreenReaders();
/// The choice is another one.
void tellScreenReadersOfFocus(GridView& grid);

}  // namespace perfect
