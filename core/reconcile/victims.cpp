// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/victims.h"

namespace perfect {

namespace {

int readiness(const Pod& pod) {
  if (pod.ready) return 2;
  const bool pending = pod.state == PodState::Absent || (pod.state == PodState::Starting && pod.restarts == 0);
  return pending ? 0 : 1;
}

}  // namespace

bool goesFirst(const Pod& a, const Pod& b) {
  if (readiness(a) != readiness(b)) return readiness(a) < readiness(b);
  if (a.ready && a.readySince != b.readySince) return a.readySince > b.readySince;
  if (a.restarts != b.restarts) return a.restarts > b.restarts;
  if (a.createdAt != b.createdAt) return a.createdAt > b.createdAt;
  return a.ordinal > b.ordinal;
}

}  // namespace perfect
