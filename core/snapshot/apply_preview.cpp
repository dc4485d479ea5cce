// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/apply_preview.h"

namespace perfect {

ApplyPreview previewApply(const Snapshot& snapshot, const ServiceSpec& wanted) {
  ApplyPreview preview;
  preview.service = wanted.name;
  ServiceSpec present;
  present.name = wanted.name;
  ServiceSpec asApplied = wanted;
  const ServiceEntry* entry = snapshot.find(wanted.name);
  if (entry != nullptr) {
    const ServiceState& state = *entry->state;
    present = *state.spec;
    present.replicas = state.replicas;
    if (wanted.autoscale && !wanted.replicasGiven) asApplied.replicas = present.replicas;
    preview.rollout = !(present.podTemplate == wanted.podTemplate);
  }
  preview.differences = diffSpecs(present, asApplied);
  if (entry != nullptr) {
    preview.action = entry->state->deleting        ? ApplyPreview::Action::Refused
                     : preview.differences.empty() ? ApplyPreview::Action::Unchanged
                                                   : ApplyPreview::Action::Update;
  }
  return preview;
}

}  // namespace perfect
