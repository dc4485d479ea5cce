// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why?": the chain of causes behind a pod, a service or an event, a sentence a link. Thread rule: the GUI thread.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

#include "app/desktop/frame.h"

namespace perfect {

/// The newest event about what is in focus; 0: none is known.
std::uint64_t newestEvent(const Snapshot& snapshot, const Focus& focus);
/// What a link in these texts leads to.
QString linkTo(std::uint64_t seq);
QString linkTo(const Focus& focus);
struct LinkTarget {
  std::uint64_t event = 0;  ///< 0: none
  std::optional<Focus> focus;
};
LinkTarget linkTarget(const QString& link);

/// The chain as rich text: time, what happened, why; each one indented under its cause. What happened is a link to the
/// event, and a pod that is still there has one too.
QString chainHtml(const Snapshot& snapshot, std::uint64_t seq);

}  // namespace perfect
