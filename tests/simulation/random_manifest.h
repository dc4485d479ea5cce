// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random specs: every field of a manifest, at ordinary values and now and then at the ends of its range.
#pragma once

#include <string>

#include "core/model/service_spec.h"
#include "tests/simulation/dice.h"

namespace perfect::storm {

/// How wild the manifests of one world are.
struct Climate {
  std::int32_t mostReplicas = 8;
  std::int32_t extreme = 0;   ///< percent of fields that take a value from the end of their range
  std::int32_t illness = 20;  ///< percent of versions that crash, flap or fail
  bool autoscales = true;
};

ServiceSpec randomSpec(Dice& dice, const Climate& climate, const std::string& name);

/// What a person would apply next: a new version, another strategy, other numbers, or much at once.
ServiceSpec changedSpec(Dice& dice, const Climate& climate, const ServiceSpec& before);

/// One rule of its rollout is another, as one changes it while it is under way.
ServiceSpec tunedSpec(Dice& dice, const Climate& climate, const ServiceSpec& before);

/// The same service without what makes its pods ill, and with times in which it can come up before its deadline.
ServiceSpec healedSpec(const ServiceSpec& before, const std::string& image);

}  // namespace perfect::storm
