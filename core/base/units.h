// SPDX-License-Identifier: GPL-3.0-or-later
//
// Units of time used everywhere. Simulated time is an integer number of milliseconds since the
// simulation began (t = 0); wall time never appears in core/.
#pragma once

#include <cstdint>
#include <limits>

namespace perfect {

/// An instant: milliseconds of simulated time since t = 0. Range 0 … kNever.
using SimTime = std::int64_t;

/// A span of simulated time in milliseconds.
using Millis = std::int64_t;

/// "No time is set": compares later than every instant.
inline constexpr SimTime kNever = std::numeric_limits<SimTime>::max();

/// The epoch that virtual-time runs (`simulate`) always use: ts = kSimulateEpochMs + t.
inline constexpr std::int64_t kSimulateEpochMs = 1767225600000;

inline constexpr Millis seconds(std::int64_t s) { return s * 1000; }

/// `a + b` that stays at kNever instead of overflowing. Requires b >= 0.
inline constexpr SimTime later(SimTime a, Millis b) { return a > kNever - b ? kNever : a + b; }

}  // namespace perfect
