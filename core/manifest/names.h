// SPDX-License-Identifier: GPL-3.0-or-later
//
// The manifest's words for values: read, written and compared by the same ones. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/model/service_spec.h"

namespace perfect {

/// One word of a field with fixed values.
template <typename E>
struct Named {
  std::string_view name;
  E value;
};

inline constexpr Named<Strategy> kStrategies[] = {{"BlueGreen", Strategy::BlueGreen},
                                                  {"Canary", Strategy::Canary},
                                                  {"RollingUpdate", Strategy::RollingUpdate},
                                                  {"Recreate", Strategy::Recreate}};

inline constexpr Named<PolicyType> kPolicyTypes[] = {{"Pods", PolicyType::Pods}, {"Percent", PolicyType::Percent}};

inline constexpr Named<PolicySelect> kPolicySelects[] = {
    {"Max", PolicySelect::Max}, {"Min", PolicySelect::Min}, {"Disabled", PolicySelect::Disabled}};

/// The word for a value; empty where the table has none.
template <typename E, std::size_t N>
std::string_view nameOf(const Named<E> (&names)[N], E value) {
  for (const Named<E>& named : names) {
    if (named.value == value) return named.name;
  }
  return {};
}

inline std::string_view policyTypeName(PolicyType t) { return nameOf(kPolicyTypes, t); }
inline std::string_view policySelectName(PolicySelect s) { return nameOf(kPolicySelects, s); }

/// "3" or "25%".
inline std::string amountText(IntOrPercent amount) {
  return std::to_string(amount.value) + (amount.percent ? "%" : "");
}

}  // namespace perfect
