// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/analysis.h"

#include <algorithm>

namespace perfect {

std::optional<Measurement> measureInterval(std::int64_t served, std::int64_t failed, MilliPercent maxError) {
  if (served <= 0) return std::nullopt;
  constexpr std::int64_t kWhole = 100000;  // 100 % in thousandths of a percent
  // Halving both keeps their ratio and the products inside 64 bits.
  while (served > (std::int64_t{1} << 45)) {
    served /= 2;
    failed /= 2;
  }
  failed = std::clamp<std::int64_t>(failed, 0, served);
  return Measurement{static_cast<MilliPercent>(failed * kWhole / served), failed * kWhole > served * maxError};
}

bool analysisFailed(const AnalysisState& state, const Analysis& analysis) {
  return state.failed > analysis.failureLimit;
}

bool measuredEnough(const AnalysisState& state, const Analysis& analysis, bool afterSwitch) {
  return (afterSwitch ? state.taken - state.failed : state.sinceStep) >= analysis.count;
}

}  // namespace perfect
