// SPDX-License-Identifier: GPL-3.0-or-later
//
// The six characters that tell a version's pods from those of other versions. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "core/model/service_spec.h"

namespace perfect {

/// Six letters of Kubernetes' safe alphabet from everything in the template; another `salt` gives another
/// hash of the same template (restart, or a collision).
std::string templateHash(const PodTemplate& podTemplate, std::uint32_t salt);

}  // namespace perfect
