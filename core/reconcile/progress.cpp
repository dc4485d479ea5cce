// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/progress.h"

namespace perfect {

bool rolloutComplete(std::int32_t desired, std::int32_t updated, std::int32_t total, std::int32_t available) {
  return updated == desired && total == desired && available == desired;
}

bool progressed(const ProgressMark& before, const ProgressMark& now) {
  return now.updated > before.updated || now.old < before.old || now.ready > before.ready ||
         now.available > before.available;
}

bool deadlineExceeded(DeadlineState state, std::optional<Millis> deadline, std::optional<Millis> sinceProgress) {
  if (!deadline || state == DeadlineState::Complete) return false;
  if (state == DeadlineState::Exceeded) return true;
  return sinceProgress && *sinceProgress > *deadline;
}

}  // namespace perfect
