// SPDX-License-Identifier: GPL-3.0-or-later
//
// One pod in depth, as GET /pods/{id} shows it. Pure; any thread.
#pragma once

#include "app/json/json_writer.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

/// What /state says of a pod, and: "version":{"digest","hash","revision"}, "statusSinceTs", "statusUntilTs" (null: not
/// by itself), "readySinceTs", "available", "probes":{"readiness","liveness","startup"} (null: none declared),
/// "timeline":[events about it, oldest first], "causes":[the chain that led to its newest event].
void writePodDocument(JsonWriter& json, const Snapshot& snapshot, const PodView& view);

/// Seq of the newest event about this pod, be it there or gone; 0 where none is known any more.
std::uint64_t newestEventOf(const Snapshot& snapshot, std::string_view pod);

}  // namespace perfect
