// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/service_state.h"

namespace perfect {

PodCounts ServiceState::counts() const {
  PodCounts sum;
  for (const VersionState& v : versions) {
    sum.pending += v.counts.pending;
    sum.notReady += v.counts.notReady;
    sum.ready += v.counts.ready;
    sum.available += v.counts.available;
    sum.terminating += v.counts.terminating;
    sum.backingOff += v.counts.backingOff;
    sum.brokenReady += v.counts.brokenReady;
  }
  return sum;
}

std::int32_t ServiceState::serving() const {
  if (rollout.active == kNoVersion) return counts().ready;
  return versions[static_cast<std::size_t>(rollout.active)].counts.ready;
}

}  // namespace perfect
