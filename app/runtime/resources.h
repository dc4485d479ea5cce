// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files that travel inside the program (:/demo, :/examples). They live in a static library, so
// somebody has to ask for them once.
#pragma once

namespace perfect {

/// Makes ":/demo/…" and ":/examples/…" readable. Call it first thing in main() and in tests; calling it again is harmless.
void initResources();

}  // namespace perfect
