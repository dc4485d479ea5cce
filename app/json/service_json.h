// SPDX-License-Identifier: GPL-3.0-or-later
//
// One service in depth, as GET /services/{name} shows it. Pure; any thread.
#pragma once

#include "app/json/json_writer.h"
#include "core/model/service_state.h"

namespace perfect {

/// {"name","status","deleting","revision","desired":{…},"actual":{…,"versions":[…]},"rollout":{…},"load":{…},
/// "waiting":[{"for","until","reason"}]}; `until` is a time in ms since 1970, or null: until something happens.
void writeServiceDocument(JsonWriter& json, const ServiceState& service, std::int64_t epochMs);

/// Its rollout alone: {"strategy","phase","step","steps","weight","updated","stable","active",…}.
void writeRolloutStatus(JsonWriter& json, const ServiceState& service, std::int64_t epochMs);

/// What it waits for: [{"for","until","reason"}], as in its document.
void writeWaiting(JsonWriter& json, const ServiceState& service, std::int64_t epochMs);

}  // namespace perfect
