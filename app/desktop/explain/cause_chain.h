// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why?": the chain of causes behind a pod, a service or an event, a sentence a link. Thread rule: the GUI thread.
#pragma once

#include <QString>
#include <cstdint>

#include "app/desktop/frame.h"

namespace perfect {

/// The newest event about what is in focus; 0: none is known.
std::uint64_t newestEvent(const Snapshot& snapshot, const Focus& focus);
/// The chain as rich text: time, what happened, why; each link indented under its cause.
QString chainHtml(const Snapshot& snapshot, std::uint64_t seq);

}  // namespace perfect
