// SPDX-License-Identifier: GPL-3.0-or-later
//
// Time series as CSV: a row for each service and moment. Pure; any thread.
#pragma once

#include <string>

#include "core/snapshot/snapshot.h"

namespace perfect {

/// "t,service,desired,ready,restarts,cpu\n"; t in decimal seconds, cpu in percent of a pod.
std::string seriesHeader();
/// A row for each service of the snapshot, in order of creation.
void appendSeriesRows(std::string& out, const Snapshot& snapshot);

}  // namespace perfect
