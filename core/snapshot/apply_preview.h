// SPDX-License-Identifier: GPL-3.0-or-later
//
// What applying a manifest would change, field by field, without applying it. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/manifest/manifest.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

struct ApplyPreview {
  enum class Action : std::uint8_t {
    Create,
    Unchanged,
    Update,
    Refused,  ///< the service is being deleted: apply is a conflict until its pods have drained
  };
  std::string service;
  Action action = Action::Create;
  bool rollout = false;  ///< Update: the pods' template differs, so a new version rolls out
  /// Between what is desired now and `wanted`; for a new service, between all defaults and `wanted`.
  std::vector<FieldDifference> differences;
};

/// The desired replicas are those in force (scaled by hand or by the autoscaler), and a manifest with autoscale that
/// names none leaves them alone, as apply does.
/// Example: api runs 3 pods of v1, wanted is v2 with 3: Update, rollout, spec.image from v1 to v2.
ApplyPreview previewApply(const Snapshot& snapshot, const ServiceSpec& wanted);

}  // namespace perfect
