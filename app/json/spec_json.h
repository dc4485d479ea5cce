// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of a manifest as JSON, with the manifest's own field names. What is at its default and says nothing
// is left out. Pure; any thread.
#pragma once

#include "app/json/json_writer.h"
#include "core/model/service_spec.h"

namespace perfect {

void writeEnv(JsonWriter& json, const std::vector<EnvVar>& env);
/// null where there is none.
void writeProbe(JsonWriter& json, const std::optional<Probe>& probe);
/// null where there is none.
void writeAutoscale(JsonWriter& json, const std::optional<Autoscale>& autoscale);
void writeRollout(JsonWriter& json, const Rollout& rollout);

}  // namespace perfect
