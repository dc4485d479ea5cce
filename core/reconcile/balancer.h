// SPDX-License-Identifier: GPL-3.0-or-later
//
// Round robin over the pods that get traffic. Pure: the cursor (the pod chosen last) is the caller's; any thread.
#pragma once

#include <vector>

#include "core/model/pod.h"

namespace perfect {

/// The next pod after `last`: the serving one with the next larger ordinal, from the largest back to the smallest;
/// kNoPod when none serves. `serving` is sorted; `last` need not be in it any more, so that a pod that left
/// makes nobody wait or come twice. Example: serving {1, 4, 7}, last 4 -> 7; last 7 -> 1; last kNoPod -> 1.
PodOrdinal chooseServing(const std::vector<PodOrdinal>& serving, PodOrdinal last);

}  // namespace perfect
