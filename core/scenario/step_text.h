// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scenario's steps in words, for failures and for the list of steps not reached. Pure; any thread.
#pragma once

#include <string>

#include "core/scenario/scenario.h"

namespace perfect {

/// "kill api count 1", "until api ready 3", "say".
std::string stepText(const ScenarioStep& step);
std::string commandText(const Command& command);
/// "api ready 5, version v2".
std::string conditionText(const Condition& condition);

}  // namespace perfect
