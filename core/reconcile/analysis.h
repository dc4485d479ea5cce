// SPDX-License-Identifier: GPL-3.0-or-later
//
// Analysis: does the new version fail more requests than allowed? Measures one interval. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>

#include "core/model/service_spec.h"
#include "core/model/service_state.h"

namespace perfect {

struct Measurement {
  MilliPercent failedShare = 0;  ///< of requests, in thousandths of a percent, rounded down; for people
  bool failed = false;           ///< above the limit, compared exactly
  bool operator==(const Measurement&) const = default;
};

/// `served` requests of an interval (thousandths), `failed` of them. No traffic is no measurement.
/// Example: 200 served, 10 failed, limit 5 % -> passes (5 % is not above it); 11 failed -> fails.
std::optional<Measurement> measureInterval(std::int64_t served, std::int64_t failed, MilliPercent maxError);

/// More than `failureLimit` failed measurements end the rollout.
bool analysisFailed(const AnalysisState& state, const Analysis& analysis);

/// The present step (or the switch) has been measured often enough to go on: failed ones counted for a step,
/// only passed ones after a blue/green switch.
bool measuredEnough(const AnalysisState& state, const Analysis& analysis, bool afterSwitch);

}  // namespace perfect
