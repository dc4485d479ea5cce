// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the programs' memory comes from. A million pods are some 130 MB that are touched for the first time within a
// fraction of a second; with pages of 4 KiB the system spends more time on handing them out than the engine on the pods
// (three times as long on a virtual machine). mimalloc asks for pages of 2 MiB, and replaces the C library's allocator in
// programs that are linked with it; without it, in builds with sanitizers among others, everything works, slower.
#pragma once

namespace perfect {

/// Asks for large pages from now on; MIMALLOC_LARGE_OS_PAGES=0 says otherwise. Call it first thing in main().
void useLargePages();

/// Memory that a thread frees is there, still warm, when the same thread asks for some again.
bool keepsFreedMemory();

}  // namespace perfect
