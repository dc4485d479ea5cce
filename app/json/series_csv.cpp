// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/series_csv.h"

#include "app/json/state_json.h"

namespace perfect {

std::string seriesHeader() { return "t,service,desired,ready,restarts,cpu\n"; }

void appendSeriesRow(std::string& out, const SeriesRow& row) {
  out += secondsText(row.t) + ',';
  out.append(row.service);
  out += ',' + std::to_string(row.desired) + ',' + std::to_string(row.ready) + ',' + std::to_string(row.restarts) +
         ',' + std::to_string(row.cpu) + '\n';
}

void appendSeriesRows(std::string& out, const Snapshot& snapshot) {
  for (const ServiceEntry& entry : snapshot.services) {
    const ServiceState& service = *entry.state;
    appendSeriesRow(out, {snapshot.t, service.spec->name, service.replicas, service.counts().ready, service.restarts,
                          averageCpu(service)});
  }
}

}  // namespace perfect
