// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/chance.h"

namespace perfect {

namespace {

// The finaliser of splitmix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

// −log2(u / 2^32) with 24 fractional bits, by repeated squaring: one bit of the result a step.
std::uint64_t negativeLog2(std::uint32_t u) {
  constexpr unsigned kFraction = 24;
  if (u == 0) u = 1;
  unsigned whole = 0;
  std::uint64_t x = u;
  while (x < 0x80000000U) {
    x <<= 1U;
    ++whole;
  }
  std::uint64_t fraction = 0;  // of log2(x / 2^31), x / 2^31 in [1, 2)
  for (unsigned i = 0; i < kFraction; ++i) {
    x = x * x >> 31U;
    fraction <<= 1U;
    if (x >= 0x100000000U) {
      x >>= 1U;
      fraction |= 1U;
    }
  }
  return (static_cast<std::uint64_t>(whole + 1) << kFraction) - fraction;
}

}  // namespace

std::uint64_t serviceKey(std::string_view name) {
  std::uint64_t key = name.size();
  for (const char c : name) key = mix(key ^ static_cast<unsigned char>(c));
  return key;
}

std::uint64_t draw(std::uint64_t seed, Purpose purpose, std::uint64_t service, std::uint64_t pod, std::uint64_t n) {
  std::uint64_t x = mix(seed ^ static_cast<std::uint64_t>(purpose) << 56U);
  x = mix(x ^ service);
  x = mix(x ^ pod);
  return mix(x ^ n);
}

Millis jittered(Millis duration, std::int32_t jitterMilli, std::uint64_t bits) {
  if (jitterMilli == 0 || duration == 0) return duration;
  const auto width = static_cast<std::uint32_t>(2 * jitterMilli + 1);
  const std::int64_t offset = static_cast<std::int64_t>(below(bits, width)) - jitterMilli;
  return duration + duration * offset / 1000;
}

Millis exponentialWait(std::int64_t perHourMilli, std::uint64_t bits) {
  // ln 2 · 3,600,000 ms · 1000 = 2,495,329,850 (rounded): hours and thousandths in one factor.
  constexpr std::uint64_t kFactor = 2495329850U;
  const std::uint64_t log2 = negativeLog2(static_cast<std::uint32_t>(bits >> 32U));  // < 2^30
  const std::uint64_t wait = (log2 * kFactor / static_cast<std::uint64_t>(perHourMilli)) >> 24U;
  return wait == 0 ? 1 : static_cast<Millis>(wait);
}

}  // namespace perfect
