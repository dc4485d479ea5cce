// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/series_csv.h"

#include "app/json/state_json.h"

namespace perfect {

std::string seriesHeader() { return "t,service,desired,ready,restarts,cpu\n"; }

void appendSeriesRows(std::string& out, const Snapshot& snapshot) {
  const std::string t = secondsText(snapshot.t);
  for (const ServiceEntry& entry : snapshot.services) {
    const ServiceState& service = *entry.state;
    out += t + ',' + service.spec->name + ',' + std::to_string(service.replicas) + ',' +
           std::to_string(service.counts().ready) + ',' + std::to_string(service.restarts) + ',' +
           std::to_string(averageCpu(service)) + '\n';
  }
}

}  // namespace perfect
