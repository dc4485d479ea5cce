// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chance as a function of its place: a draw depends on seed, purpose, service, pod and a number, never
// on which draws were made before it. So one kill less leaves every other draw as it was.
// Integers only; the same on every machine and in every build. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/units.h"

namespace perfect {

enum class Purpose : std::uint8_t {
  StartTime = 1,
  BootTime,
  ShutdownTime,
  Crash,
  ReadinessProbe,
  LivenessProbe,
  StartupProbe,
  Victim
};

/// The part of a draw's place that names the service.
std::uint64_t serviceKey(std::string_view name);

/// 64 uniform bits for this place.
std::uint64_t draw(std::uint64_t seed, Purpose purpose, std::uint64_t service, std::uint64_t pod, std::uint64_t n);

/// True with a probability of `milliPercent` / 100,000.
inline bool happens(std::uint64_t bits, std::int64_t milliPercent) {
  return static_cast<std::int64_t>((bits >> 32U) * 100000U >> 32U) < milliPercent;
}

/// A uniform number below `bound`. Requires 0 < bound < 2^32.
inline std::uint32_t below(std::uint64_t bits, std::uint32_t bound) {
  return static_cast<std::uint32_t>((bits >> 32U) * bound >> 32U);
}

/// `duration` varied by at most ± jitterMilli thousandths, uniformly.
Millis jittered(Millis duration, std::int32_t jitterMilli, std::uint64_t bits);

/// Exponentially distributed waiting time of events that come `perHourMilli` / 1000 times an hour on
/// average (inverse transform: −ln(u) / rate in fixed point), at least 1 ms. Requires perHourMilli > 0.
Millis exponentialWait(std::int64_t perHourMilli, std::uint64_t bits);

}  // namespace perfect
