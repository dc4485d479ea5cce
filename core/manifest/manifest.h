// SPDX-License-Identifier: GPL-3.0-or-later
//
// YAML in, specs out — all errors of a file at once, each with its place, its path and its remedy —
// and back again. Reads text, never files. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/wording.h"
#include "core/model/service_spec.h"

namespace perfect {

inline constexpr std::size_t kMaxManifestBytes = 1 << 20;
inline constexpr int kMaxYamlDepth = 64;
inline constexpr int kMaxYamlAliases = 10000;

/// One fault of a text. line and column count from 1; 0: the text as a whole.
struct ManifestError {
  int line = 0;
  int column = 0;
  std::string path;     ///< "spec.rollout.steps[1].percent"
  std::string message;  ///< what is wrong and how to mend it, one line
  bool operator==(const ManifestError&) const = default;
};
using ManifestErrors = std::vector<ManifestError>;

/// "file:line:column: error: message (path)".
std::string formatError(std::string_view file, const ManifestError& error, const Wording& wording = plainEnglish());

/// `--set PATH=VALUE`: applied to every document before it is validated.
struct FieldOverride {
  std::string path;
  std::string value;
};

/// The services of a multi-document text, or every error in it, in order of place and said in `wording`.
Result<std::vector<ServiceSpec>, ManifestErrors> parseManifests(std::string_view yaml,
                                                                const std::vector<FieldOverride>& overrides = {},
                                                                const Wording& wording = plainEnglish());

/// Checks one image reference as `spec.image` would be; empty when it is good.
Saying imageFault(std::string_view image);

/// The spec as YAML that parses to the same spec; fields at their defaults are left out, except the rollout's strategy.
std::string writeManifest(const ServiceSpec& spec);

/// One field that differs. An absent value is empty.
struct FieldDifference {
  std::string path;  ///< "spec.image"
  std::string from;
  std::string to;
  bool operator==(const FieldDifference&) const = default;
};
/// Field by field, in the manifest's order.
std::vector<FieldDifference> diffSpecs(const ServiceSpec& from, const ServiceSpec& to);

}  // namespace perfect
