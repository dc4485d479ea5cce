// SPDX-License-Identifier: GPL-3.0-or-later
//
// A smaller world that breaks the same rule: fewer Commands, fewer services, fields at their defaults, rounder times.
#pragma once

#include "tests/simulation/drive.h"

namespace perfect::storm {

/// Requires that the world breaks the rule `failure.check`. `seconds`: gives up making it smaller after about so long.
World shrink(World world, const Failure& failure, int seconds);

}  // namespace perfect::storm
