// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether what was accepted is small enough to be run here: a fuzzer's million pods would only cost time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/model/command.h"

namespace perfect::fuzz {

inline constexpr std::int64_t kMostPods = 500;

inline std::int64_t podsOf(const std::vector<ServiceSpec>& specs) {
  std::int64_t pods = 0;
  for (const ServiceSpec& spec : specs)
    pods += spec.autoscale ? std::max(spec.replicas, spec.autoscale->max) : spec.replicas;
  return pods;
}

inline std::int64_t podsOf(const Command& command) {
  if (const auto* apply = std::get_if<ApplyCommand>(&command)) return podsOf(apply->services);
  if (const auto* scale = std::get_if<ScaleCommand>(&command))
    return std::max<std::int64_t>(0, scale->replicas ? std::int64_t{*scale->replicas} : std::int64_t{*scale->delta});
  return 0;
}

}  // namespace perfect::fuzz
