// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/fencepost.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace perfect {

namespace {

enum class Rounding : std::uint8_t { Down, Up };

std::int32_t scaled(IntOrPercent value, std::int32_t desired, Rounding rounding) {
  if (!value.percent) return value.value;
  const std::int64_t hundredths = std::int64_t{value.value} * desired;
  const std::int64_t result = (hundredths + (rounding == Rounding::Up ? 99 : 0)) / 100;
  return static_cast<std::int32_t>(std::min<std::int64_t>(result, std::numeric_limits<std::int32_t>::max() / 2));
}

bool limitsAvailability(const Rollout& rollout) {
  return rollout.strategy == Strategy::RollingUpdate || rollout.strategy == Strategy::Canary;
}

}  // namespace

Result<IntOrPercent> parsePercent(std::string_view text) {
  const auto fail = [&] {
    std::string why = "\"";
    why.append(text).append(R"(" is not a percentage such as "25%")");
    return Result<IntOrPercent>::failure(std::move(why));
  };
  if (text.size() < 2 || text.back() != '%') return fail();
  std::int32_t value = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end) return fail();
  return IntOrPercent{value, true};
}

Fenceposts resolveFenceposts(IntOrPercent maxSurge, IntOrPercent maxUnavailable, std::int32_t desired) {
  Fenceposts posts{scaled(maxSurge, desired, Rounding::Up), scaled(maxUnavailable, desired, Rounding::Down)};
  if (posts.surge == 0 && posts.unavailable == 0) posts.unavailable = 1;
  return posts;
}

std::int32_t maxUnavailable(const Rollout& rollout, std::int32_t desired) {
  if (!limitsAvailability(rollout) || desired == 0) return 0;
  return std::min(resolveFenceposts(rollout.maxSurge, rollout.maxUnavailable, desired).unavailable, desired);
}

std::int32_t minAvailable(const Rollout& rollout, std::int32_t desired) {
  return limitsAvailability(rollout) ? desired - maxUnavailable(rollout, desired) : 0;
}

std::int32_t maxSurge(const Rollout& rollout, std::int32_t desired) {
  if (!limitsAvailability(rollout)) return 0;
  return resolveFenceposts(rollout.maxSurge, rollout.maxUnavailable, desired).surge;
}

Fenceposts fencepostsOf(const Rollout& rollout, std::int32_t desired) {
  return {maxSurge(rollout, desired), maxUnavailable(rollout, desired)};
}

}  // namespace perfect
