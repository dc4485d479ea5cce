// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every text that is said of a manifest or a scenario: for a Wording and for translators, in the language of
// filledPattern(). Pure; any thread.
#pragma once

#include "core/base/duration.h"
#include "core/manifest/field_texts.h"
#include "core/manifest/service_texts.h"
#include "core/manifest/yaml_texts.h"
#include "core/scenario/step_texts.h"

namespace perfect {

inline std::vector<std::string_view> faultPatterns() {
  std::vector<std::string_view> all;
  for (const auto& texts : {patternsOf(kYamlTexts), patternsOf(kFieldTexts), patternsOf(kDurationTexts),
                            patternsOf(kServiceTexts), patternsOf(kStepTexts)}) {
    all.insert(all.end(), texts.begin(), texts.end());
  }
  return all;
}

}  // namespace perfect
