// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/schedule.h"

#include <algorithm>
#include <limits>

namespace perfect {

namespace {
/// Up to here thousandths of a period can be taken after the product.
constexpr Millis kLongestExact = std::numeric_limits<Millis>::max() / 2000;
}  // namespace

std::int64_t patternValue(const LoadPattern& pattern, Millis since) {
  const std::int64_t span = pattern.to - pattern.from;
  switch (pattern.shape) {
    case LoadShape::Constant:
      return pattern.to;
    case LoadShape::Ramp:
      return pattern.from + span / pattern.period * std::min(since, pattern.period) +
             span % pattern.period * std::min(since, pattern.period) / pattern.period;
    case LoadShape::Sine: {
      // Half a period up, half a period down, each 2x² or 1 − 2(1 − x)² of the way, x in thousandths.
      const Millis place = since % pattern.period;
      const Millis way = std::min(place, pattern.period - place);  // at most half a period
      const std::int64_t x =
          pattern.period <= kLongestExact ? 2000 * way / pattern.period : way / (pattern.period / 2000);
      const std::int64_t share = x < 500 ? 2 * x * x / 1000 : 1000 - 2 * (1000 - x) * (1000 - x) / 1000;
      return pattern.from + span / 1000 * share + span % 1000 * share / 1000;
    }
    case LoadShape::Spike:
      return since < pattern.period ? pattern.to : pattern.from;
  }
  return pattern.to;
}

}  // namespace perfect
