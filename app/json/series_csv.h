// SPDX-License-Identifier: GPL-3.0-or-later
//
// Time series as CSV: a row for each service and moment. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/snapshot/snapshot.h"

namespace perfect {

struct SeriesRow {
  SimTime t = 0;
  std::string_view service;
  std::int32_t desired = 0;
  std::int32_t ready = 0;
  std::int64_t restarts = 0;
  std::int64_t cpu = 0;
};

/// "t,service,desired,ready,restarts,cpu\n"; t in decimal seconds, cpu in percent of a pod.
std::string seriesHeader();
void appendSeriesRow(std::string& out, const SeriesRow& row);
/// A row for each service of the snapshot, in order of creation.
void appendSeriesRows(std::string& out, const Snapshot& snapshot);

}  // namespace perfect
