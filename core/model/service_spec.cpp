// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/service_spec.h"

#include <algorithm>

namespace perfect {

std::string PodTemplate::digest() const {
  const auto at = image.rfind('@');
  return at == std::string::npos || at + 1 == image.size() ? image : image.substr(at + 1);
}

bool PodTemplate::declaredUnhealthy() const {
  return std::any_of(env.begin(), env.end(), [](const EnvVar& e) { return e.name == "HEALTHY" && e.value == "0"; });
}

}  // namespace perfect
