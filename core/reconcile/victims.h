// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which pods go first when a side shrinks. Pure; any thread.
// Source: Kubernetes (controller_utils ActivePodsWithRanks), without its node ranks.
#pragma once

#include "core/model/pod.h"

namespace perfect {

/// True when `a` is removed before `b`: pending, not ready, ready for the shorter time, most restarted, youngest.
/// A strict total order over the pods of a service. Example: a pod ready for 2 s goes before one ready for 9 s.
bool goesFirst(const Pod& a, const Pod& b);

}  // namespace perfect
