// SPDX-License-Identifier: GPL-3.0-or-later
//
// The /state document: a wire format that other clients already read, so names and types stay as they are.
// Pure; any thread. Times are absolute (epoch + t), so the document changes only when something happened.
#pragma once

#include <string>
#include <string_view>

#include "app/json/json_writer.h"
#include "app/runtime/controller.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

/// Above this many pods `pods` is left out of /state.
inline constexpr std::int64_t kMostPodsInState = 20000;

struct StateQuery {
  std::string service;       ///< only this one's part; empty: all
  bool pods = true;          ///< false: podsTotal instead of pods
  std::size_t events = 200;  ///< the newest so many
  bool explain = false;      ///< shown as `explain`; the texts are there in any case
};

/// The whole document, without a closing newline. `clock` gives speed and paused; the instant is the snapshot's.
std::string stateDocument(const Snapshot& snapshot, const ClockState& clock, const StateQuery& query = {});

/// An element of /state's `services`.
void writeServiceEntry(JsonWriter& json, const ServiceState& service);
/// An element of /state's `pods`.
void writePod(JsonWriter& json, const PodView& pod, std::int64_t epochMs);
/// The same fields, into an object that is open already.
void writePodFields(JsonWriter& json, const PodView& pod, std::int64_t epochMs);
/// An element of /state's `alerts`.
void writeAlert(JsonWriter& json, const ServiceState& service, std::int64_t epochMs);
/// A speed as documents show it: 1.5, or "max".
void writeSpeed(JsonWriter& json, std::int64_t speedMilli);
/// Average load of a serving pod in percent: as commanded, or the demand shared by the pods that serve (0 where none does).
std::int64_t averageCpu(const ServiceState& service);
/// What people call the version, or "" where the index is kNoVersion.
std::string_view digestOf(const ServiceState& service, VersionIndex version);
/// The version whose pods serve, for a one-word answer: the active one, else the stable one, else the updated one.
VersionIndex activeVersion(const ServiceState& service);
/// The canary's present step, from 1; 0 where none is on.
std::int32_t canaryStep(const ServiceState& service);

}  // namespace perfect
